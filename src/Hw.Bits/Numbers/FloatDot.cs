namespace Hw.Bits.Numbers;

/// <summary>A sum of products, exact as far as the pair's rule keeps it: Sum · 2^Exponent, and what NaN and Inf among the products make of it.</summary>
readonly record struct DotSum<T>(T Sum, T Exponent, T IsNaN, T IsPositiveInf, T IsNegativeInf) where T : struct, IBits<T>;

/// <summary>
/// DOT32 of floats, before its one rounding. Exact pairs sum fixed-point products. Aligned pairs move every product to the largest exponent, cut its
/// magnitude at 2^-30 of that, then sum exactly; so neither rule can tell in what order the products came. docs/numerics.md, DOT32.
/// </summary>
static class FloatDot
{
    /// <summary>Binary places that an aligned product keeps below the largest exponent.</summary>
    const int Places = 30;

    public static DotSum<T> Of<T>(FloatFormat fa, FloatFormat fb, bool aligned, ReadOnlySpan<Parts<T>> a, ReadOnlySpan<Parts<T>> b) where T : struct, IBits<T>
    {
        var (sum, exponent) = aligned ? Aligned(fa, fb, a, b) : (Exact(a, b), T.Constant(2 - fa.FractionBits - fb.FractionBits));
        var (nan, positive, negative) = Specials(a, b);
        return new(sum, exponent - (fa.Bias + fb.Bias), nan, positive, negative);
    }

    static T Exact<T>(ReadOnlySpan<Parts<T>> a, ReadOnlySpan<Parts<T>> b) where T : struct, IBits<T>
    {
        var terms = new Row<T>();
        for (var k = 0; k < a.Length; k++)
        {
            var magnitude = T.ShiftLeft(a[k].Significand * b[k].Significand, a[k].Exponent + b[k].Exponent - 2, 60);
            terms[k] = (a[k].Sign ^ b[k].Sign).Mux(-magnitude, magnitude);
        }
        return T.Sum(terms[..a.Length]);
    }

    static (T Sum, T Exponent) Aligned<T>(FloatFormat fa, FloatFormat fb, ReadOnlySpan<Parts<T>> a, ReadOnlySpan<Parts<T>> b) where T : struct, IBits<T>
    {
        var (products, exponents, candidates) = (new Row<T>(), new Row<T>(), new Row<T>());
        for (var k = 0; k < a.Length; k++)
        {
            products[k] = a[k].Significand * b[k].Significand;
            exponents[k] = a[k].Exponent + b[k].Exponent;
            candidates[k] = (products[k] == 0).Mux(2, exponents[k]);       // 2 is the smallest there is: a zero product takes no part
        }
        var largest = Trees.Max(candidates[..a.Length]).Named("largest");
        for (var k = 0; k < a.Length; k++)
        {
            var distance = (largest - exponents[k]).Max(0).Min(Places + 2);
            var magnitude = T.ShiftRight(products[k] << (Places - fa.FractionBits - fb.FractionBits), distance, Places + 2);
            products[k] = (a[k].Sign ^ b[k].Sign).Mux(-magnitude, magnitude);
        }
        return (T.Sum(products[..a.Length]).Named("sum"), largest - Places);
    }

    static (T IsNaN, T IsPositiveInf, T IsNegativeInf) Specials<T>(ReadOnlySpan<Parts<T>> a, ReadOnlySpan<Parts<T>> b) where T : struct, IBits<T>
    {
        T nan = 0, positive = 0, negative = 0;
        for (var k = 0; k < a.Length; k++)
        {
            var (inf, sign) = (a[k].IsInf | b[k].IsInf, a[k].Sign ^ b[k].Sign);
            nan |= a[k].IsNaN | b[k].IsNaN | (a[k].IsInf & b[k].IsZero) | (b[k].IsInf & a[k].IsZero);
            (positive, negative) = (positive | (inf & !sign), negative | (inf & sign));
        }
        return (nan | (positive & negative), positive, negative);
    }

    /// <summary>The one rounding, to FP32. |Sum| is below 2^width.</summary>
    public static T Round<T>(DotSum<T> dot, int width) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var offset = f.Bias + width - 1;
        var magnitude = dot.Sum.Abs().Fits(Interval.UInt(width), "the width of a sum of products");
        var rounded = Float.RoundedAny(f, dot.Exponent + offset, magnitude, width);
        var inf = dot.IsPositiveInf | dot.IsNegativeInf;
        return Arithmetic.Result(f, dot.IsNaN, inf, inf.Mux(dot.IsNegativeInf, dot.Sum < 0), rounded);
    }
}
