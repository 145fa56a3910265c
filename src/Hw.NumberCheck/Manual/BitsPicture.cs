using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>How a format lies in its bits, the most significant on the left, as hardware manuals draw it.</summary>
static class BitsPicture
{
    const double Left = 20, Top = 30, Height = 34;

    public static string Draw(NumberFormat format)
    {
        var cell = Math.Min(44, 704.0 / format.Width);
        var svg = new Svg((int)Math.Max(2 * Left + format.Width * cell, 480), 108);
        var high = format.Width - 1;
        foreach (var (name, bits, colour) in Fields(format))
        {
            var (x, width) = (Left + (format.Width - 1 - high) * cell, bits * cell);
            svg.Box(x, Top, width, Height, colour, Svg.Pale);
            for (var k = 1; k < bits; k++) svg.Line(x + k * cell, Top + Height - 7, x + k * cell, Top + Height, Svg.Pale);
            svg.Text(x + cell / 2, Top - 8, $"{high}", size: 11, fill: Svg.Pale);
            if (bits > 1) svg.Text(x + width - cell / 2, Top - 8, $"{high - bits + 1}", size: 11, fill: Svg.Pale);
            // a field too narrow for its name carries the initial, and the name stands below
            var fits = Svg.WidthOf(name) < width;
            svg.Text(x + width / 2, Top + 21, fits ? name : name[..1], bold: true);
            svg.Text(x + width / 2, Top + Height + 17, $"{bits}", size: 11, fill: Svg.Pale);
            high -= bits;
        }
        svg.Text(Left, Top + Height + 37, Meaning(format), "start", 11, Svg.Pale);
        return svg.Done();
    }

    static (string Name, int Bits, string Colour)[] Fields(NumberFormat format) => format switch
    {
        FloatFormat f => [("sign", 1, Svg.Sand), ("exponent", f.ExponentBits, Svg.Sky), ("fraction", f.FractionBits, Svg.Leaf)],
        ScaleFormat => [("exponent", format.Width, Svg.Sky)],
        _ => [("two's complement", format.Width, Svg.Leaf)],
    };

    static string Meaning(NumberFormat format) => format switch
    {
        FloatFormat f => $"normal: ±1.f · 2^(e − {f.Bias}); subnormal, e = 0: ±0.f · {Svg.Power(1 - f.Bias)}",
        ScaleFormat => $"2^(e − {ScaleFormat.Bias}); e = {ScaleFormat.NaN} is NaN",
        _ => Notation.Range(format),
    };

    /// <summary>A block: its scale, its first elements, its last.</summary>
    public static string Draw(BlockFormat b)
    {
        const double width = 84;
        var svg = new Svg((int)(2 * Left + width * 6.5), 108);
        Cell(0, "scale", $"{b.Scale}, {b.Scale.Width} bits", Svg.Sky);
        for (var k = 0; k < 3; k++) Cell(1 + k, $"element {k}", $"{b.Element}, {b.Element.Width} bits", Svg.Leaf);
        svg.Text(Left + width * 4.75, Top + 21, "…");
        Cell(5.5, $"element {b.Block - 1}", $"{b.Element}, {b.Element.Width} bits", Svg.Leaf);
        svg.Text(Left, Top + Height + 37, $"value = element · scale{(b.ElementFraction > 0 ? $" · {Svg.Power(-b.ElementFraction)}" : "")}", "start", 11, Svg.Pale);
        return svg.Done();

        void Cell(double at, string name, string format, string colour)
        {
            svg.Box(Left + at * width, Top, width, Height, colour, Svg.Pale);
            svg.Text(Left + (at + 0.5) * width, Top + 21, name, bold: true);
            svg.Text(Left + (at + 0.5) * width, Top + Height + 17, format, size: 10, fill: Svg.Pale);
        }
    }
}
