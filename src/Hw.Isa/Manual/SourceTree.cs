using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Hw.Isa;

/// <summary>The C# of a checkout, to quote from: files by where the compiler said they are, declarations by the line they begin at.</summary>
sealed partial class SourceTree(string root)
{
    readonly ConcurrentDictionary<string, string?> paths = new(), texts = new();

    /// <summary>The file's path in the checkout, whatever machine compiled it; null when it is not there.</summary>
    public string? PathOf(SourcePlace place) => place.IsKnown ? paths.GetOrAdd(place.File, Find) : null;

    /// <summary>The longest end of the path that is a file here.</summary>
    string? Find(string file)
    {
        var names = file.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, names.Length).Select(k => string.Join('/', names[k..])).FirstOrDefault(p => p.Contains('/') && File.Exists(Path.Combine(root, p)));
    }

    /// <summary>A symbol and where it stands, for messages: Vbin (isa/txu/Vector/Vbin.cs(4)).</summary>
    public string Owner(Type type, SourcePlace place) => place.IsKnown ? $"{type.Name} ({PathOf(place) ?? $"{place}"[..^$"({place.Line})".Length]}({place.Line}))" : type.Name;

    /// <summary>The declaration whose attribute stands at this place, with what stands above it on lines of its own left out.</summary>
    public string? Declaration(SourcePlace place)
    {
        if (PathOf(place) is not { } path || Text(path) is not { } text) return null;
        var start = LineStart(text, place.Line);
        return start is { } at && CSharpText.End(text, at) is { } end ? Straight(text[at..end]) : null;
    }

    static int? LineStart(string text, int line)
    {
        var at = 0;
        for (; line > 1; line--)
        {
            at = text.IndexOf('\n', at) + 1;
            if (at == 0) return null;
        }
        return at;
    }

    string? Text(string path) => texts.GetOrAdd(path, p => File.Exists(Path.Combine(root, p)) ? File.ReadAllText(Path.Combine(root, p)).Replace("\r", "") : null);

    /// <summary>
    /// What a declaration's meaning rests on besides itself, each as it stands in the project of the declaration's file: the types that it is declared to be, and the arithmetic texts (generic over
    /// IBits) that it names, and those that these name in turn.
    /// </summary>
    public IReadOnlyList<(string Name, string Path, string Text)> Texts(string declaration, SourcePlace place, Assembly assembly)
    {
        if (PathOf(place) is not { } path) return [];
        var found = new Dictionary<string, (string Name, string Path, string Text)>();
        var texts = TextsOf(assembly);
        var open = new Queue<string>([declaration]);
        void Add(string name, (string Path, string Text)? there)
        {
            if (there is { } some && !declaration.Contains(some.Text) && found.TryAdd(name, (name, some.Path, some.Text))) open.Enqueue(some.Text);
        }
        foreach (Match name in Name().Matches(Bases().Match(declaration).Groups[1].Value))
            if (assembly.GetTypes().Any(t => (t.IsInterface || t.IsValueType && !t.IsEnum) && t.Name.Split('`')[0] == name.Value)) Add(name.Value, Declared(path, name.Value));
        while (open.TryDequeue(out var text))
            foreach (Match call in Call().Matches(text))
            {
                var (type, method) = (call.Groups[1].Value, call.Groups[2].Value);
                if (found.ContainsKey(type) || found.ContainsKey($"{type}.{method}") || !texts.TryGetValue(type, out var names) || !names.Contains(method)) continue;
                if (assembly.GetTypes().Any(t => t.IsValueType && t.Name == type)) Add(type, Declared(path, type));
                else Add($"{type}.{method}", Method(path, type, method));
            }
        return [.. found.Values];
    }

    /// <summary>Types of an assembly by simple name, with their methods that are texts.</summary>
    static Dictionary<string, HashSet<string>> TextsOf(Assembly assembly) => classesOf.GetOrAdd(assembly, a => a.GetTypes().Where(t => !t.IsNested && !t.IsInterface)
        .GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(m => m.IsGenericMethodDefinition && m.GetGenericArguments().Any(arg => arg.GetGenericParameterConstraints().Any(c => c.Name == "IBits`1"))).Select(m => m.Name).ToHashSet()));

    static readonly ConcurrentDictionary<Assembly, Dictionary<string, HashSet<string>>> classesOf = new();

    (string Path, string Text)? Method(string near, string type, string method)
    {
        var declared = new Regex($@"^[ \t]*(?:\[[^\n]*\]\s*)?(?:public |internal |private )?static [^\n;{{]*\b{method}<\w+(?:, ?\w+)*>\(", RegexOptions.Multiline);
        var inside = new Regex($@"\bstatic (?:partial )?class {type}\b");
        foreach (var path in Around(near))
            if (Text(path) is { } text && inside.IsMatch(text))
            {
                var all = declared.Matches(text).Select(m => CSharpText.End(text, m.Index) is { } end ? Straight(Commented(text, m.Index) + text[m.Index..end]) : null).OfType<string>().ToList();
                if (all.Count > 0) return (path, string.Join("\n\n", all));
            }
        return null;
    }

    /// <summary>A type as it is declared.</summary>
    (string Path, string Text)? Declared(string near, string type)
    {
        var declared = new Regex($@"^[ \t]*(?:\[[^\n]*\]\s*)?(?:public |internal )?(?:readonly )?(?:partial )?(?:record )?(?:interface|struct) {type}\b", RegexOptions.Multiline);
        foreach (var path in Around(near))
            if (Text(path) is { } text && declared.Match(text) is { Success: true } m && CSharpText.End(text, m.Index) is { } end) return (path, Straight(Commented(text, m.Index) + text[m.Index..end]));
        return null;
    }

    /// <summary>The comment above a declaration.</summary>
    static string Commented(string text, int at)
    {
        var lines = new List<string>();
        while (at > 0 && text.LastIndexOf('\n', at - 1) is var end && end > 0 && text[(text.LastIndexOf('\n', end - 1) + 1)..(end + 1)] is var line && line.TrimStart().StartsWith("///"))
        {
            lines.Insert(0, line);
            at -= line.Length;
        }
        return string.Concat(lines);
    }

    readonly ConcurrentDictionary<string, string[]> around = new();

    /// <summary>C# files of the set: under the folder of the project file above this one.</summary>
    string[] Around(string near)
    {
        var folder = near;
        do folder = folder.Contains('/') ? folder[..folder.LastIndexOf('/')] : "";
        while (folder != "" && !Directory.EnumerateFiles(Path.Combine(root, folder), "*.csproj").Any());
        return around.GetOrAdd(folder, f => f == "" ? [] : [.. Directory.EnumerateFiles(Path.Combine(root, f), "*.cs", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(root, p).Replace('\\', '/')).Where(p => !p.Contains("/obj/") && !p.Contains("/bin/")).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Without the margin that all lines have in common.</summary>
    static string Straight(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var margin = lines.Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length >= margin ? l[margin..].TrimEnd() : l.Trim()));
    }

    /// <summary>What a record is declared to be, after its parameters.</summary>
    [GeneratedRegex(@"\)\s*:\s*([^{;=]+)")]
    private static partial Regex Bases();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b([A-Z]\w*)\.([A-Z]\w*)\b")]
    private static partial Regex Call();
}
