namespace Hw.Cli.Tests;

/// <summary>`hw sim check`: exit codes, replay, and what it says where Verilator is missing.</summary>
public class SimCheckTests
{
    [Fact]
    public void Graphs_agree()
    {
        var ran = Command.Hw("sim", "check", "--random", "8", "--seed", "41", "--only", "builtin", "--json").Passed();
        Assert.Equal((8, 41, 0), (ran.Json.GetProperty("random").GetProperty("graphs").GetInt32(), ran.Json.GetProperty("random").GetProperty("first").GetInt32(), ran.Json.GetProperty("mismatches").GetArrayLength()));
    }

    [Fact]
    public void Faults_are_found()
    {
        var ran = Command.Hw("sim", "check", "--plant", "--random", "40", "--only", "builtin");
        Assert.Equal(1, ran.Exit);
        Assert.DoesNotContain("NOT FOUND", ran.Out);
    }

    /// <summary>One graph, and of plain logic, cannot have a place for every fault: that is said loudly, and is not the exit code of a caught plant.</summary>
    [Fact]
    public void A_fault_without_a_place_is_said_loudly()
    {
        var ran = Command.Hw("sim", "check", "--plant", "--random", "1", "--seed", "4", "--only", "builtin").Passed();
        Assert.Contains("!! THE FAULT Neighbour IN built-in WAS NOT FOUND in 0 graphs", ran.Out);
    }

    [Fact]
    public void Without_Verilator_it_says_what_is_compared()
    {
        var path = new Dictionary<string, string> { ["PATH"] = "" };
        Assert.StartsWith("Verilator or a C++ compiler is missing: only the interpreter and the built-in simulator are compared\n", Command.Hw(["sim", "check", "--random", "2"], path).Passed().Out);
        Command.Hw(["sim", "check", "--random", "2", "--only", "verilator"], path).Refused(4, "`verilator`", "not on the PATH");
    }

    [Theory]
    [InlineData("how many graphs?", "--random", "0")]
    [InlineData("how many graphs?", "--random", "many")]
    [InlineData("there are both, builtin, verilator", "--only", "icarus")]
    [InlineData("leave out --modules", "--modules", "--plant")]
    public void Bad_usage_is_refused(string words, params string[] arguments) => Command.Hw(["sim", "check", .. arguments]).Refused(2, words);
}
