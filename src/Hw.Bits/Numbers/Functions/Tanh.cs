using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>
/// tanh x: from 1/8 on (1 − e)/(1 + e) with e = e^−2|x|, below x·(1 − c·x² + d·x⁴), where the difference would cancel; rounded once.
/// Error at most 1.1 ulp.
/// </summary>
public static class Tanh
{
    /// <summary>Exponent fields: the first from 1/8 on, and the last below 16.</summary>
    const int Large = 124, TopExponent = 130;

    /// <summary>Binary places of both products, whose highest one is one of four bits.</summary>
    const int Width = 58;

    public static T Of<T>(T x) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var p = Float.Unpack(f, x);
        var large = (p.Exponent >= Large).Named("large");
        var product = large.Mux(Quotient(p), Series(p));
        var zeros = product.Slice(Width - 1, Width - 4).LeadingZeros(4);
        var significand = T.ShiftLeft(product, zeros, 4).Slice(Width - 1, Width - 32).Named("significand");
        var field = large.Mux(f.Bias - 1, p.Exponent) - zeros;
        var flushed = p.Significand.Bit(23).Mux(field, -1);   // below every normal number tanh x is below x
        return p.IsNaN.Mux(f.CanonicalNaN, Float.RoundFlush(f, p.Sign, flushed, significand, 32));
    }

    /// <summary>(1 − e)/(1 + e) · 2^58 for |x| from 1/8 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T Quotient<T>(Parts<T> p) where T : struct, IBits<T>
    {
        var distance = (TopExponent - p.Exponent).Max(0).Min(TopExponent - Large);
        var scaled = T.ShiftRight(p.Significand * Tables.Log2E >> 24, distance, TopExponent - Large);
        var argument = (p.Exponent > TopExponent).Mux((1L << 37) - 1, scaled).Named("argument");   // 2·|x|·log2 e · 2^31
        var (exponent, power) = Exp2.Core(-1 - argument);
        var e = T.ShiftRight(power << 2, (-exponent).Min(32), 32).Named("e");   // 2^31
        var inverse = Reciprocal.Core(e >> 2, Quadratic.Fraction);
        return ((1L << 31) - e >> 1) * (inverse >> 2);
    }

    /// <summary>|x| · (1 − c·x² + d·x⁴) · 2^57 over x's power of two, for |x| below 1/8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T Series<T>(Parts<T> p) where T : struct, IBits<T>
    {
        var distance = (Large - 1 - p.Exponent).Max(0).Min(22);
        var magnitude = T.ShiftRight(p.Significand >> 2, distance, 22);                      // 2^25
        var square = (magnitude * magnitude >> 22).Named("square");                          // 2^28
        var slope = Tables.TanhCubic - ((square >> 10) * Tables.TanhQuintic >> 8);           // 2^24
        var ratio = (1L << 27) - (slope * square >> 25);                                     // 2^27
        return (p.Significand * ratio.Named("ratio")) << 7;
    }
}
