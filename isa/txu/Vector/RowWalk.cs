namespace Hw.Isa.Txu;

/// <summary>What an elementwise instruction does with eight lanes of a row.</summary>
delegate Lanes8 Unary(int group, Lanes8 a);

/// <inheritdoc cref="Unary"/>
delegate Lanes8 Binary(int group, Lanes8 a, Lanes8 b);

/// <summary>The walk of the elementwise instructions: rows of a target and one or two sources, each with its stride.</summary>
readonly record struct RowWalk(RowSet Dst, RowSet A, RowSet B)
{
    int Count => Dst.Count;

    public static RowWalk Of(TxuMachine m, AddressRegister dst, AddressRegister a, ShapeRegister shape, Target to, Source from)
    {
        var s = m.Shapes[shape.Index];
        return new(new(to, m.Effective(dst), s.St0, s.E0), new(from, m.Effective(a), s.St1, s.E0), default);
    }

    public RowWalk With(TxuMachine m, AddressRegister b, ShapeRegister shape, Other other) => this with { B = RowSet.Of(other, m.Effective(b), m.Shapes[shape.Index].St2, Count) };

    /// <summary>Traps unless the shape has one extent.</summary>
    public static void OneExtent(TxuMachine m, ShapeRegister shape, string name)
    {
        var s = m.Shapes[shape.Index];
        if (s.E1 != 1 || s.E2 != 1) throw new TrapException(Trap.BadRange, $"{name} walks one extent; e1 is {s.E1}, e2 is {s.E2}, both must be 1");
    }

    public void Check()
    {
        Dst.Check("dst");
        A.Check("a");
        if (B.Count > 0) B.Check("b");
    }

    public void Run(TxuMachine m, IEffects effects, Unary text)
    {
        Dst.IsApartFrom(A);
        Span<Lanes8> a = stackalloc Lanes8[m.Groups];
        for (var i = 0; i < Count; i++)
        {
            m.Read(A.Place, A[i], a);
            for (var g = 0; g < a.Length; g++) a[g] = text(g, a[g]);
            m.Write(effects, (Target)Dst.Place, Dst[i], a);
        }
    }

    public void Run(TxuMachine m, IEffects effects, Other with, Binary text)
    {
        Dst.IsApartFrom(A);
        Dst.IsApartFrom(B);
        Span<Lanes8> a = stackalloc Lanes8[m.Groups], b = stackalloc Lanes8[m.Groups];
        for (var i = 0; i < Count; i++)
        {
            m.Read(A.Place, A[i], a);
            m.Read(with, B, i, b);
            for (var g = 0; g < a.Length; g++) a[g] = text(g, a[g], b[g]);
            m.Write(effects, (Target)Dst.Place, Dst[i], a);
        }
    }
}
