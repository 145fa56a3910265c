using System.Collections.Immutable;
using System.Reflection;

namespace Hw.Isa;

/// <summary>What is true of a whole set: words, formats, state, the table of instructions, the opcode space, counters, traps, policies.</summary>
static class IndexPage
{
    public static IReadOnlyList<Block> Cover(Book book)
    {
        var isa = book.Isa;
        var what = book.SetType is { } set ? Summaries.Of(set) : "";
        return
        [
            new Heading(1, $"{isa.Name} {isa.Version}"),
            .. what == "" ? [] : new Block[] { new Paragraph(what) },
            new Table(["", ""],
            [
                new(["instructions", $"{isa.Instructions.Length}, words of {isa.Shape.WordBits} bits"]),
                new(["hash", Rich.Code(isa.Hash)]),
                new(["decoder", ProofState.State(book.Sources.Proof, isa, null) is var rest && rest.StartsWith("proven") ? $"words of no instruction {rest}" : rest]),
                new(["for software", Rich.Link("C header", book.Bindings("h")) + ", " + Rich.Link("Python module", book.Bindings("py"))]),
                new(["in other forms", Rich.Link("all of it on one page that prints", book.Printed) + ", " + Rich.Link("by instruction", book.Index)]),
            ]),
            new Paragraph((Rich)"Generated from the definition: edit the C#, then " + Rich.Code("make gen") + "."),
        ];
    }

