using Hw.Bits.Numbers;
using Hw.Hdl;
using Hw.Hdl.Verilog;

namespace Hw.Cli.Bench;

/// <summary>A function's block as Verilog files in a temporary folder, gone when disposed.</summary>
sealed class GateBlock : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("hw-gates-").FullName;

    public IReadOnlyList<string> Files { get; }
    public string Top { get; }

    public GateBlock(NumberFunction function)
    {
        var design = Design.Elaborate(() => new FunctionBlock(function));
        var files = VerilogWriter.Write(design).Where(f => f.File.EndsWith(".sv", StringComparison.Ordinal)).ToList();
        Top = design.Name;
        Files = [.. files.Select(Write)];
    }

    string Write((string Name, string Text) file)
    {
        var path = Path.Combine(folder, file.Name);
        File.WriteAllText(path, file.Text);
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
