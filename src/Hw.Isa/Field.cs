using System.Collections.Immutable;

namespace Hw.Isa;

public enum FieldKind { Unsigned, Signed, Flag, Enum, FlagsEnum, Register, Semaphore }

/// <summary>
/// A field of an instruction word: its bits, its kind and the set of values that are legal. An illegal value is a bad operand; in a
/// semaphore reference, whose raw bits are its value, it is a set reserved bit.
/// </summary>
public sealed record Field(string Name, FieldBits Bits, FieldKind Kind, ImmutableArray<ValueRange> Legal)
{
    /// <summary>The C# type of the parameter (int for a semaphore reference).</summary>
    public required Type Type { get; init; }
    /// <summary>The value is the bits times this.</summary>
    public int Multiple { get; init; } = 1;
    /// <summary>Assembly gives an address; the value is its distance in bytes from the instruction.</summary>
    public bool Relative { get; init; }
    /// <summary>Other names of registers, by index.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
    /// <summary>Register prefix: <c>a</c> in a7.</summary>
    public string Prefix { get; init; } = "";
    /// <summary>What an omitted operand means in assembly; null when it may not be omitted.</summary>
    public long? Default { get; init; }

    /// <summary>The values the bits can express.</summary>
    public ValueRange Encodable => Kind == FieldKind.Signed
        ? new(-(1L << (Bits.Width - 1)) * Multiple, ((1L << (Bits.Width - 1)) - 1) * Multiple)
        : new(0, ((1L << Bits.Width) - 1) * Multiple);

    /// <summary>Every pattern is legal, so a decoder need not look.</summary>
    public bool IsFull => Legal.Length == 1 && Legal[0] == Encodable;

    public bool IsLegal(long value)
    {
        if (value % Multiple != 0) return false;
        foreach (var range in Legal)
            if (value >= range.Min && value <= range.Max) return true;
        return false;
    }

    public UInt128 Encode(long value) => Bits.Put((UInt128)(Int128)(value / Multiple));

    public long Decode(UInt128 word)
    {
        var raw = (long)Bits.Of(word);
        var spare = 64 - Bits.Width;
        return (Kind == FieldKind.Signed ? raw << spare >> spare : raw) * Multiple;
    }

    /// <summary>As assembly writes it.</summary>
    public string Text(long value) => Kind switch
    {
        FieldKind.Register => value < Names.Length ? Names[(int)value] : $"{Prefix}{value}",
        FieldKind.Enum => Enum.ToObject(Type, value).ToString()!,
        FieldKind.FlagsEnum => Enum.ToObject(Type, value).ToString()!.Replace(", ", "|"),
        _ => $"{value}",
    };

    /// <summary>The legal set, for messages and the manual.</summary>
    public string LegalText => Kind switch
    {
        FieldKind.Register => $"{Prefix}{Legal[0].Min} … {Prefix}{Legal[^1].Max}",
        FieldKind.Enum or FieldKind.FlagsEnum => string.Join(", ", Enum.GetNames(Type)),
        _ => string.Join(", ", Legal) + (Multiple > 1 ? $", multiples of {Multiple}" : ""),
    };

    public override string ToString() => $"{Name} {Bits}";
}
