using System.Globalization;

namespace Hw.Isa;

/// <summary>
/// The manual of an instruction set: an index and a page for each instruction in Markdown, their pictures, and all of it once more as one page that prints.
/// Equal definitions and sources give equal bytes, on any machine.
/// </summary>
public static class Manual
{
    public static IReadOnlyList<GeneratedText> Write(IsaDefinition isa, ManualSources sources)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var book = new Book(isa, sources);
            var pages = isa.Instructions.Select(i => (Instruction: i, Blocks: InstructionPage.Blocks(book, i))).ToList();
            var (cover, index) = (IndexPage.Cover(book), IndexPage.Blocks(book));
            var texts = new List<GeneratedText> { MarkdownPage.Write(book.Index, book.Owner, [.. cover, .. index]) };
            texts.AddRange(Pictures(index, book.Owner));
            foreach (var (i, blocks) in pages)
            {
                texts.Add(MarkdownPage.Write(book.PageOf(i), book.OwnerOf(i), [.. blocks, new Paragraph(Rich.Link($"All of {isa.Name}", book.Index))]));
                texts.AddRange(Pictures(blocks, book.OwnerOf(i)));
            }
            var anchors = isa.Instructions.ToDictionary(book.PageOf, i => Paths.Slug(i.Mnemonic));
            texts.Add(HtmlPage.Write(book.Printed, book.Owner, $"{isa.Name} {isa.Version}", cover,
                [("set", index), .. pages.Select(p => ("instruction", (IReadOnlyList<Block>)[.. p.Blocks.Select(b => b with { Owner = book.OwnerOf(p.Instruction) })]))], anchors));
            return texts;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    static IEnumerable<GeneratedText> Pictures(IEnumerable<Block> blocks, string owner) => blocks.OfType<Figure>().Select(f => new GeneratedText(f.File, f.Svg, owner));

    /// <summary>The page that lists the sets.</summary>
    public static GeneratedText Shelf(string owner, IEnumerable<IsaDefinition> sets) => MarkdownPage.Write($"{Book.Folder}/README.md", owner,
    [
        new Heading(1, "Instruction sets"), new Paragraph((Rich)"Generated from the definitions: edit the C#, then " + Rich.Code("make gen") + "."),
        new Table(["set", "version", ">instructions", ">bits", "for paper"], [.. sets.Select(isa => (isa, book: new Book(isa, new("")))).Select(s =>
            new Row([Rich.Link(s.isa.Name, s.book.Index), s.isa.Version, $"{s.isa.Instructions.Length}", $"{s.isa.Shape.WordBits}", Rich.Link("one page", s.book.Printed)]))]),
    ]);

    /// <summary>Text of lines in which a mnemonic, quoted, begins the entry of its instruction: the lines up to the entry's end belong to that instruction.</summary>
    public static GeneratedText OwnedByEntry(IsaDefinition isa, ManualSources sources, string path, string text)
    {
        var book = new Book(isa, sources);
        var sections = new List<(int Line, string Owner)> { (1, book.Owner) };
        var (line, depth) = (0, -1);
        foreach (var content in text.Split('\n'))
        {
            line++;
            var indent = content.Length - content.TrimStart(' ').Length;
            if (depth >= 0 && indent > depth || depth == indent && content.TrimStart() is ['}' or ']', ..]) continue;
            var owner = content.Split('"') is ["" or _, var name, ..] && isa.Find(name) is { } i && i.Mnemonic == name ? book.OwnerOf(i) : null;
            depth = owner is null ? -1 : indent;
            if ((owner ?? book.Owner) != sections[^1].Owner) sections.Add((line, owner ?? book.Owner));
        }
        return new(path, text, [.. sections]);
    }

    /// <summary>Where an instruction's page lies in the checkout.</summary>
    public static string PageOf(IsaDefinition isa, InstructionInfo i) => new Book(isa, new("")).PageOf(i);

    public static string QueueOf(IsaDefinition isa, InstructionInfo i) => i.QueueOperand is { } q ? $"as `{q.Name}` says" : isa.QueueNames[i.Queue];
}
