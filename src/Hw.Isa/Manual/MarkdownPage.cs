using System.Text;
using System.Text.RegularExpressions;

namespace Hw.Isa;

/// <summary>Blocks as Markdown that forges show. Nothing in a string of the definition becomes markup.</summary>
static partial class MarkdownPage
{
    public static GeneratedText Write(string path, string owner, IEnumerable<Block> blocks)
    {
        var text = new OwnedText(owner);
        var first = true;
        foreach (var block in blocks)
        {
            if (!first) text.Append("\n");
            first = false;
            text.Of(block.Owner, () => Write(text, path, block));
        }
        return text.Done(path);
    }

    static void Write(OwnedText text, string path, Block block)
    {
        switch (block)
        {
            case Heading h: text.Append($"{new string('#', h.Level)} {Line(h.Text, path)}\n"); break;
            case Paragraph p: text.Append($"{Lead().Replace(Line(p.Text, path), @"\$0")}\n"); break;
            case Bullets b:
                foreach (var item in b.Items) text.Append($"* {Lead().Replace(Line(item, path), @"\$0")}\n");
                break;
            case CodeText c:
                var fence = Fence(c.Text, 3);
                text.Append($"{fence}{c.Language}\n{c.Text.TrimEnd('\n')}\n{fence}\n");
                break;
            case Figure f: text.Append($"![{Escape(f.Title)}]({Paths.Link(path, f.File)})\n"); break;
            case Table t:
                text.Append($"|{string.Concat(t.Heads.Select(h => $" {Escape(h.TrimStart('>'))} |"))}\n|{string.Concat(t.Heads.Select(h => h.StartsWith('>') ? "---:|" : "---|"))}\n");
                foreach (var row in t.Rows) text.Of(row.Owner, () => text.Append($"|{string.Concat(row.Cells.Select(c => $" {Line(c, path).Replace("|", @"\|")} |"))}\n"));
                break;
        }
    }

    static string Line(Rich rich, string path) => string.Concat(rich.Spans.Select(s => s.Kind switch
    {
        SpanKind.Code => Code(s.Text),
        SpanKind.Strong => $"**{Escape(s.Text)}**",
        SpanKind.Link => $"[{Escape(s.Text)}]({Paths.Link(path, s.Target)})",
        _ => Escape(s.Text),
    }));

    /// <summary>Between as many backquotes as it does not contain.</summary>
    static string Code(string text)
    {
        var flat = Paths.Flat(text);
        if (flat.Length == 0) return "";
        var fence = Fence(flat, 1);
        return fence.Length > 1 || flat[0] == ' ' || flat[^1] == ' ' ? $"{fence} {flat} {fence}" : $"{fence}{flat}{fence}";
    }

    static string Fence(string text, int least) =>
        new('`', Math.Max(least, Backquotes().Matches(text).Select(m => m.Length + 1).DefaultIfEmpty(0).Max()));

    public static string Escape(string words)
    {
        var text = new StringBuilder();
        foreach (var c in Paths.Flat(words))
            text.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '$' => $"\\{c}", _ => $"{c}" });
        return text.ToString();
    }

    [GeneratedRegex("`+")]
    private static partial Regex Backquotes();

    /// <summary>What would make a heading, a list or a rule of a paragraph.</summary>
    [GeneratedRegex(@"^(?:[#+=-]|(?<=^\d{1,9})[.)])")]
    private static partial Regex Lead();
}
