using Hw.Cosim;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>The chips that the tests of this project share: each is built once.</summary>
static class Chips
{
    const int Memory = 1 << 20;

    /// <summary>Four lanes, every plant in it: without a selection it is the sound chip.</summary>
    public static TxuTarget Four { get; } = new(4, new TxuBuild { Plants = TxuPlants.All.Count > 0, MemoryBytes = Memory, Simulator = Options });

    public static TxuTarget Eight { get; } = new(8, new TxuBuild { MemoryBytes = Memory, Simulator = Options });

    static BuildOptions Options => Environment.GetEnvironmentVariable("HW_PROFILE") switch { "fast" => BuildOptions.Fast, "debug" => BuildOptions.Debug, _ => BuildOptions.Quick };

    public static IsaProgram Assemble(string text, string file = "test.asm") => Assembler.Assemble(TxuIsa.Definition, text, file);

    public static Dram RandomImage(int seed, long address, int count)
    {
        var (dram, bytes) = (new Dram(), new byte[count]);
        new Random(seed).NextBytes(bytes);
        dram.Write(address, bytes);
        return dram;
    }

    public static LockstepOptions Options1 { get; } = new() { CompareMemory = true, Patience = 30_000 };
}
