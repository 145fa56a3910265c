using System;
using System.Collections.Generic;
using System.Globalization;
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

    /// <summary>From the texts of [InstructionSet].</summary>
    public static SetClaim Written(string name, SourcePlace place, int wordBits, string opcode, string? unclaimed) =>
        Enum.TryParse<Policy>(unclaimed ?? nameof(Policy.Trap), out var policy) && Enum.IsDefined(typeof(Policy), policy)
            ? new(name, place) { WordBits = wordBits, Opcode = Layout.Parse(opcode), Unclaimed = unclaimed is null ? null : policy }
            : new(name, place) { WordBits = wordBits, Opcode = Layout.Parse(opcode), UnclaimedText = unclaimed };

    public Piece OpcodePiece => Opcode.IsOnePiece ? Opcode.Pieces[0] : new(7, 0);
    public Word WordMask => Word.Mask(WordBits - 1, 0);
    public FormatClaim? Format(string name) => Formats.FirstOrDefault(f => f.Name == name);

    /// <summary>An operand of an instruction with the place that its format names for it, where it has none of its own.</summary>
    public OperandClaim Placed(string format, OperandClaim operand) => operand.Bits is null && Format(format)?[operand.Name] is { } place
        ? operand with { Bits = place.Bits, Signed = place.Signed, Multiple = place.Multiple, Relative = place.Relative } : operand;
}

/// <summary>A layout that instructions share: where semaphore references sit (each a piece), and places for operands by name.</summary>
public sealed record FormatClaim(string Name, SourcePlace Place)
{
    public Layout Waits { get; init; } = new();
    public Layout Signals { get; init; } = new();
    public IReadOnlyList<NamedLayout> Fields { get; init; } = [];
    public string Queue { get; init; } = "";

    public NamedLayout? this[string operand] => Fields.FirstOrDefault(f => f.Name == operand);

    /// <summary>From the texts of [Format].</summary>
    public static FormatClaim Written(string name, SourcePlace place, string waits, string signals, string fields, string queue) =>
        new(name, place) { Waits = Layout.Parse(waits), Signals = Layout.Parse(signals), Fields = NamedLayout.Parse(fields), Queue = queue };

    /// <summary>The semaphore references by name: wait0, wait1, signal0.</summary>
    public IEnumerable<NamedLayout> References =>
        Waits.Pieces.Select((p, i) => new NamedLayout($"wait{i}", new(p))).Concat(Signals.Pieces.Select((p, i) => new NamedLayout($"signal{i}", new(p))));
}

/// <summary>Bits with a name, and how to read them.</summary>
public sealed record NamedLayout(string Name, Layout Bits)
{
    public bool Signed { get; init; }
    public long Multiple { get; init; } = 1;
    public bool Relative { get; init; }

    /// <summary>"Dst 48:44, Imm 31 7 30:25 11:8 signed *2 relative": names with their bits, commas between.</summary>
    public static IReadOnlyList<NamedLayout> Parse(string text)
    {
        var places = new List<NamedLayout>();
        foreach (var part in text.Split(',').Select(p => p.Split(' ', '\t').Where(w => w != "").ToList()).Where(p => p.Count > 0))
        {
            var place = new NamedLayout(part[0], new());
            foreach (var word in part.Skip(1).ToList())
            {
                if (word == "signed") place = place with { Signed = true };
                else if (word == "relative") place = place with { Relative = true };
                else if (word[0] == '*' && int.TryParse(word.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var multiple)) place = place with { Multiple = multiple };
                else continue;
                part.Remove(word);
            }
            places.Add(place with { Bits = Layout.Parse(string.Join(" ", part.Skip(1))) });
        }
        return places;
    }

    public override string ToString() => $"{Name} {Bits}";
}

/// <summary>Opcodes first … last that no instruction may take.</summary>
public sealed record RegionClaim(long First, long Last, Policy Policy, string What, SourcePlace Place);

/// <summary>One declared instruction. <paramref name="Type"/> is its full C# name, by which relations know it.</summary>
public sealed record InstructionClaim(string Name, string Type, SourcePlace Place)
{
    /// <summary>It implements IInstruction, and its parameters are properties.</summary>
    public bool IsInstruction { get; init; } = true;
    public bool IsRecord { get; init; } = true;
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

    /// <summary>An integer type by the name of its .NET type; null for any other.</summary>
    public static TypeClaim? Number(string name) => name switch
    {
        nameof(Byte) => Of(0, byte.MaxValue), nameof(SByte) => Of(sbyte.MinValue, sbyte.MaxValue),
        nameof(UInt16) => Of(0, ushort.MaxValue), nameof(Int16) => Of(short.MinValue, short.MaxValue),
        nameof(UInt32) => Of(0, uint.MaxValue), nameof(Int32) => Of(int.MinValue, int.MaxValue),
        nameof(UInt64) => Of(0, long.MaxValue), nameof(Int64) => Of(long.MinValue, long.MaxValue),
        _ => null,
    } is { } range ? new(TypeKind.Number, name) { Holds = range } : null;

    static ValueRange? Of(long min, long max) => new(min, max);
}

public sealed record FixedClaim(Piece Bits, long Value, SourcePlace Place);

public sealed record ReservedClaim(Piece Bits, Policy Policy, SourcePlace Place);

/// <summary><paramref name="General"/> is a full C# name.</summary>
public sealed record SpecializesClaim(string General, SourcePlace Place);

public sealed record ExclusiveClaim(string Group, string Member, SourcePlace Place);
