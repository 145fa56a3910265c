using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Tests;

/// <summary>The sweep over all patterns, on the parts of it that take a moment: it finds what is wrong, names the same case whatever the threads, and knows the law of order.</summary>
public class SweepTests
{
    /// <summary>From 2^-1, and from 2^-6, where nearly a hundred neighbours have one result.</summary>
    const long Half = 0x3F00_0000, Flat = 0x3C80_0000;
    const long Some = 1 << 16;

    static NumberFunction Function(string name) => NumberFunctions.All.Single(f => f.Name == name);

    /// <summary>A function with one result moved by some units of its last place.</summary>
    sealed class Moved(NumberFunction right, long x, long by) : NumberFunction(right.Name, right.Summary, right.Takes, right.Gives)
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives)
        {
            right.Apply(takes, gives);
            gives[0] += (takes[0] == T.Constant(x)).Mux(T.Constant(by), T.Constant(0));
        }
    }

    [Fact]
    public void A_part_passes_and_names_its_largest_error()
    {
        var verdict = new Sweep(Function("exp2"), first: Half, count: Some).Run();
        Assert.True(verdict is { Passed: true, Tried: Some, Exhaustive: false }, $"{verdict.Failure}");
        Assert.InRange(verdict.MaxUlp, 0.5, 1);
        Assert.StartsWith("x = 0x3F0", verdict.Worst);
        Assert.Null(new Sweep(Function("convert-fp32-e4m3"), first: Half, count: Some).Run().Worst);
    }

    [Fact]
    public void One_wrong_pattern_is_found_wherever_it_stands()
    {
        foreach (var at in new[] { Half, Half + 12345, Half + Some - 1 })
            Assert.Equal(at, new Sweep(new Moved(Function("rcp"), at, 3), first: Half, count: Some).Run().Failure?.Index);
        Assert.True(new Sweep(new Moved(Function("rcp"), Half + Some, 3), first: Half, count: Some).Run().Passed);
    }

    /// <summary>Within its ulp, but below its neighbour: only the law sees it, also where the neighbour is the next chunk's first.</summary>
    [Theory]
    [InlineData(0x3C80_1234), InlineData(0x3C80_4000), InlineData(0x3C80_3FFF)]
    public void A_result_within_its_bound_but_out_of_order_is_found(long at)
    {
        var found = 0;
        for (var by = -1; by <= 1; by += 2)
        {
            var function = new Moved(Function("exp2"), at, by);
            var y = new long[] { 0 };
            Batch.Scalar(function, [[at]], [y]);
            if (Oracles.UlpOracle.Error("exp2", (uint)at, (uint)y[0]) > 1) continue;
            var failure = new Sweep(function, first: Flat, count: Some).Run().Failure;
            if (failure is null) continue;             // still between its neighbours
            found++;
            Assert.Equal("the law that it is monotone", failure.By);
            Assert.InRange(failure.Index, at, at + 1);
        }
        Assert.True(found > 0, "no step of one unit leaves the order here: choose another pattern");
    }

    [Fact]
    public void The_verdict_does_not_depend_on_the_number_of_threads()
    {
        var plant = Plants.Find("exp2-constant")!;
        Assert.Single(Enumerable.Range(1, 4).Select(n => new Sweep(Function("exp2"), plant, threads: n).Run().Failure).Distinct());
        Assert.Single(Enumerable.Range(1, 4).Select(n => new Sweep(Function("exp2"), first: Half, count: Some, threads: n).Run() is var v ? (v.MaxUlp, v.MeanUlp, v.Worst) : default).Distinct());
    }

    [Fact]
    public void Only_functions_of_one_fp32_operand_are_swept()
    {
        Assert.Equal(18, NumberFunctions.All.Count(f => Sweep.Refusal(f) is null));
        Assert.Contains("too many", Sweep.Refusal(Function("fp32-add")));
    }

    [Fact]
    public void A_fingerprint_is_of_the_arithmetic_and_of_nothing_else()
    {
        Assert.Equal(Fingerprint.Of(Function("exp2")), Fingerprint.Of(Function("exp2")));
        Assert.NotEqual(Fingerprint.Of(Function("exp2")), Fingerprint.Of(new Moved(Function("exp2"), Half, 1)));
        Assert.NotEqual(Fingerprint.Of(new Moved(Function("exp2"), Half, 2)), Fingerprint.Of(new Moved(Function("exp2"), Half, 1)));
        Assert.Empty(NumberFunctions.All.GroupBy(Fingerprint.Of).Where(g => g.Count() > 1).Select(g => string.Join(' ', g)).Except(Alike));
    }

    /// <summary>Functions that are one text.</summary>
    static readonly string[] Alike = ["fp32-add acc-fp32"];

    [Fact]
    public void A_record_keeps_other_rows_and_knows_when_its_text_is_gone()
    {
        Verdict Of(string name) => new(Function(name), 1L << 32, true, 0.5, 0.1, "real value", null) { Worst = "x = 0" };
        var page = ExhaustiveRecord.Write("", [(Of("rcp"), TimeSpan.FromSeconds(3))]);
        page = ExhaustiveRecord.Write(page, [(Of("exp2"), TimeSpan.FromSeconds(4))]);
        Assert.True(page.IndexOf("| exp2 |", StringComparison.Ordinal) < page.IndexOf("| rcp |", StringComparison.Ordinal));
        Assert.Empty(ExhaustiveRecord.Stale(page));
        Assert.Equal(["rcp"], ExhaustiveRecord.Stale(page.Replace(Fingerprint.Of(Function("rcp")), "0123456789AB")));
        Assert.Throws<ArgumentException>(() => ExhaustiveRecord.Write("", [(Of("exp2") with { Exhaustive = false }, default)]));
    }
}
