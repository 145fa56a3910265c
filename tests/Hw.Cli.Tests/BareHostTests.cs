using System.Diagnostics;

namespace Hw.Cli.Tests;

/// <summary>A host that has .NET and a shell and nothing else: the chip runs all the same, and one line says on what.</summary>
public class BareHostTests
{
    const string Line = " is not installed: using the built-in simulator (--engine builtin)";

    [Theory]
    [InlineData("Verilator", "g++")]
    [InlineData("A C++ compiler", "verilator")]
    public void Without_Verilator_or_a_compiler_the_built_in_runs_the_chip(string missing, string present)
    {
        using var tree = new Scratch();
        var path = Path.Combine(tree.Folder, "bin");
        Link(path, "dotnet", present);
        Dictionary<string, string> environment = new() { ["PATH"] = path, ["HW_CACHE"] = tree["cache"] };
        var ran = Command.Hw(["cosim", tree.Write("p.asm", Programs.Product), "--lanes", "4"], environment).Passed();
        Assert.Equal(missing + Line, Assert.Single(ran.Error.Split('\n'), l => l.Contains("not installed")));
        Assert.Equal("lockstep: 12 instructions, 224 writes compared, 0 mismatches", ran.Out.TrimEnd().Split('\n')[^1]);
        Assert.False(Directory.Exists(tree["cache"]), "the built-in simulator left files in the cache");

        Assert.DoesNotContain("not installed", Command.Hw(["cosim", tree["p.asm"], "--lanes", "4", "--engine", "builtin"], environment).Passed().Error);
    }

    /// <summary>apt here is a program that fails, as it does without a network; whoever is not root fails before.</summary>
    [Fact]
    public void Bootstrap_stops_tests_that_lack_tools_but_not_a_run()
    {
        using var tree = new Scratch();
        var path = Path.Combine(tree.Folder, "bin");
        Link(path, "dotnet", "bash", "env", "uname", "mktemp", "rm", "cat");
        File.CreateSymbolicLink(Path.Combine(path, "apt-get"), Tool("false"));
        Assert.True(Bootstrap(path, "test").Exit is 2 or 4);
        var run = Bootstrap(path, "run").Passed();
        Assert.Contains("verilator", run.Error);
        Assert.Contains("going on without", run.Error.TrimEnd().Split('\n')[^1]);
        File.Delete(Path.Combine(path, "dotnet"));
        Bootstrap(path, "run").Refused(2, ".NET SDK 10 is missing");
    }

    static Ran Bootstrap(string path, string group)
    {
        var start = new ProcessStartInfo(Tool("bash"), [Path.Combine(Command.Checkout, "tools/bootstrap"), group]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = path;
        start.Environment.Remove("HW_NO_BOOTSTRAP");
        using var process = Process.Start(start)!;
        return Command.Wait(process);
    }

    static void Link(string folder, params string[] tools)
    {
        Directory.CreateDirectory(folder);
        foreach (var tool in tools) File.CreateSymbolicLink(Path.Combine(folder, tool), Tool(tool));
    }

    static string Tool(string name) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).First(File.Exists);
}
