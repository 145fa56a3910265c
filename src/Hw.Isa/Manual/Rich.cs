using System.Collections.Immutable;

namespace Hw.Isa;

enum SpanKind { Words, Strong, Code, Link }

/// <summary>A piece of running text. A link's target is a path of the checkout, with an anchor if it has one.</summary>
readonly record struct Span(SpanKind Kind, string Text, string Target = "");

/// <summary>Running text: what paragraphs, cells and headings hold. Its strings are anybody's; writers escape them.</summary>
readonly record struct Rich(ImmutableArray<Span> Spans)
{
    public static implicit operator Rich(string words) => new([new(SpanKind.Words, words)]);
    public static Rich Strong(string words) => new([new(SpanKind.Strong, words)]);
    public static Rich Code(string text) => new([new(SpanKind.Code, text)]);
    public static Rich Link(string words, string target) => new([new(SpanKind.Link, words, target)]);
    public static Rich operator +(Rich a, Rich b) => new([.. a.Spans, .. b.Spans]);
    public static Rich Join(string between, IEnumerable<Rich> parts) => parts.Aggregate((Rich?)null, (all, part) => all is { } some ? some + between + part : part) ?? "";

    /// <summary>Without markup.</summary>
    public override string ToString() => string.Concat(Spans.Select(s => s.Text));
}

/// <summary>A piece of a page. Owner is the symbol it comes from, where that is not the page's.</summary>
abstract record Block
{
    public string? Owner { get; init; }
}

/// <param name="Level">1 is the page's title.</param>
/// <param name="Anchor">Where links to it lead in a page that holds several.</param>
sealed record Heading(int Level, Rich Text, string Anchor = "") : Block;
sealed record Paragraph(Rich Text) : Block;
sealed record Bullets(ImmutableArray<Rich> Items) : Block;
sealed record CodeText(string Language, string Text) : Block;
/// <param name="File">Where the picture lies in the checkout; a printed page has it inside.</param>
sealed record Figure(string File, string Svg, string Title) : Block;
/// <param name="Heads">Titles of the columns; one that begins with '&gt;' is flush right.</param>
sealed record Table(ImmutableArray<string> Heads, ImmutableArray<Row> Rows) : Block;
sealed record Row(ImmutableArray<Rich> Cells, string? Owner = null);
