using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Cli.Generation;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Verbs;

/// <summary>`hw fuzz`: random programs, golden and chip in lockstep; the first that differs, or what they had in them.</summary>
sealed class FuzzVerb : Verb
{
    const int Programs = 1000, MostPrograms = 100_000_000, ShownHoles = 12;

    readonly Option<int> programs = Count("--programs", $"How many programs; {Programs} unless said", "N", Programs);
    readonly Option<int> seed = new("--seed") { Description = "Of the first program; the next one has the next", DefaultValueFactory = _ => 1, HelpName = "S" };
    readonly Option<int> workers = Count("-j", "Chips that run side by side; one for each processor unless said", "N", Environment.ProcessorCount);
    readonly Option<string?> with = new("--with") { Description = "An elementwise instruction that every program uses, by its mnemonic", HelpName = "NAME" };
    readonly Option<int> lanes = Parameters.Lanes(8);
    readonly Option<bool> record = new("--record") { Description = "Where all agree, write what they had in them beside the definition, for the manual" };
    readonly Option<string> engine = Parameters.Choice("--engine", "What runs the chip", [.. EngineOption.Names.Reverse()]);

    public FuzzVerb() : base("fuzz", "Run random programs, golden model and chip in lockstep; exit 1 and a line that does it again on the first difference")
    {
        foreach (var option in (Option[])[programs, seed, workers, with, lanes, engine, record]) Options.Add(option);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var (count, first, c, runs, preferred) = (arguments.GetValue(programs), arguments.GetValue(seed), arguments.GetValue(lanes), EngineOption.Named(arguments.GetValue(engine)!), Elementwise(arguments.GetValue(with)));
        if (first < 0 || first > int.MaxValue - count) throw new UsageException($"--seed {first}: a seed is 0 … {int.MaxValue - count}, so that {count:N0} programs have one each");
        using var target = new TxuTarget(c, new() { Engine = runs, MemoryBytes = Fuzz.MemoryBytes, Progress = terminal.Progress });
        target.Built(token: token);
        var clock = Stopwatch.StartNew();
        string Replay(int s) => $"./hw fuzz --programs 1 --seed {s} --lanes {c}{(runs == Engine.BuiltIn ? "" : $" --engine {EngineOption.Names[(int)runs]}")}{(preferred is null ? "" : $" --with {preferred}")}";
        var result = new Fuzz(target, preferred).Run(first, count, arguments.GetValue(workers), Replay,
            done => terminal.Bar(FormattableString.Invariant($"{done:N0} of {count:N0} programs agree, {done / clock.Elapsed.TotalMinutes:N0} a minute"), (double)done / count), token);
        Report(result, terminal);
        if (result.Failure is null && arguments.GetValue(record))
        {
            AtomicFile.Write(Checkout.Path(FuzzRecord.PathOf(TxuIsa.Definition)), FuzzRecord.Write(result, first, c));
            terminal.Say($"wrote {FuzzRecord.PathOf(TxuIsa.Definition)}; `hw gen` takes it into the manual");
        }
        if (result.Failure is not { } failure) return Task.FromResult(ExitCode.Pass);
        var file = Path.Combine("out", $"fuzz-{failure.Seed}.asm");
        AtomicFile.Write(Checkout.Path(file), failure.Text);
        VerdictReport.Write(failure.Verdict, terminal);
        terminal.Say($"  seed {failure.Seed}, program {file}");
        terminal.Result["seed"] = failure.Seed;
        terminal.Result["program"] = file;
        return Task.FromResult(failure.Verdict.ExitCode);
    }

    static void Report(FuzzResult r, Terminal terminal)
    {
        var (seen, all) = r.Coverage.Total;
        var counts = r.Coverage.Counts.ToList();
        terminal.Say($"{r.Programs:N0} programs agree: {r.Instructions:N0} instructions, {r.Writes:N0} writes, {r.Cycles:N0} cycles in {r.Elapsed.TotalSeconds:F1} s; {r.PerMinute:N0} programs a minute");
        terminal.Say(string.Join("  ", counts.Select(x => $"{x.Instruction} {x.Count:N0}")));
        var holes = r.Coverage.Holes.ToList();
        terminal.Say($"least, greatest and another value of every field: {seen:N0} of {all:N0} seen{(holes.Count == 0 ? "" : $"; not {string.Join(", ", holes.Take(ShownHoles).Select(Text))}{(holes.Count > ShownHoles ? $" and of {holes.Count - ShownHoles} more fields" : "")}")}");
        IsaStamp.Put(terminal, TxuIsa.Definition);
        terminal.Result["programs"] = r.Programs;
        terminal.Result["instructions"] = r.Instructions;
        terminal.Result["writes"] = r.Writes;
        terminal.Result["cycles"] = r.Cycles;
        terminal.Result["seconds"] = Math.Round(r.Elapsed.TotalSeconds, 2);
        terminal.Result["programsPerMinute"] = Math.Round(r.PerMinute);
        terminal.Result["counts"] = new JsonObject(counts.Select(x => KeyValuePair.Create(x.Instruction.Mnemonic, (JsonNode?)x.Count)));
        terminal.Result["corners"] = new JsonObject { ["seen"] = seen, ["all"] = all, ["missing"] = new JsonArray([.. holes.Select(h => new JsonObject { ["instruction"] = h.Instruction.Mnemonic, ["field"] = h.Field.Name, ["missing"] = Names(h.Missing) })]) };
    }

    static string Text((InstructionInfo Instruction, Field Field, Corners Missing) hole) => $"{hole.Instruction} {hole.Field.Name} ({Names(hole.Missing)})";

    static string Names(Corners corners) => corners.ToString().ToLowerInvariant();

    static InstructionInfo? Elementwise(string? mnemonic)
    {
        if (mnemonic is null) return null;
        var all = IElementwise.Among(TxuIsa.Definition).Select(e => e.Info).ToList();
        return all.Find(i => i.Mnemonic.Equals(mnemonic, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"--with {mnemonic}: it is no elementwise instruction; there are {string.Join(", ", all)}.{Nearest.Hint(mnemonic, all.Select(i => i.Mnemonic))}");
    }

    static Option<int> Count(string name, string what, string help, int otherwise)
    {
        var option = new Option<int>(name) { Description = what, DefaultValueFactory = _ => otherwise, HelpName = help };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= MostPrograms))
                result.AddError($"{name} {token.Value}: write a number from 1 to {MostPrograms:N0}");
        });
        return option;
    }
}
