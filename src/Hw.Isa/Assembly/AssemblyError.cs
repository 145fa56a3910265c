using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>A mistake in assembly text, as compilers print it: <c>file(line,column): error message</c>, then the line with a caret under the column, then who included the file.</summary>
public sealed record AssemblyError(string File, int Line, int Column, string Message)
{
    const int Most = 160;

    /// <summary>The line as it was written.</summary>
    public string Source { get; init; } = "";
    /// <summary>The places of the .include lines that led here, innermost first.</summary>
    public ImmutableArray<SourcePlace> Included { get; init; } = [];

    public override string ToString() => $"{File}({Line},{Column}): error {Message}";

    /// <summary>The whole of it, for people.</summary>
    public string Text
    {
        get
        {
            var text = ToString();
            var (from, mark) = Column > Most ? (Column - Most / 2, Most / 2 - 1) : (0, Column - 1);
            var shown = new string([.. Source.Skip(from).Take(Most).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]).TrimEnd();
            if (shown.Trim() != "") text += $"\n    {shown}\n    {new string(' ', mark)}^";
            foreach (var place in Included) text += $"\n    included at {place}";
            return text;
        }
    }
}

/// <summary>A mistake at a column (from 0) of the line being read. Without a message it follows from one that was reported already.</summary>
sealed class TextError(int column, string? message) : Exception(message)
{
    public int Column { get; } = column;
    public bool IsCascade { get; } = message is null;
    /// <summary>Nothing after it is read.</summary>
    public bool Stops { get; init; }
}
