using System.Text.Json;

namespace Hw.Cli.Tests;

/// <summary>`hw numbers`: list, check and cost, and what they say to a wrong word.</summary>
public class NumbersTests
{
    [Fact]
    public void Cost_names_operators_depth_wires_tables_and_promises()
    {
        var exp2 = Command.Hw("numbers", "cost", "exp2").Passed();
        foreach (var word in new[] { "Lookup", "Multiply", "levels", "widest wire", "tables 4,032 bits", "promises" }) Assert.Contains(word, exp2.Out);
        Assert.DoesNotContain("…", exp2.Out);
        Assert.Contains("0 … 4,294,967,295 (32 bits)", Command.Hw("numbers", "cost", "exp2", "--wires").Passed().Out);
        Assert.Contains("fits 0 … 24: no more zeros than bits", Command.Hw("numbers", "cost", "rcp").Passed().Out);
    }

    [Fact]
    public void Stages_share_the_whole_depth()
    {
        var json = Command.Hw("numbers", "cost", "fp32-fma", "--stages", "4", "--json").Passed().Json;
        var pipeline = json.GetProperty("pipeline");
        var delays = pipeline.GetProperty("delaysNs").EnumerateArray().Select(d => d.GetDouble()).ToArray();
        Assert.Equal(4, delays.Length);
        Assert.InRange(delays.Max() / (pipeline.GetProperty("wholeNs").GetDouble() / 4), 1, 1.3);
        Assert.InRange(pipeline.GetProperty("registerBits").GetInt32(), 96, 2_000);
        Assert.Equal(json.GetProperty("depthNs").GetDouble(), pipeline.GetProperty("wholeNs").GetDouble(), 3);
        Assert.False(Command.Hw("numbers", "cost", "fp32-fma", "--json").Passed().Json.TryGetProperty("pipeline", out _));
    }

    [Theory]
    [InlineData("numbers cost exp3", "Did you mean exp2?")]
    [InlineData("numbers cost exp2 --stages 0", "1 … 64")]
    [InlineData("numbers check exp3", "Did you mean exp2?")]
    [InlineData("numbers check exp2 --plant exp2-tabel", "Did you mean exp2-table?")]
    [InlineData("numbers check fp32-add --exhaustive", "64 bits: too many cases")]
    [InlineData("numbers check rcp dot32-bf16 --exhaustive", "one fp32 operand")]
    [InlineData("numbers check convert-bf16-e4m3 --exhaustive", "without --exhaustive")]
    [InlineData("numbers check exp2 --exhaustive --inputs 9", "leave out --inputs")]
    [InlineData("numbers check exp2 --record", "add --exhaustive")]
    [InlineData("numbers check exp2 --exhaustive --plant exp2-table --record", "leave out --plant")]
    public void A_wrong_word_is_refused_with_its_remedy(string line, string remedy) => Command.Hw(line.Split(' ')).Refused(2, remedy);

    [Fact]
    public void Check_passes_and_a_plant_is_caught_also_among_all_patterns()
    {
        Assert.Contains("pass", Command.Hw("numbers", "check", "exp2", "--inputs", "20000").Passed().Out);
        foreach (var (plant, among) in new[] { ("exp2-table", ""), ("exp2-table", "--exhaustive"), ("rcp-constant", "--exhaustive"), ("convert-fp32-int8-clamp", "--exhaustive") })
        {
            string[] line = ["numbers", "check", "--plant", plant, "--json", .. among == "" ? [] : new[] { among }];
            var caught = Command.Hw(line);
            caught.Refused(1, "WRONG", "expected");
            var failure = caught.Json.GetProperty("verdicts")[0].GetProperty("failure");
            Assert.Equal(failure.ToString(), Command.Hw(line).Json.GetProperty("verdicts")[0].GetProperty("failure").ToString());
        }
    }

    /// <summary>A sweep of minutes ends at once, and leaves no record.</summary>
    [Fact]
    public void An_interrupted_sweep_is_clean()
    {
        using var tree = new Scratch();
        using var process = Command.Start(["numbers", "check", "exp2", "--exhaustive", "--record"], new() { ["HW_ROOT"] = tree.Folder });
        Thread.Sleep(TimeSpan.FromSeconds(3));
        System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        Command.Wait(process).Refused(130, "interrupted");
        Assert.False(File.Exists(tree["docs/exhaustive.md"]));
    }

    [Fact]
    public void List_has_every_function() =>
        Assert.Contains(Command.Hw("numbers", "list", "--json").Passed().Json.GetProperty("functions").EnumerateArray(), f => f.GetProperty("name").GetString() == "convert-fp32-e4m3");
}
