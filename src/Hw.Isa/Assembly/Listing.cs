using System.Globalization;

namespace Hw.Isa;

/// <summary>A text with what became of it: before each line the address and the encodings or bytes it made, after all the symbols.</summary>
sealed class Listing(TextWriter to)
{
    const int BytesShown = 8;
    readonly List<Entry> entries = [];

    /// <summary>What there was before a line.</summary>
    readonly record struct Entry(SourceFile? File, int Number, int Start, int Words, int Segment, int Offset, bool InData);

    public void Line(SourceFile? file, int number, int start, int words, DataBuilder data, bool inData) => entries.Add(new(file, number, start, words, data.Segment, data.Offset, inData));

    public void Write(IsaProgram program, DataBuilder data)
    {
        var isa = program.Isa;
        var room = Math.Max(isa.WordBytes * 2, 3 * BytesShown + "… 1,234 bytes".Length) + "01234567  ".Length;
        to.Write($"{isa.Name} {isa.Version} {isa.Hash}\n");
        string? file = null;
        for (var i = 0; i + 1 < entries.Count; i++)
        {
            var (before, after) = (entries[i], entries[i + 1]);
            if (Source(before) == "" && (i + 2 == entries.Count || after.File != before.File)) continue;            // after the end of the last line
            if (before.File!.Path != file) to.Write($"\n{file = before.File.Path}\n");
            var made = Made(program, data, before, after);
            to.Write($"{before.Number.ToString(CultureInfo.InvariantCulture),6}  {(made.Count > 0 ? made[0] : "").PadRight(room)}  {Source(before)}".TrimEnd() + "\n");
            foreach (var more in made.Skip(1)) to.Write($"{"",6}  {more}\n");
        }
        to.Write("\nsymbols\n");
        foreach (var symbol in program.Symbols.OrderBy(s => s.Kind).ThenBy(s => s.Value).ThenBy(s => s.Name, StringComparer.Ordinal))
            to.Write($"  {(symbol.Kind == SymbolKind.Constant ? symbol.Value.ToString(CultureInfo.InvariantCulture) : $"0x{(long)symbol.Value:x8}"),20}  {symbol.Kind.ToString().ToLowerInvariant(),-8}  {symbol.Name}\n");
    }

    static List<string> Made(IsaProgram program, DataBuilder data, Entry before, Entry after)
    {
        var made = new List<string>();
        for (var pc = before.Words; pc < after.Words; pc++)
            made.Add($"{(long)pc * program.Isa.WordBytes:x8}  {program.Words[pc].ToString("x" + program.Isa.WordBytes * 2, CultureInfo.InvariantCulture)}");
        if (after.Segment != before.Segment || after.Offset == before.Offset) return made;
        var bytes = data.Bytes(before.Segment)[before.Offset..after.Offset];
        var shown = string.Join(' ', bytes[..Math.Min(bytes.Length, BytesShown)].ToArray().Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        made.Add($"{data.Address(before.Segment) + before.Offset:x8}  {shown}{(bytes.Length > BytesShown ? $" … {bytes.Length:N0} bytes" : "")}");
        return made;
    }

    static string Source(Entry e)
    {
        var rest = e.File!.Text.AsSpan(e.Start);
        var end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).TrimEnd().ToString();
    }
}
