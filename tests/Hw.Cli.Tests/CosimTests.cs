namespace Hw.Cli.Tests;

/// <summary>`hw cosim` and `hw demo`: the last line of a good run, the verdict of a planted fault, and input that is wrong.</summary>
public class CosimTests
{
    [Fact]
    public void A_good_program_ends_with_the_lockstep_line()
    {
        using var tree = new Scratch();
        var ran = Command.Hw("cosim", tree.Write("p.asm", Programs.Product), "--lanes", "4", "--stalls", "P2", "--seed", "3", "--json").Passed();
        Assert.Equal("lockstep: 12 instructions, 224 writes compared, 0 mismatches", ran.Error.TrimEnd().Split('\n')[^1]);
        Assert.Equal(("Pass", 12, 224), (ran.Json.GetProperty("verdict").GetString(), ran.Json.GetProperty("instructions").GetInt32(), ran.Json.GetProperty("writes").GetInt32()));
    }

    [Theory]
    [InlineData("verilator", "mm-lane-swap", "Mismatch", "plants/mm-lane-swap.asm(9)", "DotArray")]
    [InlineData("verilator", "dma-crosses-page", "HarnessViolation", "the load bus", "BurstSplitter")]
    [InlineData("verilator", "ld-count-stuck", "Hang", "plants/ld-count-stuck.asm(", "LoadWriter")]
    [InlineData("builtin", "mm-lane-swap", "Mismatch", "plants/mm-lane-swap.asm(9)", "DotArray")]
    [InlineData("builtin", "dma-crosses-page", "HarnessViolation", "the load bus", "BurstSplitter")]
    [InlineData("builtin", "ld-count-stuck", "Hang", "plants/ld-count-stuck.asm(", "LoadWriter")]
    public void A_plant_is_caught_and_named(string engine, string name, string verdict, string where, string planted)
    {
        var ran = Command.Hw("cosim", "--plant", name, "--engine", engine, "--json");
        ran.Refused(1, $"replay: hw cosim --plant {name} --engine {engine}", where, $"planted: {planted}");
        Assert.Equal((verdict, engine), (ran.Json.GetProperty("verdict").GetString(), ran.Json.GetProperty("engine").GetString()));
    }

    [Theory]
    [InlineData("verilator", "fst")]
    [InlineData("builtin", "vcd")]
    public void Waves_are_called_as_their_engine_writes_them(string engine, string extension)
    {
        using var tree = new Scratch();
        var ran = Command.Hw(["cosim", tree.Write("p.asm", Programs.Product), "--lanes", "4", "--engine", engine, "--wave"], [], tree.Folder).Passed();
        Assert.Contains($"waves: out/cosim-p.{extension}", ran.Out);
        Assert.InRange(new FileInfo(tree[$"out/cosim-p.{extension}"]).Length, 10_000, 100_000_000);
    }

    [Fact]
    public void A_plant_that_does_not_bite_is_said_aloud()
    {
        using var tree = new Scratch();
        Assert.Contains("WAS NOT CAUGHT", Command.Hw("cosim", tree.Write("p.asm", "HALT\n"), "--plant", "mm-lane-swap").Passed().Out);
    }

    [Fact]
    public void The_plants_are_listed_name_first()
    {
        var lines = Command.Hw("cosim", "--list-plants").Passed().Out.TrimEnd().Split('\n');
        Assert.True(lines.Length >= 12, $"{lines.Length} plants");
        Assert.All(lines, line => Assert.Matches(@"^[a-z0-9-]+ +\w+\.[\w.]+ +\w", line));
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        using var tree = new Scratch();
        Command.Hw("cosim").Refused(2, "which PROGRAM?");
        Command.Hw("cosim", "--plant", "mm-lane-swop").Refused(2, "did you mean `mm-lane-swap`");
        tree.Write("good.asm", "HALT\n");
        Command.Hw("cosim", tree["goood.asm"]).Refused(2, "good.asm?");
        Command.Hw("cosim", tree.Write("off.asm", Programs.RunsOff), "--lanes", "4").Refused(2, "off.asm(1)", "nothing ended it", "both agree");
        Command.Hw("cosim", tree.Write("dead.asm", Programs.Deadlocks), "--lanes", "4").Refused(3, "dead.asm(1)", "Deadlock");
    }

    [Theory]
    [InlineData("verilator")]
    [InlineData("builtin")]
    public void A_layer_of_the_model_runs(string engine)
    {
        var ran = Command.Hw("demo", "--lanes", "4", "--engine", engine, "--prompt", "And God said").Passed();
        Assert.Matches(@"^lockstep: \d+ instructions, \d+ writes compared, 0 mismatches$", ran.Out.TrimEnd().Split('\n')[^1]);
        foreach (var operation in new[] { "q_proj", "k_proj", "v_proj", "gate_proj", "up_proj" }) Assert.Contains(operation, ran.Out);
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        using var tree = new Scratch();
        Command.Hw("demo", "--model", tree["none"]).Refused(2, "config.json", "no such file");
        File.Copy(Path.Combine(Command.Checkout, "models/tiny-kjv/config.json"), tree["config.json"]);
        Command.Hw("demo", "--model", tree.Folder).Refused(2, "model.safetensors", "no such file");
        tree.Write("model.safetensors", "this is no model");
        Command.Hw("demo", "--model", tree.Folder).Refused(2, "model.safetensors", "damaged");
        Command.Hw("demo", "--layer", "4").Refused(2, "layers 0 to 3");
        Command.Hw("demo", "--prompt", "").Refused(2, "1 to 256");
    }
}
