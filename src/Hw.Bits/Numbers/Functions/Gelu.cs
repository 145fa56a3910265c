namespace Hw.Bits.Numbers;

/// <summary>
/// x · sigmoid(2·√(2/π)·(x + 0.044715·x³)), the tanh form of the Gaussian error linear unit, rounded once. The argument is the fixed-point
/// |x| · (k + k'·x²), wide enough that the result is good to the last place where it is almost 0. Error at most 1.15 ulp.
/// </summary>
public static class Gelu
{
    /// <summary>The largest exponent field whose numbers stay below 16; there the argument is past 2^8.</summary>
    const int TopExponent = 130;

    public static T Of<T>(T x) where T : struct, IBits<T>
    {
        var p = Float.Unpack(FloatFormat.Fp32, x);
        var distance = (TopExponent - p.Exponent).Max(0);
        var square = T.ShiftRight((p.Significand * p.Significand).Slice(47, 10), distance.Min(19) << 1, 38).Named("square");   // x² · 2^30
        var cubic = square.Slice(37, 19) * Tables.GeluCubic + (square.Slice(18, 0) * Tables.GeluCubic >> 19);   // in halves, to stay within 63 bits
        var factor = (Tables.GeluLinear + (cubic >> 18)).Named("factor");                                       // 2^33
        var argument = T.ShiftRight(p.Significand * factor >> 22, distance.Min(40), 40).Named("argument");      // 2^31
        return Silu.Gated(p, (p.Exponent > TopExponent).Mux((1L << 40) - 1, argument));
    }
}
