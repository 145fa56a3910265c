using System.Text;

namespace Hw.Isa;

/// <summary>A picture being drawn, on a white ground that it brings along: it reads alike on light and dark pages, and in grey. Lengths are pixels, to a tenth.</summary>
sealed class Picture
{
    public const string Ink = "#1a202c", Pale = "#4a5568", Rule = "#2d3748", Grid = "#a0aec0", White = "#ffffff", Fixed = "#dbe4ee", Operand = "#ffffff", Semaphore = "#fdf0d0", Taken = "#bcd3ea";

    readonly StringBuilder text = new();
    readonly string id;

    /// <param name="id">Makes the names inside unique on a page that holds several pictures.</param>
    public Picture(string id, double width, double height, string title)
    {
        this.id = id;
        text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Px(width)} {Px(height)}\" width=\"{Px(width)}\" height=\"{Px(height)}\" font-family=\"DejaVu Sans, Verdana, Helvetica, Arial, sans-serif\" font-size=\"12\">\n<title>{Paths.Xml(Paths.Flat(title))}</title>\n<defs>\n");
        Hatch(Policy.MustBeZero, 6, "M0 6L6 0M-1.5 1.5L1.5 -1.5M4.5 7.5L7.5 4.5");
        Hatch(Policy.Trap, 6, "M0 6L6 0M0 0L6 6");
        Hatch(Policy.Hint, 6, "M2.5 3L3.5 3");
        Hatch(Policy.Custom, 5, "M2.5 0L2.5 5");
        text.Append("</defs>\n");
        Box(0, 0, width, height, White);
    }

    void Hatch(Policy policy, int size, string d) => text.Append(
        $"<pattern id=\"{id}-{policy}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\"><rect width=\"{size}\" height=\"{size}\" fill=\"#f4f6f8\"/><path d=\"{d}\" stroke=\"#8a97a8\" stroke-width=\"{(policy == Policy.Hint ? "1.4" : "0.9")}\"/></pattern>\n");

    /// <summary>What shades bits that nothing claims.</summary>
    public string Shade(Policy policy) => $"url(#{id}-{policy})";

    /// <summary>A length as written: one decimal at most, no sign on zero.</summary>
    static string Px(double length)
    {
        var tenths = (long)Math.Round(length * 10, MidpointRounding.AwayFromZero);
        var whole = $"{(tenths < 0 ? "-" : "")}{Math.Abs(tenths) / 10}";
        return tenths % 10 == 0 ? whole : $"{whole}.{Math.Abs(tenths) % 10}";
    }

    public void Box(double x, double y, double width, double height, string fill, string? stroke = null) =>
        text.Append($"<rect x=\"{Px(x)}\" y=\"{Px(y)}\" width=\"{Px(width)}\" height=\"{Px(height)}\" fill=\"{fill}\"{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>\n");

    public void Line(double x1, double y1, double x2, double y2, string stroke) => text.Append($"<path d=\"M{Px(x1)} {Px(y1)}L{Px(x2)} {Px(y2)}\" stroke=\"{stroke}\" fill=\"none\"/>\n");

    public void Text(double x, double y, string words, string anchor = "middle", double size = 12, string fill = Ink, bool bold = false, bool code = false) => text.Append(
        $"<text x=\"{Px(x)}\" y=\"{Px(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}{(size == 12 ? "" : $" font-size=\"{Px(size)}\"")} fill=\"{fill}\"{(bold ? " font-weight=\"600\"" : "")}{(code ? " font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\"" : "")}>{Paths.Xml(Paths.Flat(words))}</text>\n");

    /// <summary>About how wide a text of this size is: DejaVu Sans, the widest of the fonts asked for.</summary>
    public static double WidthOf(string words, double size = 12) => words.Length * size * 0.64;

    /// <summary>As many of the letters as fit, and … for the rest.</summary>
    public static string Fitting(string words, double width, double size = 12) =>
        WidthOf(words, size) <= width ? words : words[..Math.Max(0, Math.Min(words.Length, (int)(width / (size * 0.64)) - 1))] + "…";

    public string Done() => text + "</svg>\n";
}
