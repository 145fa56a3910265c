using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>
/// 2^x: x becomes a fixed-point number, whose integer part is the exponent and whose fraction looks up one of 64 quadratics.
/// Error at most 0.65 ulp; monotone over all inputs.
/// </summary>
public static class Exp2
{
    /// <summary>Binary places of the fixed-point argument.</summary>
    internal const int Places = 31;
    const int Segments = 6, InPlace = Places - Segments;

    /// <summary>The largest exponent field whose numbers stay below 128.</summary>
    const int TopExponent = 133;

    public static T Of<T>(T x) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var p = Float.Unpack(f, x);
        var (exponent, mantissa) = Core(FixedPoint(p));
        return p.IsNaN.Mux(f.CanonicalNaN, Float.RoundFlush(f, 0, Field(p, exponent), mantissa, Quadratic.Width));
    }

    /// <summary>x · 2^31, where it is below 128.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T FixedPoint<T>(Parts<T> p) where T : struct, IBits<T>
    {
        var signed = p.Sign.Mux(-p.Significand, p.Significand);
        var distance = (TopExponent - p.Exponent).Max(0).Min(38);
        return T.ShiftRight(signed << 14, distance, 38).Named("fixed");
    }

    /// <summary>The exponent field of the result: beyond every number where x is not below 128.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Field<T>(Parts<T> p, T exponent) where T : struct, IBits<T> =>
        (p.Exponent > TopExponent).Named("beyond").Mux(p.Sign.Mux(-1, 255), exponent + FloatFormat.Fp32.Bias);

    /// <summary>2^(t · 2^-31) = 2^Exponent · Mantissa · 2^-29, Mantissa in [2^29, 2^30); relative error below 2^-26.8, monotone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Exponent, T Mantissa) Core<T>(T t) where T : struct, IBits<T> =>
        (t >> Places, Quadratic.Rising(Tables.Exp2, 12, t.Slice(Places - 1, InPlace), t.Slice(InPlace - 1, 0), InPlace).Named("power"));
}
