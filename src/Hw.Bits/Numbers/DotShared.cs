namespace Hw.Bits.Numbers;

/// <summary>The element format of a <see cref="DotShared"/>, as conditions: INT8, E4M3, or neither for BF16.</summary>
public readonly record struct DotFormat<T>(T IsInt8, T IsE4M3) where T : struct, IBits<T>;

/// <summary>An element in the form all formats share: ± Significand · 2^Exponent up to a factor that the format fixes. The exponent of a zero is so low
/// that no product with it is ever the largest.</summary>
/// <param name="Significand">8 bits: the magnitude of an INT8, the significand of a BF16, that of an E4M3 at the top.</param>
public readonly record struct DotElement<T>(T Sign, T Exponent, T Significand, T IsZero, T IsInf, T IsNaN) where T : struct, IBits<T>;

/// <summary>32 such elements. What is one bit of each is one word of all, bit k of element k, so that one operation serves 32 elements.</summary>
public readonly record struct DotOperand<T>(T Signs, T Zeros, T Infs, T NaNs, T[] Exponents, T[] Significands) where T : struct, IBits<T>
{
    public static DotOperand<T> Of(ReadOnlySpan<DotElement<T>> elements)
    {
        T signs = 0, zeros = 0, infs = 0, nans = 0;
        for (var k = elements.Length - 1; k >= 0; k--)
            (signs, zeros, infs, nans) = (signs.Join(elements[k].Sign, 1), zeros.Join(elements[k].IsZero, 1), infs.Join(elements[k].IsInf, 1), nans.Join(elements[k].IsNaN, 1));
        var (exponents, significands) = (new T[elements.Length], new T[elements.Length]);
        for (var k = 0; k < elements.Length; k++) (exponents[k], significands[k]) = (elements[k].Exponent, elements[k].Significand);
        return new(signs, zeros, infs, nans, exponents, significands);
    }
}

/// <summary>32 products and what becomes of them: word Signs has the sign of product k in bit k, Largest is the exponent that all of them are moved to.</summary>
public readonly record struct DotTerms<T>(T Signs, T Largest, T IsNaN, T IsPositiveInf, T IsNegativeInf, T[] Products, T[] Distances) where T : struct, IBits<T>
{
    /// <summary>All of it, for a pipeline to end with.</summary>
    public IReadOnlyList<T> Values => [Signs, Largest, IsNaN, IsPositiveInf, IsNegativeInf, .. Products, .. Distances];

    /// <summary>From <see cref="Values"/>.</summary>
    public static DotTerms<T> Of(IReadOnlyList<T> v) => new(v[0], v[1], v[2], v[3], v[4], [.. v.Skip(5).Take(Dot32.Depth)], [.. v.Skip(5 + Dot32.Depth)]);
}

/// <summary>
/// The matrix unit's DOT32: one multiplier of 8 by 8 bits for each element, one shifter, one tree of 43 bits and one rounding, whatever the format.
/// Its results are those of <see cref="Dot"/>, bit for bit, for pairs of INT8, BF16 and E4M3. docs/numerics.md, DOT32.
/// </summary>
public static class DotShared
{
    /// <summary>The operand's 16 bits; of the small formats only the low 8 count.</summary>
    public static readonly Interval Pattern = Interval.UInt16;
    public static readonly Interval Exponent = Interval.Int(9), Significand = Interval.UInt8, Word = Interval.UInt(Dot32.Depth);

    const int ZeroExponent = -256;
    /// <summary>The only exponent of INT8, and the largest sum of two of E4M3.</summary>
    const int ExponentInt8 = 1, LargestE4M3 = 30;
    /// <summary>How far a product stands above the tree's last place. E4M3 needs its last one; BF16 cuts magnitudes four places above it.</summary>
    const int Places = 20, Cut = 4;
    /// <summary>Bits of a product at that place, and of the magnitude of a sum of 32. The tree is two of half the width: an adder is as slow as it is wide.</summary>
    const int TermBits = 16 + Places, Half = TermBits / 2, SumBits = TermBits + 5;

    /// <summary>Enough to move a product out of sight, and all ones: then the shifter is as short as it can be.</summary>
    const int MostPlaces = 63;
    const long Ones = (1L << Half) - 1;

    static readonly FloatFormat fp32 = FloatFormat.Fp32;

    public static DotElement<T> Decode<T>(DotFormat<T> format, T pattern) where T : struct, IBits<T>
    {
        var low = pattern.Slice(7, 0);
        var (bf16, e4m3, isBf16) = (Float.Unpack(FloatFormat.Bf16, pattern), Float.Unpack(FloatFormat.E4M3, low), !(format.IsInt8 | format.IsE4M3));
        var magnitude = low.Bit(7).Mux(256 - low, low).Slice(7, 0);
        var significand = format.IsInt8.Mux(magnitude, format.IsE4M3.Mux(e4m3.Significand << 4, bf16.Significand));
        var isZero = significand == 0;
        var exponent = format.IsInt8.Mux(ExponentInt8, format.IsE4M3.Mux(e4m3.Exponent, bf16.Exponent));
        return new(isBf16.Mux(bf16.Sign, low.Bit(7)), isZero.Mux(ZeroExponent, exponent), significand, isZero, isBf16 & bf16.IsInf, (isBf16 & bf16.IsNaN) | (format.IsE4M3 & e4m3.IsNaN));
    }

