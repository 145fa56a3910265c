using System.Runtime.InteropServices;

namespace Hw.Isa.Rv32i;

/// <summary>An instruction of RV32I: where it traps, and what it does. A pc is a byte address.</summary>
public interface IRv32Instruction : IInstruction
{
    /// <exception cref="TrapException">It traps.</exception>
    void Check(Rv32Machine m) { }
    void Execute(Rv32Machine m, IEffects effects);
}

/// <summary>
/// Registers, and memory from address 0. Loads and stores need no alignment; outside memory they trap. The program's words stand at <see cref="Origin"/> and are fetched from the
/// program, not from memory: without FENCE.I, stores need not show in what is executed. ECALL asks the host as Linux does: a7 = 93 ends with code a0, 64 writes a2 bytes at a1.
/// </summary>
public sealed class Rv32Machine(int memoryBytes, Stream? output = null) : Machine
{
    public const int Registers = 0, Memory = 1;
    readonly uint[] x = new uint[32];
    readonly byte[] memory = new byte[memoryBytes];

    public override IsaDefinition Isa => Rv32i.Definition;
    public ReadOnlySpan<uint> X => x;
    public Span<byte> Bytes => memory;
    /// <summary>The address of the program's first word.</summary>
    public uint Origin { get; private set; }

    /// <summary>Loads a linked program; its instructions are the first segment that is executable.</summary>
    /// <exception cref="IsaException">It is of another processor, or memory does not hold it.</exception>
    public (IsaProgram Program, int Entry) Load(Elf32 file, string name = "the file")
    {
        if (file.Processor != 243) throw new IsaException($"{name} is for processor {file.Processor}, RISC-V is 243");
        if (file.Segments.FirstOrDefault(s => s.End > (ulong)memory.Length) is { } s) throw new IsaException($"{name} has {s.Size} bytes at 0x{s.Address:x8}, and memory ends at 0x{memory.Length:x8}");
        foreach (var segment in file.Segments) segment.Bytes.Span.CopyTo(memory.AsSpan((int)segment.Address));
        var code = file.Segments.FirstOrDefault(s => s.IsExecutable && s.Address % 4 == 0) ?? throw new IsaException($"{name} has no executable segment at a multiple of 4");
        Origin = code.Address;
        return (IsaProgram.FromBytes(Isa, memory.AsSpan((int)code.Address, code.Bytes.Length / 4 * 4), name), (int)((file.Entry - Origin) >> 2));
    }

    /// <summary>What the registers hold before the first instruction, x0 apart.</summary>
    public void Start(ReadOnlySpan<uint> registers) => registers[1..].CopyTo(x.AsSpan(1));

    /// <summary>The stack begins at the top.</summary>
    public override void Reset()
    {
        x.AsSpan().Clear();
        x[2] = (uint)memory.Length & ~15u;
    }

    public override void Check(Decoded instruction) => ((IRv32Instruction)instruction.Instruction).Check(this);
    public override void Execute(Decoded instruction, IEffects effects) => ((IRv32Instruction)instruction.Instruction).Execute(this, effects);

    internal Int this[X r] => new(x[r.Index]);

    internal void Set(X rd, Int value, IEffects effects)
    {
        if (rd.Index == 0) return;
        x[rd.Index] = (uint)value.Value;
        effects.Write(Registers, rd.Index, MemoryMarshal.AsBytes(x.AsSpan(rd.Index, 1)));
    }

    internal Int Pc(IEffects effects) => new(Origin + 4u * (uint)effects.Pc);
    internal void Jump(Int to, IEffects effects) => effects.Jump((int)((uint)to.Value - Origin >> 2));

    internal void Link(X rd, Int to, IEffects effects)
    {
        Jump(to, effects);
        Set(rd, Pc(effects) + new Int(4), effects);
    }

    /// <summary>Whatever jumps stands at a multiple of 4, so an offset tells as much as an address.</summary>
    internal static void CheckAligned(Int to)
    {
        if ((to.Value & 3) != 0) throw new TrapException(Trap.Misaligned, "the target is no multiple of 4");
    }

    internal void CheckAccess(Int address, int bytes)
    {
        if (address.Value > memory.Length - bytes) throw new TrapException(Trap.BadRange, $"{bytes} bytes at 0x{address.Value:x8}, and memory ends at 0x{memory.Length:x8}");
    }

    internal Int Load(Int address, int bytes)
    {
        var at = memory.AsSpan((int)address.Value, bytes);
        return new(bytes switch { 1 => at[0], 2 => MemoryMarshal.Read<ushort>(at), _ => MemoryMarshal.Read<uint>(at) });
    }

    internal void Store(Int address, Int value, int bytes, IEffects effects)
    {
        var at = memory.AsSpan((int)address.Value, bytes);
        for (var i = 0; i < bytes; i++) at[i] = (byte)(value.Value >> 8 * i);
        effects.Write(Memory, address.Value, at);
    }

    internal void Call(IEffects effects)
    {
        const int NotImplemented = -38, BadAddress = -14;
        var (fd, at, length) = (x[10], x[11], x[12]);
        if (x[17] == 93) effects.Halt((int)fd);
        else Set(new(10), new(x[17] != 64 || fd is not (1 or 2) ? NotImplemented : (ulong)at + length > (ulong)memory.Length ? BadAddress : Write(memory.AsSpan((int)at, (int)length))), effects);
    }

    int Write(ReadOnlySpan<byte> text)
    {
        output?.Write(text);
        return text.Length;
    }
}
