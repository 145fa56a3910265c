using System.Text;

namespace Hw.Isa;

/// <summary>The instruction set as a page of Markdown: a table of instructions, then each one with its fields, bit by bit. Equal definitions give equal bytes.</summary>
public static class Manual
{
    public static string Write(IsaDefinition isa)
    {
        var text = new StringBuilder();
        text.Append($"""
            # {isa.Name} {isa.Version}: the instructions

            Generated from the definition: edit the C#, then `make gen`. Words are {isa.Shape.WordBits} bits, little-endian in memory; the opcode is in bits {isa.Shape.Opcode}.
            Bits that no field names are reserved and must be 0. There are {isa.Shape.Semaphores.Count} semaphores, each 0 … {isa.Shape.Semaphores.Max}. Encoding hash: `{isa.Hash[..16]}`.

            | memory | holds | unit |
            |---|---:|---|

            """);
        foreach (var m in isa.Shape.Memories) text.Append($"| {m.Name} | {m.Units} | {m.Unit} |\n");
        text.Append("\n| opcode | instruction | queue | operands | what |\n|---|---|---|---|---|\n");
        foreach (var i in isa.Instructions)
            text.Append($"| 0x{i.Opcode:x2} | [{i.Mnemonic}](#{i.Mnemonic.ToLowerInvariant()}) | {QueueOf(isa, i)} | {Cell(string.Join(", ", i.Operands.Select(Written)))} | {Cell(i.Summary)} |\n");
        foreach (var i in isa.Instructions) Describe(isa, i, text);
        if (isa.Shape.Counters.Length == 0) return text.ToString();
        text.Append("\n## Counters\n\n64 bits each, low half first, cleared when a program starts.\n\n| CSR | counter | what |\n|---|---|---|\n");
        foreach (var c in isa.Shape.Counters) text.Append($"| 0x{c.Address:x3} | {c.Name} | {Cell(c.Summary)} |\n");
        return text.ToString();
    }

    static void Describe(IsaDefinition isa, InstructionInfo i, StringBuilder text)
    {
        text.Append($"\n## {i.Mnemonic}\n\n{i.Summary}\n\nQueue {QueueOf(isa, i)}; since {i.Since}; declared as `{i.Type.Name}`.\n\n| field | bits | legal |\n|---|---|---|\n| opcode | {isa.Shape.Opcode} | 0x{i.Opcode:x2} |\n");
        foreach (var f in i.AllFields.OrderBy(f => f.Bits.Lo))
            text.Append($"| {f.Name} | {f.Bits} | {Cell(f.Kind == FieldKind.Semaphore ? "unused, or a semaphore" : f.LegalText)}{(f.Default is { } d ? $"; {f.Text(d)} when left out" : "")} |\n");
        var kinds = i.Operands.Where(f => f.Kind is FieldKind.Enum or FieldKind.FlagsEnum && Summaries.Of(f.Type) is not "").ToList();
        if (kinds.Count > 0) text.Append('\n');
        foreach (var f in kinds) text.Append($"* **{f.Name}**: {Summaries.Of(f.Type)}\n");
    }

    /// <summary>An operand that may be left out stands in brackets.</summary>
    static string Written(Field f) => f.Default is null ? f.Name : $"[{f.Name}]";

    public static string QueueOf(IsaDefinition isa, InstructionInfo i) => i.QueueOperand is { } q ? $"as `{q.Name}` says" : isa.QueueNames[i.Queue];

    static string Cell(string text) => text.Replace("|", "\\|");
}
