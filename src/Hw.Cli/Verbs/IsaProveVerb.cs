using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Isa;
using Hw.IsaProof;
using Hw.Sim;

namespace Hw.Cli.Verbs;

/// <summary>`hw isa prove`: golden decoder, Verilog decoder and an independent table, on every part of the encoding space; with --mutants, whether that would have been seen to fail.</summary>
sealed class IsaProveVerb : Verb
{
    readonly IsaOption which = new();
    readonly Option<bool> mutants = new("--mutants") { Description = "Plant every single fault into decoder, codec and assembler; exit 1 if one is not found" };
    readonly Option<bool> record = new("--record") { Description = "Write what was proven to isa/NAME/proof.json, for the manual" };

    public IsaProveVerb() : base("prove", "Golden, Verilog and table agree on every legal, reserved and unused encoding; exit 1 with a word on which they do not")
    {
        foreach (var option in (Option[])[which.Option, mutants, record]) Options.Add(option);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var isa = which.Of(arguments);
        var checkedIn = $"{Generation.Product.Verilog}/{isa.Name}_decoder.sv";
        var path = Checkout.Path(checkedIn);
        var clock = Stopwatch.StartNew();
        var report = DecoderProof.Run(isa, new()
        {
            Verilog = File.Exists(path) ? File.ReadAllText(path) : null, Progress = terminal.Bar, Builder = new() { Progress = terminal.Tick },
        }, token);
        Describe(terminal, report, File.Exists(path) ? checkedIn : "as generated");
        IReadOnlyList<Fate> fates = [];
        if (report.Passed && arguments.GetValue(mutants)) fates = Plant(terminal, report.Questions, token);
        var passed = report.Passed && !fates.Any(f => f.Survived);
        if (arguments.GetValue(record) && passed)
        {
            AtomicFile.Write(Checkout.Path(ProofFile.PathOf(isa)), ProofFile.Write(report, fates));
            terminal.Say($"wrote {ProofFile.PathOf(isa)}");
        }
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{(passed ? "proven" : "NOT PROVEN")}: {isa.Name} {isa.Version}, {clock.Elapsed.TotalSeconds:f1} s"));
        terminal.Result["passed"] = passed;
        return Task.FromResult(passed ? ExitCode.Pass : ExitCode.Mismatch);
    }

    static void Describe(Terminal terminal, ProofReport report, string verilog)
    {
        var (q, cells) = (report.Questions, report.Questions.Cells);
        terminal.Say($"{q.Isa.Name} {q.Isa.Version}: {q.Isa.Instructions.Length} instructions in {q.Isa.Shape.WordBits} bits; {cells.Count:N0} parts of the space, {cells.Gaps:N0} of them gaps; {q.Count:N0} words");
        terminal.Say($"  every value of {q.List.ExhaustiveBits.Length} bits that instructions fix; Verilog ({verilog}) against the table: {(report.SolverProven ? $"all 2^{q.Isa.Shape.WordBits} words, by solver" : "not proven by solver")}");
        foreach (var (what, time) in report.Times) terminal.Say(string.Create(CultureInfo.InvariantCulture, $"  {what,-26} {time.TotalSeconds,5:f1} s"));
        foreach (var failure in report.Failures) terminal.Say($"✗ {failure}");
        foreach (var mismatch in report.Mismatches) terminal.Say($"✗ {mismatch}");
        (terminal.Result["isa"], terminal.Result["hash"], terminal.Result["cubes"], terminal.Result["gaps"], terminal.Result["words"], terminal.Result["solverProven"]) =
            ($"{q.Isa.Name} {q.Isa.Version}", q.Isa.Hash, cells.Count, cells.Gaps, q.Count, report.SolverProven);
        terminal.Result["failures"] = new JsonArray([.. report.Failures.Select(f => JsonValue.Create(f))]);
        terminal.Result["mismatches"] = new JsonArray([.. report.Mismatches.Select(m => new JsonObject
        {
            ["word"] = m.WordText, ["cube"] = m.Cell, ["instruction"] = m.Table.Row?.Name, ["place"] = m.Table.Row?.Instruction.Place.ToString(), ["table"] = m.Table.ToString(), ["golden"] = m.Golden, ["verilog"] = m.Verilog,
        })]);
    }

    static IReadOnlyList<Fate> Plant(Terminal terminal, Questions questions, CancellationToken token)
    {
        var fates = new FaultRun(questions).Run(Faults.Of(questions.Isa), terminal.Bar, token);
        terminal.Table(["fault", "in", "planted ", "killed ", "no fault "], fates.GroupBy(f => (f.Fault.Kind, f.Side)).Select(g => new[]
        {
            g.Key.Kind, g.Key.Side.ToString().ToLowerInvariant(), $"{g.Count():N0}", $"{g.Count(f => f.Killed):N0}", g.Count(f => f.Equivalent is not null) is > 0 and var same ? $"{same:N0}" : "",
        }));
        foreach (var why in fates.Where(f => f.Equivalent is not null).GroupBy(f => f.Equivalent)) terminal.Say($"{why.Count():N0} change nothing: {why.Key}");
        foreach (var fate in fates.Where(f => f.Survived)) terminal.Say($"✗ survived: {fate}");
        var (killed, faults) = (fates.Count(f => f.Killed), fates.Count(f => f.Equivalent is null));
        terminal.Say($"killed {killed:N0} of {faults:N0}");
        (terminal.Result["planted"], terminal.Result["faults"], terminal.Result["killed"]) = (fates.Count, faults, killed);
        terminal.Result["survivors"] = new JsonArray([.. fates.Where(f => f.Survived).Select(f => JsonValue.Create(f.ToString()))]);
        return fates;
    }
}
