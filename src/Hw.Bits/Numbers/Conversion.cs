namespace Hw.Bits.Numbers;

/// <summary>From any float format to any other, and between floats and integers: the exact value, rounded once. docs/numerics.md, Conversions.</summary>
public static class Conversion
{
    /// <param name="saturate">Overflow and Inf become the largest number also where the format has an Inf.</param>
    public static T Of<T>(FloatFormat from, FloatFormat to, T bits, bool saturate = false) where T : struct, IBits<T>
    {
        var x = Float.Unpack(from, bits);
        var rounded = Float.RoundAny(to, x.Sign, x.Exponent + (to.Bias - from.Bias), x.Significand, from.FractionBits + 1, saturate);
        return x.IsNaN.Mux(to.CanonicalNaN, x.IsInf.Mux(Float.Pack(to, x.Sign, (T)Float.Limit(to, saturate)), rounded));
    }

    /// <summary>An integer's exact value, rounded once; 0 is +0.</summary>
    public static T FromInteger<T>(IntegerFormat from, FloatFormat to, T value) where T : struct, IBits<T>
    {
        var width = Math.Max(from.Width, to.FractionBits + 3);
        var magnitude = value.Abs() << (width - from.Width);
        return Float.Round(to, value < 0, T.Constant(to.Bias + from.Width - 1), magnitude, width);
    }

    /// <summary>The nearest integer, ties to even, clamped at both ends; NaN is 0.</summary>
    public static T ToInteger<T>(FloatFormat from, IntegerFormat to, T bits) where T : struct, IBits<T>
    {
        var x = Float.Unpack(from, bits);
        // the top bit of the significand stands at 2^(to.Width − 1), two places are below the point; smaller values move down from there
        var width = Math.Max(to.Width + 2, from.FractionBits + 1);
        var (down, places) = (from.Bias + to.Width - 1 - x.Exponent, width - to.Width);
        var moved = (x.Significand << (width - from.FractionBits - 1)).ShiftRightSticky(down.Max(0).Min(width), width);
        var magnitude = (down < 0).Mux(1L << to.Width, moved.RoundShiftRight(places));
        return x.IsNaN.Mux(0, x.Sign.Mux(-magnitude, magnitude).Saturate(to.Range));
    }
}
