namespace Hw.Oracles;

/// <summary>
/// Any float to any float, float to integer, integer to float: the exact value, rounded once. e8m0 is read (a scale is a
/// power of two) but never written: it has neither zero nor sign, and only quantization makes one.
/// </summary>
public static class ConversionOracle
{
    /// <summary>Formats by their names in docs/numerics.md. <paramref name="saturating"/>: no Inf comes out, also where the target has one.</summary>
    public static long Convert(string from, string to, long bits, bool saturating = false)
    {
        var value = Decode(from, bits);
        if (IntegerFormat.Bits(to) is not { } width) return Rounding.Round(value, FloatFormat.Named(to), saturating);
        if (IntegerFormat.Bits(from) is not null) throw new ArgumentException($"{from} to {to}: the contract converts no integers to integers.");
        var (smallest, largest) = IntegerFormat.Range(width);
        return Rounding.ToInteger(value, smallest, largest);
    }

    internal static Number Decode(string format, long bits) =>
        IntegerFormat.Bits(format) is { } width ? Number.Of(new(IntegerFormat.Decode(bits, width)))
        : format == "e8m0" ? Scale(bits)
        : FloatFormat.Named(format).Decode(bits);

    static Number Scale(long bits) => bits switch
    {
        0xFF => Number.NaN,
        >= 0 and < 0xFF => Number.Of(Exact.Pow2((int)bits - 127)),
        _ => throw new ArgumentException($"0x{bits:X} does not fit the 8 bits of e8m0."),
    };
}
