using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>The chips that the tests of this project share, each built once, and what they run.</summary>
static class Chips
{
    public const int MemoryBytes = 1 << 20;

    /// <summary>Four lanes with every plant; without a selection it is the sound chip. What has no reset starts at random.</summary>
    public static TxuTarget Four { get; } = new(4, new TxuBuild { Plants = true, MemoryBytes = MemoryBytes, Simulator = BuildOptions.Checked });

    public static LockstepOptions Thorough { get; } = new() { CompareMemory = true };

    public static IsaProgram Assemble(string text) => Assembler.Assemble(TxuIsa.Definition, text, "test.asm");

    public static Dram Image(int seed, int count)
    {
        var (dram, bytes) = (new Dram(), new byte[count]);
        new Random(seed).NextBytes(bytes);
        dram.Write(0, bytes);
        return dram;
    }

    /// <summary>The same verdict, whatever it is, with the report as the message when it is another.</summary>
    public static void Must(VerdictKind kind, Verdict verdict) => Assert.True(verdict.Kind == kind, verdict.ToString());
}
