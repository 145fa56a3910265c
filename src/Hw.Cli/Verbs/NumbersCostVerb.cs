using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.Hdl;

namespace Hw.Cli.Verbs;

/// <summary>`hw numbers cost`: what a function is made of as hardware, before any synthesis; with stages, how evenly a pipeline would cut it.</summary>
sealed class NumbersCostVerb : Verb
{
    const int MostStages = 64;

    readonly Argument<string> name = new("FUNCTION") { Description = "A function, such as exp2" };
    readonly Option<int> stages = new("--stages") { Description = $"Cut it into a pipeline, 1 … {MostStages} stages", HelpName = "N" };
    readonly Option<bool> wires = new("--wires") { Description = "The interval of every operand and named wire" };

    public NumbersCostVerb() : base("cost", "Operators, depth, wires, tables and promises of a function; with --stages, its pipeline")
    {
        Arguments.Add(name);
        Options.Add(stages);
        Options.Add(wires);
        stages.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var n) && n is >= 1 and <= MostStages))
                result.AddError($"--stages {token.Value}: how many stages? Write a number in 1 … {MostStages}, or leave it out for one cycle without registers.");
        });
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var function = NumbersVerbs.Find(arguments.GetValue(name)!);
        var cost = Cost.Of(function);
        terminal.Say($"{function}: {function.Summary}\n");
        terminal.Say(cost.ToString().TrimEnd());
        if (arguments.GetValue(wires)) terminal.Say($"wires, none of which can overflow\n{cost.Wires().TrimEnd()}");
        foreach (var (key, value) in Figures(function, cost)) terminal.Result[key] = value?.DeepClone();
        if (arguments.GetValue(stages) is var n and > 0) Pipeline(terminal, Staging.Of(function, n));
        return Task.FromResult(ExitCode.Pass);
    }

    static void Pipeline(Terminal terminal, Staging staging)
    {
        var (n, longest) = (staging.Delays.Count, staging.Delays.Max());
        var delays = string.Join(" + ", staging.Delays.Select(d => d.ToString("0.0", CultureInfo.InvariantCulture)));
        terminal.Say($"pipeline of {n} {(n == 1 ? "stage" : "stages")}: {delays} ns, "
            + string.Create(CultureInfo.InvariantCulture, $"the longest {longest / (staging.Whole / n):0.00} of an even share, {staging.RegisterBits:#,0} bits of registers"));
        terminal.Result["pipeline"] = new JsonObject
        {
            ["stages"] = n, ["delaysNs"] = new JsonArray([.. staging.Delays.Select(d => JsonValue.Create(Math.Round(d, 3)))]),
            ["wholeNs"] = Math.Round(staging.Whole, 3), ["registerBits"] = staging.RegisterBits,
        };
    }

    static JsonObject Figures(NumberFunction function, Cost cost) => new()
    {
        ["function"] = function.Name,
        ["operators"] = new JsonArray([.. cost.Operators.SelectMany(o => o.Widths.Select(w => new JsonObject { ["kind"] = o.Kind.ToString(), ["width"] = w.Width, ["count"] = w.Count }))]),
        ["depthNs"] = Math.Round(cost.Depth, 3), ["levels"] = cost.Levels, ["bits"] = cost.Bits, ["widest"] = cost.Widest.Range.Width, ["romBits"] = cost.RomBits,
        ["promises"] = new JsonArray([.. cost.Promises.Select(p => new JsonObject { ["from"] = p.From.Describe(), ["to"] = p.To.ToString(), ["because"] = p.Because })]),
        ["wires"] = new JsonArray([.. cost.Ranges.Select(r => new JsonObject { ["name"] = r.Name, ["min"] = $"{r.Range.Min}", ["max"] = $"{r.Range.Max}", ["bits"] = r.Range.Width })]),
    };
}
