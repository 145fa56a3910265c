using Hw.Hdl;
using Hw.Ip;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.SimCheck;
using Hw.Txu;
using Hw.TxuCosim;

namespace Hw.Cli.Verbs;

/// <summary>The TXU in its harness running programs, for a comparison of simulators register by register.</summary>
static class TxuAtWork
{
    const int Lanes = 4, MemoryBytes = 1 << 16, ImageBytes = 1 << 12;
    const ulong MostCycles = 20_000;

    /// <summary>Programs that were written to reach into a unit each: products, accumulators, quantization, transfers, loops, traps.</summary>
    static readonly string[] programs = ["mm-wrong-operand", "mm-fresh-ignored", "vq-no-saturation", "st-quarter", "dma-crosses-page", "loop-level", "trap-epc"];

    public static ModuleVerdict Run(Subjects subjects, CancellationToken token)
    {
        var design = Design.Elaborate(() => new TxuSystem(Lanes, words: MemoryBytes / AxiBus.BeatBytes));
        var target = new TxuTarget(Lanes, new() { MemoryBytes = MemoryBytes, Engine = Engine.BuiltIn });
        return new DrivenCheck(subjects).Run(design, simulation => Drive(target, simulation, token), "./hw sim check --modules", token);
    }

    static void Drive(TxuTarget target, ISimulation simulation, CancellationToken token)
    {
        var (image, bytes) = (new Dram(), new byte[ImageBytes]);
        new Random(1).NextBytes(bytes);
        image.Write(0, bytes);
        foreach (var (i, name) in programs.Index())
        {
            var session = target.Job(TxuPlants.Program(name), image, new() { Stalls = (StallProfile)(i % 3), Seed = i + 1 }).On(simulation);
            session.Begin();
            if (session.RunToEnd(MostCycles, token) is null) throw new SimException($"the program {name} has not ended after {MostCycles:N0} cycles");
        }
    }
}
