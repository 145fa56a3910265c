using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Cli.Bench;

namespace Hw.Cli.Verbs;

/// <summary>`hw bench`: the figures of the README, measured again on this machine. It judges nothing; a figure below its goal is marked, and that is all.</summary>
sealed class BenchVerb : Verb
{
    static readonly (string Name, Func<Terminal, CancellationToken, IEnumerable<Figure>> Measure)[] parts =
    [
        ("golden", GoldenSpeed.Measure), ("utilization", GemmUtilization.Measure), ("speed", SimulationSpeed.Measure), ("build", BuildTime.Measure), ("area", Area.Measure),
    ];

    readonly Option<string> only = Parameters.Choice("--only", "Measure a part", ["all", .. parts.Select(p => p.Name)]);

    public BenchVerb() : base("bench", "Measure the figures of the README again; takes minutes") => Options.Add(only);

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var wanted = arguments.GetValue(only)!;
        var figures = new List<Figure>();
        foreach (var (name, measure) in parts)
            if (wanted.Equals("all", StringComparison.OrdinalIgnoreCase) || wanted.Equals(name, StringComparison.OrdinalIgnoreCase))
                figures.AddRange(measure(terminal, token));
        terminal.Table(["figure", "measured ", "goal ", "", "command"], figures.Select(f => new[]
        {
            f.Name, f.Shown(f.Value), f.Goal is { } goal ? $"≥ {f.Shown(goal)}" : "", f.Goal is null ? "" : f.Value >= f.Goal ? "✓" : "below", $"./hw bench --only {f.Part}",
        }));
        terminal.Result["figures"] = new JsonArray([.. figures.Select(f => new JsonObject { ["part"] = f.Part, ["name"] = f.Name, ["value"] = f.Value, ["goal"] = f.Goal, ["text"] = f.Shown(f.Value) })]);
        return Task.FromResult(ExitCode.Pass);
    }
}
