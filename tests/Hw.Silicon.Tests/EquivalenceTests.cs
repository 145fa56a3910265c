using System.Numerics;

namespace Hw.Silicon.Tests;

public sealed class EquivalenceTests : IDisposable
{
    readonly Sources sources = new();

    public void Dispose() => sources.Dispose();

    static Verdict Prove(string[] a, string[] b, double seconds = 60) => Equivalence.Prove(a, "m", b, "m", TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("a + b", "b + a")]
    [InlineData("a - b", "a + ~b + 8'd1")]
    [InlineData("a ^ b", "(a | b) - (a & b)")]
    [InlineData("a * 8'd5", "(a << 2) + a")]
    public void Equal_expressions_are_proven(string a, string b) =>
        Assert.IsType<Verdict.Proven>(Prove(sources.Expression("a", a), sources.Expression("b", b)));

    [Fact]
    public void A_planted_fault_is_found_with_the_only_operands_that_show_it()
    {
        var different = Assert.IsType<Verdict.Different>(Prove(sources.Expression("a", "a + b"), sources.Expression("b", "a + b + 8'(a == 8'd77 && b == 8'd200)")));
        var cycle = Assert.Single(different.Cycles);
        Assert.Equal(new Dictionary<string, BigInteger> { ["a"] = 77, ["b"] = 200 }, cycle.Inputs);
        Assert.Equal(((BigInteger)21, (BigInteger)22), (cycle.A["y"], cycle.B["y"]));
    }

    [Fact]
    public void Registers_are_proven_by_induction() =>
        Assert.IsType<Verdict.Proven>(Prove(sources.Register("a", "r + a"), sources.Register("b", "a - ~r - 8'd1")));

    [Fact]
    public void A_fault_some_cycles_after_reset_is_found()
    {
        var different = Assert.IsType<Verdict.Different>(Prove(sources.Register("a", "r + 8'd1"), sources.Register("b", "r == 8'd5 ? 8'd7 : r + 8'd1")));
        var last = different.Cycles[^1];
        Assert.Equal(((BigInteger)6, (BigInteger)7), (last.A["y"], last.B["y"]));
        Assert.Equal(BigInteger.One, different.Cycles[0].Inputs["reset"]);
        Assert.False(last.Inputs.ContainsKey("clock"));
    }

    /// <summary>200 steps are too many for the induction, and the fault is never reported as a proof.</summary>
    [Fact]
    public void A_fault_too_deep_is_undecided() =>
        Assert.IsType<Verdict.Undecided>(Prove(sources.Register("a", "r + 8'd1"), sources.Register("b", "r == 8'd200 ? 8'd7 : r + 8'd1")));

    [Fact]
    public void Time_can_run_out() => Assert.Contains("no answer in 0.02 s", Assert.IsType<Verdict.Undecided>(
        Equivalence.Prove([Yardstick.File("bf16_mac")], "bf16_mac", [Yardstick.File("bf16_mac")], "bf16_mac", TimeSpan.FromSeconds(0.02))).Reason);

    [Fact]
    public void Other_ports_are_a_mistake()
    {
        var other = sources.Write("other.sv", "module m(input logic [7:0] a, input logic [7:0] c, output logic [7:0] y);\n  assign y = a + c;\nendmodule\n");
        Assert.Contains("No matching port", Assert.Throws<SiliconException>(() => Prove(sources.Expression("a", "a + b"), other)).Message);
    }
}
