namespace Hw.Cli.Tests;

/// <summary>`hw isa prove`: what it says and how it ends; what it proves is tested with the proof itself.</summary>
public class ProveTests
{
    [Fact]
    public void It_says_what_was_proven_and_how()
    {
        var ran = Command.Hw("isa", "prove", "--isa", "rv32i", "--json").Passed();
        Assert.True(ran.Json.GetProperty("passed").GetBoolean());
        Assert.True(ran.Json.GetProperty("solverProven").GetBoolean());
        Assert.Equal(0, ran.Json.GetProperty("mismatches").GetArrayLength());
        Assert.Contains("all 2^32 words", ran.Error);
    }

    [Fact]
    public void Without_its_tools_it_proves_nothing() => Command.Hw(["isa", "prove"], new() { ["PATH"] = "" }).Refused(4, "not on the PATH");
}
