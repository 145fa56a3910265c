using Hw.Sim;

namespace Hw.Silicon;

/// <summary>A temporary folder in which scripts are written and run; gone when disposed.</summary>
sealed class Workbench(Tools tools, CancellationToken token) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("hw-silicon-").FullName;

    public string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    /// <summary>Runs one Yosys command per line; returns what it printed.</summary>
    /// <exception cref="SiliconException">In Yosys' own words.</exception>
    public string Yosys(IEnumerable<string> commands) => Run("yosys", ["-Q", "-s", Write("script.ys", string.Join('\n', commands) + "\n")]);

    public string Sta(string script) => Run("sta", ["-no_splash", "-no_init", "-exit", Write("script.tcl", script)]);

    /// <summary>Yosys commands that read a design and leave its elaborated top module.</summary>
    /// <exception cref="SiliconException">A file is missing.</exception>
    public static IEnumerable<string> Elaborate(IReadOnlyList<string> files, string top)
    {
        if (files.Count == 0) throw new SiliconException($"{top} has no files");
        foreach (var file in files)
        {
            if (!File.Exists(file)) throw new SiliconException($"{top}: there is no file {file}");
            yield return $"read_verilog -sv \"{Path.GetFullPath(file)}\"";
        }
        yield return $"hierarchy -check -top {top}";
    }

    string Run(string tool, string[] arguments)
    {
        var path = tools.Require(tool);
        var (code, output) = ToolRun.Run(path, arguments, folder, token).GetAwaiter().GetResult();
        // sta goes on after an error and ends with 0
        var error = output.Split('\n').FirstOrDefault(line => line.Contains("ERROR: ") || line.StartsWith("Error: ", StringComparison.Ordinal));
        if (error is not null) throw new SiliconException($"{tool}: {error.Trim()}");
        return code == 0 ? output : throw new SiliconException($"{tool} ended with exit code {code}; its last words: {output.TrimEnd().Split('\n')[^1]}");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
