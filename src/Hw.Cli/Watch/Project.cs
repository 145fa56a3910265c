namespace Hw.Cli.Watch;

/// <summary>
/// A project as the build compiles it: its folder, and the line that the build gave to the compiler. Only the list of sources is
/// looked up anew, because files come and go.
/// </summary>
sealed class Project
{
    const string Reference = "/reference:", Intermediate = "obj/";
    readonly string lines;
    readonly string[] options, generated, listed;

    Project(string line)
    {
        Name = Path.GetFileNameWithoutExtension(line);
        var words = File.ReadAllLines(line);
        Compiler = Path.Combine(words[0][1..].Trim(), "bincore", "csc.dll");
        lines = Path.GetDirectoryName(Path.GetFullPath(line))!;
        Folder = Path.GetFullPath(Path.Combine(lines, "..", "..", ".."));
        var sources = words.Skip(1).Where(w => !w.StartsWith('/')).Select(w => w.Trim('"')).ToLookup(w => w.StartsWith(Intermediate));
        (generated, listed) = ([.. sources[true]], [.. sources[false].Order(StringComparer.Ordinal)]);
        References = words.Where(w => w.StartsWith(Reference)).Select(w => w[Reference.Length..].Trim('"')).ToDictionary(f => Path.GetFileNameWithoutExtension(f));
        options = [.. words.Skip(1).Where(w => w.StartsWith('/') && !w.StartsWith(Reference) && !IsOutput(w))];
    }

    public string Name { get; }
    public string Folder { get; }
    /// <summary>The compiler of the build.</summary>
    public string Compiler { get; }
    /// <summary>What it is compiled against, by the assemblies' names, what those stand on included.</summary>
    public IReadOnlyDictionary<string, string> References { get; }

    /// <summary>The projects an assembly is made of, itself last; each stands on those before it only.</summary>
    /// <exception cref="UsageException">The checkout has not been built.</exception>
    public static IReadOnlyList<Project> Of(string root, string top)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var lines = Path.Combine("obj", framework.Parent!.Name, framework.Name);
        var all = Directory.GetDirectories(Path.Combine(root, "src")).Concat(Directory.GetDirectories(Path.Combine(root, "isa")))
            .Select(project => Path.Combine(project, lines)).Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.rsp"))
            .Select(line => new Project(line)).ToDictionary(p => p.Name);
        if (!all.TryGetValue(top, out var last)) throw new UsageException($"{root} has not been built: there is no {top}.rsp in an {lines}. `tools/build` builds it");
        return [.. all.Values.Where(p => last.References.ContainsKey(p.Name)).OrderBy(p => p.References.Count(r => all.ContainsKey(r.Key))), last];
    }

    /// <summary>Its files of C# now, relative to the folder, with what tells one version of each from another.</summary>
    public Stamps Now()
    {
        var found = new SortedDictionary<string, (long, DateTime)>(StringComparer.Ordinal);
        Look(new(Folder));
        return new(found);

        void Look(DirectoryInfo folder)
        {
            try
            {
                foreach (var entry in folder.EnumerateFileSystemInfos())
                    if (entry is FileInfo { Extension: ".cs" } file && file.Exists) found[Path.GetRelativePath(Folder, file.FullName)] = (file.Length, file.LastWriteTimeUtc);
                    else if (entry is DirectoryInfo { Name: not ("bin" or "obj") } inner) Look(inner);
            }
            catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException) { }    // renamed just now; the next look sees where it went
        }
    }

    /// <summary>The files are others than the build of this command saw.</summary>
    public bool IsStale(Stamps now) => now.Newest > File.GetLastWriteTimeUtc(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll")) || !now.Files.SequenceEqual(listed);

    /// <summary>The line that compiles it into a folder.</summary>
    /// <param name="surfaces">Reference assemblies that replace those of the build, by name.</param>
    public string Line(Stamps now, string folder, IReadOnlyDictionary<string, string> surfaces) => string.Join('\n',
    [
        .. options, .. References.Select(r => $"{Reference}\"{surfaces.GetValueOrDefault(r.Key) ?? r.Value}\""),
        $"/out:\"{Path.Combine(folder, Name)}.dll\"", $"/refout:\"{Path.Combine(folder, Name)}.ref\"", "/skipanalyzers+",
        $"/generatedfilesout:\"{lines}\"",      // generated types are named after this folder: surfaces are comparable only when it is the build's
        .. generated.Concat(now.Files).Select(f => $"\"{f}\""),
    ]);

    static bool IsOutput(string option) => option is "/noconfig" || ((string[])["/out:", "/refout:", "/doc:"]).Any(o => option.StartsWith(o));
}

/// <summary>Files by name, with length and time: equal exactly when nothing was edited, added, renamed or removed.</summary>
sealed record Stamps(SortedDictionary<string, (long Length, DateTime Time)> Of)
{
    public IEnumerable<string> Files => Of.Keys;
    public DateTime Newest => Of.Values.Select(f => f.Time).DefaultIfEmpty().Max();
    public bool Equals(Stamps? other) => other is not null && Of.SequenceEqual(other.Of);
    public override int GetHashCode() => Of.Count;
}
