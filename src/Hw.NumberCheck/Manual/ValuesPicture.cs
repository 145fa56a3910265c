using System.Text;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>Every value of a small format on a line: floats and scales by the logarithm of their magnitude, integers as they are.</summary>
static class ValuesPicture
{
    const double Left = 30, Right = 730, Line = 84;

    public static string Draw(NumberFormat format)
    {
        var svg = new Svg(760, 130);
        if (format is IntegerFormat) Integers(svg, format);
        else Magnitudes(svg, format);
        return svg.Done();
    }

    static void Magnitudes(Svg svg, NumberFormat format)
    {
        var f = format as FloatFormat;
        long first = f is null ? 0 : 1, last = f?.Largest ?? ScaleFormat.NaN - 1, normal = f is null ? 0 : 1L << f.FractionBits;
        var values = Enumerable.Range(0, (int)(last - first) + 1).Select(k => (Pattern: first + k, Log: Steady.Log2(Notation.Real(format, first + k)))).ToArray();
        var (low, high) = (Math.Floor(values[0].Log), Math.Ceiling(values[^1].Log));
        double At(double log) => Left + (log - low) / (high - low) * (Right - Left);

        svg.Text(Left, 22, f is null ? $"The {values.Length} powers of two of {format}" : $"The {values.Length} magnitudes of {format} above 0, each with both signs", "start", 15, bold: true);
        svg.Line(Left, Line, Right, Line, Svg.Pale);
        Strokes(svg, values.Where(v => v.Pattern < normal).Select(v => At(v.Log)), Svg.Red);
        Strokes(svg, values.Where(v => v.Pattern >= normal).Select(v => At(v.Log)), Svg.Blue);
        var step = Axis.Step((int)(high - low));
        for (var e = (int)Math.Ceiling(low / step) * step; e <= high; e += step) svg.Text(At(e), Line + 20, Svg.Power(e), fill: Svg.Pale);
        if (f is null) return;
        svg.Text(Left, Line + 38, "subnormal", "start", fill: Svg.Red);
        svg.Text(Left + 90, Line + 38, "normal", "start", fill: Svg.Blue);
        svg.Text(Right, Line + 38, $"logarithmic; largest {Notation.Value(f, f.Largest)}", "end", fill: Svg.Pale);
    }

    static void Integers(Svg svg, NumberFormat format)
    {
        var (low, high) = ((int)format.Range.Min, (int)format.Range.Max);
        double At(int v) => Left + (double)(v - low) / (high - low) * (Right - Left);
        svg.Text(Left, 22, $"The {high - low + 1} values of {format}", "start", 15, bold: true);
        svg.Line(Left, Line, Right, Line, Svg.Pale);
        Strokes(svg, Enumerable.Range(low, high - low + 1).Select(At), Svg.Blue);
        for (var k = 0; k <= 8; k++)
            if (Math.Min(low + k * (high - low + 1) / 8, high) is var v) svg.Text(At(v), Line + 20, v.ToString().Replace('-', '−'), fill: Svg.Pale);
    }

    static void Strokes(Svg svg, IEnumerable<double> places, string colour)
    {
        var path = new StringBuilder();
        foreach (var x in places) path.Append($"M{Svg.Px(x)} {Svg.Px(Line - 40)}V{Svg.Px(Line)}");
        if (path.Length > 0) svg.Path(path.ToString(), colour, 1);
    }
}
