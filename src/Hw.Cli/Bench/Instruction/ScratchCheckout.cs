using Hw.Sim;

namespace Hw.Cli.Bench.Instruction;

/// <summary>
/// A copy of the checkout, what is not committed included, in which one may do as one likes. It stays, with what was built in it, so that the next one costs only what has changed. It is a
/// repository of its own with one commit, so that it can say what was done to it.
/// </summary>
sealed class ScratchCheckout(string root)
{
    public string Root => root;

    public static ScratchCheckout Of(string checkout, string root)
    {
        var wanted = Listed(checkout, "ls-files", "-co", "--exclude-standard").Where(f => File.Exists(Path.Combine(checkout, f))).ToHashSet();
        Directory.CreateDirectory(root);
        var scratch = new ScratchCheckout(root);
        if (Directory.Exists(Path.Combine(root, ".git")))
            foreach (var stale in Listed(root, "ls-files", "-co", "--exclude-standard").Where(f => !wanted.Contains(f))) File.Delete(Path.Combine(root, stale));
        else scratch.Git("init", "--quiet");
        foreach (var file in wanted)
        {
            var (from, to) = (new FileInfo(Path.Combine(checkout, file)), new FileInfo(Path.Combine(root, file)));
            if (to.Exists && (to.Length, to.LastWriteTimeUtc) == (from.Length, from.LastWriteTimeUtc)) continue;
            to.Directory!.Create();
            from.CopyTo(to.FullName, overwrite: true);
            to.LastWriteTimeUtc = from.LastWriteTimeUtc;
        }
        scratch.Git("add", "--all");
        scratch.Git("-c", "user.name=scratch", "-c", "user.email=scratch@localhost", "-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty", "--message", "The checkout as it is");
        return scratch;
    }

    /// <summary>Files that are not as they were, new ones included.</summary>
    public IReadOnlyList<string> Changed => [.. Listed(root, "ls-files", "-mo", "--exclude-standard").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>A line of the shell; what it prints goes by a file, because the compiler's server outlives it and would hold a pipe open.</summary>
    public async Task<(int Code, string Output)> Run(string command, CancellationToken token)
    {
        var output = Path.Combine(root, ".hw", "output");
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        var (code, _) = await ToolRun.Run("bash", ["-c", $"{{ {command}\n}} > .hw/output 2>&1"], root, token);
        return (code, await File.ReadAllTextAsync(output, token));
    }

    void Git(params string[] arguments) => ToolRun.Ask("git", ["-C", root, .. arguments]);

    static string[] Listed(string root, params string[] arguments) => ToolRun.Ask("git", ["-C", root, .. arguments, "-z"]).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
