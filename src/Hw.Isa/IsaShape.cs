using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>Bits hi … lo of a word, both included, as a Verilog part select.</summary>
public readonly record struct BitRange(int Hi, int Lo)
{
    public int Width => Hi - Lo + 1;
    public UInt128 Mask => ((UInt128.One << (Width - 1) << 1) - 1) << Lo;
    public UInt128 Of(UInt128 word) => (word & Mask) >> Lo;
    public UInt128 Put(UInt128 value) => (value << Lo) & Mask;
    public override string ToString() => Hi == Lo ? $"[{Hi}]" : $"[{Hi}:{Lo}]";
}

/// <summary>
/// An instruction format: where its semaphore references sit. A reference's top bit says that it is used, the others are the
/// semaphore; unused, all of its bits are zero.
/// </summary>
public sealed record Format(string Name)
{
    public ImmutableArray<BitRange> Waits { get; init; } = [];
    public ImmutableArray<BitRange> Signals { get; init; } = [];
}

/// <summary>A memory that instructions write: its name and how many addressable units it has (rows; bytes of DRAM).</summary>
public sealed record Memory(string Name, long Units, string Unit);

/// <summary>A number that the host can read: its byte address among the control and status registers.</summary>
public sealed record StatusRegister(int Address, string Name, string Summary);

/// <summary>Counting semaphores: how many, and the greatest value one can hold.</summary>
public sealed record Semaphores(int Count, int Max);

/// <summary>What an ISA is before its first instruction.</summary>
public sealed record IsaShape
{
    public required string Name { get; init; }
    public required string Version { get; init; }
    /// <summary>A multiple of 8, at most 128. Words are little-endian in memory.</summary>
    public required int WordBits { get; init; }
    public required BitRange Opcode { get; init; }
    public required ImmutableArray<Format> Formats { get; init; }
    /// <summary>An enum, one member per queue, numbered from 0. An operand of this type names the queue of its instruction.</summary>
    public required Type Queues { get; init; }
    /// <summary>The queue that executes in order, at dispatch.</summary>
    public required int ControlQueue { get; init; }
    public ImmutableArray<Memory> Memories { get; init; } = [];
    /// <summary>The counters, for the manual.</summary>
    public ImmutableArray<StatusRegister> Counters { get; init; } = [];
    public Semaphores Semaphores { get; init; } = new(0, 0);
}
