using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>1 / (1 + e^−x): with e = e^−|x| it is 1/(1 + e) for x ≥ 0 and e/(1 + e) below, rounded once. Error at most 1.05 ulp.</summary>
public static class Sigmoid
{
    /// <summary>Binary places of <see cref="Core"/>'s mantissa, which is in [1, 4).</summary>
    internal const int Fraction = 2 * Factor;
    const int Factor = 27, Drop = Quadratic.Fraction - Factor, TopExponent = 133;

    public static T Of<T>(T x) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var p = Float.Unpack(f, x);
        var (exponent, mantissa) = Core(p.Sign, Argument(p));
        var (field, significand) = Normal(exponent, mantissa);
        return p.IsNaN.Mux(f.CanonicalNaN, Float.RoundFlush(f, 0, field, significand, 32));
    }

    /// <summary>What <see cref="Core"/> gives with its highest one on top, in 32 bits, and its exponent field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Field, T Significand) Normal<T>(T exponent, T mantissa) where T : struct, IBits<T>
    {
        var two = mantissa.Bit(Fraction + 1);
        return (exponent + two + FloatFormat.Fp32.Bias, two.Mux(mantissa >> 1, mantissa).Slice(Fraction, Fraction - 31).Named("significand"));
    }

    /// <summary>|x| · log2 e with 31 binary places, truncated; from |x| = 128 on the largest number of 39 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Argument<T>(Parts<T> p) where T : struct, IBits<T> => Argument(p, p.Significand * Tables.Log2E);

    /// <param name="scaled">The significand times log2 e.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Argument<T>(Parts<T> p, T scaled) where T : struct, IBits<T>
    {
        var product = (scaled >> 22).Named("product");
        var distance = (TopExponent - p.Exponent).Max(0).Min(39);
        return (p.Exponent > TopExponent).Mux((1L << 39) - 1, T.ShiftRight(product, distance, 39)).Named("argument");
    }

    /// <summary>1 / (1 + 2^∓t) = 2^Exponent · Mantissa · 2^-54 for t ≥ 0 with 31 binary places: above one half, or with <paramref name="negative"/> below.
    /// The power is that of −t − 2^-31, so that it stays below 1 and the divisor below 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Exponent, T Mantissa) Core<T>(T negative, T t) where T : struct, IBits<T>
    {
        var (exponent, power) = Exp2.Core(-1 - t);
        var inverse = Reciprocal.Core(T.ShiftRight(power, (-exponent).Min(Quadratic.Width), Quadratic.Width).Named("e"), Quadratic.Fraction);
        return Gate(negative, exponent, power, inverse);
    }

    /// <summary>1 or the power, times the inverse.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Exponent, T Mantissa) Gate<T>(T negative, T exponent, T power, T inverse) where T : struct, IBits<T> =>
        (negative.Mux(exponent, 0) - 1, negative.Mux(power >> Drop, 1L << Factor) * (inverse >> Drop));
}
