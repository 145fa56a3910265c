using System.Globalization;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>
/// The manual of the number library: a page for every format and every function, an index, and their pictures. What they say of results was computed from the texts
/// when they were written. Equal texts give equal bytes, on any machine and any number of threads.
/// </summary>
public static class NumberManual
{
    public static IReadOnlyList<ManualPage> Write(int? threads = null, CancellationToken token = default)
    {
        List<(string Path, string Owner, Func<string> Text)> jobs = [("index.md", nameof(IndexPage), IndexPage.Write), .. Comparisons()];
        jobs.AddRange(FormatPage.Formats.SelectMany(Of));
        jobs.AddRange(BlockFormat.All.SelectMany(Of));
        jobs.AddRange(NumberFunctions.All.SelectMany(Of));
        var pages = new ManualPage[jobs.Count];
        Parallel.For(0, pages.Length, new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = threads ?? -1 },
            k => pages[k] = Made(jobs[k]));
        return pages;
    }

    /// <summary>One function's page and pictures.</summary>
    public static IEnumerable<ManualPage> Write(NumberFunction f) => Of(f).Select(Made);

    /// <summary>Whoever asks: numbers are written with points and plain signs.</summary>
    static ManualPage Made((string Path, string Owner, Func<string> Text) job)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return new(job.Path, job.Text().TrimEnd() + "\n", job.Owner);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    static IEnumerable<(string Path, string Owner, Func<string> Text)> Comparisons() =>
        [("pictures/round-trips.svg", nameof(RoundTripPlot), RoundTripPlot.DrawAll), ("pictures/sqnr.svg", nameof(SqnrPlot), SqnrPlot.Draw)];

    static IEnumerable<(string Path, string Owner, Func<string> Text)> Of(NumberFormat format)
    {
        yield return (FormatPage.Path(format.Name), nameof(FormatPage), () => FormatPage.Write(format));
        yield return ($"pictures/{format}-bits.svg", nameof(BitsPicture), () => BitsPicture.Draw(format));
        if (format.Width <= 8) yield return ($"pictures/{format}-values.svg", nameof(ValuesPicture), () => ValuesPicture.Draw(format));
        if (format is FloatFormat f && f != FloatFormat.Fp32) yield return ($"pictures/{format}-round-trip.svg", nameof(RoundTripPlot), () => RoundTripPlot.Draw(f));
    }

    static IEnumerable<(string Path, string Owner, Func<string> Text)> Of(BlockFormat b) =>
        [(FormatPage.Path(b.Name), nameof(BlockPage), () => BlockPage.Write(b)), ($"pictures/{b.Name}-bits.svg", nameof(BitsPicture), () => BitsPicture.Draw(b))];

    static IEnumerable<(string Path, string Owner, Func<string> Text)> Of(NumberFunction f)
    {
        (string Title, string File, Func<string> Draw)[] plots =
            Promise.IsReal(f) ? [($"Error of {f} over all exponents", $"{f}-sweep.svg", () => RealPlots.Sweep(f)), ($"Error of {f} where it bends", $"{f}-zoom.svg", () => RealPlots.Zoom(f))]
            : f is DotFunction { Pair.IsAligned: true } dot ? [($"Error of {f} over cancellation", $"{f}-cancellation.svg", () => CancellationPlot.Draw(dot))] : [];
        yield return (FunctionPage.Path(f), f.GetType().Name, () => FunctionPage.Write(f, [.. plots.Select(p => (p.Title, p.File))]));
        foreach (var plot in plots) yield return ($"pictures/{plot.File}", f.GetType().Name, plot.Draw);
    }
}
