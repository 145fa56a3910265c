using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>Attention on the golden against plain double arithmetic: every mask, ragged sizes, both types, every lane count with the same bits.</summary>
public class AttentionTests
{
    /// <summary>Queries, d, heads, key/value heads, offset, keys, window, causal.</summary>
    public static TheoryData<int, int, int, int, int, int, int, bool> Shapes => new()
    {
        { 1, 64, 1, 1, 0, 1, 0, true },            // one query, one key
        { 32, 32, 1, 1, 0, 32, 0, true },          // one lane-block alone: α of its own step before
        { 33, 64, 1, 1, 0, 33, 0, true },
        { 77, 64, 2, 1, 0, 77, 0, true },          // ragged tail page, shared keys
        { 150, 64, 3, 3, 0, 150, 0, true },        // two tiles
        { 40, 128, 2, 1, 0, 40, 0, true },
        { 30, 96, 4, 1, 0, 30, 0, true },
        { 20, 64, 2, 2, 141, 161, 0, true },       // a later chunk of a long prompt
        { 20, 64, 1, 1, 0, 145, 0, false },        // all keys
        { 170, 64, 1, 1, 0, 170, 40, true },       // a window that leaves whole tiles behind
        { 40, 64, 1, 1, 100, 110, 12, true },      // fewer keys than positions: queries that see none
        { 24, 64, 9, 1, 0, 24, 0, true },          // more heads than a group holds
    };

    [Theory, MemberData(nameof(Shapes))]
    public void BF16_is_as_close_as_its_weights_allow(int queries, int d, int heads, int kvHeads, int offset, int keys, int window, bool causal)
    {
        var patterns = new List<int[]>();
        foreach (var lanes in (int[])[4, 8, 32])
        {
            var trial = new AttentionTrial(AttentionTrial.Small(MmType.BF16, lanes, queries, d, heads, kvHeads, offset, keys, window, causal));
            var program = Attention.Program(trial.Problem);
            Assert.Empty(RaceCheck.Of(program));
            var machine = trial.Run(program);
            Assert.InRange(trial.Error(machine), 0, 0.004);
            patterns.Add(trial.Patterns(machine));
        }
        Assert.All(patterns, p => Assert.Equal(patterns[0], p));
    }

    /// <summary>The goals of the project's figures, before the last rounding: standard normal operands, and those with the outliers of FlashAttention-3.</summary>
    [Theory]
    [InlineData(64, false)]
    [InlineData(64, true)]
    [InlineData(128, false)]
    [InlineData(128, true)]
    public void BF16_meets_the_goals_of_accuracy(int d, bool outliers)
    {
        var inputs = new Oracles.Inputs(11);
        var trial = new AttentionTrial(AttentionTrial.Small(MmType.BF16, 32, 200, d, 2, 1), number: outliers ? inputs.WithOutliers : inputs.Normal);
        var machine = trial.Run(Attention.Program(trial.Problem));
        for (var head = 0; head < 2; head++)
        {
            var accuracy = trial.Accuracy(machine, head);
            Assert.True(accuracy.MaxRelativeToMax <= 2e-3 && accuracy.RootMeanSquare <= 3e-4, $"head {head}: {accuracy}");
        }
    }

    /// <summary>Weights have 4 significant bits there: the error of a sum of them is some hundredths.</summary>
    [Theory]
    [InlineData(77, 64, 2, 1, 0, 77, 0, true)]
    [InlineData(150, 128, 1, 1, 0, 150, 0, true)]
    [InlineData(170, 64, 1, 1, 0, 170, 40, true)]
    [InlineData(20, 64, 1, 1, 300, 320, 0, true)]
    public void E4M3_is_as_close_as_its_weights_allow(int queries, int d, int heads, int kvHeads, int offset, int keys, int window, bool causal)
    {
        var patterns = new List<int[]>();
        foreach (var lanes in (int[])[4, 8, 32])
        {
            var trial = new AttentionTrial(AttentionTrial.Small(MmType.E4M3, lanes, queries, d, heads, kvHeads, offset, keys, window, causal));
            var program = Attention.Program(trial.Problem);
            Assert.Empty(RaceCheck.Of(program));
            var machine = trial.Run(program);
            Assert.InRange(trial.Error(machine), 0, 0.03);
            patterns.Add(trial.Patterns(machine));
        }
        Assert.All(patterns, p => Assert.Equal(patterns[0], p));
    }

