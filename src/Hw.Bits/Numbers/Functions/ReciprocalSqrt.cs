namespace Hw.Bits.Numbers;

/// <summary>1/√x: with an even exponent x is m in [1, 4); 2/√m is one of 2 · 64 quadratics, and the exponent is halved. Error at most 1.17 ulp.</summary>
public static class ReciprocalSqrt
{
    const int Segments = 6, InPlace = 23 - Segments;

    public static T Of<T>(T x) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var p = Float.Unpack(f, x);
        var zeros = p.Significand.LeadingZeros(24).Named("zeros");
        var normal = T.ShiftLeft(p.Significand, zeros, 24).Slice(22, 0).Named("normal");
        // x = 1.f · 2^e, e = biased − 151: odd where the bias, itself odd, makes it even
        var biased = p.Exponent - zeros + 24;
        var odd = !biased.Bit(0);
        var segment = odd.Join(normal.Slice(22, InPlace), Segments);
        var mantissa = Quadratic.Falling(Tables.Rsqrt, 13, segment, normal.Slice(InPlace - 1, 0), InPlace).Named("inverse");
        // 1/√x = (2/√m) · 2^(−⌊e/2⌋ − 1)
        var half = biased + 1 >> 1;   // ⌊e/2⌋ + 76
        var rounded = Float.RoundFlush(f, 0, 202 - half, mantissa, Quadratic.Width);
        var positive = p.IsInf.Mux(0, rounded);
        var number = p.IsZero.Mux(Float.Infinity(f, p.Sign), p.Sign.Mux(f.CanonicalNaN, positive));
        return p.IsNaN.Mux(f.CanonicalNaN, number);
    }
}
