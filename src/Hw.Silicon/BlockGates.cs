using System.Globalization;
using System.Text.RegularExpressions;
using Hw.Sim;

namespace Hw.Silicon;

/// <summary>
/// One block of a chip in gates, mapped alone: its own module and what is not a block below it, flattened. Blocks below it are black boxes with their ports.
/// The same text gives the same gates, so they are kept and an edit costs only the blocks it changes.
/// </summary>
sealed partial record BlockGates(string Module, string Gates, double GateAreaUm2, int Flops, IReadOnlyList<MemoryMacro> Memories)
{
    const string GatesFile = "gates.v", StatFile = "stat.txt";

    [GeneratedRegex(@"^\s+(?<cell>\S+)\s+(?<count>\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex CellCount { get; }

    [GeneratedRegex(@"Chip area for (top )?module '\\\S+': (?<area>[\d.]+)")]
    private static partial Regex ChipArea { get; }

    public static BlockGates Of(string module, IReadOnlyList<string> texts, IReadOnlyList<string> below, double targetNs, BuildCache cache, Tools tools, CancellationToken token)
    {
        var liberty = Osu018.Liberty;
        List<string> commands =
        [
            .. texts.Select((_, i) => $"read_verilog -sv text{i}.sv"), .. below.Select((_, i) => $"read_verilog -sv -lib below{i}.sv"),
            // without abc: it would map to gates of no library first
            $"synth -flatten -noabc -top {module} -run begin:fine", "techmap -map memory.v", $"synth -flatten -noabc -top {module} -run fine:check",
            $"dfflibmap -liberty {liberty}", $"abc -script map.abc -constr abc.constr -liberty {liberty}",
            "opt_clean -purge", $"select {module}", $"tee -q -o {StatFile} stat -liberty {liberty}", $"write_verilog -noattr -selected {GatesFile}",
        ];
        var delay = (targetNs * 1000).ToString("F0", CultureInfo.InvariantCulture);
        var abc = $"strash\ndc2\ndch -f\nmap -B 0.9 -D {delay}\ntopo\nbuffer -c\nupsize -D {delay}\ndnsize -D {delay}\n";
        var key = BuildCache.Key([.. texts, "", .. below, "", .. commands, abc, MemoryMacro.Techmap, File.ReadAllText(liberty)]);
        var (folder, _) = cache.Get(key, at =>
        {
            using var bench = new Workbench(tools, token);
            bench.Write("abc.constr", $"set_driving_cell {Osu018.InputDriver}\nset_load {Osu018.OutputLoad}\n");
            bench.Write("map.abc", abc);
            bench.Write("memory.v", MemoryMacro.Techmap);
            foreach (var (i, text) in texts.Index()) bench.Write($"text{i}.sv", text);
            foreach (var (i, text) in below.Index()) bench.Write($"below{i}.sv", text);
            bench.Yosys(commands);
            foreach (var file in (string[])[GatesFile, StatFile]) File.WriteAllText(Path.Combine(at, file), bench.Read(file));
            return Task.CompletedTask;
        }, token).GetAwaiter().GetResult();
        return Read(module, File.ReadAllText(Path.Combine(folder, GatesFile)), File.ReadAllText(Path.Combine(folder, StatFile)));
    }

    static BlockGates Read(string module, string gates, string stat)
    {
        var (named, memories) = MemoryMacro.Name(PlainAssigns.In(gates));
        var at = stat.IndexOf("Number of cells:", StringComparison.Ordinal);
        var cells = CellCount.Matches(at < 0 ? "" : stat[at..]).Select(m => (Cell: m.Groups["cell"].Value, Count: int.Parse(m.Groups["count"].Value, CultureInfo.InvariantCulture))).ToList();
        if (cells.Find(c => c.Cell.StartsWith('$')).Cell is { } unmapped) throw new SiliconException($"{module} holds {unmapped}, which no gate is: give it a form that can be built");
        var area = ChipArea.Match(stat) is { Success: true } found ? double.Parse(found.Groups["area"].Value, CultureInfo.InvariantCulture) : 0;
        return new(module, named, area, cells.Where(c => Osu018.IsFlipFlop(c.Cell)).Sum(c => c.Count), memories);
    }
}
