using System.Globalization;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>How a pattern is written for people: hexadecimal and the value it stands for.</summary>
public static class Notation
{
    public static string Of(NumberFormat format, long pattern) => format switch
    {
        IntegerFormat => pattern.ToString(CultureInfo.InvariantCulture),
        ScaleFormat => pattern == ScaleFormat.NaN ? "0xFF (NaN)" : $"0x{pattern:X2} (2^{pattern - ScaleFormat.Bias})",
        FloatFormat f => $"0x{pattern.ToString("X" + (f.Width + 3) / 4)} ({Value(f, pattern)})",
        _ => $"0x{pattern:X}",
    };

    /// <summary>The value alone: +Inf, NaN, −0, 1.5; integers and scales as numbers too.</summary>
    public static string Value(NumberFormat format, long pattern) => Real(format, pattern) switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "−Inf",
        var value => (double.IsNegative(value) ? "−" : "") + Math.Abs(value).ToString("g9", CultureInfo.InvariantCulture),
    };

    /// <summary>−128 … 127.</summary>
    public static string Range(NumberFormat format) => string.Create(CultureInfo.InvariantCulture, $"{format.Range.Min:N0} … {format.Range.Max:N0}").Replace('-', '−');

    /// <summary>What a pattern stands for; a double holds every value of every format.</summary>
    public static double Real(NumberFormat format, long pattern)
    {
        if (format is ScaleFormat) return pattern == ScaleFormat.NaN ? double.NaN : Math.ScaleB(1, (int)pattern - ScaleFormat.Bias);
        if (format is not FloatFormat f) return pattern;
        var magnitude = pattern & (f.SignBit - 1);
        if (f.HasNaN && magnitude > Math.Max(f.Largest, f.HasInf ? f.Infinity : 0)) return double.NaN;
        var (field, fraction) = (magnitude >> f.FractionBits, magnitude & ((1L << f.FractionBits) - 1));
        var value = f.HasInf && magnitude == f.Infinity ? double.PositiveInfinity
            : Math.ScaleB((field == 0 ? 0 : 1L << f.FractionBits) + fraction, (int)Math.Max(field, 1) - f.Bias - f.FractionBits);
        return (pattern & f.SignBit) != 0 ? -value : value;
    }

    /// <summary>Formats of operands, equal neighbours counted: 32 × int8, 32 × int8.</summary>
    public static string Formats(IReadOnlyList<Operand> operands)
    {
        var parts = new List<(string Format, int Count)>();
        foreach (var operand in operands)
            if (parts.Count > 0 && parts[^1].Format == operand.Format.Name) parts[^1] = (parts[^1].Format, parts[^1].Count + 1);
            else parts.Add((operand.Format.Name, 1));
        return string.Join(", ", parts.Select(p => p.Count == 1 ? p.Format : string.Create(CultureInfo.InvariantCulture, $"{p.Count} × {p.Format}")));
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
