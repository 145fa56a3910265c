using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>All there is to say of one instruction.</summary>
static class InstructionPage
{
    public static IReadOnlyList<Block> Blocks(Book book, InstructionInfo i)
    {
        var isa = book.Isa;
        var blocks = new List<Block> { new Heading(1, i.Mnemonic, Paths.Slug(i.Mnemonic)) };
        if (i.Summary != "") blocks.Add(new Paragraph(i.Summary));
        blocks.Add(new Figure(book.PictureOf(i), EncodingPicture.Draw(isa, i), $"The word of {i.Mnemonic}"));
        blocks.Add(new Table(["", ""], [.. Facts(book, i)]));
        if (i.AllFields.Any())
        {
            blocks.Add(new Heading(2, "Operands"));
            blocks.Add(new Table(["operand", "bits", "kind", "legal", "default", "meaning"], [.. Repeated(i.Operands.Select(f => Operand(i, f))), .. Clause("wait", i.Waits, "waits until it is above 0, and takes 1 from it"), .. Clause("signal", i.Signals, "adds 1 to it when done")]));
        }
        blocks.Add(new Heading(2, "Assembly"));
        blocks.Add(new CodeText("", Form(i)));
        blocks.Add(new Table(["for example", "word"], [.. Examples.Of(isa, i).Select(word => new Row([Rich.Code(isa.Text(word)), Rich.Code(book.Word(word))]))]));
        blocks.AddRange(Meaning(book, i));
        return blocks;
    }

    static IEnumerable<Row> Facts(Book book, InstructionInfo i)
    {
        var isa = book.Isa;
        yield return new(["opcode", Rich.Code($"0x{i.Opcode:x2}") + $" in bits {Bits(isa.Shape.Opcode)}"]);
        yield return new(["a word is this when", Rich.Code($"word & {book.Word(i.Mask)} == {book.Word(i.Match)}")]);
        if (isa.QueueNames.Length > 1) yield return new(["queue", i.QueueOperand is { } q ? (Rich)"as " + Rich.Code(q.Name) + " says" : isa.QueueNames[i.Queue]]);
        yield return new(["since", $"{(i.Since == "" ? "the beginning" : i.Since)}, {i.Status.ToString().ToLowerInvariant()}"]);
        foreach (var general in i.Specializes.Select(t => isa.Instructions.FirstOrDefault(g => g.Type == t)).OfType<InstructionInfo>())
            yield return new(["specialises", Rich.Link(general.Mnemonic, book.PageOf(general))]);
        foreach (var special in isa.Instructions.Where(s => s.Specializes.Contains(i.Type)))
            yield return new(["some of its words are", Rich.Link(special.Mnemonic, book.PageOf(special))]);
        foreach (var part in WordParts.Of(i, isa.Shape.WordBits).Where(p => p.Kind == PartKind.Unclaimed).GroupBy(p => p.Policy))
            yield return new([$"bits {string.Join(", ", part.Select(p => Bits(p.Bits)))}", part.Key switch
            {
                Policy.MustBeZero => "reserved, must be 0: a set one traps as ReservedBits",
                Policy.Hint => "ignored: any value is legal, a later version may give it a meaning that this one may skip",
                Policy.Custom => "never assigned, so that others can extend: a set one traps",
                _ => "reserved: a set one traps as IllegalOpcode",
            }]);
        if (book.Sources.Latency(i) is { } latency) yield return new(["latency", latency]);
        yield return new(["decoder", ProofState.State(book.Sources.Proof, isa, i.Mnemonic)]);
        if (CoverageState.State(book.Sources.Coverage, isa, i.Mnemonic) is { } coverage) yield return new(["random programs", coverage]);
        yield return new(["declared as", book.Tree.PathOf(i.Place) is { } path ? Rich.Code(i.Type.Name) + " in " + Rich.Link(path, path) : Rich.Code(i.Type.Name)]);
    }

    /// <summary>What was said of an operand above is not said again.</summary>
    static IEnumerable<Row> Repeated(IEnumerable<Row> rows)
    {
        var said = new Dictionary<string, Rich>();
        foreach (var row in rows)
        {
            var meaning = $"{row.Cells[^1]}";
            yield return meaning != "" && !said.TryAdd(meaning, row.Cells[0]) ? row with { Cells = row.Cells.SetItem(5, (Rich)"as " + said[meaning]) } : row;
        }
    }

