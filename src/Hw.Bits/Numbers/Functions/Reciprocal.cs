using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>1/x: the significand looks up one of 128 quadratics of 2/m; the exponent changes its sign. Error at most 0.77 ulp.</summary>
public static class Reciprocal
{
    const int Segments = 7;

    public static T Of<T>(T x) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var p = Float.Unpack(f, x);
        var zeros = p.Significand.LeadingZeros(24).Named("zeros");
        var normal = T.ShiftLeft(p.Significand, zeros, 24).Slice(22, 0).Named("normal");
        // x = 1.f · 2^(E − 127 − zeros), 1/x = (2 / 1.f) · 2^(126 − E + zeros)
        var rounded = Float.RoundFlush(f, p.Sign, 253 - p.Exponent + zeros, Core(normal, 23), Quadratic.Width);
        var finite = p.IsZero.Mux(Float.Infinity(f, p.Sign), rounded);
        return p.IsNaN.Mux(f.CanonicalNaN, p.IsInf.Mux(Float.Pack(f, p.Sign, (T)0), finite));
    }

    /// <summary>2 / (1 + fraction · 2^-width) · 2^29, in [2^29, 2^30); for fraction 0 a number that rounds to 2 in 24 bits. Error below 2^-24.8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Core<T>(T fraction, int width) where T : struct, IBits<T>
    {
        var place = width - Segments;
        return Quadratic.Falling(Tables.Rcp, 12, fraction.Slice(width - 1, place), fraction.Slice(place - 1, 0), place).Named("inverse");
    }

    /// <summary>The same for a fraction of 29 bits; or, with <paramref name="root"/>, 2/√m of <see cref="ReciprocalSqrt"/> by the same multipliers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Inverse<T>(T fraction, T root, T normal, T odd) where T : struct, IBits<T>
    {
        const int place = Quadratic.Fraction - Segments, rootPlace = 23 - (Segments - 1);
        return Quadratic.FallingBy((Tables.Rcp, 12, fraction.Slice(Quadratic.Fraction - 1, place)), root, (Tables.Rsqrt, 13, odd.Join(normal.Slice(22, rootPlace), Segments - 1)),
            root.Mux(normal.Slice(rootPlace - 1, 0) << place - rootPlace, fraction.Slice(place - 1, 0)), place).Named("inverse");
    }
}
