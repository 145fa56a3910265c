using System.Collections.Immutable;
using Hw.Encodings;

namespace Hw.Isa;

/// <summary>
/// One row of the instruction table: everything a decoder, an assembler or a manual needs. A word is this instruction when
/// <c>(word &amp; Mask) == Match</c> and it is none that <see cref="IsaDefinition.SpecialsOf">specialises</see> this one; it is well formed when no <see cref="Reserved"/> bit is set and
/// every field is legal.
/// </summary>
public sealed record InstructionInfo
{
    public required string Mnemonic { get; init; }
    public required Type Type { get; init; }
    public required SourcePlace Place { get; init; }
    public required int Opcode { get; init; }
    public required UInt128 Match { get; init; }
    public required UInt128 Mask { get; init; }
    /// <summary>The words that match.</summary>
    public required Cube Cube { get; init; }
    /// <summary>Bits under MustBeZero: a set one traps as a reserved bit.</summary>
    public required UInt128 Reserved { get; init; }
    /// <summary>Bits under Hint: any value is legal, and encoding leaves them zero.</summary>
    public UInt128 Ignored { get; init; }
    /// <summary>Bits under Trap, and under Custom. Both are in <see cref="Mask"/>, as zeros: a set one is another opcode, and no instruction's where it is Custom.</summary>
    public UInt128 Trapped { get; init; }
    public UInt128 Custom { get; init; }
    public required Format Format { get; init; }
    public Status Status { get; init; }
    /// <summary>How assembly writes the operands; empty: with commas, in declared order.</summary>
    public string Syntax { get; init; } = "";
    /// <summary>Instructions whose words contain this one's; where both match it is this one.</summary>
    public ImmutableArray<Type> Specializes { get; init; } = [];
    public ExclusiveAttribute? Exclusive { get; init; }
    /// <summary>Operands in declared order.</summary>
    public required ImmutableArray<Field> Operands { get; init; }
    /// <summary>Semaphore references, waits then signals.</summary>
    public required ImmutableArray<Field> Waits { get; init; }
    public required ImmutableArray<Field> Signals { get; init; }
    /// <summary>The queue that executes it, or −1 when <see cref="QueueOperand"/> says.</summary>
    public required int Queue { get; init; }
    public Field? QueueOperand { get; init; }
    public string Since { get; init; } = "";
    public string Summary { get; init; } = "";

    /// <summary>Operands in the order in which dispatch checks them: lowest bit first.</summary>
    public IEnumerable<Field> Checked => Operands.OrderBy(f => f.Bits.Lo);
    public IEnumerable<Field> AllFields => [.. Waits, .. Signals, .. Operands];
    /// <summary>The bits that are no opcode and no field, highest first, and what becomes of them.</summary>
    public IEnumerable<(BitRange Bits, Policy Policy)> Unclaimed =>
        ((UInt128 Bits, Policy Policy)[])[(Reserved, Policy.MustBeZero), (Ignored, Policy.Hint), (Trapped, Policy.Trap), (Custom, Policy.Custom)] is var all
            ? all.SelectMany(p => p.Bits.ToWord().Runs.Select(r => (new BitRange(r.Hi, r.Lo), p.Policy))).OrderByDescending(r => r.Item1.Hi) : [];

    /// <summary>Reads an operand off the C# value, and builds the value from all of them.</summary>
    internal ImmutableArray<Func<object, long>> Read { get; init; } = [];
    internal Func<long[], IInstruction> Make { get; init; } = _ => throw new InvalidOperationException();

    public override string ToString() => Mnemonic;
}
