namespace Hw.Kernels;

/// <summary>
/// What lies between the products of a transformer layer and touches each row on its own: normalisation, the gate of the MLP, the residual sum. Rows stream through SPAD, a slab of features of a
/// block at a time: LD, VX and ST each work on another slab.
/// </summary>
public static class RowKernels
{
    const int Region = TxuIsa.SpadRows / 4, Pair = TxuIsa.PairRows, Scalars = TxuIsa.RowBytes / 2;
    const int Slab = 512, Slabs = 4, SlabRows = Slab * Pair;

    /// <summary>RMSNorm, y = x · rsqrt(mean(x²) + ε) · w (Zhang and Sennrich, 2019). <paramref name="weights"/>: BF16, one after another.</summary>
    /// <exception cref="ArgumentException">More features than fit.</exception>
    public static void Normalize(ProgramBuilder p, string name, TokenTensor x, long weights, TokenTensor y, double epsilon)
    {
        const int most = (Slabs - 1) * Slab, state = 0;
        Same(name, x, y);
        if (x.Features > most) throw new ArgumentException($"{name}: {x.Features} features; a block's must fit on chip, {most} at most");
        var slabs = Span.Cut(x.Features, Slab);
        // rows in regions 0, 1; out in 2 and half of 3; the weights behind
        var (from, to, scalars) = (new Places(0, Slabs, SlabRows), new Places(2 * Region, Slabs - 1, SlabRows), 4 * Region - SlabRows);
        p.Label = $"{name}: load weights";
        p.Load(scalars, weights, Walk.Contiguous((x.Features + Scalars - 1) / Scalars));
        for (var b = 0; b < x.Blocks; b++)
        {
            var at = new int[slabs.Count];
            foreach (var (i, slab) in slabs.Index())
            {
                at[i] = from.Next();
                p.Label = $"{name}: load, block {b}, features {slab}";
                p.Load(at[i], x.At(b, slab.Start), Walk.Contiguous(slab.Count * Pair));
                p.Label = $"{name}: sum squares, block {b}, features {slab}";
                p.Reduce(Reduction.SUMSQ, new(state), Source.BF16, at[i], Walk.Rows(slab.Count, 0, Pair), first: i == 0);
            }
            p.Label = $"{name}: root, block {b}";
            p.Activate(Activation.RSQRT, Target.STATE, state, Source.STATE, state, Walk.Rows(1, 1, 1), new Constants(Bits(1.0 / x.Features), Bits(epsilon), 0, 0));
            foreach (var (i, slab) in slabs.Index())
            {
                var out_ = to.Next();
                p.Label = $"{name}: scale, block {b}, features {slab}";
                p.Normalize(Target.BF16, out_, Source.BF16, at[i], scalars + slab.Start / Scalars, new(state), Walk.Rows(slab.Count, Pair, Pair));
                p.Label = $"{name}: store, block {b}, features {slab}";
                p.Store(Space.SPAD, out_, y.At(b, slab.Start), Walk.Contiguous(slab.Count * Pair));
            }
        }
    }

    /// <summary>SwiGLU (Shazeer, 2020): y = silu(gate) · up.</summary>
    public static void Gate(ProgramBuilder p, string name, TokenTensor gate, TokenTensor up, TokenTensor y) =>
        Pairwise(p, name, gate, up, y, (to, a, b, rows) => p.Gate(Target.BF16, to, Source.BF16, a, Other.BF16, b, rows));

    /// <summary>The residual sum, y = a + b.</summary>
    public static void Add(ProgramBuilder p, string name, TokenTensor a, TokenTensor b, TokenTensor y) =>
        Pairwise(p, name, a, b, y, (to, from, with, rows) => p.Binary(BinaryOp.ADD, Target.BF16, to, Source.BF16, from, Other.BF16, with, rows));

    static void Pairwise(ProgramBuilder p, string name, TokenTensor a, TokenTensor b, TokenTensor y, Action<int, int, int, Shape> operation)
    {
        Same(name, a, y);
        Same(name, b, y);
        var (first, second, to) = (new Places(0, 2, SlabRows), new Places(Region, 2, SlabRows), new Places(2 * Region, 2, SlabRows));
        for (var block = 0; block < y.Blocks; block++)
            foreach (var slab in Span.Cut(y.Features, Slab))
            {
                var (x, z, out_) = (first.Next(), second.Next(), to.Next());
                p.Label = $"{name}: load, block {block}, features {slab}";
                p.Load(x, a.At(block, slab.Start), Walk.Contiguous(slab.Count * Pair));
                p.Load(z, b.At(block, slab.Start), Walk.Contiguous(slab.Count * Pair));
                p.Label = $"{name}: block {block}, features {slab}";
                operation(out_, x, z, Walk.Rows(slab.Count, Pair, Pair, Pair));
                p.Label = $"{name}: store, block {block}, features {slab}";
                p.Store(Space.SPAD, out_, y.At(block, slab.Start), Walk.Contiguous(slab.Count * Pair));
            }
    }

    static uint Bits(double x) => BitConverter.SingleToUInt32Bits((float)x);

    static void Same(string name, TokenTensor a, TokenTensor b)
    {
        if ((a.Tokens, a.Features, a.Lanes) != (b.Tokens, b.Features, b.Lanes))
            throw new ArgumentException($"{name}: {a.Tokens} tokens × {a.Features} features in blocks of {a.Lanes} do not go with {b.Tokens} × {b.Features} in blocks of {b.Lanes}");
    }
}
