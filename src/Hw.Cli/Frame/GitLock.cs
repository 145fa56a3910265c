using Hw.Isa;
using Hw.Sim;

namespace Hw.Cli;

/// <summary>The lock of an instruction set as it was at a revision of the checkout, or as a file has it.</summary>
static class GitLock
{
    /// <param name="against">A revision of git, or a file.</param>
    /// <returns>The lock, and what to call it.</returns>
    /// <exception cref="UsageException">There is no such revision, or no lock at it; it says what to do.</exception>
    public static async Task<(IsaLock Lock, string Name)> Read(string isa, string against, CancellationToken token)
    {
        if (File.Exists(against)) return (LockText.Read(InputFile.Text(against), against), against);
        var path = IsaLock.PathOf(isa);
        var git = Tools.System.Find("git") ?? throw new UsageException($"--against {against}: git is not on the PATH, and no file is called so. Install git (apt install git), or name a lock file");
        async Task<(int Code, string Output)> Git(params string[] arguments) => await ToolRun.Run(git, arguments, Checkout.Root, token);

        if (await Git("rev-parse", "--git-dir") is (not 0, var why))
            throw new UsageException($"--against {against}: {Checkout.Shown(Checkout.Root)} is no git checkout, so it has no revisions ({First(why)}). Name a lock file: --against FILE");
        if (await Git("rev-parse", "--verify", "--quiet", "--end-of-options", against + "^{commit}") is (not 0, _))
        {
            var isShallow = (await Git("rev-parse", "--is-shallow-repository")).Output.Trim() == "true";
            var known = (await Git("for-each-ref", "--format=%(refname:short)")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Trim());
            throw new UsageException($"--against {against}: there is no such revision and no such file.{Nearest.Hint(against, known.Append("HEAD"))} "
                + (isShallow ? "This checkout is shallow, so older revisions are missing: git fetch --unshallow" : "`git log --oneline` lists the revisions"));
        }
        var (code, text) = await Git("show", "--end-of-options", $"{against}:{path}");
        if (code == 0) return (LockText.Read(text, $"{against}:{path}"), against);
        var first = (await Git("log", "--diff-filter=A", "--format=%h", "--", path)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Trim();
        throw new UsageException($"--against {against}: there is no {path} at that revision. "
            + (first is null ? "No revision has one yet: `make gen` writes it; commit it, then compare with that commit" : $"The first that has one is {first}"));
    }

    static string First(string output) => output.Split('\n')[0].Trim();
}
