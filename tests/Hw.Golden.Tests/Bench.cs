using System.Runtime.InteropServices;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Golden.Tests;

/// <summary>Shared by the tests of this project: a machine, a program and random contents.</summary>
static class Bench
{
    public static (Outcome Outcome, WriteLog Log) Run(TxuMachine machine, string text, long limit = 100_000)
    {
        var log = new WriteLog();
        return (GoldenEngine.Run(machine, Assembler.Assemble(machine.Isa, text, "t.asm"), log, limit), log);
    }

    public static Outcome Run(string text, int lanes = 4, long limit = 100_000) => Run(new TxuMachine(lanes), text, limit).Outcome;

    public static sbyte[] Bytes(Random random, int count)
    {
        var bytes = new sbyte[count];
        random.NextBytes(MemoryMarshal.AsBytes(bytes.AsSpan()));
        return bytes;
    }

    public static int[] Ints(byte[] bytes) => MemoryMarshal.Cast<byte, int>(bytes).ToArray();

    /// <summary>Runs one instruction on a machine whose state the test has laid out itself.</summary>
    public static List<Written> Execute(TxuMachine machine, ITxuInstruction instruction)
    {
        instruction.Check(machine);
        var effects = new Recorder();
        instruction.Execute(machine, effects);
        return effects.Writes;
    }

    sealed class Recorder : IEffects
    {
        public List<Written> Writes { get; } = [];
        public int Pc => 0;
        public void Jump(int pc) => throw new NotSupportedException();
        public void Halt(int code) => throw new NotSupportedException();
        public void Fence(uint queues) => throw new NotSupportedException();
        public void SetSemaphore(int semaphore, int value) => throw new NotSupportedException();
        public void Write(int memory, long address, ReadOnlySpan<byte> data) => Writes.Add(new(memory, address, data.ToArray()));
    }
}
