using System.CommandLine;

namespace Hw.Cli.Tracing;

/// <summary>--trace FILE: a trace for ui.perfetto.dev, or the picture of a window of it when the file is called .svg.</summary>
sealed class TraceOptions
{
    const string Picture = ".svg";

    readonly Option<string?> trace = new("--trace") { Description = "Write the run in time: for ui.perfetto.dev, or as a picture when FILE is called .svg", HelpName = "FILE" };
    readonly Option<string?> window = new("--window") { Description = "The cycles that a picture shows, from the doorbell; all unless said", HelpName = "FROM,TO" };

    public IEnumerable<Option> All => [trace, window];

    /// <summary>Null when no trace is asked for.</summary>
    public WantedTrace? Wanted(ParseResult arguments)
    {
        var (file, cycles) = (arguments.GetValue(trace), arguments.GetValue(window));
        if (file is null) return cycles is null ? null : throw new UsageException("--window says what a picture shows: add --trace FILE.svg");
        var isPicture = Path.GetExtension(file).Equals(Picture, StringComparison.OrdinalIgnoreCase);
        if (cycles is null) return new(file, isPicture, null);
        if (!isPicture) throw new UsageException($"--window is of a picture, and a Perfetto trace has every cycle: call the file .svg, or leave --window out");
        if (cycles.Split(',') is not [var from, var to]) throw new UsageException($"--window {cycles}: write FROM,TO, such as 10000,20000");
        var (first, end) = (Parameters.Number(from, "--window"), Parameters.Number(to, "--window"));
        return first < end ? new(file, isPicture, (first, end)) : throw new UsageException($"--window {cycles}: the second cycle comes after the first");
    }
}

/// <param name="Window">Of a picture, in cycles; null for all.</param>
sealed record WantedTrace(string File, bool IsPicture, (long From, long To)? Window)
{
    public void Write(Schedule schedule, Terminal terminal)
    {
        if (IsPicture) AtomicFile.Write(File, TimelinePicture.Draw(schedule, Window?.From ?? 0, Window?.To ?? Math.Max(1, schedule.Cycles)));
        else AtomicFile.Write(File, PerfettoTrace.Write(schedule));
        terminal.Say($"  {File}: {schedule.Instructions.Count:N0} instructions in {schedule.Cycles:N0} cycles{(IsPicture ? "" : "; open it at ui.perfetto.dev")}");
    }
}
