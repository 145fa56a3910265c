using System.Security;
using System.Text;

namespace Hw.NumberCheck.Manual;

/// <summary>A picture being drawn, on a white ground that it brings along, so that it reads alike on light and dark pages. Lengths are pixels, to a tenth.</summary>
public sealed class Svg
{
    public const string Ink = "#1a202c", Pale = "#4a5568", Grid = "#e2e8f0", Blue = "#2b6cb0", Sky = "#bee3f8", Red = "#c05621", Sand = "#fdf3e1", Mist = "#edf2f7", Leaf = "#d7eedd";

    /// <summary>For charts of many lines; told apart also by those who see fewer colours (Okabe and Ito 2008).</summary>
    public static readonly string[] Palette = ["#000000", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

    readonly StringBuilder text = new();

    public Svg(int width, int height)
    {
        text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" font-family=\"DejaVu Sans, Helvetica, Arial, sans-serif\" font-size=\"12\">\n");
        Box(0, 0, width, height, "#ffffff");
    }

    /// <summary>A length as written: one decimal at most, no sign on zero.</summary>
    public static string Px(double length)
    {
        var tenths = (long)Math.Round(length * 10, MidpointRounding.AwayFromZero);
        var sign = tenths < 0 ? "-" : "";
        return Math.Abs(tenths) % 10 == 0 ? $"{sign}{Math.Abs(tenths) / 10}" : $"{sign}{Math.Abs(tenths) / 10}.{Math.Abs(tenths) % 10}";
    }

    public void Box(double x, double y, double width, double height, string fill, string? stroke = null) =>
        text.Append($"<rect x=\"{Px(x)}\" y=\"{Px(y)}\" width=\"{Px(width)}\" height=\"{Px(height)}\" fill=\"{fill}\"{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>\n");

    public void Line(double x1, double y1, double x2, double y2, string stroke, bool dashed = false) =>
        text.Append($"<path d=\"M{Px(x1)} {Px(y1)}L{Px(x2)} {Px(y2)}\" stroke=\"{stroke}\"{(dashed ? " stroke-dasharray=\"5 4\"" : "")}/>\n");

    public void Path(string d, string stroke, double width = 1.3, string fill = "none") =>
        text.Append($"<path d=\"{d}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{Px(width)}\" stroke-linejoin=\"round\"/>\n");

    /// <param name="anchor">start, middle or end: which part of the text stands at x.</param>
    public void Text(double x, double y, string words, string anchor = "middle", int size = 12, string fill = Ink, bool bold = false, bool upright = false) =>
        text.Append($"<text x=\"{Px(x)}\" y=\"{Px(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}{(size == 12 ? "" : $" font-size=\"{size}\"")} fill=\"{fill}\"")
            .Append($"{(bold ? " font-weight=\"600\"" : "")}{(upright ? $" transform=\"rotate(-90 {Px(x)} {Px(y)})\"" : "")}>{SecurityElement.Escape(words)}</text>\n");

    /// <summary>About how wide a text of this size is: DejaVu Sans, the widest of the fonts asked for.</summary>
    public static double WidthOf(string words, int size = 12) => words.Length * size * 0.62;

    /// <summary>2⁻¹²⁶: a power of two as a tick says it; 1 for the zeroth.</summary>
    public static string Power(int exponent) => exponent == 0 ? "1" : "2" + string.Concat(exponent.ToString().Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));

    public string Done() => text + "</svg>\n";
}
