using System.Collections.Immutable;
using System.Text;

namespace Hw.Isa;

/// <summary>A file that is made, not written, and which C# symbol each of its lines comes from. Path is relative to the checkout.</summary>
public sealed record GeneratedText(string Path, string Text, ImmutableArray<(int Line, string Owner)> Sections)
{
    public GeneratedText(string path, string text, string owner) : this(path, text, [(1, owner)]) { }

    public string Owner => Sections[0].Owner;

    /// <summary>Who to edit instead of this line; lines count from 1.</summary>
    public string OwnerAt(int line) => Sections.Last(s => s.Line <= Math.Max(line, 1)).Owner;
}

/// <summary>Text on its way into a <see cref="GeneratedText"/>.</summary>
sealed class OwnedText(string owner)
{
    readonly StringBuilder text = new();
    readonly List<(int Line, string Owner)> sections = [(1, owner)];
    int line = 1;

    public OwnedText Append(string more)
    {
        text.Append(more);
        line += more.AsSpan().Count('\n');
        return this;
    }

    /// <summary>What is appended within belongs to another symbol; afterwards it is the former's again.</summary>
    public void Of(string? symbol, Action write)
    {
        var former = sections[^1].Owner;
        if (symbol is not null) sections.Add((line, symbol));
        write();
        if (symbol is not null) sections.Add((line, former));
    }

    public GeneratedText Done(string path) => new(path, text.ToString(), [.. sections]);
}
