using System.Globalization;
using System.Text;

namespace Hw.Hdl.Tests.Random;

/// <summary>
/// Many designs side by side under one clock, each with its own stimulus and a line of outputs per cycle: one Verilator build
/// and one Icarus run compare all of them with the interpreter.
/// </summary>
sealed class Batch
{
    public const int Cycles = 50;
    readonly List<(Design Design, string[] Stimulus, string[] Expected)> entries = [];
    readonly SortedDictionary<string, string> files = [];

    public IEnumerable<string> Files => files.Keys;
    public string this[string file] { get => files[file]; set => files[file] = value; }

    public void Add(Design design, ulong seed)
    {
        foreach (var (file, text) in VerilogWriter.Write(design)) if (file.EndsWith(".sv", StringComparison.Ordinal)) files[file] = text;
        var (stimulus, expected) = Interpret(design, new Choices(seed + 1_000_003));
        entries.Add((design, stimulus, expected));
    }

    static IEnumerable<Port> Ins(Design d) => d.Ports.Where(p => p.Direction == Direction.In);
    static IEnumerable<Port> Outs(Design d) => d.Ports.Where(p => p.Direction == Direction.Out);

    static (string[] Stimulus, string[] Expected) Interpret(Design design, Choices choose)
    {
        var interpreter = new Interpreter(design);
        var (stimulus, expected) = (new string[Cycles], new string[Cycles]);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var reset = cycle < 2 || choose.OneIn(16);
            if (design.HasReset) interpreter["reset"] = reset ? 1 : 0;
            var word = new StringBuilder(reset ? "1" : "0");
            foreach (var port in Ins(design))
            {
                var value = port.Shape.IsRow
                    ? Enumerable.Range(0, port.Shape.Count).Aggregate(BigInteger.Zero, (w, i) => w | (choose.In(port.Shape.Element) & Interval.UInt(port.Shape.Element.Width).Max) << (i * port.Shape.Element.Width))
                    : choose.In(port.Shape.Element);
                interpreter[port.Name] = value;
                word.Append(Binary(value, port.Width));
            }
            stimulus[cycle] = word.ToString();
            expected[cycle] = string.Concat(Outs(design).Select(p => Binary(interpreter[p.Name], p.Width)));
            interpreter.Step();
        }
        return (stimulus, expected);
    }

    static string Binary(BigInteger value, int width) => string.Concat(Enumerable.Range(0, width).Select(i => ((value >> (width - 1 - i)) & 1).IsZero ? '0' : '1'));

    /// <summary>The differences each simulator shows, the complaints of lint and synthesis; empty when all agree.</summary>
    public List<string> Check()
    {
        using var folder = Written();
        var compiled = Task.Run(() => Verilator(folder).ToList());
        return [.. Lint(folder), .. Yosys(folder), .. Icarus(folder), .. compiled.Result];
    }

    /// <summary>What Icarus alone shows, without a C++ build.</summary>
    public List<string> Differences()
    {
        using var folder = Written();
        return [.. Icarus(folder)];
    }

    Tools.Folder Written()
    {
        var folder = new Tools.Folder();
        foreach (var (file, text) in files) folder.Write(file, text);
        folder.Write("bench.sv", Bench());
        folder.Write("main.cpp", Main);
        for (var i = 0; i < entries.Count; i++) folder.Write($"stimulus_{i}.txt", string.Join('\n', entries[i].Stimulus) + "\n");
        return folder;
    }

    List<string> Lint(Tools.Folder folder)
    {
        var lint = Tools.Run(folder.Path, "verilator", ["--lint-only", "-Wall", "-Wno-fatal", "--top-module", "bench", .. files.Keys, "bench.sv"]);
        return [.. lint.Errors.Split("\n%").Where(e => e.Trim().Length > 0 && !e.Contains("bench.sv:", StringComparison.Ordinal)).Select(e => $"lint: {e}")];
    }

    List<string> Yosys(Tools.Folder folder)
    {
        var yosys = Tools.Run(folder.Path, "yosys", "-q", "-p", $"read_verilog -sv {string.Join(' ', files.Keys)}; proc; check -assert; select -assert-none t:$dlatch t:$adlatch t:$sr");
        return yosys.ExitCode == 0 && yosys.Errors.Length == 0 ? [] : [$"yosys: {yosys.Output}{yosys.Errors}"];
    }

    IEnumerable<string> Verilator(Tools.Folder folder)
    {
        // Verilator 5.006 folds some exclusive-ors of conditions wrongly (random_48 shows it); -fno-const-bit-op-tree avoids that
        Tools.Run(folder.Path, "verilator", ["--cc", "-fno-const-bit-op-tree", "--exe", "--build", "--assert", "--x-initial", "fast", "-Wno-fatal", "-MAKEFLAGS", "-s CXX=clang++ OPT_FAST=-O0 OPT_SLOW=-O0 OPT_GLOBAL=-O0", "--top-module", "bench", .. files.Keys, "bench.sv", "main.cpp"]).Expected();
        var run = Tools.Run(folder.Path, Path.Combine(folder.Path, "obj_dir", "Vbench"));
        return run.ExitCode != 0 ? [$"verilator: {run.Output[^Math.Min(2000, run.Output.Length)..]}{run.Errors}"] : Differences("verilator", run.Output);
    }

    IEnumerable<string> Icarus(Tools.Folder folder)
    {
        Tools.Run(folder.Path, "iverilog", ["-g2012", "-o", "bench.vvp", "-s", "ticking", .. files.Keys, "bench.sv"]).Expected();
        return Differences("icarus", Tools.Run(folder.Path, "vvp", "-n", "bench.vvp").Expected().Output);
    }

    IEnumerable<string> Differences(string simulator, string output)
    {
        var seen = new HashSet<(int, int)>();
        var failed = new HashSet<int>();
        foreach (var line in output.Split('\n'))
        {
            if (line.Contains("ERROR", StringComparison.Ordinal)) yield return $"{simulator}: {line}";
            if (!line.StartsWith("@ ", StringComparison.Ordinal)) continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (entry, cycle) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
            seen.Add((entry, cycle));
            var expected = entries[entry].Expected[cycle];
            if (words[3] == expected || !failed.Add(entry)) continue;
            var at = 0;
            foreach (var port in Outs(entries[entry].Design))
            {
                if (words[3][at..(at + port.Width)] != expected[at..(at + port.Width)])
                    yield return $"{simulator}: {entries[entry].Design.Name}, cycle {cycle}: {port.Name} is {words[3][at..(at + port.Width)]}, the interpreter says {expected[at..(at + port.Width)]}";
                at += port.Width;
            }
        }
        if (seen.Count != entries.Count * Cycles) yield return $"{simulator}: {seen.Count} of {entries.Count * Cycles} cycles were reported";
    }

    string Bench()
    {
        var text = new StringBuilder();
        for (var i = 0; i < entries.Count; i++)
        {
            var design = entries[i].Design;
            int inputs = 1 + Ins(design).Sum(p => p.Width), outputs = Outs(design).Sum(p => p.Width);
            text.Append($"module bench_{i} (input logic clock);\n  logic [{inputs - 1}:0] stimulus [0:{Cycles - 1}];\n  int cycle = 0;\n  initial $readmemb(\"stimulus_{i}.txt\", stimulus);\n");
            text.Append($"  wire [{inputs - 1}:0] now = stimulus[cycle];\n  wire [{outputs - 1}:0] outs;\n  {design.Name} dut (\n");
            var rows = new List<string>();
            if (design.HasClock) rows.Add(".clock (clock)");
            if (design.HasReset) rows.Add($".reset (now[{inputs - 1}])");
            var (at, to) = (inputs - 1, outputs);
            foreach (var port in design.Ports)
                if (port.Direction == Direction.In) rows.Add($".{port.Name} (now[{at -= port.Width} +: {port.Width}])");
                else rows.Add($".{port.Name} (outs[{to -= port.Width} +: {port.Width}])");
            text.Append($"    {string.Join(",\n    ", rows)});\n");
            text.Append("`ifdef __ICARUS__\n  initial begin\n    #1;\n");
            Zero(text, design.Top, "dut");
            text.Append("  end\n`endif\n");
            text.Append($"  always @(posedge clock) if (cycle < {Cycles}) begin\n    $display(\"@ {i} %0d %b\", cycle, outs);\n    cycle <= cycle + 1;\n  end\nendmodule\n\n");
        }
        text.Append("module bench (input logic clock);\n");
        for (var i = 0; i < entries.Count; i++) text.Append($"  bench_{i} b{i} (clock);\n");
        text.Append($"endmodule\n\n`ifdef __ICARUS__\nmodule ticking;\n  logic clock = 0;\n  bench bench (clock);\n  initial begin\n    repeat ({Cycles}) begin #5 clock = 1; #5 clock = 0; end\n    $finish;\n  end\nendmodule\n`endif\n");
        return text.ToString();
    }

    /// <summary>Icarus powers up at X; the interpreter and Verilator at 0.</summary>
    static void Zero(StringBuilder text, Body body, string path)
    {
        foreach (var r in body.Registers) text.Append($"    {path}.{r.Name} = 0;\n");
        foreach (var m in body.Memories)
        {
            foreach (var r in m.Reads) text.Append($"    {path}.{r.Name} = 0;\n");
            for (var i = 0; i < m.Depth; i++) text.Append($"    {path}.{m.Name}[{i}] = 0;\n");
        }
        foreach (var child in body.Children)
            if (!child.IsArray) Zero(text, child.Body, $"{path}.{child.Name}");
            else for (var i = 0; i < child.Lanes; i++) Zero(text, child.Body, $"{path}.g_{child.Name}[{i}].{child.Name}");
    }

    const string Main = """
        #include "Vbench.h"
        #include "verilated.h"
        int main() {
          Vbench bench;
          bench.clock = 0;
          bench.eval();
          for (int i = 0; i < 50; i++) { bench.clock = 1; bench.eval(); bench.clock = 0; bench.eval(); }
          return 0;
        }

        """;
}
