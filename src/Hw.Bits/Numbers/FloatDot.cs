using System.Runtime.CompilerServices;

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

    public static DotSum<T> Of<T>(FloatFormat fa, FloatFormat fb, bool aligned, ref readonly DotRow<T> a, ref readonly DotRow<T> b) where T : struct, IBits<T>
    {
        var fractions = fa.FractionBits + fb.FractionBits;
        var (sum, exponent) = aligned ? Aligned<T>(Places - fractions, a.Signs, a.Exponents, a.Significands, b.Signs, b.Exponents, b.Significands)
            : (Exact<T>(a.Signs, a.Exponents, a.Significands, b.Signs, b.Exponents, b.Significands), T.Constant(2 - fractions));
        var (nan, positive, negative) = a.HasSpecials || b.HasSpecials ? Specials(in a, in b) : (0, 0, 0);
        return new(sum, exponent - (fa.Bias + fb.Bias), nan, positive, negative);
    }

    /// <summary>Σ ± sa·sb · 2^(ea + eb − 2).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]     // in a caller with more to do the compiler would keep its vectors in memory
    static T Exact<T>(ReadOnlySpan<T> ga, ReadOnlySpan<T> ea, ReadOnlySpan<T> sa, ReadOnlySpan<T> gb, ReadOnlySpan<T> eb, ReadOnlySpan<T> sb) where T : struct, IBits<T>
    {
        Unsafe.SkipInit(out Row<T> terms);
        for (var k = 0; k < sa.Length; k++)
        {
            var magnitude = T.ShiftLeft(sa[k] * sb[k], ea[k] + eb[k] - 2, 60);
            terms[k] = (ga[k] ^ gb[k]).Mux(-magnitude, magnitude);
        }
        return T.Sum(terms[..sa.Length]);
    }

    /// <summary>Σ ± sa·sb · 2^spare, each magnitude moved down to the largest exponent; and the exponent of the sum's last place, less the biases.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static (T Sum, T Exponent) Aligned<T>(int spare, ReadOnlySpan<T> ga, ReadOnlySpan<T> ea, ReadOnlySpan<T> sa, ReadOnlySpan<T> gb, ReadOnlySpan<T> eb, ReadOnlySpan<T> sb)
        where T : struct, IBits<T>
    {
        Unsafe.SkipInit(out Row<T> products);
        Unsafe.SkipInit(out Row<T> exponents);
        for (var k = 0; k < sa.Length; k++)
        {
            products[k] = sa[k] * sb[k];
            exponents[k] = (products[k] == 0).Mux(2, ea[k] + eb[k]);       // 2 is the smallest there is: a zero product takes no part
        }
        var largest = T.Largest(exponents[..sa.Length]).Named("largest");
        for (var k = 0; k < sa.Length; k++)
        {
            var distance = (largest - exponents[k]).Slice(Float.FieldBits - 1, 0);
            var magnitude = T.ShiftRight(products[k] << spare, distance, (1 << Float.FieldBits) - 1);
            products[k] = (ga[k] ^ gb[k]).Mux(-magnitude, magnitude);
        }
        return (T.Sum(products[..sa.Length]).Named("sum"), largest - Places);
    }

    static (T IsNaN, T IsPositiveInf, T IsNegativeInf) Specials<T>(ref readonly DotRow<T> a, ref readonly DotRow<T> b) where T : struct, IBits<T>
    {
        T nan = 0, positive = 0, negative = 0;
        for (var k = 0; k < a.Count; k++)
        {
            var (inf, sign) = (a.Infs[k] | b.Infs[k], a.Signs[k] ^ b.Signs[k]);
            nan |= a.NaNs[k] | b.NaNs[k] | (a.Infs[k] & (b.Significands[k] == 0)) | (b.Infs[k] & (a.Significands[k] == 0));
            (positive, negative) = (positive | (inf & !sign), negative | (inf & sign));
        }
        return (nan | (positive & negative), positive, negative);
    }

    /// <summary>The one rounding, to FP32. |Sum| is below 2^width.</summary>
    public static T Round<T>(DotSum<T> dot, int width) where T : struct, IBits<T> =>
        Round(dot.Exponent, dot.Sum.Abs().Slice(width - 1, 0), dot.Sum < 0, dot.IsNaN, dot.IsPositiveInf, dot.IsNegativeInf, width);

    /// <summary>The same of a sum that is magnitude and sign.</summary>
    public static T Round<T>(T exponent, T magnitude, T isNegative, T isNaN, T isPositiveInf, T isNegativeInf, int width) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var rounded = Float.RoundedAny(f, exponent + (f.Bias + width - 1), magnitude, width);
        var inf = isPositiveInf | isNegativeInf;
        return Arithmetic.Result(f, isNaN, inf, inf.Mux(isNegativeInf, isNegative), rounded);
    }
}
