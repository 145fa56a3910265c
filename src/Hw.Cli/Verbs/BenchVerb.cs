using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Cli.Bench;
using Hw.Cli.Bench.Instruction;
using Hw.Cli.Bench.Machine;
using Hw.Cli.Bench.Simulators;

namespace Hw.Cli.Verbs;

/// <summary>`hw bench`: the figures of the README, measured again on this machine. It judges nothing; a figure that misses its goal is marked, and that is all.</summary>
sealed class BenchVerb : Verb
{
    static readonly (string Name, Func<Terminal, CancellationToken, IEnumerable<Figure>> Measure)[] parts =
    [
        ("golden", GoldenSpeed.Measure), ("utilization", GemmUtilization.Measure), ("speed", SimulationSpeed.Measure), ("build", BuildTime.Measure),
        ("mutants", MutantSpeed.Measure), ("asm", AssemblySpeed.Measure),
        ("numbers", NumberSpeed.Measure), ("area", Area.Measure), (AreaAll, Area.MeasureAll),
    ];

    /// <summary>Not among all parts: it has those of area in it, and takes long.</summary>
    const string AreaAll = "area-all";

    /// <summary>Not among all parts: it builds every unit six times.</summary>
    const string Sim = "sim";

    /// <summary>Not among all parts: it runs the chip for some 30 million cycles, and has a table of its own.</summary>
    const string Machine = "machine";

    /// <summary>Not among all parts: it builds a copy of the checkout.</summary>
    const string AnInstruction = "instruction";

    readonly Option<string> only = Parameters.Choice("--only", "Measure a part", ["all", .. parts.Select(p => p.Name), Sim, Machine, AnInstruction]);

    public BenchVerb() : base("bench", "Measure the figures of the README again; takes minutes")
    {
        Options.Add(only);
        Options.Add(SimulatorBench.Unit);
        Options.Add(MachineBench.Quick);
        Options.Add(MachineBench.On);
        Options.Add(DotSpeed.Child);
        Options.Add(FirstCycle.Child);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        if (arguments.GetValue(DotSpeed.Child)) return Task.FromResult(DotSpeed.Report(terminal));
        if (arguments.GetValue(FirstCycle.Child) is { } engine) return Task.FromResult(FirstCycle.Run(engine, terminal));
        var wanted = arguments.GetValue(only)!;
        IsaStamp.Put(terminal, Hw.Isa.Txu.TxuIsa.Definition);
        if (wanted.Equals(Machine, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(MachineBench.Run(arguments, terminal, token) ? ExitCode.Pass : ExitCode.Mismatch);
        var figures = new List<Figure>();
        if (wanted.Equals(Sim, StringComparison.OrdinalIgnoreCase)) figures.AddRange(SimulatorBench.Measure(arguments.GetValue(SimulatorBench.Unit), terminal, token));
        if (wanted.Equals(AnInstruction, StringComparison.OrdinalIgnoreCase)) figures.AddRange(AddInstruction.Measure(arguments.GetValue(MachineBench.Quick), terminal, token));
        foreach (var (name, measure) in parts)
            if (wanted.Equals("all", StringComparison.OrdinalIgnoreCase) && name != AreaAll || wanted.Equals(name, StringComparison.OrdinalIgnoreCase))
                figures.AddRange(measure(terminal, token));
        terminal.Table(["figure", "measured ", "goal ", "", "command"], figures.Select(f => new[]
        {
            f.Name, f.Shown(f.Value), f.Goal?.Shown(f.Shown) ?? "", f.Goal?.IsMet(f.Value) switch { null => "", true => "✓", false => "missed" }, $"./hw bench --only {f.Part}",
        }));
        terminal.Result["figures"] = new JsonArray([.. figures.Select(f => new JsonObject { ["part"] = f.Part, ["name"] = f.Name, ["value"] = f.Value, ["goal"] = f.Goal?.Bound, ["met"] = f.Goal?.IsMet(f.Value), ["text"] = f.Shown(f.Value) })]);
        return Task.FromResult(ExitCode.Pass);
    }
}
