using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>The page of one block format: how elements share a scale, and how much of a signal is left after it.</summary>
static class BlockPage
{
    public static string Write(BlockFormat b)
    {
        var power = b.Scale is ScaleFormat;
        var largest = Largest(b);
        return $"""
            # {b.Name}

            {b.Block} elements of {FormatPage.Link(b.Element, "../")}{(b.ElementFraction > 0 ? $" · 2^-{b.ElementFraction}" : "")} with one scale in {FormatPage.Link(b.Scale, "../")}.

            Generated from the definition of the format: edit the C#, then `make gen`. [All formats and functions](../index.md)

            ![The bits of {b.Name}](../pictures/{b.Name}-bits.svg)

            | | |
            |---|---|
            | bits of a block | {b.Block * b.Element.Width + b.Scale.Width} |
            | bits for one value, its share of the scale included | {BitsPerValue(b)} |
            | largest magnitude: largest element · largest scale | {largest.Element} · {(power ? $"2^{ScaleFormat.NaN - 1 - ScaleFormat.Bias}" : $"{largest.Scale}")} |
            | smallest magnitude above 0 | {largest.Smallest} · {(power ? $"2^-{ScaleFormat.Bias}" : $"{Notation.Real(b.Scale, 1)}")} |
            | a block that holds NaN or Inf | scale `0x{(power ? ScaleFormat.NaN : ((FloatFormat)b.Scale).CanonicalNaN):X2}`, elements 0 |

            ## Rounding and overflow

            {Contract.Quote("Blocks", power ? "**quantize** to an MX" : "**quantize** to nvfp4", "**dequantize**")}
            ## Measured

            {SqnrPlot.Sentence(b)} All block formats are compared in [the index](../index.md#block-formats).

            ## Where it is used

            {FormatPage.Users(f => Uses(f, b))}
            """;
    }

    static bool Uses(NumberFunction f, BlockFormat b) =>
        f is QuantizeFunction q && q.Format == b || f is DequantizeFunction d && d.Format == b || f is DotFunction { Pair: var p } && (p.ScalesA == b || p.ScalesB == b);

    public static double BitsPerValue(BlockFormat b) => b.Element.Width + (double)b.Scale.Width / b.Block;

    static (double Element, double Scale, double Smallest) Largest(BlockFormat b)
    {
        var unit = Math.ScaleB(1, -b.ElementFraction);
        return (b.Element is FloatFormat f ? Notation.Real(f, f.Largest) : (double)b.Element.Range.Max * unit,
            b.Scale is FloatFormat s ? Notation.Real(s, s.Largest) : 0, Notation.Real(b.Element, 1) * unit);
    }
}
