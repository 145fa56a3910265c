namespace Hw.Oracles;

/// <summary>
/// <see cref="DotOracle"/> in 64-bit integers and one double; nothing is rounded before the end. Exact pairs count in units of the smallest
/// product (2^-18 for e4m3 twice, whose products are below 2^36 units: the widest). Aligned pairs count in units of 2^(Emax − 30), products below
/// 2^32, since significands stay below 2. So 32 of them stay below 2^41, and nvfp4 with its scales below 2^47: a double holds that, and
/// times e8m0 scales (2^±254) stays a normal double. Its conversion to float is the one rounding.
/// </summary>
public static class FastDotOracle
{
    public static long Dot(string formatA, long[] a, string formatB, long[] b, long[]? scaleA = null, long[]? scaleB = null)
    {
        DotPair.Check(formatA, a, formatB, b, scaleA, scaleB);
        if (IntegerFormat.Bits(formatA) is { } bitsA && IntegerFormat.Bits(formatB) is { } bitsB)
            return Integers(a, bitsA, b, bitsB);
        if (BlockFormat.Find(formatA) is not { } blockA || BlockFormat.Find(formatB) is not { } blockB)
            return Round(Sum(FloatFormat.Named(formatA), a, FloatFormat.Named(formatB), b, DotPair.IsAligned(formatA, formatB)));
        if (blockA.Element == "int8")
            return Round(Integers(a, 8, b, 8) * FastConversionOracle.Pow2(-12) * Scale(blockA, scaleA![0]) * Scale(blockB, scaleB![0]));

        double total = 0;
        var (elementA, elementB) = (FloatFormat.Named(blockA.Element), FloatFormat.Named(blockB.Element));
        for (var block = 0; block < scaleA!.Length; block++)
        {
            var (start, size) = (block * blockA.Size, blockA.Size);
            total += Sum(elementA, a.AsSpan(start, size), elementB, b.AsSpan(start, size), DotPair.IsAligned(blockA.Element, blockB.Element))
                * Scale(blockA, scaleA[block]) * Scale(blockB, scaleB![block]);
        }
        return Round(total);
    }

    static long Integers(long[] a, int bitsA, long[] b, int bitsB)
    {
        long sum = 0;
        for (var k = 0; k < 32; k++) sum += IntegerFormat.Decode(a[k], bitsA) * IntegerFormat.Decode(b[k], bitsB);
        return sum;
    }

    static double Scale(BlockFormat block, long bits) =>
        block.Scale == "e8m0" ? FastConversionOracle.E8m0(bits) : FastConversionOracle.Decode(FloatFormat.Named(block.Scale), bits);

    /// <summary>The exact sum, or its NaN or Inf.</summary>
    static double Sum(FloatFormat formatA, ReadOnlySpan<long> a, FloatFormat formatB, ReadOnlySpan<long> b, bool aligned)
    {
        Span<long> products = stackalloc long[32];
        Span<int> exponents = stackalloc int[32];
        double special = 0;
        var top = int.MinValue;
        for (var k = 0; k < a.Length; k++)
        {
            var (x, y) = (Split(formatA, a[k]), Split(formatB, b[k]));
            if (x.Special != 0 || y.Special != 0)
                special += FastConversionOracle.Decode(formatA, a[k]) * FastConversionOracle.Decode(formatB, b[k]);
            (products[k], exponents[k]) = (x.Significand * y.Significand, x.Exponent + y.Exponent);
            if (products[k] != 0) top = Math.Max(top, exponents[k]);
        }
        if (special != 0) return special;
        if (top == int.MinValue) return 0;

        var fractions = formatA.FractionBits + formatB.FractionBits;
        var unit = aligned ? top - 30 : formatA.MinExponent + formatB.MinExponent - fractions;
        long sum = 0;
        for (var k = 0; k < a.Length; k++)
        {
            if (products[k] == 0) continue;
            // 2^shift units make one step of this product; an aligned pair has up to 20 fraction bits, so 10 to spare above.
            var shift = exponents[k] - fractions - unit;
            var magnitude = Math.Abs(products[k]);
            magnitude = shift >= 0 ? magnitude << shift : shift > -63 ? magnitude >> -shift : 0;
            sum += products[k] < 0 ? -magnitude : magnitude;
        }
        return sum * FastConversionOracle.Pow2(unit);
    }

    /// <summary>A signed significand and the exponent as stored; Special is not 0 for Inf and NaN.</summary>
    static (long Significand, int Exponent, int Special) Split(FloatFormat format, long bits)
    {
        var (negative, field, fraction) = format.Split(bits);
        var special = (bits & ~format.SignBit) > format.LargestBits ? 1 : 0;
        var significand = (field == 0 ? 0 : 1L << format.FractionBits) + fraction;
        return (negative ? -significand : significand, Math.Max(field, 1) - format.Bias, special);
    }

    static long Round(double sum)
    {
        if (double.IsNaN(sum)) return 0x7FC00000;
        return BitConverter.SingleToUInt32Bits(sum == 0 ? 0 : (float)sum);
    }
}
