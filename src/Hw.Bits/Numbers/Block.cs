namespace Hw.Bits.Numbers;

/// <summary>Blocks of FP32 values to elements with a shared scale, and back. docs/numerics.md, Blocks; OCP Microscaling 1.0 §6.3.</summary>
public static class Block
{
    static readonly FloatFormat F = FloatFormat.Fp32;

    /// <summary>The largest magnitude, NaN if any is NaN.</summary>
    public static T Amax<T>(ReadOnlySpan<T> values) where T : struct, IBits<T>
    {
        var largest = Largest(values);
        return (largest > F.Infinity).Mux(F.CanonicalNaN, largest);
    }

    /// <summary>The largest magnitude pattern: a NaN's is above Inf, and that above every number's.</summary>
    static T Largest<T>(ReadOnlySpan<T> values) where T : struct, IBits<T>
    {
        var magnitudes = new Row<T>();
        for (var k = 0; k < values.Length; k++) magnitudes[k] = Float.Magnitude(F, values[k]);
        return T.Largest(magnitudes[..values.Length]).Named("amax");
    }

    /// <summary>Fills elements (as many as values) and gives their scale.</summary>
    public static T Quantize<T>(BlockFormat format, ReadOnlySpan<T> values, Span<T> elements) where T : struct, IBits<T>
    {
        var amax = Largest(values);
        var broken = amax >= F.Infinity;
        return format.Scale is FloatFormat ? ToFloatScale(format, amax, broken, values, elements) : ToPowerScale(format, amax, broken, values, elements);
    }

    static T ToPowerScale<T>(BlockFormat format, T amax, T broken, ReadOnlySpan<T> values, Span<T> elements) where T : struct, IBits<T>
    {
        // the scale's pattern is amax's exponent field less the element's largest exponent; a subnormal amax is below every scale
        var emax = format.Element is FloatFormat f ? f.LargestExponent : 0;
        var scale = (amax.Slice(F.Width - 2, F.FractionBits) - emax).Max(0).Named("scale");
        for (var k = 0; k < values.Length; k++)
        {
            var x = Float.Unpack(F, values[k]);
            var exponent = (x.Exponent - scale).Min(emax + 1);           // of v / 2^s; more only in a block with Inf or NaN
            elements[k] = broken.Mux(0, format.Element is FloatFormat e
                ? Float.RoundAny(e, x.Sign, exponent + e.Bias, x.Significand, F.FractionBits + 1, saturate: true) : Integer(format, x, exponent));
        }
        return broken.Mux(ScaleFormat.NaN, scale);
    }

    /// <summary>The quotient in units of 2^-fraction, to nearest even, within ± the largest positive element.</summary>
    static T Integer<T>(BlockFormat format, Parts<T> x, T exponent) where T : struct, IBits<T>
    {
        var places = F.FractionBits - format.ElementFraction;
        var magnitude = (x.Significand << 2).ShiftRightSticky((places - exponent).Min(F.FractionBits + 4), F.FractionBits + 4).RoundShiftRight(2);
        var limited = magnitude.Min((long)format.Element.Range.Max);
        return x.Sign.Mux(-limited, limited);
    }

    static T ToFloatScale<T>(BlockFormat format, T amax, T broken, ReadOnlySpan<T> values, Span<T> elements) where T : struct, IBits<T>
    {
        var (fs, fe) = ((FloatFormat)format.Scale, (FloatFormat)format.Element);
        var scale = Sixth(fs, amax).Named("scale");
        var s = Float.Unpack(fs, scale);
        for (var k = 0; k < values.Length; k++)
        {
            var magnitude = (scale == 0).Mux(0, Quotient(Float.Unpack(F, values[k]), s));
            elements[k] = broken.Mux(0, Float.Pack(fe, Float.Sign(F, values[k]), magnitude));
        }
        return broken.Mux(fs.CanonicalNaN, scale);
    }

