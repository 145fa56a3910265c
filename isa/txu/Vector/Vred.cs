namespace Hw.Isa.Txu;

/// <summary>
/// Reduces e0 rows (stride st1), lane by lane, into a state vector. SUM and SUMSQ keep four partial sums, row i in partial i mod 4, from +0; state = fl(state + fl(fl(p0 + p1) + fl(p2 + p3))).
/// MAX is that of IEEE 754-2019. With <c>first</c> the state counts as +0, for MAX as −Inf, whatever it holds.
/// </summary>
[Instruction("VRED", Opcode = 0x35, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Vred(
    StateVector State, AddressRegister A, ShapeRegister Shape, Reduction Fn,
    Source From = Source.ACC, [Field(36)] bool First = false) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings =>
    [
        Texts.Of("sum", "p x", x => Numerics.Add(x[0], x[1])), Texts.Of("square", "x", x => Numerics.Multiply(x[0], x[0])), Texts.Of("maximum", "m x", x => Numerics.Maximum(x[0], x[1])),
        Texts.Of("total", "p0 p1 p2 p3", x => Numerics.Add(Numerics.Add(x[0], x[1]), Numerics.Add(x[2], x[3]))),
    ];

    RowSet Rows(TxuMachine m) => new(From, m.Effective(A), m.Shapes[Shape.Index].St1, m.Shapes[Shape.Index].E0);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VRED");
        Rows(m).Check("a");
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (rows, start) = (Rows(m), Fn == Reduction.MAX ? Numerics.MinusInfinity : 0);
        Span<Lanes8> state = stackalloc Lanes8[m.Groups], row = stackalloc Lanes8[m.Groups];
        if (First) state.Fill(start);
        else m.Read(Source.STATE, State.Index, state);
        var sums = new PartialSums(m.Groups);
        for (var i = 0; i < rows.Count; i++)
        {
            m.Read(From, rows[i], row);
            for (var g = 0; g < row.Length; g++)
                if (Fn == Reduction.MAX) state[g] = Numerics.Maximum(state[g], row[g]);
                else sums.Add(i, g, Fn == Reduction.SUMSQ ? Numerics.Multiply(row[g], row[g]) : row[g]);
        }
        if (Fn != Reduction.MAX)
            for (var g = 0; g < state.Length; g++) state[g] = Numerics.Add(state[g], sums.Total(g));
        m.Write(effects, Target.STATE, State.Index, state);
    }
}

/// <summary>The four partial sums of a row sum, lane by lane: row i goes to partial i mod 4, because an addition is some pipeline stages deep.</summary>
readonly struct PartialSums(int groups)
{
    const int Count = 4;
    readonly Lanes8[] partial = new Lanes8[groups * Count];

    public void Add(int row, int group, Lanes8 x)
    {
        ref var sum = ref partial[group * Count + row % Count];
        sum = Numerics.Add(sum, x);
    }

    /// <summary>fl(fl(p0 + p1) + fl(p2 + p3)).</summary>
    public Lanes8 Total(int group)
    {
        var p = partial.AsSpan(group * Count, Count);
        return Numerics.Add(Numerics.Add(p[0], p[1]), Numerics.Add(p[2], p[3]));
    }
}
