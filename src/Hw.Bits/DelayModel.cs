namespace Hw.Bits;

/// <summary>
/// How long an operation takes, in nanoseconds of osu018 (0.18 µm), unplaced. One line for each kind, fitted to Yosys 0.23, abc
/// and OpenSTA; measured → model: add 8/16/32/64 bits 1.0/2.1/4.2/7.5 → 1.1/2.0/3.9/7.8; multiply 8×8/16×16/24×24 2.8/5.0/6.4 →
/// 2.5/4.7/6.8; less 8/32 0.47/0.72 → 0.48/0.73; shift of 32/64 bits 1.7/2.9 → 1.8/2.4; table of 16/64/256 0.9/1.3/3.3 → 0.8/1.6/3.2.
/// It compares texts and places registers; timing is what synthesis says.
/// </summary>
public static class DelayModel
{
    const double Gate = 0.1;

    public static double Of(Node n) => n.Op switch
    {
        Op.Add or Op.Subtract => Adder(Computed(n)),
        Op.Sum => n.Operands.Count < 2 ? 0 : Log(n.Operands.Count) * Adder(Computed(n)),
        Op.Multiply => Multiplier(Factor(n.Operands[0]), Factor(n.Operands[1])),
        Op.And or Op.Or or Op.Xor => n.Operands.Any(o => o.Op == Op.Constant) && n.Op != Op.Xor ? 0 : Gate,
        Op.Not => Gate,
        Op.Equal or Op.NotEqual => 0.09 * Log(Widest(n)),
        Op.Less or Op.LessOrEqual => Gate + 0.125 * Log(Widest(n)),
        Op.Mux => Choice(n.Range.Width),
        Op.ShiftLeftBy => Distance(n.Operands[1]) * Choice(n.Range.Width),
        Op.ShiftRightBy => Distance(n.Operands[1]) * Choice(n.Operands[0].Range.Width),
        Op.Element => Log(n.Operands[0].Range.Width / n.Range.Width) * Choice(n.Range.Width),
        Op.Lookup => 0.2 * Math.Sqrt(((Rom)n.Detail!).Entries.Length),
        _ => 0,                                     // wiring: names, fields, shifts by a constant
    };

    static double Adder(int width) => Gate + 0.12 * width;
    static double Multiplier(int a, int b) => Math.Min(a, b) <= 1 ? Math.Min(a, b) * Gate : 0.4 + 0.133 * (a + b);
    static double Choice(int width) => Gate + 0.05 * Log(width);
    static double Log(int n) => Math.Log2(Math.Max(2, n));
    static int Widest(Node n) => Math.Max(n.Operands[0].Range.Width, n.Operands[1].Range.Width);

    /// <summary>Bits that an adder works on: below the lowest one of an operand shifted left, the other passes through.</summary>
    static int Computed(Node n) => Math.Max(1, n.Range.Width - n.Operands.Max(o => o.Op == Op.ShiftLeft ? o.Low : 0));

    /// <summary>The stages of a shifter: one for each bit of its distance that varies.</summary>
    static int Distance(Node n) => n.Range.Width - (n.Op == Op.ShiftLeft ? n.Low : 0);

    /// <summary>The rows that a factor adds: of a constant only its ones.</summary>
    static int Factor(Node n) => n.Op == Op.Constant ? (int)System.Numerics.BigInteger.PopCount(System.Numerics.BigInteger.Abs(n.Value)) : n.Range.Width;
}
