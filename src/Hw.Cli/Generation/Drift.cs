namespace Hw.Cli.Generation;

enum DriftKind { Edited, Missing, Stale }

/// <summary>One difference between the tree and what the definitions give.</summary>
sealed record Drift(DriftKind Kind, string Path, string Owner)
{
    public override string ToString() => Kind switch
    {
        DriftKind.Edited => $"{Path} is not what {Owner} generates. Change the C# of {Owner}, not this file; then: make gen",
        DriftKind.Missing => $"{Path} is missing; {Owner} generates it. To write it: make gen",
        _ => $"{Path} is stale: nothing generates it any more{(Owner.Length > 0 ? $" (it came from {Owner})" : "")}. To remove it: make gen",
    };

    /// <summary>Every difference, by path. Whatever lies in rtl/ and is Verilog or a list belongs to the generator; so do the manuals' pages and pictures.</summary>
    public static IReadOnlyList<Drift> Find(string root, IReadOnlyList<GeneratedFile> files)
    {
        var drifts = new List<Drift>();
        foreach (var file in files)
        {
            var path = System.IO.Path.Combine(root, file.Path);
            if (!File.Exists(path)) drifts.Add(new(DriftKind.Missing, file.Path, file.Owner));
            else if (File.ReadAllText(path) != file.Text) drifts.Add(new(DriftKind.Edited, file.Path, file.Owner));
        }
        var known = files.Select(f => f.Path).ToHashSet();
        foreach (var path in Generated(root, Product.Verilog, ".sv", ".f").Concat(Generated(root, Product.Manuals, ".md")).Concat(Generated(root, Product.Numbers, ".md", ".svg")))
            if (!known.Contains(path)) drifts.Add(new(DriftKind.Stale, path, Product.OwnerOf(File.ReadAllText(System.IO.Path.Combine(root, path))) ?? ""));
        return [.. drifts.OrderBy(d => d.Path, StringComparer.Ordinal)];
    }

    static IEnumerable<string> Generated(string root, string folder, params string[] extensions) =>
        System.IO.Path.Combine(root, folder) is var at && Directory.Exists(at)
            ? Directory.EnumerateFiles(at, "*", SearchOption.AllDirectories).Where(f => extensions.Contains(System.IO.Path.GetExtension(f))).Select(f => System.IO.Path.GetRelativePath(root, f).Replace('\\', '/'))
            : [];
}
