namespace Hw.Bits.Tests.Numbers;

/// <summary>FP32 patterns where tables, shifts and limits can be wrong. The same for every run.</summary>
static class RealInputs
{
    public static readonly uint[] Specials =
    [
        0, 0x80000000, 0x7F800000, 0xFF800000, 0x7FC00000, 0x7F800001, 0xFFFFFFFF,
        1, 0x80000001, 0x7FFFFF, 0x807FFFFF, 0x800000, 0x80800000, 0x7F7FFFFF, 0xFF7FFFFF,
    ];

    /// <summary>Both signs of every exponent: the <paramref name="segments"/> of a binade with two neighbours to each side, and random fractions.</summary>
    public static IEnumerable<uint> Binades(int segments, int random)
    {
        var source = new Random(segments);
        for (uint top = 0; top < 512; top++)
        {
            for (var s = 0; s < segments; s++)
                for (var near = -2; near <= 2; near++) yield return (top << 23) + (uint)(s * ((1 << 23) / segments) + near);
            for (var i = 0; i < random; i++) yield return top << 23 | (uint)source.Next(1 << 23);
        }
    }

    /// <summary>Multiples of 1/64 up to 128 in magnitude, the segments of exp2, with two neighbours to each side.</summary>
    public static IEnumerable<uint> Grid()
    {
        for (var k = -128 * 64; k <= 128 * 64; k++)
            for (var near = -2; near <= 2; near++) yield return BitConverter.SingleToUInt32Bits(k / 64f) + (uint)near;
    }

    /// <summary>Uniform in value between the two ends.</summary>
    public static IEnumerable<uint> Uniform(double low, double high, int count)
    {
        var source = new Random(count);
        for (var i = 0; i < count; i++) yield return BitConverter.SingleToUInt32Bits((float)(low + (high - low) * source.NextDouble()));
    }

    public static long[] Of(string function) =>
    [
        .. (function switch
        {
            "exp2" => Binades(16, 400).Concat(Grid()).Concat(Uniform(-130, 130, 800_000)),
            "rcp" => Binades(128, 1600),
            "rsqrt" => Binades(64, 2000),
            _ => Binades(16, 100).Concat(Uniform(-100, 100, 60_000)).Concat(Uniform(-12, 12, 100_000)).Concat(Uniform(-0.2, 0.2, 60_000)),
        }).Concat(Specials).Select(x => (long)x),
    ];
}