    static IEnumerable<Row> Clause(string name, ImmutableArray<Field> fields, string meaning) => fields.IsEmpty ? [] :
        [new([Rich.Code(name), string.Join(", ", fields.Select(f => Bits(f.Bits))), fields.Length == 1 ? "semaphore" : "semaphores", $"0, or {1L << (fields[0].Bits.Width - 1)} + its number", "none", meaning])];

    static Row Operand(InstructionInfo i, Field f)
    {
        var kind = f.Kind switch
        {
            FieldKind.Flag => "flag",
            FieldKind.Enum => "one of",
            FieldKind.FlagsEnum => "any of",
            FieldKind.Register => "register",
            _ when f.Relative => "distance in bytes; assembly gives the address",
            FieldKind.Signed => "signed number",
            _ => "number",
        };
        var legal = f.Kind switch
        {
            FieldKind.Enum or FieldKind.FlagsEnum => string.Join(", ", Enum.GetNames(f.Type).Select(n => $"{n} = {Convert.ToInt64(Enum.Parse(f.Type, n))}")),
            FieldKind.Flag => "0, 1",
            _ => f.LegalText.Replace(" … ", "\u00a0…\u00a0"),
        };
        var meaning = Summaries.OfParameter(i.Type, f.Name) is { Length: > 0 } own ? own : f.Type.IsPrimitive ? "" : Summaries.Of(f.Type);
        return new([Rich.Code(f.Name), Bits(f.Bits), kind, legal, f.Default is { } d ? f.Kind == FieldKind.Flag ? $"{d}" : f.Text(d) : "–", meaning]);
    }

    /// <summary>7:0; of a split field its pieces, the most significant first.</summary>
    static string Bits(FieldBits bits) => $"{bits}".Trim('[', ']').Replace(",", ", ");
    static string Bits(BitRange bits) => $"{bits}".Trim('[', ']');

    /// <summary>What may be left out stands in brackets.</summary>
    public static string Form(InstructionInfo i)
    {
        var operands = i.Syntax != "" ? i.Syntax : string.Join(", ", i.Operands.Where(f => f.Default is null).Select(Low)) is var required
            && string.Concat(i.Operands.Where(f => f.Default is not null).Select((f, k) => $" [{(k > 0 || required != "" ? ", " : "")}{(f.Kind == FieldKind.Flag ? Low(f) : $"{Low(f)}={f.Text(f.Default!.Value)}")}]")) is var optional
            ? (required + optional).Trim() : "";
        return $"{i.Mnemonic} {operands}".TrimEnd() + Clause("wait", i.Waits) + Clause("signal", i.Signals);

        static string Low(Field f) => f.Name.ToLowerInvariant();
        static string Clause(string name, ImmutableArray<Field> fields) => fields.IsEmpty ? "" : $"  [{name}({string.Join(", ", fields.Select((_, k) => k == 0 ? "n" : "[n]"))})]";
    }

    /// <summary>The C# that the golden executes, the texts that it names, and where the numbers that these name are promised.</summary>
    static IEnumerable<Block> Meaning(Book book, InstructionInfo i)
    {
        if (book.Tree.Declaration(i.Place) is not { } declaration || book.Tree.PathOf(i.Place) is not { } path) yield break;
        yield return new Heading(2, "Exact meaning");
        yield return new Paragraph((Rich)"What the golden model executes: " + Rich.Code(i.Type.Name) + " in " + Rich.Link(path, path) + ".");
        yield return new CodeText("csharp", declaration);
        var texts = book.Tree.Texts(declaration, i.Place, i.Type.Assembly);
        foreach (var text in texts)
        {
            yield return new Paragraph((Rich)"with " + Rich.Code(text.Name) + " of " + Rich.Link(text.Path, text.Path) + ":");
            yield return new CodeText("csharp", text.Text);
        }
        var numbers = NumberLinks.In(string.Concat(texts.Select(t => t.Text + "\n").Prepend(declaration + "\n"))).ToList();
        if (numbers.Count > 0)
            yield return new Paragraph((Rich)"Numbers, to the bit: " + Rich.Join(", ", numbers.Select(n => Rich.Code(n.Name) + " " + (n.Page is { } page ? Rich.Link("measured", page) + " " : "") + Rich.Link("promised", n.Chapter))) + ".");
    }
}
