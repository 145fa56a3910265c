using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hw.Hdl;
using Hw.Hdl.Verilog;
using Hw.Sim;

namespace Hw.NumberBlocks.Tests;

/// <summary>
/// Many blocks side by side under one clock, each with its cases in a file and a line of outputs for every case: one Verilator build and one
/// Icarus run compare all of them with the scalar reading; lint and synthesis read them.
/// </summary>
sealed partial class Batch(IReadOnlyList<Block> blocks)
{
    readonly SortedDictionary<string, string> files = Written(blocks);

    /// <summary>The Verilog by file, for a test to put a fault into.</summary>
    public IDictionary<string, string> Files => files;

    static SortedDictionary<string, string> Written(IEnumerable<Block> blocks)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var design in blocks.SelectMany(b => new[] { b.Whole, b.Piped }))
            foreach (var (file, text) in VerilogWriter.Write(design)) if (file.EndsWith(".sv", StringComparison.Ordinal)) files[file] = text;
        return files;
    }

    /// <summary>What each tool says against the blocks; empty when all agree.</summary>
    public List<string> Check() => InFolder(folder => [.. Yosys(folder), .. Icarus(folder), .. Verilator(folder)]);

    /// <summary>What Icarus alone says, without a C++ build.</summary>
    public List<string> Differences() => InFolder(Icarus);

    List<string> InFolder(Func<string, IEnumerable<string>> check)
    {
        var keep = Environment.GetEnvironmentVariable("HW_KEEP");
        var folder = keep is null ? Directory.CreateTempSubdirectory("hw-blocks-").FullName : Directory.CreateDirectory(Path.Combine(keep, blocks[0].Whole.Name)).FullName;
        try
        {
            foreach (var (file, text) in files) File.WriteAllText(Path.Combine(folder, file), text);
            File.WriteAllText(Path.Combine(folder, "bench.sv"), Bench());
            File.WriteAllText(Path.Combine(folder, "main.cpp"), Main);
            foreach (var (i, block) in blocks.Index()) File.WriteAllLines(Path.Combine(folder, $"cases_{i}.txt"), Enumerable.Range(0, block.Cases.Length).Select(block.Stimulus));
            return [.. check(folder)];
        }
        finally { if (keep is null) Directory.Delete(folder, recursive: true); }
    }

    List<string> Yosys(string folder)
    {
        var (code, output) = Run(folder, "yosys", ["-q", "-p", $"read_verilog -sv {string.Join(' ', files.Keys)}; proc; check -assert"]);
        return code == 0 && output.Trim().Length == 0 ? [] : [$"yosys: {output}"];
    }

    /// <summary>Lint is part of the build: one reading of the files for both.</summary>
    List<string> Verilator(string folder)
    {
        // Verilator 5.006 folds some exclusive-ors of conditions wrongly; -fno-const-bit-op-tree avoids that
        var build = Expected(Run(folder, "verilator", ["--cc", "-Wall", "-Wno-fatal", "-fno-const-bit-op-tree", "--exe", "--build", "--x-initial", "fast", "-MAKEFLAGS",
            "-s CXX=clang++ OPT_FAST=-O0 OPT_SLOW=-O0 OPT_GLOBAL=-O0", "--top-module", "bench", .. files.Keys, "bench.sv", "main.cpp"]));
        var lint = Complaint.Matches(build).Select(m => m.Value).Where(c => !c.Contains("bench.sv:", StringComparison.Ordinal)).Select(c => $"lint: {c}");
        return [.. lint, .. Differences("Verilator", Expected(Run(folder, Path.Combine(folder, "obj_dir", "Vbench"), [])))];
    }

    [GeneratedRegex(@"^%(Warning|Error).*$", RegexOptions.Multiline)]
    private static partial Regex Complaint { get; }

    IEnumerable<string> Icarus(string folder)
    {
        Expected(Run(folder, "iverilog", ["-g2012", "-o", "bench.vvp", "-s", "ticking", .. files.Keys, "bench.sv"]));
        return Differences("Icarus", Expected(Run(folder, "vvp", ["-n", "bench.vvp"])));
    }

    IEnumerable<string> Differences(string simulator, string output)
    {
        var (seen, failed) = (0, new HashSet<(int, string)>());
        foreach (var line in output.Split('\n'))
        {
            if (!line.StartsWith("@ ", StringComparison.Ordinal)) continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (block, i) = (blocks[int.Parse(words[1], CultureInfo.InvariantCulture)], int.Parse(words[3], CultureInfo.InvariantCulture));
            seen++;
            if (words[4] == block.Answer(i) || !failed.Add((int.Parse(words[1], CultureInfo.InvariantCulture), words[2]))) continue;
            yield return block.Difference($"{simulator} ({(words[2] == "0" ? "combinational" : $"{words[2]} stages")})", i, $"{words[4]}, not {block.Answer(i)}");
        }
        var due = 2 * blocks.Sum(b => b.Cases.Length);
        if (seen != due) yield return $"{simulator}: {seen} of {due} results were reported";
    }

    int Cycles => blocks.Max(b => b.Cases.Length) + Block.Stages;

    string Bench()
    {
        var text = new StringBuilder();
        foreach (var (i, block) in blocks.Index())
        {
            text.Append($"module bench_{i} (input logic clock);\n  logic [{block.InputBits - 1}:0] cases [0:{block.Cases.Length - 1}];\n  int cycle = 0;\n  initial $readmemh(\"cases_{i}.txt\", cases);\n");
            text.Append($"  wire [{block.InputBits - 1}:0] now = cases[cycle < {block.Cases.Length} ? cycle : 0];\n  wire [{block.OutputBits - 1}:0] whole, piped;\n");
            text.Append(Instance(block.Whole, "whole", block)).Append(Instance(block.Piped, "piped", block));
            text.Append($"  always @(posedge clock) begin\n    if (cycle < {block.Cases.Length}) $display(\"@ {i} 0 %0d %h\", cycle, whole);\n");
            text.Append($"    if (cycle >= {Block.Stages} && cycle < {block.Cases.Length + Block.Stages}) $display(\"@ {i} {Block.Stages} %0d %h\", cycle - {Block.Stages}, piped);\n    cycle <= cycle + 1;\n  end\nendmodule\n\n");
        }
        text.Append("module bench (input logic clock);\n");
        for (var i = 0; i < blocks.Count; i++) text.Append($"  bench_{i} b{i} (clock);\n");
        text.Append($"endmodule\n\n`ifdef __ICARUS__\nmodule ticking;\n  logic clock = 0;\n  bench bench (clock);\n  initial begin\n    repeat ({Cycles}) begin #5 clock = 1; #5 clock = 0; end\n    $finish;\n  end\nendmodule\n`endif\n");
        return text.ToString();
    }

    static string Instance(Design design, string name, Block block)
    {
        var (at, to, rows) = (block.InputBits, block.OutputBits, new List<string>());
        if (design.HasClock) rows.Add(".clock (clock)");
        foreach (var p in Block.In(design)) rows.Add($".{p.Name} (now[{at -= p.Width} +: {p.Width}])");
        foreach (var p in Block.Out(design)) rows.Add($".{p.Name} ({name}[{to -= p.Width} +: {p.Width}])");
        return $"  {design.Name} {name}_block (\n    {string.Join(",\n    ", rows)});\n";
    }

    string Main => $$"""
        #include "Vbench.h"
        int main() {
          Vbench bench;
          bench.clock = 0;
          bench.eval();
          for (int i = 0; i < {{Cycles}}; i++) { bench.clock = 1; bench.eval(); bench.clock = 0; bench.eval(); }
          return 0;
        }

        """;

    static (int Code, string Output) Run(string folder, string tool, string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        var path = Path.IsPathRooted(tool) ? tool : Tools.System.Require(tool);
        var outcome = ToolRun.Run(path, arguments, folder, CancellationToken.None).GetAwaiter().GetResult();
        if (Environment.GetEnvironmentVariable("HW_BLOCK_TIMES") is not null) Console.WriteLine(FormattableString.Invariant($"{Path.GetFileName(tool)} {arguments.FirstOrDefault()}: {clock.Elapsed.TotalSeconds:f1} s"));
        return outcome;
    }

    static string Expected((int Code, string Output) run) => run.Code == 0 ? run.Output : throw new InvalidOperationException($"exit code {run.Code}\n{run.Output}");
}
