namespace Hw.Bits.Numbers;

/// <summary>Addition, multiplication and both fused, for any IEEE format: round to nearest even, canonical NaN. docs/numerics.md, FP32 arithmetic.</summary>
public static class Arithmetic
{
    /// <summary>a + b; subnormal results are kept.</summary>
    public static T Add<T>(FloatFormat f, T a, T b) where T : struct, IBits<T>
    {
        // the larger magnitude stays in place, the smaller moves down to its exponent: three bits below hold all that rounding needs
        var swap = (Float.Magnitude(f, a) < Float.Magnitude(f, b)).Named("swap");
        var (large, small) = (Float.Unpack(f, swap.Mux(b, a).Named("large")), Float.Unpack(f, swap.Mux(a, b).Named("small")));
        var width = f.FractionBits + 4;
        var distance = (large.Exponent - small.Exponent).Slice(f.ExponentBits - 1, 0).Named("distance");   // the larger has the larger exponent
        var aligned = (small.Significand << 3).ShiftRightSticky(Places(distance, width), Most(width)).Named("aligned");
        var subtract = (large.Sign ^ small.Sign).Named("subtract");
        var sum = Signed(large.Significand << 3, aligned, subtract, width);
        var magnitude = (sum.Bit(width) & !subtract).Join(sum.Slice(width - 1, 0), width).Named("sum");
        var sign = large.Sign & ((magnitude != 0) | !subtract);
        return Result(f, large.IsNaN | (large.IsInf & small.IsInf & subtract), large.IsInf, sign, Float.Rounded<T>(f, large.Exponent, magnitude, width + 1, 0));
    }

    /// <summary>a − b.</summary>
    public static T Subtract<T>(FloatFormat f, T a, T b) where T : struct, IBits<T> => Add(f, a, Negate(f, b));

    public static T Negate<T>(FloatFormat f, T x) where T : struct, IBits<T> => Float.Pack(f, !Float.Sign(f, x), Float.Magnitude(f, x));

    /// <summary>a · b; a result below the smallest normal number is flushed to zero, operands never are.</summary>
    public static T Multiply<T>(FloatFormat f, T a, T b) where T : struct, IBits<T>
    {
        var (width, p) = (2 * f.FractionBits + 2, Product<T>.Of(f, f, a, b));
        var two = p.Significand.Bit(width - 1);
        var rounded = Float.RoundedFlush(f, p.Exponent - !two, two.Mux(p.Significand, p.Significand.Slice(width - 2, 0) << 1), width);
        return Result(f, p.IsNaN, p.IsInf, p.Sign, p.IsZero.Mux(0, rounded));
    }

    /// <summary>a · b + c with one rounding (IEEE 754 fusedMultiplyAdd), subnormal results kept; a and b in one format, c and the result in another with the same exponents.</summary>
    public static T MultiplyAdd<T>(FloatFormat factors, FloatFormat f, T a, T b, T c) where T : struct, IBits<T>
    {
        var (p, z) = (Product<T>.Of(factors, f, a, b), Float.Unpack(f, c));
        // both at the top of a frame that holds the longer one and, below it, four bits: all that rounding needs
        var width = Math.Max(2 * factors.FractionBits + 2, f.FractionBits + 1) + 4;
        var product = (p.Significand << (width - 2 * factors.FractionBits - 2)).Named("product");
        var addend = z.Significand << (width - f.FractionBits - 1);
        var ahead = (p.Exponent - z.Exponent).Named("ahead");
        var addendLeads = ((ahead < 0) | p.IsZero).Named("addend_leads");           // a zero's exponent says nothing
        var exponent = addendLeads.Mux(z.Exponent, p.Exponent.Slice(Float.FieldBits - 1, 0));
        // −1 − ahead is only an inversion: behind the addend the product moves one place on its own
        var distance = (ahead < 0).Mux(-1 - ahead, ahead).Slice(Float.FieldBits - 1, 0).Named("distance");
        var aligned = addendLeads.Mux(product >> 1, addend).ShiftRightSticky(Places(distance, width), Most(width)).Named("aligned");
        var subtract = (p.Sign ^ z.Sign).Named("subtract");
        var sum = Signed(addendLeads.Mux(addend, product), aligned, subtract, width).Named("sum");
        // where the one taken away is larger nothing was lost in aligning it, and its complement lacks one
        var negative = (subtract & !sum.Bit(width)).Named("negative");
        var magnitude = (sum.Bit(width) & !subtract).Join(Complement(sum.Slice(width - 1, 0), negative, width), width).Named("magnitude");
        var sign = ((magnitude == 0) & !negative).Mux(p.Sign & z.Sign, addendLeads.Mux(z.Sign, p.Sign) ^ negative);
        var inf = p.IsInf | z.IsInf;
        var nan = p.IsNaN | z.IsNaN | (p.IsInf & z.IsInf & subtract);
        return Result(f, nan, inf, inf.Mux(p.IsInf.Mux(p.Sign, z.Sign), sign), Float.Rounded(f, exponent, magnitude, width + 1, negative));
    }

    /// <summary>high ± low as width + 1 bits; of a difference the top bit says that it is not negative.</summary>
    static T Signed<T>(T high, T low, T subtract, int width) where T : struct, IBits<T> => (high.Join(1, 1) + Complement(low, subtract, width).Join(subtract, 1)) >> 1;

    static T Complement<T>(T x, T condition, int width) where T : struct, IBits<T> => condition.Mux((1L << width) - 1 - x, x);

    /// <summary>All ones, and enough to move everything out of a frame.</summary>
    static int Most(int width) => (1 << (System.Numerics.BitOperations.Log2((uint)width) + 1)) - 1;

    static T Places<T>(T distance, int width) where T : struct, IBits<T> =>
        (distance > Most(width)).Mux(Most(width), distance.Slice(System.Numerics.BitOperations.Log2((uint)width), 0));

    /// <summary>The pattern: NaN, else Inf where the caller or the rounded magnitude says so, else the number.</summary>
    internal static T Result<T>(FloatFormat f, T nan, T inf, T sign, T rounded) where T : struct, IBits<T>
    {
        var infinite = (inf | ((rounded >> f.FractionBits) >= f.TopExponent)).Named("infinite");
        return Float.Pack(f, sign & !nan, nan.Named("nan").Mux(f.CanonicalNaN, infinite.Mux(f.Infinity, rounded.Slice(f.Width - 2, 0))));
    }
}

/// <summary>a · b, exact: Significand · 2^(Exponent − bias of the result), the exponent being that of the top bit. Two subnormal factors are left as they are:
/// their product is below all that the result can show.</summary>
readonly record struct Product<T>(T Sign, T Exponent, T Significand, T IsZero, T IsInf, T IsNaN) where T : struct, IBits<T>
{
    public static Product<T> Of(FloatFormat factors, FloatFormat f, T a, T b)
    {
        var small = (a.Slice(factors.Width - 2, factors.FractionBits) == 0).Named("small");
        var (x, y) = (Float.Unpack(factors, small.Mux(a, b).Named("x")), Float.Unpack(factors, small.Mux(b, a).Named("y")));
        var (significand, places) = T.Normalize(x.Significand, factors.FractionBits + 1, 1L << factors.ExponentBits, 0);
        var (zero, inf) = (x.IsZero | y.IsZero, x.IsInf | y.IsInf);
        return new(x.Sign ^ y.Sign, x.Exponent - places + y.Exponent + (f.Bias + 1 - 2 * factors.Bias), significand * y.Significand, zero, inf,
            x.IsNaN | y.IsNaN | (inf & zero));
    }
}
