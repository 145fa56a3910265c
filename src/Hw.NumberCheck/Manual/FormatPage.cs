using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>The page of one number format: its bits, its range, every value where they are few, and the rounding into it. Figures come from the format, none is typed.</summary>
static class FormatPage
{
    public static readonly IReadOnlyList<NumberFormat> Formats =
    [
        FloatFormat.Fp32, FloatFormat.Bf16, FloatFormat.Fp16, FloatFormat.E5M2, FloatFormat.E4M3, FloatFormat.E3M2, FloatFormat.E2M3, FloatFormat.E2M1,
        ScaleFormat.E8M0, IntegerFormat.Int8, IntegerFormat.Int4, IntegerFormat.Int32,
    ];

    public static string Path(string format) => $"formats/{format}.md";

    /// <summary>A link to the format's page; flags have none.</summary>
    /// <param name="up">The way to the manual's folder.</param>
    public static string Link(NumberFormat format, string up = "") => Formats.Contains(format) ? $"[{format}]({up}{Path(format.Name)})" : format.Name;

    public static string Write(NumberFormat format)
    {
        var line = format.Width <= 8 ? $"![The values of {format} on a line](../pictures/{format}-values.svg)\n\n" : "";
        var trip = format is FloatFormat f && f != FloatFormat.Fp32 ? $"## Measured\n\n![Relative error of fp32 → {format} → fp32](../pictures/{format}-round-trip.svg)\n\n" : "";
        return $"""
            # {format}

            Generated from the definition of the format: edit the C#, then `make gen`. [All formats and functions](../index.md)

            ![The bits of {format}](../pictures/{format}-bits.svg)

            | | pattern | value |
            |---|---|---|
            {Facts(format)}
            ## Rounding and overflow

            {Rules(format)}
            {trip}{(format.Width <= 8 ? $"## Values\n\n{line}{Values(format)}\n" : "")}## Where it is used

            {Users(f => f.Takes.Concat(f.Gives).Any(o => o.Format == format))}
            """;
    }

    /// <summary>Links to the functions that have the property.</summary>
    public static string Users(Func<NumberFunction, bool> has) =>
        string.Join(", ", NumberFunctions.All.Where(has).Select(f => $"[{f.Name}](../{FunctionPage.Path(f)})")) is { Length: > 0 } links ? links + "\n" : "No function of the library.\n";

    static string Rules(NumberFormat format) => format switch
    {
        ScaleFormat => Contract.Quote("Blocks", "**quantize** to an MX", "**dequantize**"),
        IntegerFormat => Contract.Quote("Conversions", "Float to int32"),
        _ => Contract.Quote("Conversions", "Float to float", "Overflow", "NaN converts"),
    };

    static string Facts(NumberFormat format) => format switch
    {
        FloatFormat f => Facts(f),
        ScaleFormat => $"| smallest | `0x00` | 2^-127 = {Notation.Value(format, 0)} |\n"
            + $"| one | `0x7F` | 1 |\n| largest | `0xFE` | 2^127 = {Notation.Value(format, 0xFE)} |\n| NaN | `0xFF` | |\n| zero, Inf, sign | | none |\n",
        _ => string.Concat(new (string, long)[] { ("smallest", (long)format.Range.Min), ("largest", (long)format.Range.Max), ("minus one", -1) }
            .Select(v => $"| {v.Item1} | `0x{Tables.Bits(format, v.Item2)}` | {Exact(v.Item2)} |\n")),
    };

    static string Facts(FloatFormat f)
    {
        var numbers = f.Largest + 1;
        var specials = (1L << (f.Width - 1)) - numbers - (f.HasInf ? 1 : 0);
        return string.Concat(
            $"| sign, exponent, fraction | | 1, {f.ExponentBits}, {f.FractionBits} bits; bias {f.Bias} |\n",
            Row("largest", f, f.Largest), Row("smallest normal", f, 1L << f.FractionBits), Row("smallest subnormal", f, 1), Row("one", f, Patterns.One(f)),
            $"| epsilon, from 1 to the next | `0x{Tables.Bits(f, Patterns.One(f) + 1)}` | 2^-{f.FractionBits} = {Number(Math.ScaleB(1, -f.FractionBits))} |\n",
            $"| zeros | `0x{Tables.Bits(f, 0)}` `0x{Tables.Bits(f, f.SignBit)}` | +0, −0 |\n",
            f.HasInf ? $"| Inf | `0x{Tables.Bits(f, f.Infinity)}` `0x{Tables.Bits(f, f.Infinity | f.SignBit)}` | +Inf, −Inf |\n" : "| Inf | | none |\n",
            f.HasNaN ? $"| canonical NaN | `0x{Tables.Bits(f, f.CanonicalNaN)}` | one of {Exact(2 * specials)} NaN patterns |\n" : "| NaN | | none; NaN converts to +0 |\n",
            $"| finite patterns | | {Exact(2 * numbers)} of {Exact(1L << f.Width)} |\n");
    }

    static string Row(string name, FloatFormat f, long pattern)
    {
        var value = Notation.Real(f, pattern);
        var exponent = Math.ILogB(value);
        var significand = Math.ScaleB(value, -exponent);
        var power = exponent == 0 ? "" : $"{(significand == 1 ? "" : $"{Number(significand)} · ")}2^{exponent} = ";
        return $"| {name} | `0x{Tables.Bits(f, pattern)}` | {power}{Number(value)} |\n";
    }

    static string Exact(long value) => value.ToString("N0");
    static string Number(double value) => value.ToString("g9");

    /// <summary>Every value: a list where they are few, else a square of sixteen rows by the high and the low digit of the pattern.</summary>
    static string Values(NumberFormat format)
    {
        var count = 1 << format.Width;
        var across = format.Width <= 6 ? 8 : 16;
        var text = "The pattern is the row's number plus the column's.\n\n"
            + $"| | {string.Join(" | ", Enumerable.Range(0, across).Select(c => $"+{c:X}"))} |\n|---|{string.Concat(Enumerable.Repeat("---:|", across))}\n";
        for (var row = 0; row < count; row += across)
            text += $"| **0x{Tables.Bits(format, row)}** | {string.Join(" | ", Enumerable.Range(row, across).Select(p => Notation.Value(format, Pattern(format, p))))} |\n";
        return text;
    }

    /// <summary>Bits as the integer that stands for them.</summary>
    static long Pattern(NumberFormat format, long bits) => format is IntegerFormat && bits > (long)format.Range.Max ? bits - (1L << format.Width) : bits;
}
