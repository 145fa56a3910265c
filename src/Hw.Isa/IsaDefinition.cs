using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Hw.Encodings;

namespace Hw.Isa;

/// <summary>
/// An instruction set: a shape and the instructions declared in C#. Reading it is the check: a definition that exists is free of
/// overlaps, and everything else (codec, assembler, disassembler, decoder in Verilog) works from its table.
/// </summary>
public sealed class IsaDefinition
{
    readonly Dictionary<int, InstructionInfo[]> byOpcode;
    readonly Dictionary<Type, InstructionInfo> byType;
    readonly Dictionary<string, InstructionInfo> byMnemonic;
    readonly Lazy<IsaContents> contents;
    readonly Lazy<string> encodingHash;

    readonly ILookup<Type, InstructionInfo> specials;
    readonly Lazy<EncodingMap> map;

    IsaDefinition(IsaShape shape, ImmutableArray<InstructionInfo> instructions, Func<EncodingMap> map, ImmutableArray<Finding> findings)
    {
        (Shape, Instructions, Findings, this.map) = (shape, instructions, findings, new(map));
        specials = instructions.SelectMany(i => Generals(i, instructions).Select(g => (General: g, Special: i))).ToLookup(p => p.General, p => p.Special);
        // A special instruction fixes more bits than the general one: where both match, it is met first.
        byOpcode = instructions.GroupBy(i => i.Opcode).ToDictionary(g => g.Key, g => g.OrderByDescending(i => UInt128.PopCount(i.Mask)).ToArray());
        byType = instructions.ToDictionary(i => i.Type);
        byMnemonic = instructions.ToDictionary(i => i.Mnemonic, StringComparer.OrdinalIgnoreCase);
        QueueNames = [.. Enum.GetNames(shape.Queues)];
        contents = new(() => IsaContents.Of(this));
        encodingHash = new(() => IsaHashes.Of(CanonicalText()));
    }

    public IsaShape Shape { get; }
    public string Name => Shape.Name;
    public string Version => Shape.Version;
    public int WordBytes => Shape.WordBits / 8;

    /// <summary>By opcode.</summary>
    public ImmutableArray<InstructionInfo> Instructions { get; }
    public ImmutableArray<string> QueueNames { get; }

    /// <summary>Of <see cref="CanonicalText"/>: which word is which instruction. Stands in decoders.</summary>
    public string EncodingHash => encodingHash.Value;

    /// <summary>Of all that the instruction set is: stands in every artefact, so that no two halves from different ISAs meet. Asking for it the first time reads every meaning.</summary>
    public string Hash => Hashes.Isa;
    public IsaHashes Hashes => Contents.Hashes;

    /// <summary>The first 64 bits of <see cref="Hash"/>: what fits a register and a file's header.</summary>
    public ulong Id => ulong.Parse(Hash.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    internal IsaContents Contents => contents.Value;

    /// <summary>Every instruction declared in an assembly, or among the given types.</summary>
    /// <exception cref="IsaException">All that is wrong with the definition, at once.</exception>
    public static IsaDefinition Define(IsaShape shape, Assembly assembly) => Define(shape, assembly.GetTypes());

    /// <inheritdoc cref="Define(IsaShape, Assembly)"/>
    public static IsaDefinition Define(IsaShape shape, IEnumerable<Type> types)
    {
        var declared = types.Where(t => t.IsDefined(typeof(InstructionAttribute), false)).Select(t => (Type: t, Claim: ClaimReader.Instruction(t))).ToList();
        var set = ClaimReader.Set(shape);
        var findings = Laws.Findings(set, [.. declared.Select(d => d.Claim)]);
        if (findings.Any(f => f.Severity == Severity.Error)) throw new IsaException(findings);

        var chosen = declared.Where(d => d.Claim.Exclusive is not { } e || shape.Choices[e.Group] == e.Member).ToList();
        var instructions = chosen.Select(d => DefinitionReader.Read(shape, new(set, d.Claim), d.Type))
            .OrderBy(i => i.Opcode).ThenBy(i => i.Match).ThenBy(i => i.Mnemonic, StringComparer.Ordinal).ToImmutableArray();
        return new(shape, instructions, () => new(set, [.. instructions.Select(i => chosen.First(c => c.Type == i.Type).Claim)]), [.. findings]);
    }

    /// <summary>The same with other rows, and no law asked: a definition with a fault planted in it.</summary>
    internal IsaDefinition Altered(ImmutableArray<InstructionInfo> rows) => new(Shape, rows, () => Map, Findings);

    /// <summary>What the laws say that is no error.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Every word of the set's width, in named areas; made when asked for.</summary>
    public EncodingMap Map => map.Value;

    /// <summary>The instructions that specialise this one, also through others: a word that matches one of them is not this one's.</summary>
    public ImmutableArray<InstructionInfo> SpecialsOf(InstructionInfo general) => [.. specials[general.Type]];

    static HashSet<Type> Generals(InstructionInfo special, ImmutableArray<InstructionInfo> instructions)
    {
        var (seen, open) = (new HashSet<Type>(), new Stack<Type>(special.Specializes));
        while (open.TryPop(out var general))
            if (seen.Add(general) && instructions.FirstOrDefault(i => i.Type == general) is { } info)
                foreach (var further in info.Specializes) open.Push(further);
        return seen;
    }

    /// <summary>The instruction that a word is, if any, the most special of those that match: no check beyond match and mask.</summary>
    public InstructionInfo? Match(UInt128 word)
    {
        if (byOpcode.TryGetValue((int)Shape.Opcode.Of(word), out var candidates))
            foreach (var info in candidates)
                if ((word & info.Mask) == info.Match) return info;
        return null;
    }

    public InstructionInfo this[Type type] =>
        byType.TryGetValue(type, out var info) ? info : throw new IsaException($"{type.Name} is no instruction of {Name} {Version}");

    public InstructionInfo? Find(string mnemonic) => byMnemonic.GetValueOrDefault(mnemonic);

    /// <summary>The encoding and nothing else, one line per fact: equal text, equal encoding.</summary>
    public string CanonicalText()
    {
        var text = new StringBuilder($"isa {Name} word {Shape.WordBits} semaphores {Shape.Semaphores.Count} max {Shape.Semaphores.Max} queues {string.Join(' ', QueueNames)}\n");
        foreach (var i in Instructions)
        {
            text.Append($"{i.Mnemonic} match {i.Match:x32} mask {i.Mask:x32} reserved {i.Reserved:x32}{(i.Ignored != 0 ? $" ignored {i.Ignored:x32}" : "")} queue {i.QueueOperand?.Name ?? QueueNames[i.Queue]}\n");
            Add("wait", i.Waits);
            Add("signal", i.Signals);
            Add("operand", i.Operands);
        }
        return text.ToString();

        static string Canonical(FieldBits bits) => string.Join(' ', bits.Pieces.Select(p => $"{p.Hi}:{p.Lo}"));

        void Add(string role, ImmutableArray<Field> fields)
        {
            foreach (var f in fields)
                text.Append($"  {role} {f.Name} {Canonical(f.Bits)} {f.Kind}{f.Prefix}{(f.Multiple > 1 ? $"*{f.Multiple}" : "")} {string.Join(' ', f.Legal.Select(r => $"{r.Min}..{r.Max}"))}\n");
        }
    }
}
