using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Hw.Isa;

/// <summary>The XML comments of an instruction set, from the documentation file the compiler writes beside the assembly. Absent file, empty summary.</summary>
static partial class Summaries
{
    static readonly ConcurrentDictionary<Assembly, Dictionary<string, string>> files = new();

    public static string Of(Type type) => Find(type, $"T:{Id(type)}");
    /// <summary>What the comment of a record says of one of its parameters.</summary>
    public static string OfParameter(Type type, string name) => Find(type, $"T:{Id(type)}({name})");
    public static string OfMember(Type type, string name) => Find(type, $"F:{Id(type)}.{name}");

    static string Id(Type type) => type.FullName?.Replace('+', '.') ?? "";
    static string Find(Type type, string id) => files.GetOrAdd(type.Assembly, Load).GetValueOrDefault(id) ?? "";

    static Dictionary<string, string> Load(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path)) return [];
        try
        {
            var texts = new Dictionary<string, string>();
            foreach (var member in XDocument.Load(path).Descendants("member"))
            {
                if (member.Attribute("name")?.Value is not { } id) continue;
                if (member.Element("summary") is { } summary) texts[id] = Flat(summary);
                foreach (var p in member.Elements("param")) texts[$"{id}({p.Attribute("name")?.Value})"] = Flat(p);
            }
            return texts;
        }
        catch (XmlException) { return []; }
    }

    static string Flat(XElement comment) => Blank().Replace(Text(comment), " ").Trim();

    /// <summary>A reference contributes its last name: see cref="T:A.B" reads B.</summary>
    static string Text(XElement summary) => string.Concat(summary.Nodes().Select(n => n switch
    {
        XText t => t.Value,
        XElement { IsEmpty: true } e => (e.FirstAttribute?.Value ?? "").Split('.', ':')[^1],
        XElement e => Text(e),
        _ => "",
    }));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
