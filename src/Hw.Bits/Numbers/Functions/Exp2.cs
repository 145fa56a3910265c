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
        var beyond = (p.Exponent > TopExponent).Named("beyond");
        var signed = p.Sign.Mux(-p.Significand, p.Significand);
        var distance = (TopExponent - p.Exponent).Max(0).Min(38);
        var fixedPoint = T.ShiftRight(signed << 14, distance, 38).Named("fixed");
        var (exponent, mantissa) = Core(fixedPoint);
        var field = beyond.Mux(p.Sign.Mux(-1, 255), exponent + f.Bias);
        return p.IsNaN.Mux(f.CanonicalNaN, Float.RoundFlush(f, 0, field, mantissa, Quadratic.Width));
    }

    /// <summary>2^(t · 2^-31) = 2^Exponent · Mantissa · 2^-29, Mantissa in [2^29, 2^30); relative error below 2^-26.8, monotone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Exponent, T Mantissa) Core<T>(T t) where T : struct, IBits<T> =>
        (t >> Places, Quadratic.Rising(Tables.Exp2, 12, t.Slice(Places - 1, InPlace), t.Slice(InPlace - 1, 0), InPlace).Named("power"));
}
