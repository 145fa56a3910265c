namespace Hw.Bits.Numbers;

/// <summary>
/// 2^x, 1/x, 1/√x, sigmoid and silu by one datapath: one power, one inverse, one rounding, each pattern that of the function's own text. At most one condition is 1; with none
/// the result says nothing.
/// </summary>
public static class FunctionUnit
{
    /// <summary>Of the significand that is rounded.</summary>
    const int Width = 32, Spare = Width - Quadratic.Width;
    /// <summary>Bits of the lower part of log2 e.</summary>
    const int Low = 18;

    public static T Of<T>(T x, T exp2, T rcp, T rsqrt, T sigmoid, T silu) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var p = Float.Unpack(f, x);

        // 2^t: t is x, or below 0 where e^−|x| is wanted; the long constant in two parts, so that a pipeline can be cut between them
        var scaled = (p.Significand * (Tables.Log2E >> Low) << Low) + p.Significand * (Tables.Log2E & (1L << Low) - 1);
        var (exponent, power) = Exp2.Core(exp2.Mux(Exp2.FixedPoint(p), -1 - Sigmoid.Argument(p, scaled)).Named("t"));
        // −1 − exponent is only an inversion: the last place on its own, and from 32 on nothing is left
        var places = -1 - exponent;
        var e = ((places >> 5) != 0).Mux(0, T.ShiftRight(power >> 1, places.Slice(4, 0), 31)).Named("e");

        // 2 / m, or 2 / √m
        var zeros = p.Significand.LeadingZeros(24).Named("zeros");
        var normal = T.ShiftLeft(p.Significand, zeros, 24).Slice(22, 0).Named("normal");
        var (inverse, half) = (Reciprocal.Inverse(rcp.Mux(normal << Quadratic.Fraction - 23, e), rsqrt, normal, !(p.Exponent - zeros).Bit(0)), p.Exponent - zeros + 25 >> 1);

        // the factors of sigmoid, and with x those of silu
        var (gateExponent, gate) = Sigmoid.Gate(p.Sign, exponent, power, inverse);
        var (sigmoidExponent, sigmoidSignificand) = Sigmoid.Normal(gateExponent, gate);
        var (siluExponent, siluSignificand) = Silu.Normal(p, gateExponent, gate);

        var powered = exp2.Mux(power, inverse) << Spare;
        var significand = sigmoid.Mux(sigmoidSignificand, silu.Mux(siluSignificand, powered)).Named("to_round");
        var field = exp2.Mux(Exp2.Field(p, exponent), rcp.Mux(253 - p.Exponent + zeros, rsqrt.Mux(202 - half, sigmoid.Mux(sigmoidExponent, siluExponent))));
        var sign = p.Sign & (rcp | silu);
        var rounded = Float.RoundFlush(f, sign, field, significand, Width);

        var nan = p.IsNaN | (rsqrt & p.Sign & !p.IsZero);
        var infinite = (rcp | rsqrt) & p.IsZero;
        var none = (rcp | rsqrt) & p.IsInf;
        return nan.Mux(f.CanonicalNaN, infinite.Mux(Float.Infinity(f, p.Sign), none.Mux(Float.Pack(f, p.Sign & rcp, (T)0), rounded)));
    }
}
