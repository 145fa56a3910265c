namespace Hw.Bits.Numbers;

/// <summary>Addition, multiplication and both fused, for any IEEE format: round to nearest even, canonical NaN. docs/numerics.md, FP32 arithmetic.</summary>
public static class Arithmetic
{
    /// <summary>a + b; subnormal results are kept.</summary>
    public static T Add<T>(FloatFormat f, T a, T b) where T : struct, IBits<T>
    {
        // the larger magnitude stays in place, the smaller moves down to its exponent: three bits below hold all that rounding needs
        var swap = Float.Magnitude(f, a) < Float.Magnitude(f, b);
        var (large, small) = (Float.Unpack(f, swap.Mux(b, a)), Float.Unpack(f, swap.Mux(a, b)));
        var width = f.FractionBits + 5;
        var distance = (large.Exponent - small.Exponent).Fits(new(0, f.TopExponent - 1), "the larger magnitude has the larger exponent");
        var aligned = (small.Significand << 3).ShiftRightSticky(distance.Min(width), width).Named("aligned");
        var subtract = large.Sign ^ small.Sign;
        var sum = ((large.Significand << 3) + subtract.Mux(-aligned, aligned)).Fits(Interval.UInt(width), "the smaller is taken from the larger").Named("sum");
        var (exponent, significand) = Float.Normalize(large.Exponent + 1, f.TopExponent + 1, sum, width);
        var sign = large.Sign & ((sum != 0) | !subtract);
        var nan = large.IsNaN | (large.IsInf & small.IsInf & subtract);
        return Result(f, nan, large.IsInf, large.Sign, Float.Round(f, sign, exponent, significand, width));
    }

    /// <summary>a − b.</summary>
    public static T Subtract<T>(FloatFormat f, T a, T b) where T : struct, IBits<T> => Add(f, a, Negate(f, b));

    public static T Negate<T>(FloatFormat f, T x) where T : struct, IBits<T> => Float.Pack(f, !Float.Sign(f, x), Float.Magnitude(f, x));

    /// <summary>a · b; a result below the smallest normal number is flushed to zero, operands never are.</summary>
    public static T Multiply<T>(FloatFormat f, T a, T b) where T : struct, IBits<T>
    {
        var (x, y) = (Float.Unpack(f, a), Float.Unpack(f, b));
        var width = 2 * f.FractionBits + 2;
        var product = (x.Significand * y.Significand).Named("product");
        var zeros = product.LeadingZeros(width);
        var significand = T.ShiftLeftWithin(product, zeros, width, width);
        var sign = x.Sign ^ y.Sign;
        var rounded = Float.RoundFlush(f, sign, x.Exponent + y.Exponent - zeros - (f.Bias - 1), significand, width);
        var (zero, inf) = (x.IsZero | y.IsZero, x.IsInf | y.IsInf);
        return Result(f, x.IsNaN | y.IsNaN | (zero & inf), inf, sign, zero.Mux(Float.Pack(f, sign, T.Constant(0)), rounded));
    }

    /// <summary>a · b + c with one rounding (IEEE 754 fusedMultiplyAdd), a and b in one format, c and the result in another that holds its exponents; subnormal results are kept.</summary>
    public static T MultiplyAdd<T>(FloatFormat factors, FloatFormat f, T a, T b, T c) where T : struct, IBits<T>
    {
        var (x, y, z) = (Float.Unpack(factors, a), Float.Unpack(factors, b), Float.Unpack(f, c));
        // a subnormal factor leaves the product unnormalized by as many places as it has fraction bits; below those, three more for rounding
        var width = f.FractionBits + factors.FractionBits + 5;
        var product = ((x.Significand * y.Significand) << (width - 2 * factors.FractionBits - 2)).Named("product");
        var addend = z.Significand << (width - f.FractionBits - 2);    // the product's top bit stands for 2, so must the addend's
        var apart = (x.Exponent + y.Exponent + (f.Bias - 2 * factors.Bias) - z.Exponent).Named("apart");
        var zero = x.IsZero | y.IsZero;                                // its exponent says nothing
        var addendAbove = (apart < 0) | zero;
        var exponent = z.Exponent + zero.Mux(0, apart.Max(0));
        var (high, low) = (addendAbove.Mux(addend, product), addendAbove.Mux(product, addend));
        var aligned = low.ShiftRightSticky(apart.Abs().Min(width), width).Named("aligned");
        var (signOfProduct, subtract) = (x.Sign ^ y.Sign, x.Sign ^ y.Sign ^ z.Sign);
        var difference = high - aligned;
        var negative = (difference < 0) & subtract;
        var sum = subtract.Mux(difference.Abs(), high + aligned).Named("sum");
        var top = 2 * factors.TopExponent + f.Bias - 2 * factors.Bias;
        var (normal, significand) = Float.Normalize(exponent + 2, Math.Max(top, f.TopExponent) + 2, sum, width + 1);
        var sign = (sum == 0).Mux(signOfProduct & z.Sign, addendAbove.Mux(z.Sign, signOfProduct) ^ negative);
        var infProduct = x.IsInf | y.IsInf;
        var nan = x.IsNaN | y.IsNaN | z.IsNaN | (infProduct & zero) | (infProduct & z.IsInf & subtract);
        return Result(f, nan, infProduct | z.IsInf, infProduct.Mux(signOfProduct, z.Sign), Float.Round(f, sign, normal, significand, width + 1));
    }

    internal static T Result<T>(FloatFormat f, T nan, T inf, T signOfInf, T rounded) where T : struct, IBits<T> =>
        nan.Mux(f.CanonicalNaN, inf.Mux(Float.Infinity(f, signOfInf), rounded));
}
