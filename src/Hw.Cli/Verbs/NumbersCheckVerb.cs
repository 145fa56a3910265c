using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Hw.Bits.Numbers;
using Hw.Isa;
using Hw.NumberCheck;

namespace Hw.Cli.Verbs;

/// <summary>`hw numbers check`: functions tried on their inputs and judged by independent oracles; with a plant, one of them is made wrong on purpose.</summary>
sealed class NumbersCheckVerb : Verb
{
    readonly Argument<string[]> names = new("FUNCTION") { Description = "Functions to check, such as exp2", Arity = ArgumentArity.ZeroOrMore };
    readonly Option<bool> all = new("--all") { Description = "Every function; with --exhaustive, every one of one fp32 operand" };
    readonly Option<long?> inputs = new("--inputs") { Description = "Cases for functions with too many to try all", HelpName = "N" };
    readonly Option<int> seed = new("--seed") { Description = "Chooses the cases", DefaultValueFactory = _ => 1, HelpName = "N" };
    readonly Option<bool> exhaustive = new("--exhaustive") { Description = "All 2^32 patterns, of functions of one fp32 operand; takes minutes each" };
    readonly Option<bool> record = new("--record") { Description = $"With --exhaustive: write what was found to {ExhaustiveRecord.Path}" };
    readonly Option<string?> plant = new("--plant") { Description = "Make one function wrong in a listed way, to see that it is caught", HelpName = "NAME" };
    readonly Option<bool> list = new("--list-plants") { Description = "Name, function and what is wrong, one a line" };

    readonly Option<bool> listStale = new("--list-stale") { Description = $"Functions whose row in {ExhaustiveRecord.Path} is of another text; exit 1 if there are any" };

