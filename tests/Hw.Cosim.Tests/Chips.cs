using System.Collections.Concurrent;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>The chips that the tests of this project share, each built once, and what they run.</summary>
static class Chips
{
    public const int MemoryBytes = 1 << 20;
    const string NoPlant = "";

    static readonly ConcurrentDictionary<string, TxuTarget> builtIn = [];
    static readonly TxuTarget verilated = new(4, Build(Engine.Verilator, TxuPlants.All));

    /// <summary>
    /// Four lanes; what has no reset starts at random. Verilator's build has every plant and is the sound chip without a selection; the
    /// built-in simulator compiles the chip for each plant anew.
    /// </summary>
    public static TxuTarget Four(Engine engine, string? plant = null) => engine == Engine.Verilator ? verilated
        : builtIn.GetOrAdd(plant ?? NoPlant, name => new(4, Build(engine, name == NoPlant ? [] : TxuPlants.For(name, engine))));

    static TxuBuild Build(Engine engine, IReadOnlyList<Hdl.Plant> plants) => new() { Engine = engine, Plants = plants, MemoryBytes = MemoryBytes, Simulator = BuildOptions.Checked };

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