    /// <summary>BF16 results are the FP32 ones rounded, and slots without a query are zero.</summary>
    [Fact]
    public void Narrow_results_are_the_wide_ones_rounded()
    {
        var (wide, narrow) = (new AttentionTrial(AttentionTrial.Small(MmType.BF16, 8, 45, 64, 2, 1)), new AttentionTrial(AttentionTrial.Small(MmType.BF16, 8, 45, 64, 2, 1, wide: false)));
        var machine = narrow.Run(Attention.Program(narrow.Problem));
        Assert.Equal(wide.Values(wide.Run(Attention.Program(wide.Problem))).Select(x => Numbers.Pattern(MmType.BF16, x)), narrow.Patterns(machine));
        var slots = narrow.Raw(machine).Chunk(64).ToArray();
        Assert.All(slots, row => Assert.All(row[16..], b => Assert.Equal(0, b)));                        // beyond C
        Assert.All(slots[(5 * 128)..(6 * 128)], row => Assert.All(row[10..], b => Assert.Equal(0, b)));     // queries 40 … 44 of block 5, then none
        Assert.Contains(slots[5 * 128], b => b != 0);
    }

    [Fact]
    public void Attentions_follow_each_other_in_one_program()
    {
        var trial = new AttentionTrial(AttentionTrial.Small(MmType.BF16, 8, 45, 64, 2, 1));
        var (p, shift) = (trial.Problem, 0x1000_0000);
        var window = p with { Window = 10, Result = p.Result + shift };
        var program = Attention.Program(p, window);
        Assert.Empty(RaceCheck.Of(program));
        var (both, alone) = (trial.Run(program), new AttentionTrial(window));
        Assert.Equal(trial.Raw(trial.Run(Attention.Program(p))), trial.Raw(both));
        Assert.Equal(alone.Raw(alone.Run(Attention.Program(alone.Problem))), both.Dram.Read(window.Result, (int)window.ResultSize));
    }

    [Fact]
    public void A_problem_that_cannot_be_computed_says_why()
    {
        var good = AttentionTrial.Small(MmType.BF16, 4, 20, 64);
        foreach (var (bad, why) in new (AttentionProblem, string)[]
        {
            (good with { Type = MmType.INT8 }, "attention is of BF16 or E4M3"),
            (good with { Queries = 0 }, "0 queries"),
            (good with { Keys = 0 }, "and 0 keys"),
            (good with { Lanes = 0 }, "C is 0"),
            (good with { Heads = 3, KeyValueHeads = 2 }, "3 heads cannot share 2"),
            (good with { HeadSize = 80 }, "d is 80"),
            (good with { Offset = -1 }, "offset -1"),
            (good with { Keys = 1 << 20 }, "positions have 20 bits"),
            (good with { Room = 16 }, "room for 16 keys"),
            (good with { Value = 8 }, "the values lie at 0x8"),
        })
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => Attention.Program(bad)).Message);
        Assert.Throws<ArgumentException>(() => Attention.Program());
        Assert.Throws<ArgumentException>(() => Attention.Program(good, good with { HeadSize = 128 }));
    }

    /// <summary>The queue model's verdict on the schedule, useful products only. What the hardware does is measured on the hardware.</summary>
    [Theory]
    [InlineData(MmType.BF16, 2048, 128, 4, 1, 0.975)]
    [InlineData(MmType.E4M3, 2048, 128, 4, 1, 0.975)]
    [InlineData(MmType.BF16, 2048, 64, 4, 1, 0.975)]
    [InlineData(MmType.BF16, 512, 64, 8, 2, 0.925)]
    [InlineData(MmType.E4M3, 512, 64, 8, 2, 0.925)]
    [InlineData(MmType.BF16, 333, 64, 8, 2, 0.79)]
    public void The_schedule_keeps_the_array_busy(MmType type, int queries, int d, int heads, int kvHeads, double least)
    {
        var problem = AttentionTrial.Small(type, 32, queries, d, heads, kvHeads, wide: false) with { Query = 1 << 24, Key = 2 << 24, Value = 3 << 24, Result = 4 << 24 };
        var timeline = Timeline.Of(Attention.Program(problem));
        Assert.InRange(problem.MultiplyAdds / (1024.0 * timeline.Cycles), least, 1);
    }
}
