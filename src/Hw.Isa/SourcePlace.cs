namespace Hw.Isa;

/// <summary>Where something was written: a C# declaration, a kernel's line, a line of assembly. Prints as <c>file(line)</c>.</summary>
public readonly record struct SourcePlace(string File, int Line)
{
    public bool IsKnown => !string.IsNullOrEmpty(File);

    public override string ToString() => IsKnown ? $"{Short(File)}({Line})" : "(unknown)";

    /// <summary>Relative to the working directory when beneath it, else the last three names: a message must not depend on the machine.</summary>
    static string Short(string file)
    {
        var path = file.Replace('\\', '/');
        var here = Environment.CurrentDirectory.Replace('\\', '/').TrimEnd('/') + "/";
        if (path.StartsWith(here, StringComparison.Ordinal)) return path[here.Length..];
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path.StartsWith('/') || path.Contains(':') ? string.Join('/', names.TakeLast(3)) : path;
    }
}
