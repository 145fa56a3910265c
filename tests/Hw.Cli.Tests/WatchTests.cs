using System.Diagnostics;

namespace Hw.Cli.Tests;

/// <summary>`hw watch` on a copy of the sources: what an edit changes is what runs, and what is wrong with it is said with its place.</summary>
public sealed class WatchTests : IDisposable
{
    const string Lane = "src/Hw.Txu/Vector/RequantizeBlock.cs", Text = "Pipeline(Latency, () => Numerics.Requantize<Signal>(X.Wrap(Int32), Multiplier, Shift))", Good = $"Y.Drive({Text})";
    readonly Scratch tree = new();
    readonly string program;

    public WatchTests()
    {
        foreach (var part in (string[])["src", "isa"])
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Command.Checkout, part), "*", SearchOption.AllDirectories))
                if (Path.GetRelativePath(Command.Checkout, file) is var name && Wanted(name.Split(Path.DirectorySeparatorChar)))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(tree[name])!);
                    File.Copy(file, tree[name]);
                    File.SetLastWriteTimeUtc(tree[name], File.GetLastWriteTimeUtc(file));
                }
        program = tree["src/Hw.TxuCosim/plants/vq-shift.asm"];
    }

    /// <summary>Sources, and of what the build left only what tells how to compile them.</summary>
    static bool Wanted(string[] path) => !path.Contains("bin")
        && (!path.Contains("obj") || path is [.., "Release", "net10.0", var file] && Path.GetExtension(file) is ".rsp" or ".cs" or ".editorconfig");

    [Fact]
    public void What_an_edit_changes_is_what_runs()
    {
        Assert.StartsWith("as built: ", Once().Passed().Out);
        Edit($"Y.Drive(({Text}.Value ^ 1).Wrap(Int8))");
        var broken = Once();
        broken.Refused(1, "Hw.Txu: C# ", "vq-shift.asm(", "SPAD row");
        Edit(Good);
        Assert.Matches(@"^Hw\.Txu: C# \d+ ms, elaborated \d+ ms, simulator \d+ ms, first cycle \d+ ms, \d+ ms in all\n" +
            @"lockstep: \d+ instructions, \d+ writes compared, 0 mismatches\n$", Once().Passed().Out);
    }

    [Fact]
    public void Projects_that_stand_on_a_changed_surface_are_compiled_too()
    {
        File.AppendAllText(tree["src/Hw.IsaRtl/Decoder.cs"], "public static class Added { public const int One = 1; }\n");
        File.AppendAllText(tree[Lane], "static class Uses { public const int It = Hw.IsaRtl.Added.One; }\n");
        Assert.StartsWith("Hw.IsaRtl, Hw.Txu, Hw.TxuCosim: ", Once().Passed().Out);
    }

    [Fact]
    public void What_is_wrong_with_an_edit_is_said_with_its_place()
    {
        Edit("Y.Drive(requantised)");
        Once().Refused(4, $"{Lane}(15,", "CS0103", "'requantised' does not exist");
        Edit("Y.Drive(X + 1)");
        Once().Refused(4, "Hw.Txu/Vector/RequantizeBlock.cs(15)", "error HW");
        Edit("Y.Drive(\"short\".Insert(9, \"\").Length)");
        Once().Refused(4, $"{Lane}(15): ArgumentOutOfRangeException");
    }

    [Fact]
    public async Task It_watches_until_it_is_interrupted()
    {
        using var process = Command.Start(["watch", program, "--lanes", "4"], new() { ["HW_ROOT"] = tree.Folder });
        Assert.StartsWith("as built: ", await Line(process));
        Assert.StartsWith("lockstep: ", await Line(process));
        Edit("Y.Drive(requantised)");
        Assert.Contains("CS0103", await Line(process));
        tree.Write("edited.cs", File.ReadAllText(tree[Lane]).Replace("Y.Drive(requantised)", Good));
        File.Move(tree["edited.cs"], tree[Lane], overwrite: true);          // as editors do
        Assert.StartsWith("Hw.Txu: ", await Line(process));
        Assert.StartsWith("lockstep: ", await Line(process));
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        Command.Wait(process).Refused(130, "interrupted");
    }

    static async Task<string> Line(Process process) => await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(3)) ?? "";

    void Edit(string drive)
    {
        var text = File.ReadAllLines(tree[Lane]);
        var at = Array.FindIndex(text, l => l.Contains("Y.Drive("));
        text[at] = $"    protected override void Build() => {drive};";
        File.WriteAllLines(tree[Lane], text);
    }

    Ran Once() => Command.Hw(["watch", program, "--lanes", "4", "--once"], new() { ["HW_ROOT"] = tree.Folder }, tree.Folder);

    public void Dispose() => tree.Dispose();
}
