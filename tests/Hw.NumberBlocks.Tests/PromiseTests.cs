using System.Numerics;
using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.Hdl;
using Hw.Silicon;

namespace Hw.NumberBlocks.Tests;

/// <summary>What texts promise (Fits) and intervals cannot see, proven of the gates for every input.</summary>
public sealed class PromiseTests : IDisposable
{
    readonly Proof proof = new();

    public void Dispose() => proof.Dispose();

    /// <summary>
    /// Every function that promises something, but softmax-step. To each element of a block its promises depend on that element and the largest
    /// magnitude alone, and the other of two values makes that any magnitude there is: blocks of two stand for all.
    /// </summary>
    static IEnumerable<NumberFunction> Promising() => NumberFunctions.All.Where(f => f is not SoftmaxStepFunction)
        .Select(f => f is QuantizeFunction { Format: { Name: not "nvfp4" } format } ? new QuantizeFunction(format with { Block = 2 }) : f).Where(f => Reasons(f).Count > 0);

    static IReadOnlyList<string> Reasons(NumberFunction function)
    {
        PromiseBlock? block = null;
        Design.Elaborate(() => block = new PromiseBlock(function));
        return block!.Reasons;
    }

    public static TheoryData<string> Names => [.. Promising().Select(f => f.Name)];

    Verdict Prove(NumberFunction function)
    {
        PromiseBlock? block = null;
        var (top, files) = proof.Emitted(() => block = new PromiseBlock(function));
        var ports = function.Takes.Select(t => $"input [{t.Format.Width - 1}:0] {t.Name}").Concat(block!.Reasons.Index().Select(r => $"output kept_{r.Index + 1}"));
        var always = string.Concat(block.Reasons.Index().Select(r => $"  assign kept_{r.Index + 1} = 1'b1;  // {r.Item}\n"));
        return Equivalence.Prove(files, top, [proof.Write("kept.sv", $"module all_kept ({string.Join(", ", ports)});\n{always}endmodule\n")], "all_kept", Proof.Limit);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_promise_is_kept(string name) => Assert.IsType<Verdict.Proven>(Prove(Promising().Single(f => f.Name == name)));

    /// <summary>The solver finds no proof for all of softmax-step in 20 s. It needs none: its promises are those of its 13 additions and one product, and those are kept for all operands.</summary>
    [Fact]
    public void Softmax_step_promises_what_addition_and_multiplication_do()
    {
        string[] Of(string name) => [.. Reasons(NumberFunctions.All.Single(f => f.Name == name))];
        Assert.Equal(Enumerable.Repeat(Of("fp32-add"), 13).SelectMany(r => r).Concat(Of("fp32-mul")).Order(), Of("softmax-step").Order());
    }

    /// <summary>A difference that reaches 255, promised to stay below.</summary>
    sealed class Distance() : NumberFunction("distance", "Promises a little too much.", [new("a", IntegerFormat.Int8), new("b", IntegerFormat.Int8)], [new("y", IntegerFormat.Int32)])
    {
        public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = (x[0] < x[1]).Mux(x[1] - x[0], 0).Fits(new(0, 254), "127 − (−128) is 255");
    }

    [Fact]
    public void A_promise_broken_by_one_pair_is_found()
    {
        var cycle = Assert.Single(Assert.IsType<Verdict.Different>(Prove(new Distance())).Cycles);
        Assert.Equal(new Dictionary<string, BigInteger> { ["a"] = 0x80, ["b"] = 0x7F }, cycle.Inputs);
    }
}
