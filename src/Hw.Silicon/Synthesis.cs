using System.Globalization;
using System.Text.RegularExpressions;
using Hw.Sim;

namespace Hw.Silicon;

/// <param name="TargetNs">The delay that technology mapping aims at; area is recovered where there is slack.</param>
/// <param name="Clock">The clock's port, where the design has one.</param>
public sealed record SynthesisOptions(double TargetNs = 5, string Clock = SimDesign.Clock);

/// <param name="AreaUm2">Of all cells, µm² of 0.18 µm, flip-flops included.</param>
/// <param name="Cells">How many, flip-flops included.</param>
/// <param name="DelayNs">Of a design without flip-flops, the longest way from input to output; otherwise from register to register, setup included, and null where no such way is.</param>
public sealed record SiliconReport(double AreaUm2, int Cells, int Flops, double? DelayNs);

/// <summary>
/// What a design is in gates: Yosys and its abc map it to <see cref="Osu018"/>, OpenSTA times it. The same text gives the same
/// figures: both tools are deterministic, and nothing here depends on where the files lie.
/// </summary>
public static partial class Synthesis
{
    const double PeriodNs = 1000;   // longer than any path, so that slack is never negative and the delay is what is missing of it

    [GeneratedRegex(@"^\s+(?<cell>\S+)\s+(?<count>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex CellCount { get; }

    [GeneratedRegex(@"Chip area for (top )?module '\\\S+': (?<area>[\d.]+)")]
    private static partial Regex ChipArea { get; }

    [GeneratedRegex(@"^\s*(?<slack>-?[\d.]+)\s+slack", RegexOptions.Multiline)]
    private static partial Regex Slack { get; }

    /// <exception cref="SiliconException">The design is wrong, or not synthesizable.</exception>
    /// <exception cref="ToolMissingException">Yosys, OpenSTA or the gate library is not installed.</exception>
    public static SiliconReport Run(IReadOnlyList<string> files, string top, SynthesisOptions? options = null, Tools? tools = null, CancellationToken token = default)
    {
        options ??= new();
        var liberty = Osu018.Liberty;
        using var bench = new Workbench(tools ?? Tools.System, token);
        bench.Write("abc.constr", $"set_driving_cell {Osu018.InputDriver}\nset_load {Osu018.OutputLoad}\n");
        bench.Yosys(
        [
            .. Workbench.Elaborate(files, top), $"synth -flatten -top {top}", $"dfflibmap -liberty {liberty}",
            // without -constr abc sees no load and one gate drives hundreds
            string.Create(CultureInfo.InvariantCulture, $"abc -D {options.TargetNs * 1000:F0} -constr abc.constr -liberty {liberty}"),
            "opt_clean -purge", $"tee -q -o stat.txt stat -liberty {liberty}", "write_verilog -noattr gates.v",
        ]);
        var (area, cells, flops) = Count(bench.Read("stat.txt"), top);
        return new(area, cells, flops, cells == 0 ? 0 : Delay(bench, liberty, top, options.Clock, flops > 0));
    }

    static (double Area, int Cells, int Flops) Count(string stat, string top)
    {
        var cells = CellCount.Matches(stat[stat.IndexOf("Number of cells:", StringComparison.Ordinal)..])
            .Select(m => (Name: m.Groups["cell"].Value, Count: int.Parse(m.Groups["count"].Value, CultureInfo.InvariantCulture))).ToList();
        if (cells.FirstOrDefault(c => c.Name.StartsWith('$')).Name is { } unmapped)
            throw new SiliconException($"{top} holds {unmapped}, which no gate is: {(unmapped.Contains("LATCH") ? "a latch, because some path through an always block assigns nothing" : "give it a form that can be built")}");
        var area = ChipArea.Match(stat) is { Success: true } found ? double.Parse(found.Groups["area"].Value, CultureInfo.InvariantCulture) : 0;   // Yosys leaves the line out of an empty design
        if (area == 0 && cells.Count > 0) throw new SiliconException($"Yosys told no area of {top}");
        return (area, cells.Sum(c => c.Count), cells.Where(c => Osu018.IsFlipFlop(c.Name)).Sum(c => c.Count));
    }

    static double? Delay(Workbench bench, string liberty, string top, string clock, bool registered)
    {
        var output = bench.Sta($$"""
            read_liberty {{liberty}}
            read_verilog gates.v
            link_design {{top}}
            create_clock -name clock -period {{PeriodNs}} {{(registered ? $"[get_ports {clock}]" : "")}}
            set_input_delay 0 -clock clock [all_inputs]
            set_output_delay 0 -clock clock [all_outputs]
            set_driving_cell -lib_cell {{Osu018.InputDriver}} [all_inputs]
            set_load {{Osu018.OutputLoad}} [all_outputs]
            report_checks -path_delay max -digits 4 {{(registered ? "-from [all_registers -clock_pins] -to [all_registers -data_pins]" : "")}}
            """);
        if (registered && output.Contains($"port '{clock}' not found")) throw new SiliconException($"{top} has flip-flops and no clock port `{clock}`: name its clock in {nameof(SynthesisOptions)}");
        if (output.Contains("No paths found")) return null;
        return Slack.Match(output) is { Success: true } found
            ? Math.Round(PeriodNs - double.Parse(found.Groups["slack"].Value, CultureInfo.InvariantCulture), 3)
            : throw new SiliconException($"OpenSTA told no slack of {top}: {output.Trim()}");
    }
}
