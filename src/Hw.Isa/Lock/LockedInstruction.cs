using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>A field as a lock holds it. Role: operand, wait or signal.</summary>
public sealed record LockedField(string Role, string Name, FieldBits Bits, string Kind, int Multiple, ImmutableArray<ValueRange> Legal)
{
    public static LockedField Of(string role, Field f) =>
        new(role, f.Name, f.Bits, f.Kind + (f.Prefix.Length > 0 ? $"({f.Prefix})" : "") + (f.Relative ? "(relative)" : ""), f.Multiple, f.Legal);

    public bool IsLegal(long value) => Legal.Any(r => value >= r.Min && value <= r.Max);
    public bool Allows(LockedField other) => other.Legal.All(r => Legal.Any(mine => mine.Min <= r.Min && r.Max <= mine.Max));

    /// <summary>operand Imm 31:20 Signed -2048..2047.</summary>
    public override string ToString() =>
        $"{Role} {Name} {string.Join(',', Bits.Pieces.Select(p => p.Hi == p.Lo ? $"{p.Hi}" : $"{p.Hi}:{p.Lo}"))} {Kind} {Multiple} {string.Join(',', Legal.Select(r => $"{r.Min}..{r.Max}"))}";

    /// <exception cref="FormatException">The text is no field.</exception>
    public static LockedField Parse(string text)
    {
        if (text.Split(' ') is not [("operand" or "wait" or "signal") and var role, var name, var bits, var kind, var multiple, var legal]) throw new FormatException($"`{text}` is no field");
        return new(role, name, FieldBits.Parse(bits), kind, int.Parse(multiple), [.. legal.Split(',').Select(r => r.Split("..") is [var min, var max] ? new ValueRange(long.Parse(min), long.Parse(max)) : throw new FormatException($"`{text}` is no field"))]);
    }

    public bool Equals(LockedField? other) => other?.ToString() == ToString();
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}

/// <summary>An instruction as a lock holds it: its words, its fields, its texts and its cases.</summary>
public sealed record LockedInstruction
{
    public required string Name { get; init; }
    public required UInt128 Match { get; init; }
    public required UInt128 Mask { get; init; }
    /// <summary>Bits that must be zero, and bits that are ignored.</summary>
    public required UInt128 MustBeZero { get; init; }
    public required UInt128 Hint { get; init; }
    public required ImmutableArray<LockedField> Fields { get; init; }
    public required string Queue { get; init; }
    public required string Since { get; init; }
    public required Status Status { get; init; }
    public required ImmutableSortedDictionary<string, MeaningGraph> Texts { get; init; }
    public required ImmutableArray<Behaviour> Behaviours { get; init; }

    /// <summary>Of the texts and the cases.</summary>
    public string SemHash => IsaHashes.Of(string.Concat(Texts.Select(t => $"{t.Key} {t.Value.Digest}\n")) + string.Concat(Behaviours.Select(b => $"{string.Join("; ", b.Case)} {b.Hash}\n")))[..16];

    /// <summary>Some word is both.</summary>
    public static bool Overlap(UInt128 match, UInt128 mask, UInt128 otherMatch, UInt128 otherMask) => (match & mask & otherMask) == (otherMatch & mask & otherMask);
}

/// <summary>An instruction that is no more: its words are not given to another one before the next breaking version.</summary>
public sealed record Tombstone(string Name, UInt128 Match, UInt128 Mask, string Since, string RemovedIn);
