using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hw.Isa;

/// <summary>The instructions of a set as assembly writes them, by mnemonic; made once per definition.</summary>
sealed class InstructionForms
{
    static readonly ConditionalWeakTable<IsaDefinition, InstructionForms> known = [];
    readonly Dictionary<string, InstructionForm>.AlternateLookup<ReadOnlySpan<char>> byMnemonic;

    InstructionForms(IsaDefinition isa) =>
        byMnemonic = isa.Instructions.ToDictionary(i => i.Mnemonic, i => new InstructionForm(i), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static InstructionForms Of(IsaDefinition isa) => known.GetValue(isa, i => new(i));

    public InstructionForm this[InstructionInfo info] => byMnemonic.Dictionary[info.Mnemonic];

    public InstructionForm? Find(ReadOnlySpan<char> mnemonic) => byMnemonic.TryGetValue(mnemonic, out var form) ? form : null;
}

/// <summary>How one instruction is written: its operands, and the marks that its syntax puts between them.</summary>
sealed class InstructionForm
{
    public InstructionForm(InstructionInfo info)
    {
        Info = info;
        Fields = [.. info.Operands.Select(f => new FieldForm(f))];
        Syntax = Parts(info.Syntax);
        Positions = [.. Syntax.IsEmpty ? Enumerable.Range(0, Fields.Length).Where(i => Fields[i].Field is not { Kind: FieldKind.Flag, Default: not null }) : Syntax.Where(p => p.Operand >= 0).Select(p => p.Operand)];
    }

    /// <summary>An operand, or a mark that stands as it is; and whether a blank is written before it.</summary>
    public readonly record struct Part(int Operand, char Mark, bool Blank);

    public InstructionInfo Info { get; }
    public ImmutableArray<FieldForm> Fields { get; }
    /// <summary>"rd, offset(base)" in parts; none where commas do.</summary>
    public ImmutableArray<Part> Syntax { get; }
    /// <summary>The operands that are written without their name, in order.</summary>
    public ImmutableArray<int> Positions { get; }

    /// <summary>For messages: LOOP count — with what may be left out in brackets.</summary>
    public string Usage
    {
        get
        {
            if (Syntax.IsEmpty) return $"{Info} {string.Join(", ", Fields.Select(Shown))}".TrimEnd();
            var named = Enumerable.Range(0, Fields.Length).Except(Positions).Select(i => $", {Shown(Fields[i])}");
            return $"{Info} {Info.Syntax}{string.Concat(named)}";
        }
    }

    static string Shown(FieldForm f) => f.Field.Default is null ? f.Name : $"[{f.Name}]";

    public int Index(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Fields.Length; i++)
            if (name.Equals(Fields[i].Name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    ImmutableArray<Part> Parts(string syntax)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        for (var at = 0; at < syntax.Length;)
        {
            var word = Lexis.Word(syntax, at);
            var operand = word.IsEmpty ? -1 : Index(word);
            var blank = at > 0 && char.IsWhiteSpace(syntax[at - 1]) && parts.Count > 0;
            if (operand >= 0) parts.Add(new(operand, '\0', blank));
            else if (!char.IsWhiteSpace(syntax[at])) parts.Add(new(-1, syntax[at], blank));
            at += operand >= 0 ? word.Length : 1;
        }
        return parts.ToImmutable();
    }
}

/// <summary>An operand's names, ready to be looked up.</summary>
sealed class FieldForm
{
    readonly Dictionary<string, BigInteger>.AlternateLookup<ReadOnlySpan<char>> names;
    readonly Dictionary<char, long>? letters;

    public FieldForm(Field field)
    {
        (Field, Name) = (field, field.Name.ToLowerInvariant());
        var all = new Dictionary<string, BigInteger>(StringComparer.OrdinalIgnoreCase);
        if (field.Type.IsEnum)
        {
            foreach (var name in Enum.GetNames(field.Type)) all.TryAdd(name, Convert.ToInt64(Enum.Parse(field.Type, name)));
            var members = all.Where(m => !m.Value.IsZero).ToList();
            if (field.Kind == FieldKind.FlagsEnum && members.All(m => m.Key.Length == 1)) letters = members.ToDictionary(m => char.ToUpperInvariant(m.Key[0]), m => (long)m.Value);
        }
        for (var i = 0; i < field.Names.Length; i++)
            foreach (var name in field.Names[i].Split('/')) all.TryAdd(name, i);
        names = all.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Field Field { get; }
    /// <summary>In lower case, as messages and disassembly write it.</summary>
    public string Name { get; }
    public IEnumerable<string> Names => names.Dictionary.Keys;

    /// <summary>A member of an enum; letters of flags side by side.</summary>
    public BigInteger? Member(ReadOnlySpan<char> word)
    {
        if (names.TryGetValue(word, out var value)) return value;
        if (letters is null) return null;
        var union = 0L;
        foreach (var c in word)
        {
            if (!letters.TryGetValue(char.ToUpperInvariant(c), out var flag)) return null;
            union |= flag;
        }
        return union;
    }

    /// <summary>The index of a register by its name, or by prefix and index.</summary>
    public long? Register(ReadOnlySpan<char> word)
    {
        if (word.StartsWith(Field.Prefix, StringComparison.OrdinalIgnoreCase) && word.Length > Field.Prefix.Length && word.Length <= Field.Prefix.Length + 9
            && !word[Field.Prefix.Length..].ContainsAnyExceptInRange('0', '9') && long.Parse(word[Field.Prefix.Length..]) is var index && Field.IsLegal(index)) return index;
        return names.Dictionary.Count > 0 && names.TryGetValue(word, out var named) ? (long)named : null;
    }

    /// <summary>A value as assembly writes it: of a register's names the first, letters side by side with the highest bit first.</summary>
    public string Text(long value) =>
        letters is not null && value != 0 ? string.Concat(letters.OrderByDescending(l => l.Value).Where(l => (value & l.Value) == l.Value).Select(l => char.ToLowerInvariant(l.Key)))
        : value >= 0 && value < Field.Names.Length ? Field.Names[(int)value].Split('/')[0]
        : Field.Kind is FieldKind.Enum or FieldKind.FlagsEnum && value == 0 && !names.Dictionary.ContainsValue(0) ? "0"
        : Field.Text(value);
}
