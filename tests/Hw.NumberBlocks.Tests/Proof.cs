using Hw.Bits.Numbers;
using Hw.Hdl;
using Hw.Hdl.Verilog;
using Hw.Silicon;

namespace Hw.NumberBlocks.Tests;

/// <summary>The gates of blocks against other Verilog with the same ports, for every input there is.</summary>
sealed class Proof : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("hw-proof-").FullName;

    /// <summary>What is proven here is proven in seconds; this is for a machine that has other work.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Verilog written by hand for these proofs, or one of the yardsticks.</summary>
    public static string Hand(string file) => Path.Combine(AppContext.BaseDirectory, file);

    public string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>The Verilog of a module; its top has the first name.</summary>
    public (string Top, string[] Files) Emitted(Func<Module> make)
    {
        var design = Design.Elaborate(make);
        var files = VerilogWriter.Write(design).Where(f => f.File.EndsWith(".sv", StringComparison.Ordinal)).Select(f => Write(f.File, f.Text)).ToArray();
        return (design.Name, files);
    }

    /// <summary>The block of a function against the module of another file.</summary>
    public Verdict Of(NumberFunction function, string[] files, string top, TimeSpan? limit = null)
    {
        var block = Emitted(() => new FunctionBlock(function));
        return Equivalence.Prove(block.Files, block.Top, files, top, limit ?? Limit);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
