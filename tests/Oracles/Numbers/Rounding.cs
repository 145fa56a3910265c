using System.Numerics;

namespace Hw.Oracles;

/// <summary>
/// The one rounding: a value to the bits of a format, to nearest, ties to even. Beyond the largest: Inf, or ±largest where the
/// format has no Inf or the rounding saturates. Flushing: rounded with unbounded exponent, then below the smallest normal it is ±0.
/// </summary>
static class Rounding
{
    public static long Round(Number number, FloatFormat format, bool saturating = false, bool flush = false)
    {
        if (number.IsNaN) return format.CanonicalNaN;
        var sign = number.Negative ? format.SignBit : 0;
        if (number.IsInfinite) return sign | Overflow(format, saturating);
        if (number.IsZero) return sign;

        var magnitude = number.Value.Abs;
        var binade = magnitude.Binade();
        var unit = (flush ? binade : Math.Max(binade, format.MinExponent)) - format.FractionBits;
        var rounded = new Exact((magnitude * Exact.Pow2(-unit)).Nearest(), unit);
        if (rounded > format.Largest) return sign | Overflow(format, saturating);
        if (flush && rounded < Exact.Pow2(format.MinExponent)) return sign;
        return sign | Encode(rounded, format);
    }

    static long Overflow(FloatFormat format, bool saturating) =>
        format.HasInfinity && !saturating ? format.Infinity : Encode(format.Largest, format);

    /// <summary>A value ≥ 0 that the format holds exactly.</summary>
    static long Encode(Exact value, FloatFormat format)
    {
        var binade = value.Sign == 0 ? format.MinExponent : Math.Max(value.Binade(), format.MinExponent);
        var fraction = (long)(value * Exact.Pow2(format.FractionBits - binade)).Nearest();
        // A normal's hidden bit adds one to the field, which is stored one too low for it.
        return ((long)(binade + format.Bias - 1) << format.FractionBits) + fraction;
    }

    /// <summary>To a two's complement integer, clamped to the given ends; NaN gives 0.</summary>
    public static long ToInteger(Number number, long smallest, long largest) =>
        number.IsNaN ? 0
        : number.IsInfinite ? number.Negative ? smallest : largest
        : (long)BigInteger.Max(smallest, BigInteger.Min(largest, number.Value.Nearest()));
}