    /// <summary>amax / 6, where 6 is the largest E2M1 number; one rounding, saturating.</summary>
    static T Sixth<T>(FloatFormat to, T amax) where T : struct, IBits<T>
    {
        var x = Float.Unpack(F, amax);
        const int width = 26;
        var dividend = x.Significand << (width - F.FractionBits - 1);
        var third = ((dividend * ThirdOf) >> ThirdShift).Fits(Interval.UInt(width - 1), "a third");
        var significand = third.Join(third * 3 != dividend, 1);
        // divided by 3 and by 2; the top bit of 26 stands for a quarter of what amax's top bit stood for
        var exponent = x.Exponent + (to.Bias - F.Bias - 2);
        return Float.RoundAny(to, 0, exponent, significand, width, saturate: true);
    }

    /// <summary>⌊n · ThirdOf / 2^ThirdShift⌋ = ⌊n / 3⌋ for n below 2^27.</summary>
    const long ThirdOf = 178_956_971;
    const int ThirdShift = 29;

    /// <summary>Halfway points between neighbouring E2M1 magnitudes 0, ½, 1, 1½, 2, 3, 4, 6, in quarters.</summary>
    static readonly long[] Halfway = [1, 3, 5, 7, 10, 14, 20];

    /// <summary>|v| / scale to nearest even in E2M1, without a division: |v| is compared with every halfway point times the scale.</summary>
    static T Quotient<T>(Parts<T> v, Parts<T> scale) where T : struct, IBits<T>
    {
        // both in units of half a quarter of the scale's last place; below that a sticky bit is enough
        const int units = 137;   // FP32's last place 127 + 23 places down, the scale's 7 + 3, two for the quarter, one for the half
        var down = (scale.Exponent + units - v.Exponent).Max(0).Min(F.FractionBits + 2);
        var quotient = v.Significand.ShiftRightSticky(down, F.FractionBits + 2).Named("quotient");
        var code = T.Constant(0);
        for (var k = 0; k < Halfway.Length; k++)
        {
            var point = (scale.Significand * Halfway[k]) << 1;
            code += k % 2 == 0 ? quotient > point : quotient >= point;   // a tie goes to the even code
        }
        return code.Fits(Interval.UInt(3), "seven points");
    }

    /// <summary>element · scale as FP32, rounded once.</summary>
    public static T Dequantize<T>(BlockFormat format, T element, T scale) where T : struct, IBits<T>
    {
        if (format.Scale is FloatFormat fs) return Product((FloatFormat)format.Element, fs, element, scale);
        var (value, nan) = format.Element is FloatFormat f
            ? Scaled(f, Float.Unpack(f, element), scale) : (ScaledInteger(format, element, scale), T.Constant(0));
        return (nan | (scale == ScaleFormat.NaN)).Mux(F.CanonicalNaN, value);
    }

    static (T Value, T IsNaN) Scaled<T>(FloatFormat f, Parts<T> x, T scale) where T : struct, IBits<T>
    {
        var value = Float.RoundAny(F, x.Sign, x.Exponent - f.Bias + scale, x.Significand, f.FractionBits + 1);
        return (x.IsInf.Mux(Float.Infinity(F, x.Sign), value), x.IsNaN);
    }

    static T ScaledInteger<T>(BlockFormat format, T element, T scale) where T : struct, IBits<T>
    {
        var top = format.Element.Width - 1 - format.ElementFraction;
        return Float.RoundAny(F, element < 0, scale + top, element.Abs(), format.Element.Width);
    }

    static T Product<T>(FloatFormat fe, FloatFormat fs, T element, T scale) where T : struct, IBits<T>
    {
        var (x, s) = (Float.Unpack(fe, element), Float.Unpack(fs, scale));
        var offset = F.Bias + 1 - fe.Bias - fs.Bias;
        var value = Float.RoundAny(F, x.Sign ^ s.Sign, x.Exponent + s.Exponent + offset,
            x.Significand * s.Significand, fe.FractionBits + fs.FractionBits + 2);
        return s.IsNaN.Mux(F.CanonicalNaN, value);
    }
}
