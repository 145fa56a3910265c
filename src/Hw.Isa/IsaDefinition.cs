using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;

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

    IsaDefinition(IsaShape shape, ImmutableArray<InstructionInfo> instructions)
    {
        (Shape, Instructions) = (shape, instructions);
        byOpcode = instructions.GroupBy(i => i.Opcode).ToDictionary(g => g.Key, g => g.ToArray());
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
        var errors = new List<string>();
        var instructions = types.Where(t => t.IsDefined(typeof(InstructionAttribute), false))
            .Select(t => DefinitionReader.Read(shape, t, errors)).OfType<InstructionInfo>()
            .OrderBy(i => i.Opcode).ThenBy(i => i.Match).ThenBy(i => i.Mnemonic, StringComparer.Ordinal).ToImmutableArray();
        DefinitionChecks.Run(shape, instructions, errors);
        return errors.Count == 0 ? new(shape, instructions) : throw new IsaException(errors);
    }

    /// <summary>The instruction that a word is, if any: no check beyond match and mask.</summary>
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
            text.Append($"{i.Mnemonic} match {i.Match:x32} mask {i.Mask:x32} reserved {i.Reserved:x32} queue {i.QueueOperand?.Name ?? QueueNames[i.Queue]}\n");
            Add("wait", i.Waits);
            Add("signal", i.Signals);
            Add("operand", i.Operands);
        }
        return text.ToString();

        static string Canonical(FieldBits bits) => string.Join(' ', bits.Pieces.Select(p => $"{p.Hi}:{p.Lo}"));

        void Add(string role, ImmutableArray<Field> fields)
        {
            foreach (var f in fields)
                text.Append($"  {role} {f.Name} {Canonical(f.Bits)} {f.Kind}{f.Prefix} {string.Join(' ', f.Legal.Select(r => $"{r.Min}..{r.Max}"))}\n");
        }
    }
}