    public NumbersCheckVerb() : base("check", "Try functions on many inputs against independent oracles; exit 1 on the first wrong bit or ulp")
    {
        Arguments.Add(names);
        foreach (var option in (Option[])[all, inputs, seed, exhaustive, record, plant, list, listStale]) Options.Add(option);
        inputs.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(long.TryParse(token.Value, out var n) && n > 0)) result.AddError($"--inputs {token.Value}: how many cases? Write a number from 1 up.");
        });
        Validators.Add(result =>
        {
            bool Has(Option option) => result.GetResult(option) is { Implicit: false };
            if (Has(exhaustive) && (Has(inputs) || Has(seed))) result.AddError("--exhaustive tries every case: leave out --inputs and --seed.");
            if (Has(record) && (!Has(exhaustive) || Has(plant))) result.AddError("--record keeps what an exhaustive run without plants found: add --exhaustive, leave out --plant.");
        });
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        if (arguments.GetValue(list)) return Task.FromResult(ListPlants(terminal));
        if (arguments.GetValue(listStale)) return Task.FromResult(ListStale(terminal));
        var planted = arguments.GetValue(plant) is { } name ? Plants.Find(name) ?? throw new UsageException(
            $"there is no plant '{name}'.{Nearest.Hint(name, Plants.All.Select(p => p.Name))} `hw numbers check --list-plants` has them all") : null;
        var functions = Functions(arguments, planted);
        var runs = new List<(Verdict Verdict, TimeSpan Time)>();
        foreach (var function in functions)
        {
            var clock = Stopwatch.StartNew();
            var verdict = arguments.GetValue(exhaustive) ? Run(new Sweep(function, planted))
                : Run(new Trial(function, arguments.GetValue(inputs) ?? Budget.Of(function), (ulong)arguments.GetValue(seed), planted));
            runs.Add((verdict, clock.Elapsed));

            Verdict Run(ITrial trial)
            {
                var (done, bar) = (0L, Math.Max(1 << 18, trial.Count >> 12));
                terminal.Bar(function.Name, (double)runs.Count / functions.Count);
                return trial.Run(n =>
                {
                    var now = Interlocked.Add(ref done, n);
                    if (now % bar < n) terminal.Bar($"{function.Name}  {now:N0} of {trial.Count:N0}", (runs.Count + (double)now / trial.Count) / functions.Count);
                }, token);
            }
        }
        var verdicts = runs.ConvertAll(r => r.Verdict);
        Report(terminal, verdicts);
        if (planted is not null && verdicts.All(v => v.Passed)) terminal.Say($"!! THE PLANT {planted.Name} WAS NOT CAUGHT: no case tried makes it bite, or the oracle is blind to it");
        if (arguments.GetValue(record)) Record(terminal, [.. runs.Where(r => r.Verdict.Passed)]);
        return Task.FromResult(verdicts.All(v => v.Passed) ? ExitCode.Pass : ExitCode.Mismatch);
    }

    static void Record(Terminal terminal, IReadOnlyList<(Verdict, TimeSpan)> runs)
    {
        var path = Checkout.Path(ExhaustiveRecord.Path);
        AtomicFile.Write(path, ExhaustiveRecord.Write(File.Exists(path) ? File.ReadAllText(path) : "", runs));
        terminal.Say($"wrote {ExhaustiveRecord.Path}");
    }

    IReadOnlyList<NumberFunction> Functions(ParseResult arguments, Plant? planted)
    {
        var functions = Named(arguments, planted);
        if (!arguments.GetValue(exhaustive)) return functions;
        if (arguments.GetValue(all)) return [.. functions.Where(f => Sweep.Refusal(f) is null)];
        return functions.Select(Sweep.Refusal).FirstOrDefault(r => r is not null) is { } refusal ? throw new UsageException(refusal) : functions;
    }

    IReadOnlyList<NumberFunction> Named(ParseResult arguments, Plant? planted)
    {
        var typed = arguments.GetValue(names)!;
        if (planted is not null)
            return typed.Length == 0 || typed is [var one] && one == planted.Function ? [NumbersVerbs.Find(planted.Function)]
                : throw new UsageException($"the plant {planted.Name} is in {planted.Function}; name that function or none");
        if (arguments.GetValue(all) != (typed.Length == 0)) throw new UsageException("which functions? Name some, or all of them with --all; `hw numbers list` has them");
        return typed.Length == 0 ? NumberFunctions.All : [.. typed.Select(NumbersVerbs.Find)];
    }

    static void Report(Terminal terminal, IReadOnlyList<Verdict> verdicts)
    {
        terminal.Table(["function", "takes", "gives", "inputs tried ", "max ulp ", "mean ulp ", "oracle", "verdict"], verdicts.Select(v => new[]
        {
            v.Function.Name, Notation.Formats(v.Function.Takes), Notation.Formats(v.Function.Gives), $"{v.Tried:N0}{(v.Exhaustive ? " (all)" : "")}",
            v.Passed ? Ulp(v.MaxUlp) : "", v.Passed ? Ulp(v.MeanUlp) : "", v.Oracle, v.Passed ? "pass" : "WRONG",
        }));
        foreach (var v in verdicts.Where(v => v is { Passed: true, Worst: not null })) terminal.Say($"{v.Function.Name}: the largest error, {v.MaxUlp:f4} ulp, is at {v.Worst}");
        foreach (var v in verdicts)
        {
            if (v.Failure is not { } f) continue;
            terminal.Say($"✗ {v.Function.Name}, case {f.Index:N0}: {f.Case}");
            terminal.Say($"    gives     {f.Got}");
            terminal.Say($"    expected  {f.Expected}   ({f.By})");
        }
        terminal.Result["verdicts"] = new JsonArray([.. verdicts.Select(Json)]);
    }

    static string Ulp(double error) => error == 0 ? "0" : $"{error:f3}";

    static new JsonObject Json(Verdict v) => new()
    {
        ["function"] = v.Function.Name, ["tried"] = v.Tried, ["exhaustive"] = v.Exhaustive, ["maxUlp"] = double.IsFinite(v.MaxUlp) ? v.MaxUlp : null, ["meanUlp"] = v.MeanUlp, ["worst"] = v.Worst, ["oracle"] = v.Oracle, ["passed"] = v.Passed,
        ["failure"] = v.Failure is { } f ? new JsonObject { ["index"] = f.Index, ["case"] = f.Case, ["got"] = f.Got, ["expected"] = f.Expected, ["by"] = f.By } : null,
    };

    static int ListStale(Terminal terminal)
    {
        var stale = ExhaustiveRecord.Stale(File.ReadAllText(Checkout.Path(ExhaustiveRecord.Path)));
        terminal.Say(stale.Count == 0 ? "every row is of the text that is here" : $"run again: ./hw numbers check {string.Join(' ', stale)} --exhaustive --record");
        terminal.Result["stale"] = new JsonArray([.. stale.Select(name => JsonValue.Create(name))]);
        return stale.Count == 0 ? ExitCode.Pass : ExitCode.Mismatch;
    }

    static int ListPlants(Terminal terminal)
    {
        foreach (var p in Plants.All) terminal.Say($"{p.Name,-40} {p.Function,-34} {p.What}");
        terminal.Result["plants"] = new JsonArray([.. Plants.All.Select(p => new JsonObject { ["name"] = p.Name, ["function"] = p.Function, ["what"] = p.What })]);
        return ExitCode.Pass;
    }
}
