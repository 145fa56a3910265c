using System.Collections.Immutable;
using System.Numerics;

namespace Hw.IsaRtl;

/// <summary>Where an operand lies in the words of some instructions, and what number its bits are.</summary>
public sealed record DecodedPlace(FieldBits Bits, bool IsSigned, int Multiple, ImmutableArray<InstructionInfo> Instructions)
{
    /// <summary>As many bits as the field's and the zeros below them.</summary>
    public Interval Range => IsSigned ? Interval.Int(Bits.Width + Zeros) : Interval.UInt(Bits.Width + Zeros);
    int Zeros => BitOperations.Log2((uint)Multiple);

    /// <summary>The field of one of its instructions lies here.</summary>
    internal bool Holds(Hw.Isa.Field field) => field.Bits == Bits && (field.Kind == FieldKind.Signed) == IsSigned && field.Multiple == Multiple && Instructions.Any(i => i.AllFields.Contains(field));

    /// <summary>The number that the bits of a word are: pieces side by side, the sign as declared, zeros below for the multiple.</summary>
    public Signal Of(Signal word)
    {
        var pieces = Bits.Pieces.Reverse().Select(p => (word[p.Hi, p.Lo], p.Width));
        var bits = Signal.Concat(Zeros > 0 ? [(0, Zeros), .. pieces] : [.. pieces]);
        return IsSigned ? bits.Wrap(Range) : bits;
    }
}

/// <summary>
/// An operand as an output of the decoder, or a semaphore reference: one for each name, whatever instructions have it. In one place for all of them, it shows these bits of any word. In several,
/// it shows those of the word's instruction, and 0 for words of instructions without it.
/// </summary>
public sealed record DecodedField(string Name, string Port, ImmutableArray<DecodedPlace> Places)
{
    public bool IsSelected => Places.Length > 1;

    /// <summary>Every number it can show.</summary>
    public Interval Range => Places.Select(p => p.Range).Aggregate(IsSelected ? Interval.Of(0) : Places[0].Range, (all, r) => all.Union(r));

    /// <summary>Where it is taken from.</summary>
    public string Note => Places.MaxBy(p => p.Instructions.Length) is var most && !IsSelected ? $"{most!.Bits}"
        : $"{most!.Bits}; {string.Join("; ", Places.Where(p => p != most).Select(p => $"{p.Bits} of {string.Join(", ", p.Instructions.Select(i => i.Mnemonic))}"))}";

    /// <summary>Of a definition, those in low bits of the word first.</summary>
    public static ImmutableArray<DecodedField> Of(IsaDefinition isa)
    {
        var names = DecoderNames.Taken(isa);
        var fields = isa.Instructions.SelectMany(i => i.AllFields.Select(f => (Instruction: i, Field: f))).GroupBy(x => Naming.Snake(x.Field.Name))
            .Select(name => (name.First().Field.Name, Snake: name.Key, Places: name.GroupBy(x => (x.Field.Bits, IsSigned: x.Field.Kind == FieldKind.Signed, x.Field.Multiple))
                .Select(p => new DecodedPlace(p.Key.Bits, p.Key.IsSigned, p.Key.Multiple, [.. p.Select(x => x.Instruction)])).OrderBy(p => p.Bits.Lo).ThenBy(p => p.Bits.Hi).ToImmutableArray()));
        return [.. fields.OrderBy(f => f.Places[0].Bits.Lo).ThenBy(f => f.Places[0].Bits.Hi).ThenBy(f => f.Snake, StringComparer.Ordinal)
            .Select(f => new DecodedField(f.Name, DecoderNames.Free(f.Snake, "_field", names), f.Places))];
    }

    public override string ToString() => Name;
}

/// <summary>What the decoder's ports are called.</summary>
public static class DecoderNames
{
    public const string Word = "word", Illegal = "illegal", Cause = "cause";

    /// <summary>is_add, is_fence_i: the line of each instruction.</summary>
    public static ImmutableDictionary<Type, string> Lines(IsaDefinition isa)
    {
        HashSet<string> taken = [];
        return isa.Instructions.ToImmutableDictionary(i => i.Type, i => Free($"is_{Plain(i.Mnemonic)}", "", taken));
    }

    internal static HashSet<string> Taken(IsaDefinition isa) => [.. Lines(isa).Values, Word, Illegal, Cause, $"{isa.Name}_decoder"];

    /// <summary>The name itself, or with a suffix where Verilog or its simulators have a meaning for it or another port its name.</summary>
    internal static string Free(string name, string suffix, HashSet<string> taken)
    {
        var free = Naming.Problem(name) is null && !Naming.IsForeign(name) && !taken.Contains(name) ? name : name + suffix;
        for (var n = 2; !taken.Add(free); n++) free = $"{name}{suffix}_{n}";
        return free;
    }

    static string Plain(string mnemonic) => string.Join('_', string.Concat(mnemonic.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).Split('_', StringSplitOptions.RemoveEmptyEntries));
}
