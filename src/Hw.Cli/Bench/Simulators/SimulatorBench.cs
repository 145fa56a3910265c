using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Hw.Hdl;
using Hw.Isa;
using Hw.Sim;
using Hw.Txu;

namespace Hw.Cli.Bench.Simulators;

/// <summary>
/// The built-in simulator against Verilator, side by side in one run: units of lanes, scalar logic, the whole TXU. Verilator has two compilers and two texts, and a
/// ratio is to the fastest of the four. Prints the figures and writes docs/simulators.md with its picture.
/// </summary>
static partial class SimulatorBench
{
    const int Lanes = 32;
    const string Page = "docs/simulators.md", Picture = "docs/pictures/sim-scaling.svg";
    static readonly int[] arrays = [4, 8, 16, 64, 128], chips = [4, 8, 16, Lanes];
    static readonly VerilatorContender single = new("clang -O3", Compiler.Clang, "-O3 -march=native", OtherText: false);
    static readonly Contender[] all = [.. Contender.Verilators, .. Contender.BuiltIns];
    /// <summary>For the curves; at C=32 all compete.</summary>
    static readonly Contender[] few = [single with { Compiled = "g++ -O3", Compiler = Compiler.Gxx }, single, .. Contender.BuiltIns];
    static readonly Contender[] threads = [single, single with { Workers = 2 }];

    /// <summary>For work on one unit: less to wait for, and nothing is written.</summary>
    public static readonly Option<string?> Unit = new("--unit") { Description = "With --only sim: only what has this in its name; docs/simulators.md is left alone", HelpName = "NAME" };

    public static IEnumerable<Figure> Measure(string? unit, Terminal terminal, CancellationToken token)
    {
        var results = new List<Result>();
        foreach (var subject in Subject.All.Where(s => IsWanted(s.Name))) results.AddRange(Units(subject, all, terminal, token));
        foreach (var lanes in arrays) if (IsWanted(Subject.Dot(lanes).Name)) results.AddRange(Units(Subject.Dot(lanes), few, terminal, token));
        foreach (var lanes in chips) if (IsWanted(Chip(lanes))) results.Add(Whole(lanes, lanes == Lanes ? all : few, terminal, token));
        if (results.Count == 0) throw new UsageException($"--unit {unit}: nothing has that in its name.{Nearest.Hint(unit!, [.. Subject.All.Select(s => s.Name)])}");
        SimulatorPage.Show(terminal, results);
        if (unit is not null) return results.SelectMany(Ratios);

        List<Result> threaded = [.. Units(Subject.Dot(Lanes), threads, terminal, token), Whole(Lanes, threads, terminal, token)];
        terminal.Progress("lockstep");
        var lockstep = LockstepRace.Run(terminal, token);
        terminal.Progress("first cycles");
        var starts = FirstCycle.Measure();
        AtomicFile.Write(Checkout.Path(Page), SimulatorPage.Write(results, threaded, lockstep, starts));
        AtomicFile.Write(Checkout.Path(Picture), SimulatorPicture.Draw(results));
        terminal.Say($"{Page} and {Picture} are written anew");
        return [.. results.SelectMany(Ratios), .. starts.Select(s => new Figure("sim", $"first cycle of the TXU at C={Lanes}, {s.Name}", s.Seconds, s.IsOurs ? Goal.AtMost(2) : null, v => string.Create(CultureInfo.InvariantCulture, $"{v:F2} s")))];

        bool IsWanted(string name) => unit is null || name.Contains(unit, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Against the fastest single-thread Verilator; the goal is for vectors.</summary>
    static IEnumerable<Figure> Ratios(Result result) => Contender.BuiltIns.Where(c => result.Of(c) is not null).Select(c =>
        new Figure("sim", $"{result.Name}, {result.Stimulus}: {c.Name}, of Verilator", result.Ratio(c)!.Value, c.VectorBits == 0 && result.Kind != Kind.Scalar ? null : result.Least,
            v => string.Create(CultureInfo.InvariantCulture, $"{v:F2}")));

    static IEnumerable<Result> Units(Subject subject, Contender[] contenders, Terminal terminal, CancellationToken token)
    {
        Rig? rig = null;
        var design = Design.Elaborate(() => rig = new Rig(Slug(subject.Name), subject.Unit));
        using var race = new UnitRace(subject.Name, Field(subject.Name, design, contenders, terminal, token));
        foreach (var stimulus in subject.Stimuli)
        {
            terminal.Progress($"{subject.Name}, {stimulus.Says}");
            yield return new(subject.Name, subject.Kind, stimulus.Says, race.Run(stimulus.Rows(rig!), token), race.Made);
        }
    }

    static string Chip(int lanes) => $"TXU, C={lanes}";

    static Result Whole(int lanes, Contender[] contenders, Terminal terminal, CancellationToken token)
    {
        var name = Chip(lanes);
        using var race = new ChipRace(lanes);
        var field = Field(name, Design.Elaborate(() => new TxuSystem(lanes, records: false)), contenders, terminal, token);
        terminal.Progress(name);
        // threads are so slow that the first cycles must do
        try { return new(name, Kind.Chip, race.Program, race.Run(field, cycles: contenders == threads ? 4000ul : 100_000_000, token), field.ToDictionary(f => f.Contender, f => f.Made)); }
        finally { foreach (var (_, made) in field) made.Dispose(); }
    }

    static List<(Contender Contender, Made Made)> Field(string name, Design design, Contender[] contenders, Terminal terminal, CancellationToken token)
    {
        var cache = Path.Combine(BuildCache.DefaultRoot, "bench-sim");
        var field = new List<(Contender, Made)>();
        foreach (var contender in contenders)
        {
            terminal.Progress($"{name}: compiling for {contender.Name}");
            field.Add((contender, contender.Make(design, cache, token)));
        }
        return field;
    }

    static string Slug(string name) => string.Join('_', Words().Matches(name.ToLowerInvariant()));

    [GeneratedRegex("[a-z0-9]+")] private static partial Regex Words();
}
