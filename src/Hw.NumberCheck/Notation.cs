using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>How a pattern is written for people: hexadecimal and the value it stands for.</summary>
public static class Notation
{
    public static string Of(NumberFormat format, long pattern) => format switch
    {
        IntegerFormat => pattern.ToString(),
        ScaleFormat => pattern == ScaleFormat.NaN ? "0xFF (NaN)" : $"0x{pattern:X2} (2^{pattern - ScaleFormat.Bias})",
        FloatFormat f => $"0x{pattern.ToString("X" + (f.Width + 3) / 4)} ({Value(f, pattern)})",
        _ => $"0x{pattern:X}",
    };

    static string Value(FloatFormat f, long pattern)
    {
        var negative = (pattern & f.SignBit) != 0;
        var magnitude = pattern & (f.SignBit - 1);
        if (f.HasNaN && magnitude > Math.Max(f.Largest, f.HasInf ? f.Infinity : 0)) return "NaN";
        if (f.HasInf && magnitude == f.Infinity) return negative ? "−Inf" : "+Inf";
        var (field, fraction) = (magnitude >> f.FractionBits, magnitude & ((1L << f.FractionBits) - 1));
        var value = Math.ScaleB((field == 0 ? 0 : 1L << f.FractionBits) + fraction, (int)Math.Max(field, 1) - f.Bias - f.FractionBits);
        return (negative ? "−" : "") + value.ToString("g9", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The operands of a case; of a long row, only the first that differ from 0.</summary>
    public static string Case(NumberFunction function, ReadOnlySpan<long> takes)
    {
        var shown = new List<string>();
        for (var k = 0; k < takes.Length; k++)
            if (takes.Length <= 4 || takes[k] != 0) shown.Add($"{function.Takes[k].Name} = {Of(function.Takes[k].Format, takes[k])}");
        return shown.Count == 0 ? "all 0" : string.Join(", ", shown.Take(8)) + (shown.Count > 8 ? $", and {shown.Count - 8} more" : "");
    }

    /// <summary>The results that differ from the ones expected, as they should be.</summary>
    public static string Results(NumberFunction function, ReadOnlySpan<long> expected, ReadOnlySpan<long> gives) => Differing(function, expected, expected, gives);

    /// <summary>The results that differ from the ones expected, as they are.</summary>
    public static string Wrong(NumberFunction function, ReadOnlySpan<long> expected, ReadOnlySpan<long> gives) => Differing(function, gives, expected, gives);

    public static string All(NumberFunction function, ReadOnlySpan<long> gives) => Differing(function, gives, gives, []);

    static string Differing(NumberFunction function, ReadOnlySpan<long> shown, ReadOnlySpan<long> expected, ReadOnlySpan<long> gives)
    {
        var parts = new List<string>();
        for (var k = 0; k < shown.Length; k++)
            if (gives.Length == 0 || expected[k] != gives[k]) parts.Add($"{function.Gives[k].Name} = {Of(function.Gives[k].Format, shown[k])}");
        return string.Join(", ", parts.Take(8)) + (parts.Count > 8 ? $", and {parts.Count - 8} more" : "");
    }
}
