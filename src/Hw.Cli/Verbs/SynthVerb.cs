using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Cli.Generation;
using Hw.Cli.Silicon;
using Hw.Hdl.Verilog;
using Hw.Silicon;

namespace Hw.Cli.Verbs;

/// <summary>`hw synth`: every block of the chip in gates, with its longest way. Of the whole chip it writes docs/synth.md; exit 1 when a way is longer than the period.</summary>
sealed class SynthVerb : Verb
{
    const string Page = "docs/synth.md", Verilog = ".sv", FromLibrary = "// From Hw.Ip/";
    const double Period = 6.67;

    readonly Option<string?> unit = new("--unit") { Description = "One module of src/Hw.Txu alone, by its C# name, with what is below it", HelpName = "NAME" };
    readonly Option<double> period = new("--period") { Description = "Of the clock, in ns", DefaultValueFactory = _ => Period, HelpName = "NS" };
    readonly Option<int> lanes = Parameters.Lanes(4);

    public SynthVerb() : base("synth", "Area, slack and longest way of every block in osu018 gates (Yosys, OpenSTA)")
    {
        foreach (var option in (Option[])[unit, period, lanes]) Options.Add(option);
        period.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var ns) && ns is > 0 and <= 1000))
                result.AddError($"--period {token.Value}: it is a time in ns, such as {Period.ToString(CultureInfo.InvariantCulture)} for 150 MHz");
        });
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var (ns, c) = (arguments.GetValue(period), arguments.GetValue(lanes));
        var design = UnitChoice.Elaborate(arguments.GetValue(unit), c);
        var modules = VerilogWriter.Write(design).Where(f => f.File.EndsWith(Verilog, StringComparison.Ordinal)).ToDictionary(f => f.File[..^Verilog.Length], f => f.Text);
        terminal.Progress($"gates of {design.Name}, {modules.Count} modules");
        var blocks = ChipSynthesis.Run(modules, design.Name, name => !modules[name].Contains(FromLibrary), new(PeriodNs: ns, TargetNs: SynthReport.LogicShare * ns),
            progress: (block, done, all) => terminal.Bar($"{done} of {all} blocks: {block}", (double)done / all), token: token);

        terminal.Table(SynthReport.Columns, blocks.Select(b => SynthReport.Row(b, ns)));
        terminal.Result["blocks"] = new JsonArray([.. blocks.Select(Described)]);
        if (arguments.GetValue(unit) is null && ns == Period) AtomicFile.Write(Checkout.Path(Page), SynthReport.Page(blocks, c, ns));
        var late = blocks.Count(SynthReport.TooLong);
        terminal.Say(late == 0 ? string.Create(CultureInfo.InvariantCulture, $"every way of {design.Name} is within {ns} ns")
            : string.Create(CultureInfo.InvariantCulture, $"{late} of {blocks.Count} blocks have a way longer than {ns} ns: cut it by a register (Pipeline), or shorten it"));
        return Task.FromResult(late == 0 ? ExitCode.Pass : ExitCode.Mismatch);
    }

    static JsonObject Described(BlockReport b)
    {
        var json = new JsonObject { ["block"] = b.Module, ["instances"] = b.Instances, ["areaUm2"] = Math.Round(b.AreaUm2), ["flops"] = b.Flops, ["memoryBits"] = b.MemoryBits };
        if (b.Worst is not { } w) return json;
        (json["ns"], json["slackNs"], json["gates"], json["slowestNs"], json["from"], json["to"]) = (w.Ns, w.SlackNs, w.Gates, w.SlowestNs, w.From, w.To);
        json["through"] = new JsonArray([.. w.Through.Select(t => (JsonNode?)t)]);
        return json;
    }
}
