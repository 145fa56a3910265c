using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>What SMX stores its weights as. E4M3 weights, and with them their sums, are times 2^8.</summary>
public enum SmxType { BF16 = 1, E4M3 = 2 }

/// <summary>
/// One tile of the online softmax (Milakov and Gimelshein, 2018): e0 rows of scores in ACC (stride st1), row r being key <c>key</c> + r, become rows of weights in SPAD (stride st0).
/// Lane t is the query at position <c>query</c> + t, with <c>same</c> every lane the one at <c>query</c>. It sees a key k below the key count of c, with <c>causal</c> none
/// after its own position p, and with a window w of c only those where k + w > p. The scale of c includes log2 e.
/// <para>State vectors m, m+1, m+2 hold the running maximum, the factor α for what was summed before, and the running sum:
/// m' = max(m, all scores), α = 2^(m − m'), weights p = 2^(s − m') rounded to their format; l' = fl(fl(α·l) + Σ) over the rounded weights, in four partial sums as VRED. While no key
/// has been seen α = 1 and p = 0. With <c>first</c> m counts as −Inf and l as +0, whatever they hold.</para>
/// </summary>
[Instruction("SMX", Opcode = 0x38, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Smx(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister Src, [Field(58, 54)] AddressRegister Query, [Field(76, 72)] AddressRegister Key, [Field(62, 59)] ShapeRegister Shape,
    [Field(67, 63)] StateVector M, [Field(71, 68)] ConstantRegister C, [Field(35, 32)] SmxType Type = SmxType.BF16,
    [Field(36)] bool First = false, [Field(37)] bool Causal = false, [Field(38)] bool Same = false) : IVectorInstruction
{
    /// <summary>Of the state vectors, from m on: the running maximum, α, the running sum.</summary>
    public const int Maximum = 0, Alpha = 1, Sum = 2, Vectors = 3;
    Target To => Type == SmxType.E4M3 ? Target.E4M3 : Target.BF16;

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "SMX");
        RowWalk.Of(m, Dst, Src, Shape).Check(m, To, Source.ACC);
        TxuMachine.Range("STATE", M.Index, M.Index + Vectors - 1, TxuIsa.StateVectors);
        _ = (m.Position(Query), m.Position(Key));
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (w, c) = (RowWalk.Of(m, Dst, Src, Shape), m.Constants[C.Index]);
        var (query, key) = (m.Position(Query), m.Position(Key));
        var scores = new Int[w.Count, m.Lanes];
        var (old, maximum, alpha, sum) = (new Int[m.Lanes], new Int[m.Lanes], new Int[m.Lanes], new Int[m.Lanes]);
        for (var t = 0; t < m.Lanes; t++)
        {
            old[t] = First ? Numerics.MinusInfinity : Rows.Int(m.State.Read(M.Index + Maximum)[t]);
            sum[t] = First ? 0 : Rows.Int(m.State.Read(M.Index + Sum)[t]);
            maximum[t] = old[t];
            for (var r = 0; r < w.Count; r++)
            {
                scores[r, t] = Numerics.Score<Int>(Rows.Int(m.Acc.Read(w.A + (long)r * w.AStride)[t]), c.Scale, Visible(query + (Same ? 0 : t), key + r, c) ? 1 : 0);
                maximum[t] = Numerics.Maximum(maximum[t], scores[r, t]);
            }
            alpha[t] = Numerics.Alpha(old[t], maximum[t]);
        }
        m.Write(effects, Target.STATE, M.Index + Maximum, Patterns(maximum));
        m.Write(effects, Target.STATE, M.Index + Alpha, Patterns(alpha));

        var partial = new Int[m.Lanes * Numerics.Partials];
        var weights = new int[m.Lanes];
        for (var r = 0; r < w.Count; r++)
        {
            for (var t = 0; t < m.Lanes; t++)
            {
                var (pattern, value) = Numerics.Weight(Type == SmxType.E4M3, scores[r, t], maximum[t]);
                weights[t] = Rows.Pattern(pattern);
                ref var p = ref partial[t * Numerics.Partials + r % Numerics.Partials];
                p = Numerics.Add(p, value);
            }
            m.WritePatterns(effects, To, w.Dst + (long)r * w.DstStride, weights);
        }
        for (var t = 0; t < m.Lanes; t++) sum[t] = Numerics.Add(Numerics.Multiply(alpha[t], sum[t]), Vred.Total(partial.AsSpan(t * Numerics.Partials)));
        m.Write(effects, Target.STATE, M.Index + Sum, Patterns(sum));
    }

    bool Visible(long position, long key, Constants c) => key < c.KeyCount && (!Causal || key <= position) && (c.Window == 0 || key + c.Window > position);

    static int[] Patterns(Int[] values) => [.. values.Select(Rows.Pattern)];
}

/// <summary>Row i of dst = a · rcp(l), l being the sum that SMX keeps in state vector l; 0 where l is 0, a query that saw no key. e0 rows, strides st0 and st1.</summary>
[Instruction("SMXF", Opcode = 0x39, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Smxf(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister A, [Field(62, 59)] ShapeRegister Shape, [Field(67, 63)] StateVector L,
    [Field(78, 77)] Target To = Target.BF16) : IVectorInstruction
{
    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "SMXF");
        RowWalk.Of(m, Dst, A, Shape).Check(m, To, Source.ACC);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var l = m.State.Read(L.Index).ToArray();
        RowWalk.Of(m, Dst, A, Shape).Run(m, effects, To, Source.ACC, (t, o) => Attention.SoftmaxFinish(Rows.Int(l[t]), o));
    }
}
