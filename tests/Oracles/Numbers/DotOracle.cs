using System.Numerics;

namespace Hw.Oracles;

/// <summary>
/// DOT32: Σ a[k]·b[k] over 32 pairs with exact values and one rounding. Pairs with bf16, fp16 or e5m2 drop what lies below
/// 2^(Emax − 30) of each product first; nothing else is ever dropped, so no order of the terms is special.
/// </summary>
public static class DotOracle
{
    /// <summary>
    /// Formats: two integers, two floats narrower than fp32, two mx blocks of floats, mxint8 twice, or nvfp4 twice; blocks with their scales
    /// (one for mx, two for nvfp4). Gives an int32, sign-extended, for two integers, else the bits of an fp32.
    /// </summary>
    public static long Dot(string formatA, long[] a, string formatB, long[] b, long[]? scaleA = null, long[]? scaleB = null)
    {
        DotPair.Check(formatA, a, formatB, b, scaleA, scaleB);
        if (IntegerFormat.Bits(formatA) is { } bitsA && IntegerFormat.Bits(formatB) is { } bitsB)
            return a.Zip(b, (x, y) => IntegerFormat.Decode(x, bitsA) * IntegerFormat.Decode(y, bitsB)).Sum(); // below 2^20
        if (BlockFormat.Find(formatA) is not { } blockA || BlockFormat.Find(formatB) is not { } blockB)
            return Round(Sum(formatA, a, formatB, b));

        var total = Number.Of(new(0));
        for (var block = 0; block < scaleA!.Length; block++)
        {
            var terms = new Range(block * blockA.Size, (block + 1) * blockA.Size);
            var scale = ConversionOracle.Decode(blockA.Scale, scaleA[block]) * ConversionOracle.Decode(blockB.Scale, scaleB![block]);
            var unit = Number.Of(Exact.Pow2(blockA.ElementExponent + blockB.ElementExponent));
            total += scale * unit * Sum(blockA.Element, a[terms], blockB.Element, b[terms]);
        }
        return Round(total);
    }

    /// <summary>An exact zero is +0, however it came about.</summary>
    static long Round(Number sum) => sum.IsZero ? 0 : FloatOracle.Round(sum);

    static Number Sum(string formatA, long[] a, string formatB, long[] b)
    {
        var products = a.Zip(b, (x, y) => ConversionOracle.Decode(formatA, x) * ConversionOracle.Decode(formatB, y)).ToArray();
        if (!Array.TrueForAll(products, product => product.IsFinite) || !DotPair.IsAligned(formatA, formatB))
            return products.Aggregate((x, y) => x + y);

        var (fa, fb) = (FloatFormat.Named(formatA), FloatFormat.Named(formatB));
        var exponents = products.Select((product, k) => product.IsZero ? int.MinValue : fa.Exponent(a[k]) + fb.Exponent(b[k])).ToArray();
        if (exponents.Max() == int.MinValue) return Number.Of(new(0));
        var unit = exponents.Max() - 30;
        return Number.Of(new(products.Select(product => (product.Value * Exact.Pow2(-unit)).Truncated()).Aggregate(BigInteger.Add), unit));
    }
}
