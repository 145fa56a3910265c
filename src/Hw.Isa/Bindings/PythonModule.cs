using System.Collections.Immutable;
using System.Text;

namespace Hw.Isa;

/// <summary>The set as a Python module without dependencies: numbers, a function for each instruction that encodes it, and a decoder that refuses what the machine refuses, for the same cause.</summary>
sealed class PythonModule(Book book)
{
    readonly IsaDefinition isa = book.Isa;
    readonly OwnedText text = new(book.Owner);
    readonly Names names = new(Names.OfPython);

    public GeneratedText Write()
    {
        text.Append($""""
            # {Comment($"{isa.Name} {isa.Version}")}: its words for software. Generated from the definition: edit the C#, then `make gen`.
            {PythonText.Head}
            VERSION = {Quote(isa.Version)}
            HASH = {Quote(isa.Hash)}
            WORD_BITS = {isa.Shape.WordBits}
            WORD_BYTES = {isa.WordBytes}
            OPCODE = ({isa.Shape.Opcode.Hi}, {isa.Shape.Opcode.Lo})
            SEMAPHORES = {isa.Shape.Semaphores.Count}
            SEMAPHORE_MAX = {isa.Shape.Semaphores.Max}
            QUEUES = {Tuple(isa.QueueNames.Select(Quote))}


            class Trap(IntEnum):
                """Why a program stopped."""
            {string.Concat(Enum.GetValues<Trap>().Select(t => $"    {names.Of("trap", t, Upper($"{t}"))} = {(int)t}\n"))}

            """");
        Dictionary("Control and status registers: byte addresses.", "CSR", book.Sources.Registers);
        Dictionary("Counters: byte addresses of their low halves; the high half is 4 bytes on.", "COUNTERS", isa.Shape.Counters);
        foreach (var type in isa.Instructions.SelectMany(i => i.Operands).Select(f => f.Type).Where(t => t.IsEnum).Distinct()) Enumeration(type);
        text.Append(PythonText.Machinery);
        text.Append("\n\n# By mnemonic. Of two that match a word it is the first.\nINSTRUCTIONS = {i.mnemonic: i for i in (\n");
        foreach (var i in isa.Instructions.OrderBy(i => i.Opcode).ThenByDescending(i => (int)UInt128.PopCount(i.Mask)).ThenBy(i => i.Match).ThenBy(i => i.Mnemonic, StringComparer.Ordinal))
            text.Of(book.OwnerOf(i), () => Row(i));
        text.Append(")}\n");
        text.Append(PythonText.Decoder);
        foreach (var i in isa.Instructions) text.Of(book.OwnerOf(i), () => Function(i));
        return text.Done(book.Bindings("py"));
    }

    void Dictionary(string title, string name, ImmutableArray<StatusRegister> registers) =>
        text.Append($"# {title}\n{name} = {{{(registers.IsEmpty ? "" : "\n" + string.Concat(registers.Select(r => $"    {Quote(r.Name)}: 0x{r.Address:x3},{(r.Summary == "" ? "" : $"  # {Comment(r.Summary)}")}\n")))}}}\n\n");

    string TypeName(Type type) => names.Of("type", type, string.Concat(type.Name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_')) is var n && (n.Length == 0 || char.IsAsciiDigit(n[0]) || Taken.Contains(n)) ? n + "_" : n);

    /// <summary>Names of the module itself.</summary>
    static readonly HashSet<string> Taken = ["Trap", "Field", "Instruction", "Decoded", "IllegalWord", "IntEnum", "IntFlag", "NamedTuple"];

    void Enumeration(Type type)
    {
        var name = TypeName(type);
        text.Append($"\nclass {name}({(type.IsDefined(typeof(FlagsAttribute), false) ? "IntFlag" : "IntEnum")}):\n    {Quote(Summaries.Of(type) is { Length: > 0 } what ? what : type.Name)}\n");
        foreach (var member in Enum.GetNames(type)) text.Append($"    {names.Of(name, member, Safe(member))} = {Convert.ToInt64(Enum.Parse(type, member))}\n");
        text.Append("\n");
    }

    void Row(InstructionInfo i)
    {
        text.Append($"    Instruction({Quote(i.Mnemonic)}, 0x{i.Match:x}, 0x{i.Mask:x}, 0x{i.Reserved:x}, {(i.QueueOperand is { } q ? Quote(Parameter(i, q)) : $"{i.Queue}")}, (\n");
        foreach (var f in i.Operands)
            text.Append($"        Field({Quote(Parameter(i, f))}, {Pieces(f.Bits)}, {(f.Kind == FieldKind.Signed ? "True" : "False")}, {f.Multiple}, {Tuple(f.Legal.Select(r => $"({r.Min}, {r.Max})"))}, {(f.Default is { } d ? $"{d}" : "None")}, {(f.Type.IsEnum ? TypeName(f.Type) : f.Kind == FieldKind.Flag ? "bool" : "int")}),\n");
        text.Append($"    ), {Tuple(i.Waits.Select(f => Pieces(f.Bits)))}, {Tuple(i.Signals.Select(f => Pieces(f.Bits)))}),\n");
    }

    static string Pieces(FieldBits bits) => Tuple(bits.Pieces.Select(p => $"({p.Hi}, {p.Lo})"));

    string Parameter(InstructionInfo i, Field f) => names.Of($"operand {i.Mnemonic}", f, Paths.Snake(f.Name));

    void Function(InstructionInfo i)
    {
        var name = names.Of("function", i, Functions.Contains(Paths.Snake(i.Mnemonic)) ? Paths.Snake(i.Mnemonic) + "_" : Paths.Snake(i.Mnemonic));
        var parameters = i.Operands.OrderBy(f => f.Default is not null).Select(f => Parameter(i, f) + (f.Default is { } d ? $"={Default(f, d)}" : "")).ToList();
        if (i.Waits.Length > 0) parameters.Add("wait=()");
        if (i.Signals.Length > 0) parameters.Add("signal=()");
        var given = i.Operands.Select(f => Parameter(i, f)).Select(p => $"{p}={p}").ToList();
        if (i.Waits.Length > 0) given.Add("wait=wait");
        if (i.Signals.Length > 0) given.Add("signal=signal");
        text.Append($"\n\ndef {name}({string.Join(", ", parameters)}):\n    {Quote(i.Summary == "" ? i.Mnemonic : i.Summary)}\n    return encode({string.Join(", ", given.Prepend(Quote(i.Mnemonic)))})\n");
    }

    /// <summary>Functions of the module itself, and what Python's own are called that it uses.</summary>
    static readonly HashSet<string> Functions = ["encode", "decode", "to_bytes", "from_bytes", "any", "len", "range", "sum", "zip", "sorted", "isinstance", "set", "bool", "int", "str", "hex"];

    string Default(Field f, long value) => f.Type.IsEnum && Enum.GetName(f.Type, Enum.ToObject(f.Type, value)) is { } member ? $"{TypeName(f.Type)}.{names.Of(TypeName(f.Type), member, Safe(member))}" : f.Kind == FieldKind.Flag ? value == 0 ? "False" : "True" : $"{value}";

    static string Safe(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_')) is var n && (n.Length == 0 || char.IsAsciiDigit(n[0]) || n.StartsWith('_')) ? "m" + n : n;
    static string Upper(string name) => Paths.Snake(name).ToUpperInvariant();
    static string Tuple(IEnumerable<string> items) => items.ToList() is { Count: > 0 } all ? $"({string.Join(", ", all)},)" : "()";
    static string Comment(string words) => Paths.Flat(words);

    /// <summary>As Python writes a string: one line, ASCII.</summary>
    static string Quote(string words)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in Paths.Flat(words).EnumerateRunes())
            quoted.Append(rune.Value switch { '"' => "\\\"", '\\' => "\\\\", < 127 => rune.ToString(), < 0x10000 => $"\\u{rune.Value:x4}", _ => $"\\U{rune.Value:x8}" });
        return quoted.Append('"').ToString();
    }
}
