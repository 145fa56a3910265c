namespace Hw.Silicon.Tests;

/// <summary>
/// Operands for bf16·bf16 + fp32 where it is hard: anything at all, c near the product in exponent or in value, subnormal factors,
/// subnormal results, ties, and the formats' edges with every sign. Seeded: the same rows each time.
/// </summary>
sealed class MacVectors(int seed)
{
    static readonly uint[] Exponents = [0, 1, 126, 127, 128, 253, 254, 255];

    readonly Random random = new(seed);

    /// <summary>Rows of a, b, c.</summary>
    public uint[] Rows(int count) => [.. Edges().Concat(Enumerable.Range(0, count).Select(i => Row(i % 5))).SelectMany(v => new[] { v.Item1, v.Item2, v.Item3 })];

    public static float Bf16(uint bits) => BitConverter.UInt32BitsToSingle(bits << 16);

    (uint, uint, uint) Row(int kind) => kind switch
    {
        0 => (Bits(16), Bits(16), Bits(32)),
        1 => NearExponent(Bits(8), Bits(8), 31),
        2 => NearExponent(Below(24), 120 + Below(30), 31),
        3 => Cancelling(Bits(8), Bits(8)),
        _ => Bits(1) == 0 ? Cancelling(Below(20), 100 + Below(40)) : Tie(),
    };

    (uint, uint, uint) NearExponent(uint a, uint b, int spread) => (Number(a), Number(b),
        Bits(1) << 31 | (uint)Math.Clamp((int)(a + b) - 127 + random.Next(-spread, spread + 1), 0, 255) << 23 | Bits(23));

    /// <summary>c is minus the product but for a few last places, or one bit anywhere.</summary>
    (uint, uint, uint) Cancelling(uint aExponent, uint bExponent)
    {
        var (a, b) = (Number(aExponent), Number(bExponent));
        var c = BitConverter.SingleToUInt32Bits(-(Bf16(a) * Bf16(b)));
        return (a, b, Bits(1) == 0 ? c + Below(9) - 4 : c ^ 1u << (int)Bits(5));
    }

    /// <summary>Few bits set in a product around 2^-126 and in c: halves are frequent.</summary>
    (uint, uint, uint) Tie()
    {
        var a = Below(130);
        return (Number(a) & 0xFFF0, Number((uint)Math.Clamp(128 - (int)a + random.Next(-15, 15), 0, 255)) & 0xFFF0, Bits(1) << 31 | (Bits(1) == 0 ? Bits(4) : Bits(24)));
    }

    static IEnumerable<(uint, uint, uint)> Edges()
    {
        uint[] bf16 = [.. from e in Exponents from f in new uint[] { 0, 1, 0x40, 0x7F } select e << 7 | f];
        uint[] fp32 = [.. from e in Exponents from f in new uint[] { 0, 1, 0x40_0000, 0x7F_FFFF } select e << 23 | f];
        return from a in bf16 from b in bf16 from c in fp32 from signs in Enumerable.Range(0, 8)
               select (a | (uint)(signs & 1) << 15, b | (uint)(signs & 2) << 14, c | (uint)(signs & 4) << 29);
    }

    uint Number(uint exponent) => Bits(1) << 15 | exponent << 7 | Bits(7);
    uint Bits(int count) => (uint)random.NextInt64(1L << count);
    uint Below(int limit) => (uint)random.Next(limit);
}
