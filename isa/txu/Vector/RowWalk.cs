using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>The walk of the elementwise instructions: e0 rows of a target and one or two sources, each with its stride.</summary>
readonly record struct RowWalk(int Count, long Dst, int DstStride, long A, int AStride, long B, int BStride)
{
    public static RowWalk Of(TxuMachine m, AddressRegister dst, AddressRegister a, ShapeRegister shape)
    {
        var s = m.Shapes[shape.Index];
        return new(s.E0, m.Effective(dst), s.St0, m.Effective(a), s.St1, 0, s.St2);
    }

    public RowWalk With(TxuMachine m, AddressRegister b) => this with { B = m.Effective(b) };

    /// <summary>Traps unless the shape has one extent.</summary>
    public static void OneExtent(TxuMachine m, ShapeRegister shape, string name)
    {
        var s = m.Shapes[shape.Index];
        if (s.E1 != 1 || s.E2 != 1) throw new TrapException(Trap.BadRange, $"{name} walks one extent; e1 is {s.E1}, e2 is {s.E2}, both must be 1");
    }

    public void Check(TxuMachine m, Target to, Source from, Other? with = null)
    {
        m.Check(to, "dst", Dst, Dst + (Count - 1L) * DstStride, DstStride);
        m.Check(from, "a", A, A + (Count - 1L) * AStride, AStride);
        if (with is { } w) m.Check(w, "b", B, Count, BStride);
    }

    /// <param name="text">Of a lane and its element.</param>
    public void Run(TxuMachine m, IEffects effects, Target to, Source from, Func<int, Int, Int> text)
    {
        Rows.Apart(to, Dst, DstStride, from, A, AStride, Count);
        for (var i = 0; i < Count; i++)
        {
            var a = m.Read(from, A + (long)i * AStride);
            for (var t = 0; t < a.Length; t++) a[t] = Rows.Pattern(text(t, Rows.Int(a[t])));
            m.Write(effects, to, Dst + (long)i * DstStride, a);
        }
    }

    public void Run(TxuMachine m, IEffects effects, Target to, Source from, Other with, Func<int, Int, Int, Int> text)
    {
        Rows.Apart(to, Dst, DstStride, from, A, AStride, Count);
        if (with == Other.SCALAR) Rows.Apart(to, Dst, DstStride, Source.E4M3, B, 1, (Count + Rows.Scalars - 1) / Rows.Scalars);
        else Rows.Apart(to, Dst, DstStride, with == Other.BF16 ? Source.BF16 : (Source)with, B, BStride, Count);
        for (var i = 0; i < Count; i++)
        {
            var (a, b) = (m.Read(from, A + (long)i * AStride), m.Read(with, B, i, BStride));
            for (var t = 0; t < a.Length; t++) a[t] = Rows.Pattern(text(t, Rows.Int(a[t]), Rows.Int(b[t])));
            m.Write(effects, to, Dst + (long)i * DstStride, a);
        }
    }
}