    public static IReadOnlyList<Block> Blocks(Book book)
    {
        var isa = book.Isa;
        var shape = isa.Shape;
        var blocks = new List<Block>();
        void Chapter(string title) => blocks.Add(new Heading(2, title, "_" + Paths.Slug(title)));

        Chapter("Instructions");
        blocks.Add(new Table(["opcode", "instruction", .. isa.QueueNames.Length > 1 ? ["queue"] : Array.Empty<string>(), "operands", "what"],
            [.. isa.Instructions.Select(i => new Row([Rich.Code($"0x{i.Opcode:x2}"), Rich.Link(i.Mnemonic, book.PageOf(i)),
                .. isa.QueueNames.Length > 1 ? [i.QueueOperand is { } q ? $"by {q.Name}" : isa.QueueNames[i.Queue]] : Array.Empty<Rich>(),
                string.Join(", ", i.Operands.Select(Written)), Sentence(i.Summary)], book.OwnerOf(i)))]));

        Chapter("The opcode space");
        var space = new OpcodeSpace(isa);
        blocks.Add(new Figure(book.Map, OpcodeMap.Draw(isa), "Who has which opcode"));
        var (claimed, all) = space.Words();
        blocks.Add(new Paragraph($"Of {space.Opcodes} opcodes (bits {Bits(shape.Opcode)}) {space.Taken} have instructions, {(space.Held > 0 ? $"{space.Held} are held by regions, " : "")}{space.Free} are free ({OpcodeSpace.Percent(space.Free, space.Opcodes)}). Of all words {OpcodeSpace.Percent(claimed, all)} are an instruction's, {OpcodeSpace.Percent(all - claimed, all)} are none's."));
        if (Enumerable.Range(0, space.Opcodes).Where(o => space.At(o).Length > 1).ToList() is { Count: > 0 } shared)
            blocks.Add(new Table(["opcode", ">instructions", ">free", "which"], [.. shared.Select(o => new Row([Rich.Code($"0x{o:x2}"), $"{space.At(o).Length}", OpcodeSpace.Percent(space.Words(o).All - space.Words(o).Claimed, space.Words(o).All),
                Rich.Join(", ", space.At(o).Select(i => Rich.Link(i.Mnemonic, book.PageOf(i))))]))]));
        if (!shape.Regions.IsEmpty)
            blocks.Add(new Table(["opcodes", "policy", "what"], [.. shape.Regions.OrderBy(r => r.First).Select(r => new Row([Rich.Code(r.First == r.Last ? $"0x{r.First:x2}" : $"0x{r.First:x2} … 0x{r.Last:x2}"), r.Policy == Policy.Custom ? "kept for others to extend" : "kept free", r.What]))]));

        Chapter("Words");
        blocks.Add(new Paragraph($"A word has {shape.WordBits} bits and lies little-endian in memory. Its opcode is in bits {Bits(shape.Opcode)}. " + (shape.Unclaimed switch
        {
            null => "Every other bit of an instruction belongs to a field.",
            Policy.MustBeZero => "Bits that no field of an instruction claims are reserved and must be 0.",
            Policy.Hint => "Bits that no field of an instruction claims are ignored.",
            _ => "Where bits that no field of an instruction claims are set, the word is none.",
        })));
        foreach (var f in shape.Formats.Where(f => f.Fields.Count + f.Waits.Length + f.Signals.Length > 0))
        {
            var users = isa.Instructions.Where(i => i.Format == f).ToList();
            blocks.Add(new Paragraph((Rich)"Format " + Rich.Strong(f.Name) + (users.Count == isa.Instructions.Length ? "" : ", of " + string.Join(", ", users.Select(i => i.Mnemonic))) + ":"));
            blocks.Add(new Figure(book.PictureOf(f), FormatPicture.Draw(shape, f), $"The places that format {f.Name} names"));
        }

        if (isa.QueueNames.Length > 1 || shape.Semaphores.Count > 0)
        {
            Chapter("Queues and semaphores");
            if (isa.QueueNames.Length > 1)
            {
                blocks.Add(new Paragraph(Summaries.Of(shape.Queues)));
                blocks.Add(new Table(["queue", ">number", "instructions"], [.. isa.QueueNames.Select((q, n) => new Row([q, $"{n}", string.Join(", ", isa.Instructions.Where(i => i.QueueOperand is null && i.Queue == n).Select(i => i.Mnemonic)) is { Length: > 0 } some ? some : "–"]))]));
            }
            if (shape.Semaphores.Count > 0) blocks.Add(new Paragraph($"There are {shape.Semaphores.Count} counting semaphores, 0 … {shape.Semaphores.Count - 1}, each with a value 0 … {shape.Semaphores.Max}. A reference in a word is 0 where it is not used; else its top bit is set and the others are the semaphore."));
        }

        if (!shape.Memories.IsEmpty)
        {
            Chapter("Memories");
            blocks.Add(new Table(["memory", ">units", "a unit is a"], [.. shape.Memories.Select(m => new Row([m.Name, $"{m.Units:N0}", m.Unit]))]));
        }
        var registers = isa.Instructions.SelectMany(i => i.Operands).Where(f => f.Kind == FieldKind.Register).Select(f => f.Type).Distinct().ToList();
        if (registers.Count > 0)
        {
            Chapter("Registers");
            blocks.Add(new Table(["written", ">how many", "what", "other names"], [.. registers.Select(t => (Type: t, Register: t.GetCustomAttribute<RegisterAttribute>())).Where(t => t.Register is not null)
                .Select(t => new Row([$"{t.Register!.Prefix}0 … {t.Register.Prefix}{t.Register.Count - 1}", $"{t.Register.Count}", Summaries.Of(t.Type), t.Register.Names]))]));
        }

        if (!shape.Counters.IsEmpty || !book.Sources.Registers.IsEmpty)
        {
            Chapter("Control and status");
            if (!book.Sources.Registers.IsEmpty) blocks.Add(new Table(["address", "register", "what"], [.. book.Sources.Registers.Select(Register)]));
            if (!shape.Counters.IsEmpty)
            {
                blocks.Add(new Paragraph("Counters have 64 bits each, the low half first, and are cleared when a program starts."));
                blocks.Add(new Table(["address", "counter", "what"], [.. shape.Counters.Select(Register)]));
            }
        }

        Chapter("Traps");
        blocks.Add(new Paragraph("Dispatch looks at the opcode, then at reserved bits, then at operands from the lowest bit on: the first that is wrong is the cause, and nothing of the instruction has happened."));
        blocks.Add(new Table([">cause", "trap", "when"], [.. Enum.GetValues<Trap>().Where(t => t != Trap.None).Select(t => new Row([$"{(int)t}", $"{t}", Summaries.OfMember(typeof(Trap), $"{t}")]))]));

        Chapter("What nothing claims");
        blocks.Add(new Table(["policy", "of bits of an instruction", "of opcodes"],
        [
            new(["Trap", "a set one traps as IllegalOpcode", "traps as IllegalOpcode; what is said nowhere is this"]),
            new(["MustBeZero", "a set one traps as ReservedBits", "–"]),
            new(["Hint", "ignored: any value is legal, so that a later version may give it a meaning that this one may skip", "–"]),
            new(["Custom", "a set one traps, and is promised never to be assigned", "traps, and is promised never to be assigned, so that others can extend"]),
        ]));
        return blocks;
    }

    static Row Register(StatusRegister r) => new([Rich.Code($"0x{r.Address:x3}"), r.Name, r.Summary]);

    /// <summary>An operand that may be left out stands in brackets.</summary>
    static string Written(Field f) => f.Default is null ? f.Name : $"[{f.Name}]";

    /// <summary>The first sentence.</summary>
    static string Sentence(string text)
    {
        for (var at = text.IndexOf(". ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(". ", at + 1, StringComparison.Ordinal))
            if (at + 2 < text.Length && !char.IsLower(text[at + 2])) return text[..(at + 1)];
        return text;
    }

    static string Bits(BitRange bits) => $"{bits}".Trim('[', ']');
}
