using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>
/// Reduces e0 rows (stride st1), lane by lane, into a state vector. SUM and SUMSQ keep four partial sums, row i in partial i mod 4, from +0; state = fl(state + fl(fl(p0 + p1) + fl(p2 + p3))).
/// MAX is that of IEEE 754-2019. With <c>first</c> the state counts as +0, for MAX as −Inf, whatever it holds.
/// </summary>
[Instruction("VRED", Opcode = 0x35, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Vred(
    [Field(67, 63)] StateVector State, [Field(53, 49)] AddressRegister A, [Field(62, 59)] ShapeRegister Shape, [Field(86, 83)] Reduction Fn,
    [Field(80, 79)] Source From = Source.ACC, [Field(36)] bool First = false) : IVectorInstruction
{
    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VRED");
        var (s, a) = (m.Shapes[Shape.Index], m.Effective(A));
        m.Check(From, "a", a, a + (s.E0 - 1L) * s.St1, s.St1);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (s, a) = (m.Shapes[Shape.Index], m.Effective(A));
        var start = Fn == Reduction.MAX ? Numerics.MinusInfinity : 0;
        var state = new Int[m.Lanes];
        for (var t = 0; t < m.Lanes; t++) state[t] = First ? start : Rows.Int(m.State.Read(State.Index)[t]);
        var partial = new Int[m.Lanes * Numerics.Partials];
        for (var i = 0; i < s.E0; i++)
        {
            var row = m.Read(From, a + (long)i * s.St1);
            for (var t = 0; t < m.Lanes; t++)
            {
                var x = Rows.Int(row[t]);
                ref var sum = ref partial[t * Numerics.Partials + i % Numerics.Partials];
                if (Fn == Reduction.MAX) state[t] = Numerics.Maximum(state[t], x);
                else sum = Numerics.Add(sum, Fn == Reduction.SUMSQ ? Numerics.Multiply(x, x) : x);
            }
        }
        var result = new int[m.Lanes];
        for (var t = 0; t < m.Lanes; t++)
            result[t] = Rows.Pattern(Fn == Reduction.MAX ? state[t] : Numerics.Add(state[t], Total(partial.AsSpan(t * Numerics.Partials))));
        m.Write(effects, Target.STATE, State.Index, result);
    }

    internal static Int Total(ReadOnlySpan<Int> p) => Numerics.Add(Numerics.Add(p[0], p[1]), Numerics.Add(p[2], p[3]));
}
