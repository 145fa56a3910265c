namespace Hw.Oracles;

/// <summary>
/// <see cref="ConversionOracle"/> in doubles. Every value of every format is a double (24 bits, exponents −149 … 128), scaling by a power
/// of two is exact, and Math.Round to an integer is to nearest even; so the one rounding is Math.Round, and nothing before it rounds.
/// </summary>
public static class FastConversionOracle
{
    public static long Convert(string from, string to, long bits, bool saturating = false)
    {
        if (FloatFormat.Exists(to)) return Round(Decode(from, bits), FloatFormat.Named(to), saturating);
        if (IntegerFormat.Bits(to) is not { } width || IntegerFormat.Bits(from) is not null)
            return ConversionOracle.Convert(from, to, bits, saturating); // which says why not
        var ((smallest, largest), value) = (IntegerFormat.Range(width), Decode(from, bits));
        return double.IsNaN(value) ? 0 : (long)Math.Clamp(Math.Round(value, MidpointRounding.ToEven), smallest, largest);
    }

    internal static double Decode(string format, long bits) =>
        IntegerFormat.Bits(format) is { } width ? IntegerFormat.Decode(bits, width)
        : format == "e8m0" ? E8m0(bits)
        : Decode(FloatFormat.Named(format), bits);

    internal static double E8m0(long bits) => bits == 0xFF ? double.NaN : Pow2((int)bits - 127);

    internal static double Decode(FloatFormat format, long bits)
    {
        var (negative, field, fraction) = format.Split(bits);
        var magnitude = (bits & ~format.SignBit) > format.LargestBits ? format.HasInfinity && fraction == 0 ? double.PositiveInfinity : double.NaN
            : ((field == 0 ? 0 : 1L << format.FractionBits) + fraction) * Pow2(Math.Max(field, 1) - format.Bias - format.FractionBits);
        return negative ? -magnitude : magnitude;
    }

    internal static long Round(double value, FloatFormat format, bool saturating)
    {
        if (double.IsNaN(value)) return format.CanonicalNaN;
        var sign = double.IsNegative(value) ? format.SignBit : 0;
        var magnitude = Math.Abs(value);
        if (magnitude == 0) return sign;
        var largest = format.LargestBits;
        if (double.IsInfinity(magnitude)) return sign | (format.HasInfinity && !saturating ? format.Infinity : largest);

        var unit = Math.Max(Binade(magnitude), format.MinExponent) - format.FractionBits;
        // The bits of the formats are ordered as their values are, and Inf stands where the next number would.
        var bits = Encode(Math.Round(magnitude * Pow2(-unit), MidpointRounding.ToEven) * Pow2(unit), format);
        return sign | (bits <= largest ? bits : format.HasInfinity && !saturating ? format.Infinity : largest);
    }

    static long Encode(double value, FloatFormat format)
    {
        var binade = value == 0 ? format.MinExponent : Math.Max(Binade(value), format.MinExponent);
        return ((long)(binade + format.Bias - 1) << format.FractionBits) + (long)(value * Pow2(format.FractionBits - binade));
    }

    /// <summary>⌊log2⌋ of a normal double.</summary>
    static int Binade(double value) => (int)(BitConverter.DoubleToInt64Bits(value) >> 52 & 0x7FF) - 1023;

    internal static double Pow2(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
