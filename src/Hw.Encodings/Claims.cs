using System.Collections.Generic;
using System.Linq;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>
/// What a definition says of its words, as data: what was written, and where. The readers (reflection at run time, the compiler's symbols in the editor) only fill these in; whether it makes
/// sense is decided by the <see cref="Laws"/>, once.
/// </summary>
public sealed record SetClaim(string Name, SourcePlace Place)
{
    public int WordBits { get; init; } = 32;
    /// <summary>One piece.</summary>
    public Layout Opcode { get; init; } = new(new Piece(7, 0));
    /// <summary>What bits of an instruction that nothing claims are; null where every bit has to be claimed.</summary>
    public Policy? Unclaimed { get; init; } = Policy.MustBeZero;
    /// <summary>What was written for <see cref="Unclaimed"/> where that is no policy.</summary>
    public string? UnclaimedText { get; init; }
    public IReadOnlyList<FormatClaim> Formats { get; init; } = [];
    public IReadOnlyList<RegionClaim> Regions { get; init; } = [];
    public int Semaphores { get; init; }
    /// <summary>The type of the queues, and its members; null where the reader cannot know, and then nothing is said about queues.</summary>
    public string? QueueType { get; init; }
    public IReadOnlyList<string> Queues { get; init; } = [];
    /// <summary>The chosen member of each exclusive group; null where the reader cannot know.</summary>
    public IReadOnlyDictionary<string, string>? Choices { get; init; }

    public Piece OpcodePiece => Opcode.Pieces.Count == 1 ? Opcode.Pieces[0] : new(7, 0);
    public Word WordMask => Word.Mask(WordBits - 1, 0);
    public FormatClaim? Format(string name) => Formats.FirstOrDefault(f => f.Name == name);
}

/// <summary>A layout that instructions share: where semaphore references sit (each a piece), and places for operands by name.</summary>
public sealed record FormatClaim(string Name, SourcePlace Place)
{
    public Layout Waits { get; init; } = new();
    public Layout Signals { get; init; } = new();
    public IReadOnlyList<NamedLayout> Fields { get; init; } = [];
    public string Queue { get; init; } = "";

    public Layout? this[string operand] => Fields.FirstOrDefault(f => f.Name == operand)?.Bits;

    /// <summary>The semaphore references by name: wait0, wait1, signal0.</summary>
    public IEnumerable<NamedLayout> References =>
        Waits.Pieces.Select((p, i) => new NamedLayout($"wait{i}", new(p))).Concat(Signals.Pieces.Select((p, i) => new NamedLayout($"signal{i}", new(p))));
}

public sealed record NamedLayout(string Name, Layout Bits)
{
    /// <summary>"Dst 48:44, Imm 31 7 30:25 11:8": names with their bits, commas between.</summary>
    public static IReadOnlyList<NamedLayout> Parse(string text) =>
        [.. text.Split(',').Select(part => part.Trim()).Where(part => part != "").Select(part => part.IndexOf(' ') is >= 0 and var blank
            ? new NamedLayout(part.Substring(0, blank), Layout.Parse(part.Substring(blank))) : new(part, new()))];
    public override string ToString() => $"{Name} {Bits}";
}

/// <summary>Opcodes first … last that no instruction may take.</summary>
public sealed record RegionClaim(long First, long Last, Policy Policy, string What, SourcePlace Place);

/// <summary>One declared instruction. <paramref name="Type"/> is its full C# name, by which relations know it.</summary>
public sealed record InstructionClaim(string Name, string Type, SourcePlace Place)
{
    public bool IsInstruction { get; init; } = true;
    public long Opcode { get; init; }
    public string Format { get; init; } = "";
    public string Queue { get; init; } = "";
    public string Syntax { get; init; } = "";
    /// <summary>In declared order.</summary>
    public IReadOnlyList<OperandClaim> Operands { get; init; } = [];
    public IReadOnlyList<FixedClaim> Fixed { get; init; } = [];
    public IReadOnlyList<ReservedClaim> Reserved { get; init; } = [];
    public IReadOnlyList<SpecializesClaim> Specializes { get; init; } = [];
    public ExclusiveClaim? Exclusive { get; init; }

    /// <summary>The last part of its C# name, as typeof() writes it.</summary>
    public string ShortType => Type.Substring(Type.LastIndexOfAny(['.', '+']) + 1);
    public override string ToString() => Name;
}

/// <summary>An operand: its own bits, or none where its format names them, what its C# type can hold, and what the attribute says of its values.</summary>
public sealed record OperandClaim(string Name, Layout? Bits, TypeClaim Type, SourcePlace Place)
{
    public bool Signed { get; init; }
    public long Multiple { get; init; } = 1;
    public bool Relative { get; init; }
    public long Min { get; init; } = long.MinValue;
    public long Max { get; init; } = long.MaxValue;
    /// <summary>What it is when left out; null when it may not be.</summary>
    public long? Default { get; init; }
}

public enum TypeKind { Flag, Enum, FlagsEnum, Register, Number, Other }

/// <summary>The C# type of an operand: an enum's members, the numbers that an integer holds, how many registers there are.</summary>
public sealed record TypeClaim(TypeKind Kind, string Name)
{
    public IReadOnlyList<long> Members { get; init; } = [];
    public ValueRange Holds { get; init; }
    public int Count { get; init; }
    /// <summary>A register type is a record struct with one parameter, int Index.</summary>
    public bool IsWellFormed { get; init; } = true;
}

public sealed record FixedClaim(Piece Bits, long Value, SourcePlace Place);

public sealed record ReservedClaim(Piece Bits, Policy Policy, SourcePlace Place);

/// <summary><paramref name="General"/> is a full C# name.</summary>
public sealed record SpecializesClaim(string General, SourcePlace Place);

public sealed record ExclusiveClaim(string Group, string Member, SourcePlace Place);
