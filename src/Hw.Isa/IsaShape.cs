using System.Collections.Immutable;
using System.Reflection;
using Hw.Encodings;

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
    /// <summary>Places for operands by name: a parameter so called needs no [Field].</summary>
    public ImmutableDictionary<string, FieldPlace> Fields { get; init; } = ImmutableDictionary<string, FieldPlace>.Empty;
    /// <summary>The queue, by name, of instructions that name none.</summary>
    public string Queue { get; init; } = "";
    public ImmutableArray<BitRange> Waits { get; init; } = [];
    public ImmutableArray<BitRange> Signals { get; init; } = [];
    public SourcePlace Place { get; init; }
    /// <summary>The texts that it was made of, for the laws: some make no sense.</summary>
    internal FormatClaim? Written { get; init; }
}

/// <summary>Bits that a format names, and how to read them.</summary>
public sealed record FieldPlace(FieldBits Bits, bool Signed = false, int Multiple = 1, bool Relative = false);

/// <summary>A memory that instructions write: its name and how many addressable units it has (rows; bytes of DRAM).</summary>
public sealed record Memory(string Name, long Units, string Unit);

/// <summary>A number that the host can read: its byte address among the control and status registers.</summary>
public sealed record StatusRegister(int Address, string Name, string Summary);

/// <summary>Opcodes that no instruction may take, and why.</summary>
public sealed record Region(int First, int Last, Policy Policy, string What, SourcePlace Place);

/// <summary>Where there is one queue: everything executes in order, at dispatch.</summary>
public enum OneQueue { Core }

/// <summary>Counting semaphores: how many, and the greatest value one can hold.</summary>
public sealed record Semaphores(int Count, int Max);

/// <summary>What an ISA is before its first instruction.</summary>
public sealed record IsaShape
{
    public required string Name { get; init; }
    public required string Version { get; init; }
    public SourcePlace Place { get; init; }
    /// <inheritdoc cref="Format.Written"/>
    internal SetClaim? Written { get; init; }
    /// <summary>A multiple of 8, at most 128. Words are little-endian in memory.</summary>
    public required int WordBits { get; init; }
    public required BitRange Opcode { get; init; }
    public required ImmutableArray<Format> Formats { get; init; }
    /// <summary>An enum, one member per queue, numbered from 0. An operand of this type names the queue of its instruction.</summary>
    public Type Queues { get; init; } = typeof(OneQueue);
    /// <summary>The queue that executes in order, at dispatch.</summary>
    public int ControlQueue { get; init; }
    /// <summary>What bits of an instruction that nothing claims are; null where every bit has to be claimed.</summary>
    public Policy? Unclaimed { get; init; } = Policy.MustBeZero;
    public ImmutableArray<Region> Regions { get; init; } = [];
    /// <summary>Of each group of <see cref="ExclusiveAttribute">exclusive</see> instructions, the member that this definition has.</summary>
    public ImmutableDictionary<string, string> Choices { get; init; } = ImmutableDictionary<string, string>.Empty;
    public ImmutableArray<Memory> Memories { get; init; } = [];
    /// <summary>The counters, for the manual.</summary>
    public ImmutableArray<StatusRegister> Counters { get; init; } = [];
    public Semaphores Semaphores { get; init; } = new(0, 0);
    /// <summary>Where instructions are tried out, for the lock; null where there is no machine.</summary>
    public Func<IBench>? Bench { get; init; }

    /// <summary>What the attributes of an instruction set's class say. Queues, semaphores and memories are the caller's to add: <c>IsaShape.Of(typeof(TxuIsa)) with { … }</c>.</summary>
    /// <exception cref="IsaException">The class is no instruction set.</exception>
    public static IsaShape Of(Type set)
    {
        var a = set.GetCustomAttribute<InstructionSetAttribute>() ?? throw new IsaException($"{set.Name} has no [InstructionSet(name, version)]");
        var claim = ClaimReader.Set(set, a);
        return new()
        {
            Name = a.Name, Version = a.Version, Place = a.Place, WordBits = a.WordBits, Opcode = new(claim.OpcodePiece.Hi, claim.OpcodePiece.Lo), Unclaimed = claim.Unclaimed, Written = claim,
            // Of two formats of one name the laws speak; the names of a format's places likewise.
            Formats = [.. claim.Formats.Select(f => new Format(f.Name)
            {
                Queue = f.Queue, Place = f.Place, Written = f, Waits = [.. FieldBits.Of(f.Waits).Pieces], Signals = [.. FieldBits.Of(f.Signals).Pieces],
                Fields = f.Fields.DistinctBy(n => n.Name).ToImmutableDictionary(n => n.Name, n => new FieldPlace(FieldBits.Of(n.Bits), n.Signed, (int)n.Multiple, n.Relative)),
            })],
            Regions = [.. claim.Regions.Select(r => new Region((int)r.First, (int)r.Last, r.Policy, r.What, r.Place))],
        };
    }
}
