using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text.Json.Nodes;
using Hw.Ip;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Bench.Machine;

/// <summary>
/// The machine's figures: useful products of those the array could make, from the doorbell to the last write's response, cold, loads and stores included, C = 32, behind a 200-cycle
/// memory. Every run's memory is compared with the golden's. A goal that is missed is marked.
/// </summary>
static class MachineBench
{
    const string Model = "model";

    public static readonly Option<bool> Quick = new("--quick") { Description = "With --only machine: only the cases that take seconds; with --only instruction: fewer random programs" };
    public static readonly Option<string> On = Parameters.Choice("--engine", "With --only machine: what runs the chip; model is the queue model, without a chip", [Faster, .. EngineOption.Names.Where(n => n != Faster), Model]);

    /// <summary>Of whole runs here: the built-in simulator where it has vectors to run lanes in (docs/simulators.md), else Verilator.</summary>
    static string Faster => EngineOption.Names[(int)(Vector256.IsHardwareAccelerated ? Engine.BuiltIn : Engine.Verilator)];

    /// <returns>Whether every result was right.</returns>
    public static bool Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var (engine, quick) = (arguments.GetValue(On)!, arguments.GetValue(Quick));
        var cases = MachineCase.All.Where(c => c.Quick || !quick).ToList();
        var runs = engine.Equals(Model, StringComparison.OrdinalIgnoreCase) ? OnModel(cases, terminal, token) : OnChip(cases, EngineOption.Named(engine), terminal, token);
        terminal.Table(["case", "format", "cycles P1 ", "P0 ", "P1 ", "P2 ", "goal ", "", "results", "what limits it"], cases.Select(c => Row(c, [.. runs.Where(r => r.Case == c)])));
        var accuracy = AccuracyRow.All(terminal, token);
        terminal.Table(["accuracy, against FP64 oracles", "format", "largest error, of the largest value ", "RMSE ", "BF16 ulp ", "goal ", ""], accuracy.Select(a => new[]
        {
            a.Name, a.Format, Text($"{a.Figures.MaxRelativeToMax:E1}"), Text($"{a.Figures.RootMeanSquare:E1}"), a.Ulp is { } u ? Text($"{u:F2}") : "", a.Goal, a.Goal == "" ? "" : a.Meets ? "✓" : "missed",
        }));
        terminal.Result["engine"] = engine;
        terminal.Result["machine"] = new JsonArray([.. runs.Select(r => new JsonObject
        {
            ["case"] = r.Case.Name, ["format"] = r.Case.Format, ["stalls"] = $"{r.Stalls}", ["cycles"] = r.Cycles, ["utilization"] = r.Utilization, ["goal"] = r.Case.Goal, ["bound"] = r.Bound, ["wrong"] = r.Wrong,
        })]);
        terminal.Result["accuracy"] = new JsonArray([.. accuracy.Select(a => new JsonObject { ["name"] = a.Name, ["format"] = a.Format, ["largest"] = a.Figures.MaxRelativeToMax, ["rmse"] = a.Figures.RootMeanSquare, ["ulp"] = a.Ulp })]);
        foreach (var r in runs.Where(r => r.Wrong is not null)) terminal.Error($"hw bench: {r.Case.Name}, {r.Case.Format}, {r.Stalls}: {r.Wrong}");
        var agree = engine.Equals(Model, StringComparison.OrdinalIgnoreCase) || MachineLockstep.Run(cases, EngineOption.Named(engine), terminal, token);
        return agree && runs.All(r => r.Wrong is null);
    }

    static IReadOnlyList<MachineRun> OnChip(List<MachineCase> cases, Engine engine, Terminal terminal, CancellationToken token)
    {
        using var target = new TxuTarget(MachineCase.Lanes, new() { Engine = engine, Records = false, Progress = terminal.Progress });
        terminal.Progress($"the chip with {MachineCase.Lanes} lanes for {engine}");
        target.Built(token: token);
        // the long ones first, so that no core waits at the end
        List<(Prepared Case, StallProfile Stalls)> all = [.. cases.OrderBy(c => c.Quick).Select(c => new Prepared(c, target)).SelectMany(c => Enum.GetValues<StallProfile>().Select(s => (c, s)))];
        var runs = new ConcurrentBag<MachineRun>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = token };
        try
        {
            Parallel.ForEach(Partitioner.Create(all, EnumerablePartitionerOptions.NoBuffering), options, job =>
            {
                var run = MachineRun.OnChip(job.Case, job.Stalls, target, token);
                runs.Add(run);
                terminal.Progress(Text($"{runs.Count} of {all.Count}: {run.Case.Name} {run.Case.Format} {run.Stalls}: {(run.Wrong is null ? Text($"{run.Utilization:P1}") : run.Wrong)}"));
            });
        }
        catch (AggregateException e) when (e.InnerException is SimException or OperationCanceledException) { throw e.InnerException; }
        return [.. runs];
    }

    static IReadOnlyList<MachineRun> OnModel(List<MachineCase> cases, Terminal terminal, CancellationToken token) =>
    [
        .. cases.Select((c, i) =>
        {
            token.ThrowIfCancellationRequested();
            terminal.Bar($"{c.Name} {c.Format}", (double)i / cases.Count);
            return MachineRun.OnModel(c);
        }),
    ];

    static string[] Row(MachineCase of, IReadOnlyList<MachineRun> runs)
    {
        MachineRun? At(StallProfile stalls) => runs.FirstOrDefault(r => r.Stalls == stalls && r.Cycles > 0);
        var judged = At(StallProfile.P1) ?? At(StallProfile.P0);
        string Share(StallProfile stalls) => At(stalls) is { } r ? Text($"{r.Utilization:P1}") : "";
        return
        [
            of.Name, of.Format, judged is null ? "" : Text($"{judged.Cycles:N0}"), Share(StallProfile.P0), Share(StallProfile.P1), Share(StallProfile.P2), Text($"≥ {of.Goal:P1}"),
            judged is null ? "" : judged.Utilization >= of.Goal ? "✓" : "missed", runs.All(r => r.Wrong is null) ? "right" : "WRONG", judged?.Bound ?? "",
        ];
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
