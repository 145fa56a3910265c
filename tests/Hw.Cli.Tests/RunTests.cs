namespace Hw.Cli.Tests;

/// <summary>`hw run`: every engine, memory in and out, and programs that are wrong.</summary>
public class RunTests
{
    [Fact]
    public void Every_engine_leaves_the_same_memory()
    {
        using var tree = new Scratch();
        var operands = new byte[2048];
        new Random(5).NextBytes(operands);
        File.WriteAllBytes(tree["in.bin"], operands);
        tree.Write("p.asm", Programs.Product);
        foreach (var engine in new[] { "golden", "verilator", "builtin" })
            Command.Hw("run", tree["p.asm"], "--lanes", "4", "--engine", engine, "--dram", tree["in.bin"] + "@0", "--dump", $"0x8000,4096,{tree[engine]}").Passed();
        var golden = File.ReadAllBytes(tree["golden"]);
        Assert.Equal(golden, File.ReadAllBytes(tree["verilator"]));
        Assert.Equal(golden, File.ReadAllBytes(tree["builtin"]));
        var expected = Enumerable.Range(0, 32).Sum(k => (sbyte)operands[k] * (sbyte)operands[1024 + k * 32]);
        Assert.Equal(expected, BitConverter.ToInt32(golden));
    }

    [Fact]
    public void A_binary_runs_as_its_text_does()
    {
        using var tree = new Scratch();
        Command.Hw("asm", tree.Write("p.asm", Programs.Product)).Passed();
        Assert.Equal(Command.Hw("run", tree["p.asm"]).Passed().Out, Command.Hw("run", tree["p.hwp"]).Passed().Out);
        Command.Hw("asm", tree["p.asm"], "--raw").Passed();
        Assert.Equal(12, Command.Hw("run", tree["p.bin"], "--json").Passed().Json.GetProperty("counters").GetProperty("instructions").GetInt32());
    }

    [Theory]
    [InlineData(Programs.RunsOff, 2, "p.asm(1)", "nothing ended it before its end")]
    [InlineData(Programs.Deadlocks, 3, "p.asm(1)", "Deadlock")]
    [InlineData("HALT\nFOO\n", 2, "p.asm(2,1): error", "FOO")]
    [InlineData(".word 0x2f\n", 2, "p.asm(1)", "IllegalOpcode")]
    public void A_wrong_program_is_one_line_with_its_place(string text, int exit, params string[] words)
    {
        using var tree = new Scratch();
        Command.Hw("run", tree.Write("p.asm", text)).Refused(exit, words);
    }

    [Theory]
    [InlineData("--lanes 7", "the nearest is 8")]
    [InlineData("--engine gold", "Did you mean golden?")]
    [InlineData("--dram x", "FILE@ADDR")]
    [InlineData("--dram none.bin@0", "no such file")]
    [InlineData("--dram p.asm@0xZ", "is no number")]
    [InlineData("--dump 0,0,x", "the length is")]
    [InlineData("--latency 2048", "4 to 2047")]
    [InlineData("--stats", "add --engine builtin")]
    [InlineData("--trace t.pftrace", "add --engine builtin")]
    [InlineData("--window 1,2", "add --trace FILE.svg")]
    [InlineData("--engine builtin --trace t.svg --window 5", "write FROM,TO")]
    [InlineData("--engine builtin --trace t.svg --window 9,5", "comes after the first")]
    [InlineData("--engine builtin --trace t.pftrace --window 1,2", "call the file .svg")]
    [InlineData("--latency 1", "4 to 2047")]
    public void Wrong_options_name_what_is_right(string options, string remedy)
    {
        using var tree = new Scratch();
        tree.Write("p.asm", Programs.Product);
        Command.Hw(["run", "p.asm", .. options.Split(' ')], [], tree.Folder).Refused(2, remedy);
    }

    [Fact]
    public void A_program_that_does_not_end_hangs_at_its_limit()
    {
        using var tree = new Scratch();
        Command.Hw("run", tree.Write("p.asm", Programs.Endless), "--limit", "1000").Refused(3, "still running after 1,000");
    }
}
