using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Cli.Tracing;

/// <summary>What the golden executes, in order: the names that times of another engine are given to.</summary>
sealed class Executed(TxuMachine machine) : IWriteSink
{
    readonly List<(int Pc, Queue Queue, long Macs)> instructions = [];
    long macs;

    public IReadOnlyList<(int Pc, Queue Queue, long Macs)> Instructions => instructions;

    public static Executed Of(IsaProgram program, Dram dram, int lanes, CancellationToken token)
    {
        const long slice = 1000;
        var machine = new TxuMachine(lanes);
        foreach (var (address, bytes) in dram.Pages) machine.Dram.Write(address, bytes);
        var executed = new Executed(machine);
        var run = new GoldenEngine(machine, program, executed);
        while (run.Run(run.Executed + slice).Ending == Ending.Limit) token.ThrowIfCancellationRequested();
        return executed;
    }

    public void Begin(in Retired instruction)
    {
        macs = machine.Counts[(int)Counter.UsefulMacs];
        instructions.Add((instruction.Pc, (Queue)instruction.Queue, 0));
    }

    public void Write(int memory, long address, ReadOnlySpan<byte> data) { }
    public void End() => instructions[^1] = instructions[^1] with { Macs = machine.Counts[(int)Counter.UsefulMacs] - macs };
}
