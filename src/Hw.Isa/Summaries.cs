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

    public static string Of(Type type) =>
        files.GetOrAdd(type.Assembly, Load).GetValueOrDefault("T:" + type.FullName?.Replace('+', '.')) ?? "";

    static Dictionary<string, string> Load(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path)) return [];
        try
        {
            return XDocument.Load(path).Descendants("member").Where(m => m.Attribute("name") is not null && m.Element("summary") is not null)
                .ToDictionary(m => m.Attribute("name")!.Value, m => Blank().Replace(Text(m.Element("summary")!), " ").Trim());
        }
        catch (XmlException) { return []; }
    }

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
