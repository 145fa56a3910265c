using System.Text;

namespace Hw.Isa;

/// <summary>A picture being drawn, on a white ground that it brings along: it reads alike on light and dark pages, and in grey. Lengths are pixels, to a tenth.</summary>
sealed class Picture
{
    public const string Ink = "#1a202c", Pale = "#4a5568", Rule = "#2d3748", Grid = "#a0aec0", White = "#ffffff", Fixed = "#dbe4ee", Operand = "#ffffff", Semaphore = "#fdf0d0", Taken = "#bcd3ea";

    readonly StringBuilder text = new();

    public Picture(double width, double height, string title)
    {
        text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Px(width)} {Px(height)}\" width=\"{Px(width)}\" height=\"{Px(height)}\" font-family=\"DejaVu Sans, Verdana, Helvetica, Arial, sans-serif\" font-size=\"12\">\n<title>{Paths.Xml(Paths.Flat(title))}</title>\n");
        Box(0, 0, width, height, White);
    }

    /// <summary>Bits that nothing claims: hatched by what becomes of them, in lines, so that any paper shows it.</summary>
    public void Shaded(double x, double y, double width, double height, Policy policy, string stroke)
    {
        Box(x, y, width, height, "#f4f6f8");
        var path = new StringBuilder();
        void Line(double x1, double y1, double x2, double y2) => path.Append($"M{Px(x + x1)} {Px(y + y1)}L{Px(x + x2)} {Px(y + y2)}");
        if (policy is Policy.MustBeZero or Policy.Trap)
            for (var at = Hatch; at < width + height; at += Hatch)
            {
                Line(Math.Max(0, at - height), Math.Min(height, at), Math.Min(width, at), Math.Max(0, at - width));
                if (policy == Policy.Trap) Line(Math.Max(0, at - height), Math.Max(0, height - at), Math.Min(width, at), Math.Min(height, height - at + width));
            }
        else if (policy == Policy.Custom)
            for (var at = Hatch / 2; at < width; at += Hatch) Line(at, 0, at, height);
        else
            for (var down = Hatch / 2; down < height; down += Hatch)
                for (var at = Hatch / 2; at < width; at += Hatch) Line(at, down, at + 1.2, down);
        text.Append($"<path d=\"{path}\" stroke=\"#8a97a8\" stroke-width=\"0.8\" fill=\"none\"/>\n");
        Box(x, y, width, height, "none", stroke);
    }

    const double Hatch = 6;

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
