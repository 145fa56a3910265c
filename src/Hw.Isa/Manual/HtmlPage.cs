namespace Hw.Isa;

/// <summary>Blocks as one page of HTML with everything inside: for reading in a window, and for A4 paper.</summary>
static class HtmlPage
{
    /// <param name="anchors">Pages of the checkout that are chapters here: links to them stay inside.</param>
    /// <param name="cover">What stands before the table of contents.</param>
    public static GeneratedText Write(string path, string owner, string title, IReadOnlyList<Block> cover, IReadOnlyList<(string Class, IReadOnlyList<Block> Blocks)> chapters, IReadOnlyDictionary<string, string> anchors)
    {
        var text = new OwnedText(owner);
        text.Append($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)}</title>
            <style>
            {Style.Css}
            </style>
            </head>
            <body>
            <header>

            """);
        foreach (var block in cover) Write(text, path, block, anchors, 0);
        text.Append("</header>\n");
        Contents(text, chapters.Select(c => c.Blocks));
        foreach (var (kind, blocks) in chapters)
        {
            text.Of(blocks[0].Owner, () => text.Append($"<section class=\"{kind}\">\n"));
            // an instruction's title is a chapter's here
            var shift = blocks.OfType<Heading>().Min(h => h.Level) == 1 ? 1 : 0;
            foreach (var block in blocks) text.Of(block.Owner ?? blocks[0].Owner, () => Write(text, path, block, anchors, shift));
            text.Append("</section>\n");
        }
        text.Append("</body>\n</html>\n");
        return text.Done(path);
    }

    static void Contents(OwnedText text, IEnumerable<IReadOnlyList<Block>> chapters)
    {
        text.Append("<nav>\n<h2>Contents</h2>\n<ul>\n");
        foreach (var blocks in chapters)
            foreach (var h in blocks.OfType<Heading>().Where(h => h.Anchor != ""))
                text.Of(h.Owner ?? blocks[0].Owner, () => text.Append($"<li class=\"level{h.Level}\"><a href=\"#{Text(h.Anchor)}\">{Text(h.Text.ToString())}</a></li>\n"));
        text.Append("</ul>\n</nav>\n");
    }

    static void Write(OwnedText text, string path, Block block, IReadOnlyDictionary<string, string> anchors, int shift)
    {
        string Line(Rich rich) => string.Concat(rich.Spans.Select(s => s.Kind switch
        {
            SpanKind.Code => $"<code>{Text(s.Text)}</code>",
            SpanKind.Strong => $"<strong>{Text(s.Text)}</strong>",
            SpanKind.Link => $"<a href=\"{(anchors.TryGetValue(s.Target, out var here) ? $"#{Text(here)}" : Text(Paths.Link(path, s.Target)))}\">{Text(s.Text)}</a>",
            _ => Text(s.Text),
        }));
        switch (block)
        {
            case Heading h: text.Append($"<h{h.Level + shift}{(h.Anchor == "" ? "" : $" id=\"{Text(h.Anchor)}\"")}>{Line(h.Text)}</h{h.Level + shift}>\n"); break;
            case Paragraph p: text.Append($"<p>{Line(p.Text)}</p>\n"); break;
            case Bullets b: text.Append($"<ul>\n{string.Concat(b.Items.Select(i => $"<li>{Line(i)}</li>\n"))}</ul>\n"); break;
            case CodeText c: text.Append($"<pre><code>{Text(c.Text.TrimEnd('\n'), flat: false)}</code></pre>\n"); break;
            case Figure f: text.Append($"<figure role=\"img\" aria-label=\"{Text(f.Title)}\">\n{f.Svg}</figure>\n"); break;
            case Table t:
                string Class(int column) => t.Heads[column].StartsWith('>') ? " class=\"right\"" : "";
                var titled = t.Heads.Any(h => h.Length > 0);
                text.Append($"<table{(titled ? "" : " class=\"facts\"")}>\n");
                if (titled) text.Append($"<thead><tr>{string.Concat(t.Heads.Select((h, k) => $"<th{Class(k)}>{Text(h.TrimStart('>'))}</th>"))}</tr></thead>\n");
                text.Append("<tbody>\n");
                foreach (var row in t.Rows)
                    text.Of(row.Owner, () => text.Append($"<tr>{string.Concat(row.Cells.Select((c, k) => $"<td{Class(k)}>{Line(c)}</td>"))}</tr>\n"));
                text.Append("</tbody>\n</table>\n");
                break;
        }
    }

    static string Text(string words, bool flat = true) => Paths.Xml(flat ? Paths.Flat(words) : words);
}
