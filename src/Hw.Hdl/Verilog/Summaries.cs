using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hw.Hdl.Verilog;

/// <summary>The summary a C# doc comment gives a type or a member, as one line: the comment of the Verilog that comes from it.</summary>
static partial class Summaries
{
    static readonly Dictionary<Assembly, Dictionary<string, string>> Loaded = [];

    public static string? Of(Type type) => Find(type, $"T:{Full(type)}");

    /// <summary>Of a property or field whose port has this name; the declaring class may be a base.</summary>
    public static string? Of(Type type, string verilogName)
    {
        for (var t = type; t is not null && t != typeof(Module); t = t.BaseType)
            foreach (var member in t.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (Naming.Snake(member.Name) == verilogName && Find(t, $"{(member is PropertyInfo ? 'P' : 'F')}:{Full(t)}.{member.Name}") is { } text) return text;
        return null;
    }

    static string Full(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    static string? Find(Type type, string key)
    {
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(type.Assembly, out var texts)) Loaded.Add(type.Assembly, texts = Load(type.Assembly));
            return texts.GetValueOrDefault(key);
        }
    }

    static Dictionary<string, string> Load(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member").Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => Plain(m.Element("summary")!));
    }

    static string Plain(XElement summary)
    {
        foreach (var see in summary.Descendants("see").Concat(summary.Descendants("paramref")).ToList())
            see.ReplaceWith((see.Attribute("cref") ?? see.Attribute("name") ?? see.Attribute("langword"))?.Value.Split('.', ':')[^1].Split('(', '`')[0] ?? "");
        return Spaces().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
}
