using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Hdl;
using Hw.Sim;
using Hw.SimCheck;
using Hw.Txu;

namespace Hw.Cli.Verbs;

/// <summary>`hw sim check`: the graph interpreter, the emitted Verilog under Verilator and the built-in simulator, register by register.</summary>
sealed class SimCheckVerb : Verb
{
    const int Graphs = 200, MostGraphs = 1_000_000, ShownMismatches = 10;
    const string BuiltIn = "builtin", Verilator = "verilator", Both = "both";
    static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    readonly Option<int?> random = new("--random") { Description = $"Random graphs to compare; {Graphs} unless --modules is given", HelpName = "N" };
    readonly Option<ulong> seed = new("--seed") { Description = "The first graph's number", DefaultValueFactory = _ => 1, HelpName = "S" };
    readonly Option<string> only = Parameters.Choice("--only", "What is compared with the interpreter", Both, BuiltIn, Verilator);
    readonly Option<bool> plant = new("--plant") { Description = "Put faults into each simulator in turn, to see that they are found" };
    readonly Option<bool> modules = new("--modules") { Description = "Every module of the TXU (4 lanes) on random inputs" };

    public SimCheckVerb() : base("check", "Compare the simulators, every register and every output in every cycle; exit 1 on the first difference of a design")
    {
        foreach (var option in (Option[])[random, seed, only, plant, modules]) Options.Add(option);
        random.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= MostGraphs))
                result.AddError($"--random {token.Value}: how many graphs? Write a number from 1 to {MostGraphs}.");
        });
        Validators.Add(result =>
        {
            if (result.GetResult(modules) is { Implicit: false } && result.GetResult(plant) is { Implicit: false }) result.AddError("--plant puts faults into random graphs: leave out --modules.");
        });
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var subjects = Chosen(arguments.GetValue(only)!, terminal);
        var ofModules = arguments.GetValue(modules);
        var count = arguments.GetValue(random) ?? (ofModules ? 0 : Graphs);
        var numbers = Enumerable.Range(0, count).Select(i => arguments.GetValue(seed) + (ulong)i).ToList();
        if (arguments.GetValue(plant)) return Task.FromResult(Planted(new(subjects), numbers, terminal, token));
        List<Mismatch> mismatches = [];
        if (count > 0) mismatches.AddRange(OnGraphs(new(subjects), numbers, terminal, token));
        if (ofModules) mismatches.AddRange(OnModules(subjects, terminal, token));
        foreach (var m in mismatches.Take(ShownMismatches)) terminal.Say($"✗ {m}");
        if (mismatches.Count > ShownMismatches) terminal.Say($"… and {mismatches.Count - ShownMismatches} more");
        terminal.Result["mismatches"] = new JsonArray([.. mismatches.Select(Json)]);
        return Task.FromResult(mismatches.Count == 0 ? ExitCode.Pass : ExitCode.Mismatch);
    }

    static Subjects Chosen(string only, Terminal terminal)
    {
        var wanted = only.ToLowerInvariant() switch { BuiltIn => Subjects.BuiltIn, Verilator => Subjects.Verilator, _ => Subjects.Both };
        if (!wanted.HasFlag(Subjects.Verilator) || VerilatorProbe.IsThere) return wanted;
        if (wanted == Subjects.Verilator) throw Tools.Missing(Tools.System.Find("verilator") is null ? "verilator" : "clang++");
        terminal.Say("Verilator or a C++ compiler is missing: only the interpreter and the built-in simulator are compared");
        return Subjects.BuiltIn;
    }

    static List<Mismatch> OnGraphs(RandomCheck check, List<ulong> numbers, Terminal terminal, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var result = check.Run(numbers, done => { if (clock.Elapsed > patience) terminal.Bar($"{done:N0} of {numbers.Count:N0} graphs", (double)done / numbers.Count); }, token);
        terminal.Say($"random graphs {numbers[0]} … {numbers[^1]}: {result.Designs:N0} graphs, {result.Cycles:N0} cycles, {result.Values:N0} values compared with the interpreter's in {check.Against}; {result.Mismatches.Count} graphs differ");
        terminal.Result["random"] = new JsonObject { ["graphs"] = result.Designs, ["first"] = numbers[0], ["cycles"] = result.Cycles, ["values"] = result.Values, ["against"] = check.Against, ["seconds"] = Math.Round(clock.Elapsed.TotalSeconds, 1) };
        return [.. result.Mismatches];
    }

    static IReadOnlyList<Mismatch> OnModules(Subjects subjects, Terminal terminal, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var parts = Design.Elaborate(() => new TxuSystem(lanes: 4, words: 1 << 10)).Parts;
        var verdicts = new ModuleCheck(subjects).Run(parts, (name, part) => { if (clock.Elapsed > patience) terminal.Bar(name, part); }, token)
            .Append(TxuAtWork.Run(subjects, token)).ToList();
        terminal.Table(["module", "registers ", "memories ", "cycles ", "ended by"], verdicts.Select(v => new[] { v.Name, $"{v.Registers:N0}", $"{v.Memories:N0}", $"{v.Cycles:N0}", v.EndedBy ?? "" }));
        terminal.Result["modules"] = new JsonArray([.. verdicts.Select(v => new JsonObject { ["name"] = v.Name, ["registers"] = v.Registers, ["memories"] = v.Memories, ["cycles"] = v.Cycles, ["endedBy"] = v.EndedBy })]);
        return [.. verdicts.Select(v => v.Mismatch).OfType<Mismatch>()];
    }

    static int Planted(PlantCheck check, List<ulong> numbers, Terminal terminal, CancellationToken token)
    {
        var verdicts = check.Run(numbers, terminal.Tick, token);
        terminal.Table(["fault", "in", "graphs ", "found"], verdicts.Select(v => new[] { v.Name, v.Side, $"{v.Tried}", v.Found is { } f ? $"{f.Design}, cycle {f.Cycle}, {f.Path}" : "NOT FOUND" }));
        foreach (var v in verdicts.Where(v => v.Found is null)) terminal.Say($"!! THE FAULT {v.Name} IN {v.Side} WAS NOT FOUND in {v.Tried} graphs that have a place for it: try more graphs, or the comparison is blind to it");
        terminal.Result["plants"] = new JsonArray([.. verdicts.Select(v => new JsonObject { ["name"] = v.Name, ["side"] = v.Side, ["graphs"] = v.Tried, ["found"] = v.Found is { } f ? Json(f) : null })]);
        return verdicts.All(v => v.Found is not null) ? ExitCode.Mismatch : ExitCode.Pass;
    }

    static new JsonObject Json(Mismatch m) => new()
    {
        ["design"] = m.Design, ["by"] = m.By, ["cycle"] = m.Cycle, ["path"] = m.Path, ["replay"] = m.Replay,
        ["values"] = new JsonArray([.. m.Values.Select(v => new JsonObject { ["by"] = v.By, ["value"] = v.Value })]),
    };
}
