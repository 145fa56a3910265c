using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>
/// Turns e0 pairs of rows, i and i + e0, by an angle for each pair and lane: y[i] = x[i]·cos − x[i+e0]·sin, y[i+e0] = x[i]·sin + x[i+e0]·cos (Su et al., RoFormer, 2021). The rows of b
/// are e0 cosines, then e0 sines. Strides st0 of dst, st1 of a, st2 of b.
/// </summary>
[Instruction("VROPE", Opcode = 0x37, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Vrope(
    AddressRegister Dst, AddressRegister A, AddressRegister B, ShapeRegister Shape,
    Target To = Target.BF16, Source From = Source.ACC, [Field(82, 81)] Source Angles = Source.ACC) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings =>
        [Texts.Of("first", "x0 x1 cos sin", x => Attention.Rope(x[0], x[1], x[2], x[3]).Item1), Texts.Of("second", "x0 x1 cos sin", x => Attention.Rope(x[0], x[1], x[2], x[3]).Item2)];

    int IVectorInstruction.RowsPerStep => 2;

    /// <summary>Twice e0 rows each.</summary>
    RowWalk Walk(TxuMachine m)
    {
        var s = m.Shapes[Shape.Index];
        return new(new(To, m.Effective(Dst), s.St0, 2 * s.E0), new(From, m.Effective(A), s.St1, 2 * s.E0), new(Angles, m.Effective(B), s.St2, 2 * s.E0));
    }

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VROPE");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (dst, a, b) = Walk(m);
        dst.IsApartFrom(a);
        dst.IsApartFrom(b);
        Span<Lanes8> x0 = stackalloc Lanes8[m.Groups], x1 = stackalloc Lanes8[m.Groups], cos = stackalloc Lanes8[m.Groups], sin = stackalloc Lanes8[m.Groups];
        for (var (i, k) = (0, dst.Count / 2); k < dst.Count; i++, k++)
        {
            m.Read(From, a[i], x0);
            m.Read(From, a[k], x1);
            m.Read(Angles, b[i], cos);
            m.Read(Angles, b[k], sin);
            for (var g = 0; g < x0.Length; g++) (x0[g], x1[g]) = Attention.Rope(x0[g], x1[g], cos[g], sin[g]);
            m.Write(effects, To, dst[i], x0);
            m.Write(effects, To, dst[k], x1);
        }
    }
}
