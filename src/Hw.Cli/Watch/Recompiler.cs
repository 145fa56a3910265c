using System.Diagnostics;

namespace Hw.Cli.Watch;

/// <summary>
/// Compiles what an edit concerns: the project it was made in, and what stands on a project whose public surface changed by it. A
/// project that does not compile is tried again at the next edit. The work is done by the compiler server of the .NET SDK, which the
/// build uses too.
/// </summary>
sealed class Recompiler(IReadOnlyList<Project> projects, string folder)
{
    readonly HashSet<Project> pending = [];
    readonly Dictionary<string, string> images = [], surfaces = [];
    int rounds;

    public IReadOnlyList<Project> Projects => projects;

    /// <summary>The assemblies that differ from the build's, by name.</summary>
    public IReadOnlyDictionary<string, string> Images => images;

    /// <returns>The names of what was compiled, and the errors of the first that could not be: place and message, a line each.</returns>
    public async Task<(IReadOnlyList<string> Compiled, IReadOnlyList<string>? Errors)> Compile(
        IReadOnlyDictionary<Project, Stamps> now, IEnumerable<Project> edited, CancellationToken token)
    {
        pending.UnionWith(edited);
        var compiled = new List<string>();
        var into = Directory.CreateDirectory(Path.Combine(folder, $"{rounds++}")).FullName;
        foreach (var project in projects)
        {
            if (!pending.Contains(project)) continue;
            if (await Run(project, project.Line(now[project], into, surfaces), into, token) is { } errors) return (compiled, errors);
            pending.Remove(project);
            compiled.Add(project.Name);
            images[project.Name] = Path.Combine(into, $"{project.Name}.dll");
            var surface = Path.Combine(into, $"{project.Name}.ref");
            var above = projects.Where(p => p.References.ContainsKey(project.Name)).ToList();
            if (above.Count == 0 || Same(surface, surfaces.GetValueOrDefault(project.Name) ?? above[0].References[project.Name])) continue;
            surfaces[project.Name] = surface;
            pending.UnionWith(above);
        }
        return (compiled, null);
    }

    static async Task<IReadOnlyList<string>?> Run(Project project, string line, string into, CancellationToken token)
    {
        var file = Path.Combine(into, $"{project.Name}.rsp");
        await File.WriteAllTextAsync(file, line, token);
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(host, [project.Compiler, "/shared", "/nologo", "/noconfig", $"@{file}"])
        {
            WorkingDirectory = project.Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(token), process.StandardError.ReadToEndAsync(token));
        try { await process.WaitForExitAsync(token); }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        return process.ExitCode == 0 ? null : Places(await said + await complained);
    }

    /// <summary>With files as a person in the working directory names them; the compiler says some errors twice.</summary>
    static IReadOnlyList<string> Places(string text) =>
        [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()
            .Select(line => line.IndexOf('(') is > 0 and var end && Path.IsPathRooted(line) ? Checkout.Shown(line[..end]) + line[end..] : line),
    ];

    static bool Same(string one, string other) => File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));
}
