using System.Collections.Immutable;
using System.Numerics;

namespace Hw.Isa;

/// <summary>
/// Inputs on which two texts that differ are likely to: the ends, powers of two and their neighbours; of widths that floats have, also zeros, subnormals, infinities, NaNs, and numbers whose low
/// digits make ties. First every pair of corners, then mixtures with random numbers, with neighbours of another input, and (of many inputs) with most of them zero.
/// </summary>
static class Corners
{
    public static IEnumerable<BigInteger[]> Of(ImmutableArray<MeaningInput> inputs, CaseRandom random)
    {
        var corners = inputs.Select(Of).ToArray();
        if (inputs.Length == 1)
            foreach (var a in corners[0]) yield return [a];
        if (inputs.Length == 2)
            foreach (var a in corners[0])
                foreach (var b in corners[1]) yield return [a, b];
        while (true)
        {
            var sparse = inputs.Length > 8 && random.Flip();
            var values = new BigInteger[inputs.Length];
            for (var i = 0; i < values.Length; i++)
            {
                var range = inputs[i].Range;
                BigInteger Any() => range.Min + (range.Max - range.Min == 0 ? 0 : Bits(random, range.Width + 64) % (range.Max - range.Min + 1));
                values[i] = random.Next(8) switch
                {
                    _ when sparse && random.Next(8) != 0 => BigInteger.Zero,
                    0 or 1 => corners[i][random.Next(corners[i].Length)],
                    2 when i > 0 => values[i - 1] + random.Next(-2L, 2),
                    3 when i > 0 => values[i - 1] ^ (BigInteger.One << range.Width - 1),
                    4 => Any() & ~((BigInteger.One << random.Next(range.Width)) - 1),
                    5 => corners[i][random.Next(corners[i].Length)] ^ random.Next(16L, 31),
                    _ => Any(),
                };
                values[i] = range.Contains(values[i]) ? values[i] : range.Contains(0) ? 0 : range.Min;
            }
            yield return values;
        }
    }

    static BigInteger[] Of(MeaningInput input)
    {
        var range = input.Range;
        var near = new List<BigInteger> { range.Min, range.Min + 1, -1, 0, 1, 2, 3, range.Max - 1, range.Max };
        for (var n = 1; n < range.Width; n += n < 8 ? 1 : 4) near.AddRange([(BigInteger.One << n) - 1, BigInteger.One << n, (BigInteger.One << n) + 1]);
        if (!range.IsSigned && range.Width is 32 or 16)
            foreach (var x in Floats)
                near.AddRange([x >> (32 - range.Width), (x >> (32 - range.Width)) | (BigInteger.One << range.Width - 1)]);
        if (range.Width <= 8) near.AddRange(Enumerable.Range(0, 256).Select(i => range.Min + i));
        return [.. near.Where(range.Contains).Distinct()];
    }

    /// <summary>FP32: 0, subnormals, the least normal, 2^-24 and 2^-23 and their neighbours, about 1/2, 1, 3/2, 2, 2^23 … 2^25, the largest, Inf, NaNs.</summary>
    static readonly uint[] Floats =
    [
        0, 1, 2, 3, 0x00400000, 0x007FFFFF, 0x00800000, 0x00800001, 0x33000000, 0x33800000, 0x33800001, 0x34000000, 0x3EFFFFFF, 0x3F000000, 0x3F000001, 0x3F7FFFFF, 0x3F800000, 0x3F800001, 0x3F808000,
        0x3F818000, 0x3F880000, 0x3F8C0000, 0x3FC00000, 0x40000000, 0x40400000, 0x4B000000, 0x4B000001, 0x4B800000, 0x4C000000, 0x42FE0000, 0x43000000, 0x7EFFFFFF, 0x7F7FFFFF, 0x7F800000, 0x7F800001, 0x7FC00000, 0x7FFFFFFF,
    ];

    static BigInteger Bits(CaseRandom random, int bits)
    {
        var value = BigInteger.Zero;
        for (var n = 0; n < bits; n += 64) value = value << 64 | random.Bits();
        return value;
    }
}