    /// <summary>Σ a[k] · b[k]: an FP32 pattern, of INT8 the 32 bits of the integer.</summary>
    public static T Of<T>(DotFormat<T> format, DotOperand<T> a, DotOperand<T> b) where T : struct, IBits<T> => Sum(format, Align(format, a, b));

    /// <summary>The first part: what is multiplied, and how far each product moves down.</summary>
    public static DotTerms<T> Align<T>(DotFormat<T> format, DotOperand<T> a, DotOperand<T> b) where T : struct, IBits<T>
    {
        var n = a.Exponents.Length;
        var (exponents, products, distances) = (new T[n], new T[n], new T[n]);
        for (var k = 0; k < n; k++) exponents[k] = a.Exponents[k] + b.Exponents[k];
        // exact sums are those that are aligned to an exponent which no product exceeds
        var largest = format.IsE4M3.Mux(LargestE4M3, T.Largest(exponents)).Named("largest");
        for (var k = 0; k < n; k++) (products[k], distances[k]) = (a.Significands[k] * b.Significands[k], (largest - exponents[k]).Slice(Float.FieldBits - 1, 0).Min(MostPlaces));
        var signs = a.Signs ^ b.Signs;
        var (nan, positive, negative) = Specials(signs, a, b);
        return new(signs, largest, nan, positive, negative, products, distances);
    }

    /// <summary>The rest: the sum of the terms, rounded.</summary>
    public static T Sum<T>(DotFormat<T> format, DotTerms<T> terms) where T : struct, IBits<T>
    {
        var n = terms.Products.Length;
        var (bits, high, low) = (new T[n], new T[n], new T[n + 1]);
        var kept = format.IsE4M3.Mux(Ones, Ones + 1 - (1 << Cut)).Named("kept");
        for (var k = 0; k < n; k++)
        {
            var magnitude = T.ShiftRight(terms.Products[k] << Places, terms.Distances[k], MostPlaces);
            // −m is the complement of m, and one that all of them add together
            bits[k] = terms.Signs.Bit(k);
            (high[k], low[k]) = ((magnitude >> Half) ^ -bits[k], (magnitude & kept) ^ (-bits[k] & Ones));
        }
        low[n] = T.Sum(bits);
        var lower = T.Sum(low).Named("lower");
        var upper = (T.Sum(high) + (lower >> Half)).Named("upper");
        var (rest, isNegative) = (lower.Slice(Half - 1, 0), upper < 0);
        var magnitudeHigh = isNegative.Mux((rest == 0).Mux(-upper, -1 - upper), upper).Slice(SumBits - Half - 1, 0);
        var sum = magnitudeHigh.Join(isNegative.Mux(Ones + 1 - rest, rest).Slice(Half - 1, 0), Half).Named("sum");
        var exponent = terms.Largest - format.IsE4M3.Mux(LargestE4M3 - ExactPlace, Cut + AlignedPlaces + 2 * FloatFormat.Bf16.Bias);
        var rounded = FloatDot.Round(exponent, sum, isNegative, terms.IsNaN, terms.IsPositiveInf, terms.IsNegativeInf, SumBits);
        return format.IsInt8.Mux((upper >> (Places - Half)).Wrap(Interval.UInt32), rounded).Named("dot");
    }

    /// <summary>Places that an aligned product keeps below the largest exponent, and the power of two of the exact sum's last place.</summary>
    const int AlignedPlaces = 30, ExactPlace = 2 - 2 * 3 - 2 * 7;

    static (T IsNaN, T IsPositiveInf, T IsNegativeInf) Specials<T>(T signs, DotOperand<T> a, DotOperand<T> b) where T : struct, IBits<T>
    {
        var infs = a.Infs | b.Infs;
        var nans = a.NaNs | b.NaNs | (a.Infs & b.Zeros) | (b.Infs & a.Zeros);
        var (negative, positive) = ((infs & signs) != 0, (infs & (signs ^ (long)uint.MaxValue)) != 0);
        return ((nans != 0) | (positive & negative), positive, negative);
    }

    /// <summary>α · accumulator where the instruction scales, else the accumulator as it is.</summary>
    public static T Scaled<T>(T scales, T alpha, T accumulator) where T : struct, IBits<T> =>
        scales.Mux(Arithmetic.Multiply(fp32, alpha, accumulator), accumulator).Named("scaled");

    /// <summary>One step of an accumulator: INT32 saturates, FP32 is rounded.</summary>
    public static T Accumulated<T>(T isInt8, T accumulator, T dot) where T : struct, IBits<T> =>
        isInt8.Mux(Dot32.Accumulate(accumulator.Wrap(Interval.Int32), dot.Wrap(Interval.Int32)).Wrap(Interval.UInt32), Arithmetic.Add(fp32, accumulator, dot)).Named("total");
}
