using System.Diagnostics;

namespace Hw.Cli.Tests;

/// <summary>What the machine may do to us: no tools, no disk, an impatient person. One line, the right code, nothing left behind.</summary>
public class TroubleTests
{
    [Fact]
    public void Asked_for_Verilator_without_having_it_it_says_what_to_install()
    {
        using var tree = new Scratch();
        foreach (var verb in new[] { $"cosim {tree.Write("p.asm", Programs.Product)}", "demo", $"run {tree["p.asm"]}" })
            Command.Hw([.. verb.Split(' '), "--engine", "verilator"], new() { ["PATH"] = "", ["HW_CACHE"] = tree["cache"] }).Refused(4, "`verilator`", "tools/bootstrap");
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_one_line()
    {
        using var tree = new Scratch();
        var file = tree.Write("file", "");
        Command.Hw(["cosim", tree.Write("p.asm", Programs.Product), "--lanes", "4"], new() { ["HW_CACHE"] = Path.Combine(file, "cache") }).Refused(4, "HW_CACHE");
    }

    [Fact]
    public void A_full_disk_in_the_cache_is_one_line()
    {
        using var tree = new Scratch();
        var disk = Directory.CreateDirectory(tree["disk"]).FullName;
        // a file system of 256 KiB that only this process sees; without root, in a user namespace of its own
        string[] within = ["unshare", Environment.UserName == "root" ? "-m" : "-rm", "sh", "-c", $"mount -t tmpfs -o size=256k hw '{disk}' && exec \"$@\"", "sh"];
        using var process = Command.Start(["cosim", tree.Write("p.asm", Programs.Product), "--lanes", "4"], new() { ["HW_CACHE"] = Path.Combine(disk, "cache") }, within: within);
        Command.Wait(process).Refused(4, "Free some space", "HW_CACHE");
    }

    [Fact]
    public void Ctrl_C_in_a_run_stops_it()
    {
        using var tree = new Scratch();
        using var process = Command.Start(["run", tree.Write("p.asm", Programs.Endless), "--limit", "1000000000000", "--dump", $"0,64,{tree["dump"]}"]);
        Thread.Sleep(TimeSpan.FromSeconds(1.5));
        Assert.False(process.HasExited);
        Interrupt(process);
        Command.Wait(process).Refused(130, "interrupted");
        Assert.Equal(["p.asm"], Directory.EnumerateFiles(tree.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Ctrl_C_in_a_build_stops_it_and_leaves_no_entry()
    {
        using var tree = new Scratch();
        using var process = Command.Start(["cosim", tree.Write("p.asm", Programs.Product), "--lanes", "4"], new() { ["HW_CACHE"] = tree["cache"] });
        Assert.Contains("building", process.StandardError.ReadLine());
        Thread.Sleep(TimeSpan.FromSeconds(1));
        Interrupt(process);
        Command.Wait(process).Refused(130, "interrupted");
        Assert.Empty(Directory.EnumerateFiles(tree["cache"], "*.so", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFileSystemEntries(tree["cache/sim/tmp"]));
    }

    static void Interrupt(Process process) => Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
}
