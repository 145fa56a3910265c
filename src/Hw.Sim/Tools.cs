using System.Collections.Concurrent;

namespace Hw.Sim;

/// <summary>
/// The programs this framework calls, found on a search path. <see cref="System"/> looks where the shell looks; a test can look elsewhere.
/// </summary>
public sealed class Tools(string searchPath)
{
    static readonly ConcurrentDictionary<string, string> Versions = new();

    public static Tools System { get; } = new(Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>What each program is for, which package brings it, and how it is asked for its version.</summary>
    static readonly Dictionary<string, (string Use, string Package, string VersionFlag)> Known = new()
    {
        ["verilator"] = ("turns Verilog into C++", "verilator", "--version"),
        ["g++"] = ("compiles simulations", "g++", "--version"),
        ["clang++"] = ("compiles simulations", "clang", "--version"),
        ["yosys"] = ("synthesizes Verilog", "yosys", "-V"),
        ["sta"] = ("times gates", "opensta", "-version"),
        ["z3"] = ("proves that two texts mean the same", "z3", "--version"),
    };

    /// <summary>Full path, or null.</summary>
    public string? Find(string tool)
    {
        foreach (string folder in searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string path = Path.Combine(folder, tool);
            if (File.Exists(path)) return Path.GetFullPath(path);
        }
        return null;
    }

    /// <exception cref="ToolMissingException">Names what to install.</exception>
    public string Require(string tool) => Find(tool) ?? throw Missing(tool);

    public static ToolMissingException Missing(string tool)
    {
        var (use, package, _) = Known.GetValueOrDefault(tool, ("is needed", tool, ""));
        return new ToolMissingException(tool, $"`{tool}`, which {use}, is not on the PATH. Run tools/bootstrap, or install it yourself: apt install {package}");
    }

    /// <summary>First line of what it says of its version, asked once per program and process.</summary>
    public string Version(string tool)
    {
        string path = tool == "verilator" ? VerilatorBinary : Require(tool);
        return Versions.GetOrAdd(path, p => ToolRun.Ask(p, Known.TryGetValue(tool, out var known) ? known.VersionFlag : "--version").Split('\n')[0].Trim());
    }

    /// <summary>Where Verilator keeps its <c>include</c> folder.</summary>
    public string VerilatorRoot => ToolRun.Ask(VerilatorBinary, "--getenv", "VERILATOR_ROOT").Trim();

    /// <summary>`verilator` is a Perl script that takes 50 ms to start the binary beside it; the binary answers questions in 3.</summary>
    string VerilatorBinary => Find("verilator_bin") ?? Require("verilator");

    /// <summary>Name and version of every known program, null when missing: what <c>hw doctor</c> or an error report prints.</summary>
    public IReadOnlyList<(string Tool, string? Version)> Survey()
        => [.. Known.Keys.Select(tool => (tool, Find(tool) is null ? null : Version(tool)))];

    /// <summary>What <c>-march=native</c> stands for here: part of the key of everything built with it.</summary>
    public static string Cpu { get; } = DescribeCpu();

    static string DescribeCpu()
    {
        try
        {
            return string.Join("\n", File.ReadLines("/proc/cpuinfo").TakeWhile(line => line.Length > 0)
                .Where(line => line.StartsWith("model name") || line.StartsWith("flags") || line.StartsWith("Features")));
        }
        catch (IOException)
        {
            return global::System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier + Environment.MachineName;
        }
    }
}
