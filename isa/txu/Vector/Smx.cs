using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>What SMX stores its weights as. E4M3 weights, and with them their sums, are times 2^8.</summary>
public enum SmxType { BF16 = 1, E4M3 = 2 }

/// <summary>
/// One tile of the online softmax (Milakov and Gimelshein, 2018): e0 rows of scores in ACC (stride st1), row r being the key at position <c>key</c> + r, become rows of weights in SPAD (stride st0).
/// Lane t is the query at position <c>query</c> + t, with <c>same</c> every lane the one at <c>query</c>. It sees a key k below the key count of c, with <c>causal</c> none
/// after its own position p, and with a window w of c only those where k + w > p. The scale of c includes log2 e.
/// <para>State vectors m, m+1, m+2 hold the running maximum, the factor α for what was summed before, and the running sum:
/// m' = max(m, all scores), α = 2^(m − m'), weights p = 2^(s − m') rounded to their format; l' = fl(fl(α·l) + Σ) over the rounded weights, in four partial sums as VRED. While no key
/// has been seen α = 1 and p = 0. With <c>first</c> m counts as −Inf and l as +0, whatever they hold.</para>
/// </summary>
[Instruction("SMX", Opcode = 0x38, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Smx(
    AddressRegister Dst, [Field(53, 49)] AddressRegister Src, [Field(58, 54)] AddressRegister Query, [Field(76, 72)] AddressRegister Key, ShapeRegister Shape,
    [Field(67, 63)] StateVector M, ConstantRegister C, [Field(35, 32)] SmxType Type = SmxType.BF16,
    [Field(36)] bool First = false, [Field(37)] bool Causal = false, [Field(38)] bool Same = false) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings =>
    [
        new("visible", [.. "position key keys window".Split(' ').Select(n => new MeaningInput(n, Interval.UInt(TxuIsa.PositionBits))), new("causal", Interval.Bit)], x => Numerics.Visible(x[0], x[1], x[2], x[3], x[4])),
        new("score", [new("sum", Interval.UInt32), new("scale", Interval.UInt32), new("visible", Interval.Bit)], x => Numerics.Score(x[0], x[1], x[2])),
        Texts.Of("maximum", "m score", x => Numerics.Maximum(x[0], x[1])), Texts.Of("alpha", "old maximum", x => Numerics.Alpha(x[0], x[1])),
        .. Texts.Each<SmxType>("score maximum", (type, x) => Numerics.Weight(type == SmxType.E4M3, x[0], x[1]).Pattern),
        .. Enum.GetValues<SmxType>().Select(type => Texts.Of($"{type} value", "score maximum", x => Numerics.Weight(type == SmxType.E4M3, x[0], x[1]).Value)),
        Texts.Of("sum", "p value", x => Numerics.Add(x[0], x[1])), Texts.Of("total", "alpha l sum", x => Numerics.Add(Numerics.Multiply(x[0], x[1]), x[2])),
    ];

    /// <summary>Of the state vectors, from m on: the running maximum, α, the running sum.</summary>
    public const int Maximum = 0, Alpha = 1, Sum = 2, Vectors = 3;
    Target To => Type == SmxType.E4M3 ? Target.E4M3 : Target.BF16;
    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, Src, Shape, To, Source.ACC);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "SMX");
        Walk(m).Check();
        TxuMachine.Range("STATE", M.Index, M.Index + Vectors - 1, TxuIsa.StateVectors);
        _ = (m.Position(Query), m.Position(Key));
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (walk, c, groups) = (Walk(m), m.Constants[C.Index], m.Groups);
        var (query, key, rows) = (m.Position(Query), m.Position(Key), walk.A.Count);
        Span<Lanes8> old = stackalloc Lanes8[groups], maximum = stackalloc Lanes8[groups], alpha = stackalloc Lanes8[groups], sum = stackalloc Lanes8[groups], row = stackalloc Lanes8[groups];
        if (First)
        {
            old.Fill(Numerics.MinusInfinity);
            sum.Clear();
        }
        else
        {
            m.Read(Source.STATE, M.Index + Maximum, old);
            m.Read(Source.STATE, M.Index + Sum, sum);
        }

        var scores = new Lanes8[rows * groups];
        old.CopyTo(maximum);
        for (var r = 0; r < rows; r++)
        {
            m.Read(Source.ACC, walk.A[r], row);
            for (var g = 0; g < groups; g++)
            {
                var position = Same ? query : query + g * Patterns.Count + Patterns.Numbers;
                ref var score = ref scores[r * groups + g];
                score = Numerics.Score(row[g], c.Scale, Numerics.Visible<Lanes8>(position, key + r, c.KeyCount, c.Window, Causal ? 1 : 0));
                maximum[g] = Numerics.Maximum(maximum[g], score);
            }
        }
        for (var g = 0; g < groups; g++) alpha[g] = Numerics.Alpha(old[g], maximum[g]);
        m.Write(effects, Target.STATE, M.Index + Maximum, maximum);
        m.Write(effects, Target.STATE, M.Index + Alpha, alpha);

        var sums = new PartialSums(groups);
        for (var r = 0; r < rows; r++)
        {
            for (var g = 0; g < groups; g++)
            {
                (row[g], var value) = Numerics.Weight(Type == SmxType.E4M3, scores[r * groups + g], maximum[g]);
                sums.Add(r, g, value);
            }
            m.WritePatterns(effects, To, walk.Dst[r], row);
        }
        for (var g = 0; g < groups; g++) sum[g] = Numerics.Add(Numerics.Multiply(alpha[g], sum[g]), sums.Total(g));
        m.Write(effects, Target.STATE, M.Index + Sum, sum);
    }
}

/// <summary>Row i of dst = a · rcp(l), l being the sum that SMX keeps in state vector l; 0 where l is 0, a query that saw no key. e0 rows, strides st0 and st1.</summary>
[Instruction("SMXF", Opcode = 0x39, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Smxf(
    AddressRegister Dst, AddressRegister A, ShapeRegister Shape, [Field(67, 63)] StateVector L,
    Target To = Target.BF16) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings => [Texts.Of("value", "l a", x => Attention.SoftmaxFinish(x[0], x[1]))];

    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, A, Shape, To, Source.ACC);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "SMXF");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (walk, l) = (Walk(m), m.Read(L));
        walk.Dst.IsApartFrom(RowSet.Of(L));
        walk.Run(m, effects, (g, o) => Attention.SoftmaxFinish(l[g], o));
    }
}
