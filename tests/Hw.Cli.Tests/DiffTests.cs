using System.Diagnostics;

namespace Hw.Cli.Tests;

/// <summary>`hw isa diff`: against a revision, against a file, and against what is neither.</summary>
public class DiffTests
{
    const string Path = "isa/txu/isa.lock.json";
    static string Lock => File.ReadAllText(System.IO.Path.Combine(Command.Checkout, Path));

    static Ran Diff(Scratch tree, params string[] arguments) => Command.Hw(["isa", "diff", .. arguments], new() { ["HW_ROOT"] = tree.Folder }, tree.Folder);

    static void Git(Scratch tree, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", tree.Folder, "-c", "user.name=t", "-c", "user.email=t@t", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, git.StandardError.ReadToEnd());
    }

    [Fact]
    public void A_revision_gives_the_lock_that_it_has()
    {
        using var tree = new Scratch();
        tree.Write("README", "nothing yet");
        Diff(tree).Refused(2, "is no git checkout, so it has no revisions", "Name a lock file: --against FILE");
        Git(tree, "init", "-q", "-b", "main");
        Git(tree, "add", "-A");
        Git(tree, "commit", "-q", "-m", "before");
        Diff(tree).Refused(2, $"there is no {Path} at that revision. No revision has one yet: `make gen` writes it");
        tree.Write(Path, Lock);
        Git(tree, "add", "-A");
        Git(tree, "commit", "-q", "-m", "lock");
        Assert.Contains("✓ txu since HEAD: ", Diff(tree).Passed().Out);
        Diff(tree, "--against", "HEAD~1").Refused(2, $"there is no {Path} at that revision. The first that has one is ");
        Diff(tree, "--against", "mian").Refused(2, "there is no such revision and no such file. Did you mean main?");
    }

    [Fact]
    public void A_file_is_read_and_what_changed_since_asks_for_a_version()
    {
        using var tree = new Scratch();
        var json = System.Text.Json.Nodes.JsonNode.Parse(Lock)!;
        json["instructions"]!["NOP"]!["match"] = "0x0000000000000000000000000000007f";
        var file = tree.Write("old.json", json.ToJsonString());
        var ran = Diff(tree, "--against", file, "--json");
        Assert.Equal(1, ran.Exit);
        Assert.Contains("error HW3001: old programs can break: breaking, which before 1.0 raises the minor number (SemVer §4)", ran.Error);
        Assert.Contains("new  ", ran.Error);
        Assert.False(ran.Json.GetProperty("enough").GetBoolean());
        Assert.Equal("breaking", ran.Json.GetProperty("changes")[0].GetProperty("change").GetString());
        Diff(tree, "--against", tree.Write("not.json", "{}")).Refused(2, "error HW3005: this is no lock that hw wrote");
    }
}
