namespace Hw.Isa.Rv32i;

/// <summary>An instruction of RV32I: where it traps, and what it does. A pc is a byte address.</summary>
public interface IRv32Instruction : IInstruction
{
    void Check(Rv32Machine m) { }
    void Execute(Rv32Machine m, IEffects effects) { }
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

    /// <summary>Loads a linked program: its instructions, and the first to be executed.</summary>
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

    /// <summary>Whatever jumps stands at a multiple of 4, so a distance tells as much as an address.</summary>
    internal static void CheckAligned(Int to)
    {
        if ((to.Value & 3) != 0) throw new TrapException(Trap.Misaligned, "the target is no multiple of 4");
    }
    internal void CheckAccess(Int address, int bytes)
    {
        if (address.Value > memory.Length - bytes) throw new TrapException(Trap.BadRange, $"{bytes} bytes at 0x{address.Value:x8}, and memory ends at 0x{memory.Length:x8}");
    }

    internal Int Load<I>(Int address) where I : unmanaged, IBinaryInteger<I> => new(long.CreateTruncating(MemoryMarshal.Read<I>(memory.AsSpan((int)address.Value))));
    internal void Store<I>(Int address, Int value, IEffects effects) where I : unmanaged, IBinaryInteger<I>
    {
        MemoryMarshal.Write(memory.AsSpan((int)address.Value), I.CreateTruncating(value.Value));
        effects.Write(Memory, address.Value, memory.AsSpan((int)address.Value, Unsafe.SizeOf<I>()));
    }

    internal void Call(IEffects effects)
    {
        const int exit = 93, write = 64, notImplemented = -38, badAddress = -14;
        var (what, a0, at, length) = (x[17], x[10], x[11], x[12]);
        if (what == exit) effects.Halt((int)a0);
        else if (what != write || a0 is not (1 or 2)) Set(new(10), notImplemented, effects);
        else if ((ulong)at + length > (ulong)memory.Length) Set(new(10), badAddress, effects);
        else
        {
            output?.Write(memory.AsSpan((int)at, (int)length));
            Set(new(10), length, effects);
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
        m.Start([.. new uint[32].Select(_ => random.Next(3) switch { 0 => (uint)random.Bits(), 1 => 0x80000000 - (uint)random.Next(3), _ => (uint)random.Next(4100) })]);
        return m;
    }
}
