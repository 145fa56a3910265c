using System.Globalization;
using System.Text;
using Hw.Isa.Txu;

namespace Hw.Cli.Tracing;

/// <summary>A schedule as a picture: a row per unit, a box per instruction in the colour of what it is for, and below the array's utilization.</summary>
static class TimelinePicture
{
    const double Width = 1200, Left = 60, Right = 12, Top = 44, Row = 34, Gap = 10, Curve = 80, Bottom = 58;
    static readonly Queue[] units = [Queue.LD, Queue.MM, Queue.VX, Queue.ST];
    static readonly string[] palette = ["#4c78a8", "#f58518", "#54a24b", "#b279a2", "#e45756", "#72b7b2", "#eeca3b", "#9d755d", "#79706e", "#ff9da6"];

    /// <param name="from">First cycle shown.</param>
    /// <param name="to">The one after the last.</param>
    public static string Draw(Schedule schedule, long from, long to)
    {
        var shown = schedule.Instructions.Where(i => i.Ends > from && i.Begins < to && units.Contains(i.Queue)).ToList();
        var kinds = shown.Select(i => i.Kind).Distinct().Order(StringComparer.Ordinal).ToList();
        double X(double cycle) => Left + (Width - Left - Right) * (Math.Clamp(cycle, from, to) - from) / (to - from);
        var curveTop = Top + units.Length * (Row + Gap);
        var height = curveTop + Curve + Bottom;
        var svg = new StringBuilder();
        void Add(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Add($"<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        Add($"<text x=\"{Left}\" y=\"18\" font-size=\"14\" font-weight=\"bold\">{Escape(schedule.Title)}</text>");
        Add($"<text x=\"{Left}\" y=\"35\" fill=\"#555555\">cycles {from:N0} … {to:N0} of {schedule.Cycles:N0}; a box is an instruction from its begin until its unit is free</text>");
        foreach (var (row, unit) in units.Index())
        {
            var y = Top + row * (Row + Gap);
            Add($"<text x=\"{Left - 8}\" y=\"{y + Row / 2 + 4}\" text-anchor=\"end\" font-weight=\"bold\">{unit}</text>");
            Add($"<rect x=\"{Left}\" y=\"{y}\" width=\"{Width - Left - Right}\" height=\"{Row}\" fill=\"#f2f2f2\"/>");
            foreach (var i in shown.Where(i => i.Queue == unit))
            {
                var (a, b) = (X(i.Begins), X(Math.Max(i.Ends, i.Begins + 1)));
                Add($"<rect x=\"{a:F2}\" y=\"{y}\" width=\"{Math.Max(0.3, b - a):F2}\" height=\"{Row}\" fill=\"{palette[kinds.IndexOf(i.Kind) % palette.Length]}\" stroke=\"#ffffff\" stroke-width=\"{(b - a > 3 ? 0.6 : 0):F1}\"><title>{Escape(i.Text)}{(i.Label.Length > 0 ? Escape($" ; {i.Label}") : "")} [{i.Begins} … {i.Ends}]</title></rect>");
            }
        }
        Utilization(schedule, from, to, X, curveTop, Add);
        var at = Left;
        foreach (var (k, kind) in kinds.Index())
        {
            Add($"<rect x=\"{at:F0}\" y=\"{height - 20}\" width=\"11\" height=\"11\" fill=\"{palette[k % palette.Length]}\"/><text x=\"{at + 15:F0}\" y=\"{height - 10}\">{Escape(kind)}</text>");
            at += 30 + 6.6 * kind.Length;
        }
        return svg.Append("</svg>\n").ToString();
    }

    static void Utilization(Schedule schedule, long from, long to, Func<double, double> x, double top, Action<FormattableString> add)
    {
        var window = Math.Max(32, (to - from) / 300);
        var used = schedule.Utilization(window);
        double Y(double part) => top + Curve * (1 - Math.Clamp(part, 0, 1));
        add($"<text x=\"{Left - 8}\" y=\"{top + 10}\" text-anchor=\"end\">100 %</text><text x=\"{Left - 8}\" y=\"{top + Curve}\" text-anchor=\"end\">0</text>");
        add($"<rect x=\"{Left}\" y=\"{top}\" width=\"{Width - Left - Right}\" height=\"{Curve}\" fill=\"#f8f8f8\"/>");
        var points = used.Index().Where(w => (w.Index + 1) * window > from && w.Index * window < to)
            .SelectMany(w => new[] { (w.Index * window, w.Item), ((w.Index + 1) * window, w.Item) }).Select(p => string.Create(CultureInfo.InvariantCulture, $"{x(p.Item1):F1},{Y(p.Item):F1}"));
        add($"<polyline fill=\"none\" stroke=\"#333333\" stroke-width=\"1.2\" points=\"{string.Join(' ', points)}\"/>");
        add($"<text x=\"{Width - Right - 4}\" y=\"{top + Curve - 6}\" text-anchor=\"end\" fill=\"#555555\">products of live lanes and features, of those the array could make, per {window} cycles</text>");
        for (var tick = 0; tick <= 8; tick++)
        {
            var cycle = from + (to - from) * tick / 8.0;
            add($"<line x1=\"{x(cycle):F1}\" x2=\"{x(cycle):F1}\" y1=\"{top + Curve}\" y2=\"{top + Curve + 4}\" stroke=\"#333333\"/><text x=\"{x(cycle):F1}\" y=\"{top + Curve + 16}\" text-anchor=\"{(tick == 0 ? "start" : tick == 8 ? "end" : "middle")}\">{cycle:N0}</text>");
        }
    }

    static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
