using System.Buffers.Binary;
using Hw.Golden;
using Hw.Oracles;

namespace Hw.Isa.Rv32i.Tests;

/// <summary>Golden and oracle side by side: after every instruction the same pc and the same write, at the end the same reason and the same registers and memory.</summary>
sealed class Twin : IWriteSink
{
    readonly Rv32Machine machine;
    readonly IsaProgram program;
    readonly GoldenEngine engine;
    readonly Rv32iOracle oracle;
    readonly byte[] copy;
    Rv32iWrite write;
    int writes;

    Twin(Rv32Machine machine, IsaProgram program, int entry)
    {
        (this.machine, this.program) = (machine, program);
        engine = new(machine, program, this, entry);
        copy = machine.Bytes.ToArray();
        oracle = new(copy, machine.Origin, machine.Origin + 4 * (uint)program.Count, machine.Origin + 4 * (uint)entry);
        for (var i = 0; i < 32; i++) oracle.X[i] = machine.X[i];
    }

    readonly HashSet<string> executed = [];

    void IWriteSink.Begin(in Retired instruction)
    {
        (writes, write) = (0, default);
        executed.Add(instruction.Instruction.Info.Mnemonic);
    }

    void IWriteSink.End() { }

    void IWriteSink.Write(int memory, long address, ReadOnlySpan<byte> data)
    {
        Span<byte> word = stackalloc byte[4];
        data.CopyTo(word);
        var value = BinaryPrimitives.ReadUInt32LittleEndian(word);
        write = memory == Rv32Machine.Registers ? new((int)address, 0, value, data.Length) : new(0, (uint)address, value, data.Length);
        writes++;
    }

    /// <returns>How many instructions were compared.</returns>
    public static long Run(Elf32 file, int memoryBytes)
    {
        var machine = new Rv32Machine(memoryBytes);
        var (program, entry) = machine.Load(file);
        return new Twin(machine, program, entry).Compare(long.MaxValue);
    }

    /// <summary>A program at address 0 of a machine with these registers and what memory holds behind it.</summary>
    public static (long Compared, Trap Cause, IReadOnlySet<string> Executed) Run(ReadOnlySpan<uint> words, ReadOnlySpan<uint> registers, byte[] memory, long limit)
    {
        var machine = new Rv32Machine(memory.Length);
        var program = new IsaProgram(machine.Isa);
        foreach (var w in words) program.AddWord(w);
        memory.CopyTo(machine.Bytes);
        program.ToBytes().CopyTo(machine.Bytes);
        var twin = new Twin(machine, program, 0);
        machine.Start(registers);
        registers.CopyTo(twin.oracle.X);
        twin.oracle.X[0] = 0;
        return (twin.Compare(limit), twin.engine.Outcome?.Cause ?? Trap.None, twin.executed);
    }

    long Compare(long limit)
    {
        while (engine.Executed < limit)
        {
            var pc = (int)((oracle.Pc - machine.Origin) >> 2);
            if (pc != engine.Pc) Assert.Fail($"after {engine.Executed} instructions the oracle is at {pc}, the golden at {engine.Pc}");
            var goes = engine.Step();
            var stop = oracle.Step(out var expected);
            if (Cause(stop) != (engine.Outcome is { } o ? (o.Ending, o.Cause) : (Ending.None, Trap.None))) Assert.Fail($"pc {pc}: oracle {stop}, golden {engine.Outcome}");
            if (!goes) break;
            if (expected != write || writes != (expected == default ? 0 : 1)) Assert.Fail($"pc {pc}: {machine.Isa.Text(program.Words[pc])}: oracle {expected}, golden {write} in {writes} writes");
        }
        Assert.Equal(oracle.X.AsSpan(), machine.X);
        Assert.True(machine.Bytes.SequenceEqual(copy), "memory differs");
        return engine.Executed;
    }

    static (Ending, Trap) Cause(Rv32iStop stop) => stop switch
    {
        Rv32iStop.None => (Ending.None, Trap.None),
        Rv32iStop.Exit => (Ending.Halted, Trap.None),
        Rv32iStop.Illegal => (Ending.Trapped, Trap.IllegalOpcode),
        Rv32iStop.Misaligned => (Ending.Trapped, Trap.Misaligned),
        Rv32iStop.Access => (Ending.Trapped, Trap.BadRange),
        Rv32iStop.Breakpoint => (Ending.Trapped, Trap.Breakpoint),
        _ => (Ending.Trapped, Trap.RunOff),
    };
}
