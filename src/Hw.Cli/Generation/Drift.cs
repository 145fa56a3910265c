using Hw.Isa;

namespace Hw.Cli.Generation;

enum DriftKind { Edited, Missing, Stale }

/// <summary>One difference between the tree and what the definitions give. Owner is the C# symbol that the first differing line comes from.</summary>
sealed record Drift(DriftKind Kind, string Path, string Owner)
{
    /// <summary>The first line that differs, from 1, and what should and does stand there.</summary>
    public int Line { get; init; }
    public string Expected { get; init; } = "";
    public string Found { get; init; } = "";

    public override string ToString() => Kind switch
    {
        DriftKind.Edited => $"{Path}({Line}) is not what {Owner} generates. Change that C#, not this file; then: make gen\n    expected  {Expected}\n    found     {Found}",
        DriftKind.Missing => $"{Path} is missing; {Owner} generates it. To write it: make gen",
        _ => $"{Path} is stale: nothing generates it any more{(Owner.Length > 0 ? $" (it came from {Owner})" : "")}. To remove it: make gen",
    };

    /// <summary>Every difference, by path. Whatever lies in a generated folder and looks like what is generated there belongs to the generator.</summary>
    public static IReadOnlyList<Drift> Find(string root, IReadOnlyList<GeneratedText> files)
    {
        var drifts = new List<Drift>();
        foreach (var file in files)
        {
            var path = System.IO.Path.Combine(root, file.Path);
            if (!File.Exists(path)) drifts.Add(new(DriftKind.Missing, file.Path, file.Owner));
            else if (File.ReadAllText(path) is var found && found != file.Text) drifts.Add(Of(file, found));
        }
        var known = files.Select(f => f.Path).ToHashSet();
        foreach (var path in Product.Folders(root).SelectMany(f => Generated(root, f.Folder, f.Extensions)))
            if (!known.Contains(path)) drifts.Add(new(DriftKind.Stale, path, Product.OwnerOf(File.ReadAllText(System.IO.Path.Combine(root, path))) ?? ""));
        return [.. drifts.OrderBy(d => d.Path, StringComparer.Ordinal)];
    }

    static Drift Of(GeneratedText file, string found)
    {
        string[] expected = file.Text.Split('\n'), there = found.Split('\n');
        var line = expected.Zip(there).TakeWhile(p => p.First == p.Second).Count();
        var (a, b) = (line < expected.Length ? expected[line] : null, line < there.Length ? there[line] : null);
        // what both begin with is left out where it is long
        var same = (a ?? "").Zip(b ?? "").TakeWhile(p => p.First == p.Second).Count();
        return new(DriftKind.Edited, file.Path, file.OwnerAt(line + 1)) { Line = line + 1, Expected = Excerpt(a, same), Found = Excerpt(b, same) };
    }

    const int Shown = 100, Before = 40;

    static string Excerpt(string? line, int same)
    {
        if (line is null) return "(nothing: the file ends before)";
        if (line == "") return "(an empty line)";
        var from = line.Length <= Shown ? 0 : Math.Clamp(same - Before, 0, line.Length - Shown);
        var text = line.Substring(from, Math.Min(Shown, line.Length - from)).Replace("\r", "␍").Replace("\t", "␉").Replace("\e", "␛");
        return $"{(from > 0 ? "…" : "")}{text}{(from + Shown < line.Length ? "…" : "")}";
    }

    static IEnumerable<string> Generated(string root, string folder, string[] extensions) =>
        System.IO.Path.Combine(root, folder) is var at && Directory.Exists(at)
            ? Directory.EnumerateFiles(at, "*", SearchOption.AllDirectories).Where(f => extensions.Contains(System.IO.Path.GetExtension(f))).Select(f => System.IO.Path.GetRelativePath(root, f).Replace('\\', '/'))
            : [];
}
