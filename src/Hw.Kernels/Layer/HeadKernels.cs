namespace Hw.Kernels;

/// <summary>
/// Between the projections and attention: queries and keys turned by their positions, keys and values laid out as attention reads them. A head's rows of a block go through SPAD at a time.
/// Regrouping goes through memory, because nothing on chip crosses lanes: STT lays a token's features side by side, LDT lays 32 tokens side by side, whatever C is.
/// </summary>
public static class HeadKernels
{
    const int Region = TxuIsa.SpadRows / 4, Bank = TxuIsa.AccRows / 4, Pair = TxuIsa.PairRows, Side = Hw.Bits.Dot32.Depth, Element = 2;
    const int Ring = 4, PlaceRows = Region / Ring;

    /// <summary>Bytes of <see cref="Angles"/>.</summary>
    public static long AngleBytes(int tokens, int lanes, int d) => TokenBlocks.Bytes(tokens, d, lanes) * TxuIsa.AccSlotBytes;

    /// <summary>What the rotations read: FP32 [block][d/2 cosines, d/2 sines][32 slots], for tokens from position <paramref name="offset"/> on.</summary>
    public static byte[] Angles(int tokens, int lanes, int d, double theta, int offset = 0)
    {
        var x = new float[tokens * d];
        for (var t = 0; t < tokens; t++)
            for (var i = 0; i < d / 2; i++)
            {
                var (sin, cos) = Math.SinCos((offset + t) * Math.Pow(theta, -2.0 * i / d));
                (x[t * d + i], x[t * d + d / 2 + i]) = ((float)cos, (float)sin);
            }
        return TokenBlocks.Pack<float>(x, tokens, d, lanes);
    }

    /// <summary>Rotary embedding (Su et al., 2021) of every head of <paramref name="x"/>, pairs (i, i + d/2); the result as x lies.</summary>
    public static void Rotate(ProgramBuilder p, string name, TokenTensor x, int d, long angles, TokenTensor y)
    {
        Heads(name, x, d);
        Turn(p, name, x, d, angles, (block, head, row) =>
        {
            p.Label = $"{name}: store, head {head}, block {block}";
            p.Store(Space.SPAD, row, y.At(block, head * d), Walk.Contiguous(d * Pair));
        });
    }

    /// <summary>Rotary embedding of keys, stored as [kv head][key][d] with room for <paramref name="room"/> keys each, from key <paramref name="offset"/> on.</summary>
    public static void RotateKeys(ProgramBuilder p, string name, TokenTensor x, int d, long angles, long keys, int room, int offset = 0)
    {
        Heads(name, x, d);
        Turn(p, name, x, d, angles, (block, head, row) => Transpose(p, name, x, d, block, head, row, keys, room, offset));
    }

    /// <summary>
    /// Values as [kv head][key][d] in <paramref name="byKey"/>, and from there as [kv head][page of 32 keys][d][32 keys] in <paramref name="pages"/>, with room for <paramref name="room"/> keys each.
    /// Key <paramref name="offset"/> is the first of these; its page is written as a whole.
    /// </summary>
    public static void Page(ProgramBuilder p, string name, TokenTensor x, int d, long byKey, long pages, int room, int offset = 0)
    {
        Heads(name, x, d);
        var (from, to) = (new Places(0, Ring, PlaceRows), new Places(Region, Ring, PlaceRows));
        for (var block = 0; block < x.Blocks; block++)
            for (var head = 0; head < x.Features / d; head++)
            {
                var at = from.Next();
                p.Label = $"{name}: load, head {head}, block {block}";
                p.Load(at, x.At(block, head * d), Walk.Contiguous(d * Pair));
                Transpose(p, name, x, d, block, head, at, byKey, room, offset);
            }
        var (tiles, end) = (d / Side, offset + x.Tokens);
        for (var head = 0; head < x.Features / d; head++)
            for (var key = offset / Side * Side; key < end; key += Side)
            {
                var at = to.Next();
                p.Label = $"{name}: regroup, head {head}, keys {new Span(key, Math.Min(Side, end - key))}";
                p.LoadTurned(at, byKey + ((long)head * room + key) * d * Element, Tiles(Math.Min(Side, end - key), d), ElementSize.B16);
                p.Store(Space.SPAD, at, pages + ((long)head * room + key) * d * Element, Walk.Contiguous(tiles * Side * Pair));
            }
    }

    static void Turn(ProgramBuilder p, string name, TokenTensor x, int d, long angles, Action<int, int, int> store)
    {
        var (from, to, turns) = (new Places(0, Ring, PlaceRows), new Places(Region, Ring, PlaceRows), new Places(0, 2, Bank));
        for (var block = 0; block < x.Blocks; block++)
        {
            var by = turns.Next();
            p.Label = $"{name}: load angles, block {block}";
            p.Load(by, angles + (long)block * d * TxuIsa.MaxLanes * TxuIsa.AccSlotBytes, Walk.Contiguous(d * TxuIsa.AccSlotBytes), Space.ACC);
            for (var head = 0; head < x.Features / d; head++)
            {
                var (row, turned) = (from.Next(), to.Next());
                p.Label = $"{name}: load, head {head}, block {block}";
                p.Load(row, x.At(block, head * d), Walk.Contiguous(d * Pair));
                p.Label = $"{name}: turn, head {head}, block {block}";
                p.Rotate(Target.BF16, turned, Source.BF16, row, Source.ACC, by, Walk.Rows(d / 2, Pair, Pair, 1));
                store(block, head, turned);
            }
        }
    }

    /// <summary>STT: a head's rows of a block to its tokens' rows.</summary>
    static void Transpose(ProgramBuilder p, string name, TokenTensor x, int d, int block, int head, int row, long to, int room, int offset)
    {
        p.Label = $"{name}: transpose, head {head}, block {block}";
        p.StoreTurned(row, to + ((long)head * room + offset + (long)block * x.Lanes) * d * Element, Tiles(x.Live(block), d), ElementSize.B16);
    }

    /// <summary>Tiles of so many tokens × 32 features, side by side in rows of d.</summary>
    static Shape Tiles(int tokens, int d) => new(tokens, d / Side, 1, d * Element / TxuIsa.RowBytes, Pair, 0);

    static void Heads(string name, TokenTensor x, int d)
    {
        if (d <= 0 || d > 256 || d % Side != 0 || x.Features % d != 0) throw new ArgumentException($"{name}: {x.Features} features are no heads of {d}; d is a multiple of {Side}, at most 256");
    }
}
