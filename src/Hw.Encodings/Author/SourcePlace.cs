using System;
using System.Linq;

namespace Hw.Isa;

/// <summary>Where something was written: a C# declaration, a kernel's line, a line of assembly. Prints as <c>file(line)</c>.</summary>
public readonly record struct SourcePlace(string File, int Line)
{
    /// <summary>Where in the line; 0 where that is not known. Not printed.</summary>
    public int Column { get; init; }
    public bool IsKnown => !string.IsNullOrEmpty(File);

    public override string ToString() => IsKnown ? $"{Short(File)}({Line})" : "(unknown)";

    /// <summary>The same place with no more than the last three names of its path, whatever the working directory.</summary>
    public SourcePlace Shortened => new(IsKnown ? Last(File.Replace('\\', '/')) : File, Line) { Column = Column };

    /// <summary>Relative to the working directory when beneath it, else the last three names: a message must not depend on the machine.</summary>
    static string Short(string file)
    {
        var path = file.Replace('\\', '/');
        var here = Environment.CurrentDirectory.Replace('\\', '/').TrimEnd('/') + "/";
        return path.StartsWith(here, StringComparison.Ordinal) ? path.Substring(here.Length) : Last(path);
    }

    static string Last(string path)
    {
        if (!path.StartsWith("/", StringComparison.Ordinal) && !path.Contains(":")) return path;
        var names = path.Split('/').Where(n => n != "").ToList();
        return string.Join("/", names.Skip(Math.Max(0, names.Count - 3)));
    }
}
