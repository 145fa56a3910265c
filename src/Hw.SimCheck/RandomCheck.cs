using System.Diagnostics;
using Hw.SimCheck.Graphs;

namespace Hw.SimCheck;

/// <summary>Which simulators are compared with the reference.</summary>
[Flags]
public enum Subjects { None = 0, BuiltIn = 1, Verilator = 2, Both = 3 }

/// <summary>What a check did: cycles of all designs, and registers and outputs in them.</summary>
public sealed record CheckResult(int Designs, long Cycles, long Values, IReadOnlyList<Mismatch> Mismatches)
{
    public bool Passed => Mismatches.Count == 0;
}

/// <summary>Random graphs through all simulators: same first state, same inputs, every register and every output in every cycle.</summary>
public sealed class RandomCheck(Subjects subjects)
{
    /// <summary>Cycles of a graph, and graphs of a Verilator build.</summary>
    public const int Cycles = 50, Batch = 100;

    /// <summary>The ways of compiling that the built-in simulator is tried in.</summary>
    public IReadOnlyList<Configuration> Configurations { get; init; } = Configuration.All;

    /// <summary>Who is compared, in words.</summary>
    public string Against => string.Join(" and ", ((string[])[subjects.HasFlag(Subjects.Verilator) ? "Verilator" : "", subjects.HasFlag(Subjects.BuiltIn) ? $"the built-in simulator ({Configurations.Count} ways of compiling)" : ""]).Where(s => s.Length > 0));

    /// <summary>Seconds spent by each part; Verilator's run beside the others.</summary>
    public IReadOnlyDictionary<string, double> Seconds => seconds;
    readonly Dictionary<string, double> seconds = new() { ["reference"] = 0, ["built-in"] = 0, ["verilator"] = 0 };

    sealed record Entry(Graph Graph, View View, Stimulus Stimulus, List<Trace> Traces)
    {
        public Mismatch? Breakdown { get; set; }
    }

    /// <param name="progress">Graphs done.</param>
    public CheckResult Run(IReadOnlyList<ulong> numbers, Action<int> progress, CancellationToken token)
    {
        var (mismatches, cycles, values, done) = (new List<Mismatch>(), 0L, 0L, 0);
        Task<List<Mismatch>>? waiting = null;
        foreach (var batch in numbers.Chunk(Batch))
        {
            List<Entry> entries = [];
            foreach (var number in batch)
            {
                token.ThrowIfCancellationRequested();
                var entry = Timed("reference", () => Begin(Graph.Of(number)));
                entries.Add(entry);
                if (subjects.HasFlag(Subjects.BuiltIn)) entry.Breakdown = Timed("built-in", () => InBuiltIn(entry));
                cycles += entry.Stimulus.Cycles.Count;
                values += (long)entry.Stimulus.Cycles.Count * entry.View.Fields.Count;
                progress(++done);
            }
            if (waiting is not null) mismatches.AddRange(waiting.GetAwaiter().GetResult());
            waiting = Task.Run(() => Finish(entries, token), token);
        }
        if (waiting is not null) mismatches.AddRange(waiting.GetAwaiter().GetResult());
        return new(numbers.Count, cycles, values, mismatches);
    }

    static Entry Begin(Graph graph)
    {
        var view = new View(graph.Design);
        var (stimulus, trace, endedBy) = Reference.Run(view, graph.Number + 1_000_003, Cycles);
        return endedBy is null ? new(graph, view, stimulus, [trace]) : throw new InvalidOperationException($"{graph} breaks its own promise: {endedBy}");
    }

    Mismatch? InBuiltIn(Entry entry)
    {
        foreach (var configuration in Configurations)
            try { entry.Traces.AddRange(BuiltInRun.Run(entry.View, entry.View.Design, entry.Stimulus, configuration)); }
            catch (Exception e) when (e is not OperationCanceledException) { return Mismatch.Breakdown($"{entry.Graph}", configuration.Name, e, Replay(entry.Graph)); }
        return null;
    }

    List<Mismatch> Finish(List<Entry> entries, CancellationToken token)
    {
        if (subjects.HasFlag(Subjects.Verilator))
        {
            var probe = new VerilatorProbe();
            foreach (var e in entries) probe.Add(e.View, e.Stimulus);
            var traces = Timed("verilator", () => probe.Run(token).GetAwaiter().GetResult());
            foreach (var (i, e) in entries.Index()) e.Traces.Add(traces[i]);
        }
        return [.. entries.Select(e => e.Breakdown ?? Mismatch.First(e.View, $"{e.Graph}", e.Traces, Replay(e.Graph))).OfType<Mismatch>()];
    }

    static string Replay(Graph graph) => $"./hw sim check --random 1 --seed {graph.Number}";

    T Timed<T>(string part, Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        try { return work(); }
        finally { lock (seconds) seconds[part] += clock.Elapsed.TotalSeconds; }
    }
}
