using System.Text;
using Hw.Bits.Numbers;
using Hw.Hdl;
using Hw.Hdl.Verilog;

namespace Hw.Cli.Bench;

/// <summary>A function's block as Verilog files in a temporary folder, gone when disposed. With stages, its operands come out of registers.</summary>
sealed class GateBlock : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("hw-gates-").FullName;

    public IReadOnlyList<string> Files { get; }
    public string Top { get; }

    public GateBlock(NumberFunction function, int stages = 0)
    {
        var design = Design.Elaborate(() => new FunctionBlock(function, stages));
        var files = VerilogWriter.Write(design).Where(f => f.File.EndsWith(".sv", StringComparison.Ordinal)).ToList();
        Top = stages == 0 ? design.Name : $"{design.Name}_timed";
        if (stages > 0) files.Add(($"{Top}.sv", Registered(design)));
        Files = [.. files.Select(Write)];
    }

    string Write((string Name, string Text) file)
    {
        var path = Path.Combine(folder, file.Name);
        File.WriteAllText(path, file.Text);
        return path;
    }

    string Registered(Design design)
    {
        var inputs = design.Ports.Where(p => p.Direction == Direction.In).ToList();
        string Bits(Port p) => $"{(p.Shape.Range.IsSigned ? "signed " : "")}[{p.Shape.Range.Width - 1}:0]";
        var ports = design.Ports.Select(p => $", {(p.Direction == Direction.In ? "input" : "output")} logic {Bits(p)} {p.Name}");
        var text = new StringBuilder($"module {Top}(input logic clock{string.Concat(ports)});\n");
        foreach (var p in inputs) text.Append($"  logic {Bits(p)} {p.Name}_q;\n  always_ff @(posedge clock) {p.Name}_q <= {p.Name};\n");
        var connections = design.Ports.Select(p => $".{p.Name}({p.Name}{(p.Direction == Direction.In ? "_q" : "")})");
        return text.Append($"  {design.Name} block(.clock(clock), {string.Join(", ", connections)});\nendmodule\n").ToString();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
