using System.Globalization;
using System.Text.RegularExpressions;
using Hw.Sim;

namespace Hw.Silicon;

/// <summary>Links the blocks of a chip and asks OpenSTA for the longest way into each of them.</summary>
static partial class ChipTiming
{
    [GeneratedRegex(@"^  (?<module>\w+) (?<name>\\\S+ |\w+) \(", RegexOptions.Multiline)]
    private static partial Regex Instance { get; }

    [GeneratedRegex(@"^  DFF\w+ (?<cell>\\\S+ |\w+) \((?<pins>[^;]*)\);", RegexOptions.Multiline)]
    private static partial Regex FlipFlop { get; }

    [GeneratedRegex(@"\.Q\(\\?(?<net>[^)]*?) ?\)")]
    private static partial Regex Output { get; }

    [GeneratedRegex(@"\[\d+\]$")]
    private static partial Regex BitOf { get; }

    public static IReadOnlyList<BlockReport> Reports(IReadOnlyList<BlockGates> gates, string top, ChipOptions options, Tools tools, CancellationToken token)
    {
        var named = gates.ToDictionary(g => g.Module, g => new Block(g));
        var instances = new Dictionary<string, string> { [""] = top };           // by path
        Place("", top);
        var worst = new Dictionary<string, StagePath>();
        foreach (var (slack, pins, slowest) in Worst(gates, top, options, tools, token))
        {
            var module = instances[Split(pins[^1]).Path];
            if (worst.TryGetValue(module, out var known) && known.SlackNs <= slack) continue;
            worst[module] = new(Math.Round(options.PeriodNs - slack, 3), Math.Round(slack, 3), pins.Count / 2 - 1, Math.Round(slowest, 3), Point(pins[0]), Point(pins[^1]),
                [.. pins.Select(p => instances[Split(p).Path]).Distinct().Where(m => m != instances[Split(pins[0]).Path] && m != module)]);
        }
        return
        [
            .. gates.Select(g => new BlockReport(g.Module, instances.Values.Count(m => m == g.Module), g.GateAreaUm2 + g.Memories.Sum(m => m.AreaUm2), g.Flops, g.Memories.Sum(m => m.Bits), worst.GetValueOrDefault(g.Module)))
                .OrderBy(r => r.Worst?.SlackNs ?? double.MaxValue).ThenBy(r => r.Module, StringComparer.Ordinal),
        ];

        void Place(string path, string module)
        {
            foreach (var (name, child) in named[module].Cells)
            {
                if (!named.ContainsKey(child)) continue;        // a gate, or a memory
                var at = path.Length == 0 ? name : $"{path}/{name}";
                instances[at] = child;
                Place(at, child);
            }
        }

        string Point(string pin)
        {
            var (path, cell) = Split(pin);
            return cell.Length == 0 ? $"port {pin}" : $"{instances[path]}.{named[instances[path]].RegisterOf(cell)}";
        }
    }

    /// <summary>PATH/CELL/PIN; a port of the chip has no cell.</summary>
    static (string Path, string Cell) Split(string pin)
    {
        var parts = pin.Replace("\\", "").Split('/');
        return parts.Length == 1 ? ("", "") : (string.Join('/', parts[..^2]), parts[^2]);
    }

    static IEnumerable<(double Slack, IReadOnlyList<string> Pins, double Slowest)> Worst(IReadOnlyList<BlockGates> gates, string top, ChipOptions options, Tools tools, CancellationToken token)
    {
        using var bench = new Workbench(tools, token);
        bench.Write("memories.lib", MemoryMacro.Liberty(gates.SelectMany(g => g.Memories)));
        foreach (var (i, block) in gates.Index()) bench.Write($"gates{i}.v", block.Gates);
        var output = bench.Sta($$"""
            read_liberty {{Osu018.Liberty}}
            read_liberty memories.lib
            {{string.Join('\n', gates.Select((_, i) => $"read_verilog gates{i}.v"))}}
            link_design {{top}}
            create_clock -name clock -period {{options.PeriodNs.ToString(CultureInfo.InvariantCulture)}} [get_ports {{options.Clock}}]
            foreach port [all_inputs] { if {[get_full_name $port] != "{{options.Clock}}"} { set_input_delay 0 -clock clock $port } }
            set_output_delay 0 -clock clock [all_outputs]
            set_driving_cell -lib_cell {{Osu018.InputDriver}} [all_inputs]
            set_load {{Osu018.OutputLoad}} [all_outputs]
            foreach port [all_inputs] { if {[get_full_name $port] == "{{options.Reset}}"} { set_false_path -from $port } }
            foreach path [find_timing_paths -path_delay max -group_count 10000000] {
              set end [split [get_full_name [get_property $path endpoint]] /]
              set block [join [lrange $end 0 end-2] /]
              if {[info exists seen($block)]} continue
              set seen($block) 1
              set pins {}
              foreach point [get_property $path points] { lappend pins [get_full_name [get_property $point pin]] [get_property $point arrival] }
              puts "PATH [get_property $path slack] [join $pins { }]"
            }
            """);
        return output.Split('\n').Where(line => line.StartsWith("PATH ", StringComparison.Ordinal)).Select(line =>
        {
            var words = line.Trim().Split(' ');
            static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
            var (pins, arrivals) = (words[2..].Where((_, i) => i % 2 == 0).ToList(), words[2..].Where((_, i) => i % 2 == 1).Select(Number).ToList());
            return (Number(words[1]), (IReadOnlyList<string>)pins, arrivals.Zip(arrivals.Prepend(0), (at, before) => at - before).Max());
        });
    }

    /// <summary>What a block's netlist says of its cells.</summary>
    sealed class Block
    {
        readonly Dictionary<string, string> registers;

        public IReadOnlyList<(string Name, string Module)> Cells { get; }

        public Block(BlockGates block)
        {
            Cells = [.. Instance.Matches(block.Gates).Select(m => (m.Groups["name"].Value.TrimStart('\\').TrimEnd(), m.Groups["module"].Value))];
            registers = FlipFlop.Matches(block.Gates).ToDictionary(m => m.Groups["cell"].Value.TrimStart('\\').TrimEnd(), m => Output.Match(m.Groups["pins"].Value).Groups["net"].Value);
        }

        /// <summary>The register that a flip-flop is a bit of; a memory has its own name.</summary>
        public string RegisterOf(string cell) => registers.TryGetValue(cell, out var net) ? BitOf.Replace(net.TrimEnd(), "").TrimEnd() : cell;
    }
}
