using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Bits.Numbers;
using Hw.Isa;
using Hw.NumberCheck;

namespace Hw.Cli.Verbs;

/// <summary>`hw numbers check`: functions tried on their inputs and judged by independent oracles; with a plant, one of them is made wrong on purpose.</summary>
sealed class NumbersCheckVerb : Verb
{
    readonly Argument<string[]> names = new("FUNCTION") { Description = "Functions to check, such as exp2", Arity = ArgumentArity.ZeroOrMore };
    readonly Option<bool> all = new("--all") { Description = "Every function" };
    readonly Option<long?> inputs = new("--inputs") { Description = "Cases for functions with too many to try all", HelpName = "N" };
    readonly Option<int> seed = new("--seed") { Description = "Chooses the cases", DefaultValueFactory = _ => 1, HelpName = "N" };
    readonly Option<string?> plant = new("--plant") { Description = "Make one function wrong in a listed way, to see that it is caught", HelpName = "NAME" };
    readonly Option<bool> list = new("--list-plants") { Description = "Name, function and what is wrong, one a line" };

    public NumbersCheckVerb() : base("check", "Try functions on many inputs against independent oracles; exit 1 on the first wrong bit or ulp")
    {
        Arguments.Add(names);
        foreach (var option in (Option[])[all, inputs, seed, plant, list]) Options.Add(option);
        inputs.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(long.TryParse(token.Value, out var n) && n > 0)) result.AddError($"--inputs {token.Value}: how many cases? Write a number from 1 up.");
        });
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        if (arguments.GetValue(list)) return Task.FromResult(ListPlants(terminal));
        var planted = arguments.GetValue(plant) is { } name ? Plants.Find(name) ?? throw new UsageException(
            $"there is no plant '{name}'.{Nearest.Hint(name, Plants.All.Select(p => p.Name))} `hw numbers check --list-plants` has them all") : null;
        var functions = Functions(arguments, planted);
        var verdicts = new List<Verdict>();
        foreach (var function in functions)
        {
            var trial = new Trial(function, arguments.GetValue(inputs) ?? Budget.Of(function), (ulong)arguments.GetValue(seed), planted);
            var done = 0L;
            terminal.Bar(function.Name, (double)verdicts.Count / functions.Count);
            verdicts.Add(trial.Run(n =>
            {
                var now = Interlocked.Add(ref done, n);
                if (now % (1 << 18) < n) terminal.Bar($"{function.Name}  {now:N0} of {trial.Count:N0}", (verdicts.Count + (double)now / trial.Count) / functions.Count);
            }, token));
        }
        Report(terminal, verdicts);
        if (planted is not null && verdicts.All(v => v.Passed)) terminal.Say($"!! THE PLANT {planted.Name} WAS NOT CAUGHT: no case tried makes it bite, or the oracle is blind to it");
        return Task.FromResult(verdicts.All(v => v.Passed) ? ExitCode.Pass : ExitCode.Mismatch);
    }

    IReadOnlyList<NumberFunction> Functions(ParseResult arguments, Plant? planted)
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
        ["function"] = v.Function.Name, ["tried"] = v.Tried, ["exhaustive"] = v.Exhaustive, ["maxUlp"] = double.IsFinite(v.MaxUlp) ? v.MaxUlp : null, ["meanUlp"] = v.MeanUlp, ["oracle"] = v.Oracle, ["passed"] = v.Passed,
        ["failure"] = v.Failure is { } f ? new JsonObject { ["index"] = f.Index, ["case"] = f.Case, ["got"] = f.Got, ["expected"] = f.Expected, ["by"] = f.By } : null,
    };

    static int ListPlants(Terminal terminal)
    {
        foreach (var p in Plants.All) terminal.Say($"{p.Name,-40} {p.Function,-34} {p.What}");
        terminal.Result["plants"] = new JsonArray([.. Plants.All.Select(p => new JsonObject { ["name"] = p.Name, ["function"] = p.Function, ["what"] = p.What })]);
        return ExitCode.Pass;
    }
}
