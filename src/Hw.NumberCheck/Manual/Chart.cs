using System.Text;

namespace Hw.NumberCheck.Manual;

/// <summary>One axis of a chart: where it begins and ends, and what stands at its ticks. A logarithmic axis is one of logarithms with powers for texts.</summary>
public sealed record Axis(string Title, double Low, double High, IReadOnlyList<(double At, string Text)> Ticks)
{
    /// <summary>Ticks at multiples of a step.</summary>
    public static Axis Linear(string title, double low, double high, double step, string format = "0.###") =>
        new(title, low, high, [.. Range(low, high, step).Select(v => (v, v.ToString(format).Replace('-', '−')))]);

    /// <summary>Values are exponents of two; a dozen of them get a tick.</summary>
    public static Axis Powers(string title, int low, int high) => new(title, low, high, [.. Range(low, high, Step(high - low)).Select(v => (v, Svg.Power((int)v)))]);

    /// <summary>The power of two that divides a span into at most 13 parts.</summary>
    public static int Step(int span)
    {
        var step = 1;
        while (span > 13 * step) step *= 2;
        return step;
    }

    static IEnumerable<double> Range(double low, double high, double step)
    {
        for (var k = Math.Ceiling(low / step); k * step <= high + step / 1000; k++) yield return k * step;
    }
}

/// <summary>A chart with two axes, lines, and regions with names. What leaves it above or below is drawn at its edge; NaN breaks a line.</summary>
public sealed class Chart(string title, Axis x, Axis y)
{
    const double Left = 66, Right = 18, Top = 62, Bottom = 48;
    const int Width = 760, Height = 340;

    readonly List<(string Name, string Colour, bool Filled, (double X, double Y)[] Points)> series = [];
    readonly List<(double From, double To, string Name, string Colour)> spans = [];
    readonly List<(double At, string Name)> levels = [];

    /// <param name="filled">The area below is coloured.</param>
    public Chart Add(string name, string colour, IEnumerable<(double X, double Y)> points, bool filled = false)
    {
        series.Add((name, colour, filled, [.. points]));
        return this;
    }

    /// <summary>A part of the x axis with a name.</summary>
    public Chart Span(double from, double to, string name, string colour)
    {
        if (Math.Min(to, x.High) > Math.Max(from, x.Low)) spans.Add((Math.Max(from, x.Low), Math.Min(to, x.High), name, colour));
        return this;
    }

    /// <summary>A dashed line across, and what it stands for.</summary>
    public Chart Level(double at, string name)
    {
        levels.Add((at, name));
        return this;
    }

    double AtX(double v) => Left + (Math.Clamp(v, x.Low, x.High) - x.Low) / (x.High - x.Low) * (Width - Left - Right);
    double AtY(double v) => Height - Bottom - (Math.Clamp(v, y.Low, y.High) - y.Low) / (y.High - y.Low) * (Height - Top - Bottom);

    public string Draw()
    {
        var svg = new Svg(Width, Height);
        foreach (var (from, to, name, colour) in spans)
        {
            svg.Box(AtX(from), Top, AtX(to) - AtX(from), Height - Top - Bottom, colour);
            if (AtX(to) - AtX(from) < 12) continue;
            if (Svg.WidthOf(name, 11) < AtX(to) - AtX(from)) svg.Text((AtX(from) + AtX(to)) / 2, Height - Bottom - 8, name, size: 11, fill: Svg.Pale);
            else svg.Text((AtX(from) + AtX(to)) / 2 + 4, Height - Bottom - 8, name, "start", 11, Svg.Pale, upright: true);
        }
        foreach (var (at, text) in x.Ticks)
        {
            svg.Line(AtX(at), Top, AtX(at), Height - Bottom, Svg.Grid);
            svg.Text(AtX(at), Height - Bottom + 17, text, fill: Svg.Pale);
        }
        foreach (var (at, text) in y.Ticks)
        {
            svg.Line(Left, AtY(at), Width - Right, AtY(at), Svg.Grid);
            svg.Text(Left - 7, AtY(at) + 4, text, "end", fill: Svg.Pale);
        }
        foreach (var s in series) Draw(svg, s.Colour, s.Filled, s.Points);
        foreach (var (at, _) in levels) svg.Line(Left, AtY(at), Width - Right, AtY(at), Svg.Ink, dashed: true);
        svg.Path($"M{Svg.Px(Left)} {Svg.Px(Top)}V{Svg.Px(Height - Bottom)}H{Svg.Px(Width - Right)}", Svg.Pale, 1);
        svg.Text(Left, 22, title, "start", 15, bold: true);
        Legend(svg);
        svg.Text((Left + Width - Right) / 2, Height - 10, x.Title);
        svg.Text(16, (Top + Height - Bottom) / 2, y.Title, upright: true);
        return svg.Done();
    }

    void Draw(Svg svg, string colour, bool filled, (double X, double Y)[] points)
    {
        var (line, area, down) = (new StringBuilder(), new StringBuilder(), true);
        foreach (var (px, py) in points)
        {
            if (double.IsNaN(py)) { down = true; continue; }
            line.Append($"{(down ? "M" : "L")}{Svg.Px(AtX(px))} {Svg.Px(AtY(py))}");
            area.Append($"{(area.Length == 0 ? $"M{Svg.Px(AtX(px))} {Svg.Px(AtY(y.Low))}" : "")}L{Svg.Px(AtX(px))} {Svg.Px(AtY(py))}");
            down = false;
        }
        if (line.Length == 0) return;
        if (filled) svg.Path($"{area}V{Svg.Px(AtY(y.Low))}Z", "none", fill: Svg.Sky);
        svg.Path(line.ToString(), colour);
    }

    void Legend(Svg svg)
    {
        var at = Left;
        foreach (var s in series)
        {
            if (s.Filled) svg.Box(at, 37, 16, 10, Svg.Sky, s.Colour);
            else svg.Box(at, 41, 16, 3, s.Colour);
            Name(s.Name);
        }
        foreach (var (_, name) in levels)
        {
            svg.Line(at - 4, 42.5, at + 16, 42.5, Svg.Ink, dashed: true);
            Name(name);
        }

        void Name(string name)
        {
            svg.Text(at + 22, 46.5, name, "start", fill: Svg.Pale);
            at += 46 + Svg.WidthOf(name) * 0.9;
        }
    }
}
