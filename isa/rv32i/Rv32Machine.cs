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

    /// <summary>Loads a linked program.</summary>
    /// <returns>Its instructions, and the first of them.</returns>
    /// <exception cref="IsaException">It is of another processor, or memory does not hold it.</exception>
    public (IsaProgram Program, int Entry) Load(Elf32 file)
    {
        if (file.Processor != 243) throw new IsaException($"{file.Name} is for processor {file.Processor}, and RISC-V is 243");
        file.CopyTo(memory);
        (var program, Origin, var entry) = file.Code(Isa);
        return (program, entry);
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
        const uint Exit = 93, Write = 64;
        const int NotImplemented = -38, BadAddress = -14;
        var (a0, at, length) = (x[10], x[11], x[12]);
        if (x[17] == Exit) effects.Halt((int)a0);
        else if (x[17] != Write || a0 is not (1 or 2)) Set(new(10), new(NotImplemented), effects);
        else if ((ulong)at + length > (ulong)memory.Length) Set(new(10), new(BadAddress), effects);
        else
        {
            output?.Write(memory.AsSpan((int)at, (int)length));
            Set(new(10), new(length), effects);
        }
    }
}

/// <summary>A small machine whose registers are addresses in memory, edges of the integers and anything else, for trying out instructions one by one.</summary>
sealed class Rv32Bench : IBench
{
    public Machine Machine()
    {
        var (m, random) = (new Rv32Machine(4096), new CaseRandom(1));
        foreach (ref var b in m.Bytes) b = (byte)random.Bits();
        m.Start([.. from i in Enumerable.Range(0, 32) select random.Next(4) switch { 0 => (uint)random.Bits(), 1 => 0x80000000 - (uint)random.Next(3), 2 => (uint)random.Next(-2, 2), _ => (uint)random.Next(4096) }]);
        return m;
    }

    public IEnumerable<IInstruction> Setup(Decoded instruction, CaseRandom random) => [];
    public IEnumerable<string> Registers(Machine machine) => [];
}
