using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>The GEMM kernel on the golden against a triple loop: every path through the plan, every lane count, each kind of result.</summary>
public class GemmTests
{
    /// <summary>Tokens, features, outputs: one block, several groups, ragged tokens, slabs, tiles, loops of either period, all at once.</summary>
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 32, 32 }, { 5, 64, 32 }, { 32, 32, 64 }, { 33, 192, 192 }, { 54, 192, 64 }, { 64, 192, 512 }, { 128, 96, 160 }, { 100, 320, 96 },
        { 200, 64, 128 }, { 70, 512, 256 }, { 31, 800, 288 }, { 129, 288, 320 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Every_lane_count_gives_the_triple_loop_s_results(int tokens, int features, int outputs)
    {
        foreach (var lanes in (int[])[4, 8, 32])
        {
            var trial = new Trial(tokens, features, outputs, lanes);
            var machine = trial.Run(Gemm.Program(trial.Problem));
            Assert.Equal(trial.ExpectedSums(), trial.SumsOf(machine));
            Assert.Equal(trial.ExpectedQuantized(), trial.QuantizedOf(machine));
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Either_result_alone(bool quantized, bool sums)
    {
        foreach (var lanes in (int[])[4, 32])
        {
            var trial = new Trial(200, 288, 160, lanes, quantized, sums);
            var machine = trial.Run(Gemm.Program(trial.Problem));
            if (sums) Assert.Equal(trial.ExpectedSums(), trial.SumsOf(machine));
            else Assert.All(trial.RawSums(machine), b => Assert.Equal(0, b));
            if (quantized) Assert.Equal(trial.ExpectedQuantized(), trial.QuantizedOf(machine));
            else Assert.All(trial.RawQuantized(machine), b => Assert.Equal(0, b));
        }
    }

    [Fact]
    public void Slots_beyond_the_lanes_are_stored_as_zero()
    {
        var trial = new Trial(8, 32, 32, lanes: 4);
        var machine = trial.Run(Gemm.Program(trial.Problem));
        Assert.All(trial.RawQuantized(machine).Chunk(32), row => Assert.All(row[4..], b => Assert.Equal(0, b)));
        Assert.All(trial.RawSums(machine).Chunk(128), row => Assert.All(row[16..], b => Assert.Equal(0, b)));
    }

    [Fact]
    public void Problems_follow_each_other_in_one_program()
    {
        // one tile, two tiles, several slabs: the buffers' parity differs where one problem hands over to the next
        (int Tokens, int Features, int Outputs)[] shapes = [(70, 192, 96), (70, 192, 192), (20, 544, 64), (300, 64, 32), (9, 32, 288)];
        var trials = shapes.Select((s, i) => (Trial: new Trial(s.Tokens, s.Features, s.Outputs, 8, seed: i), Shift: (i + 1) * 0x1000_0000L)).ToArray();
        var machine = new TxuMachine(8);
        var problems = new List<GemmProblem>();
        foreach (var (trial, shift) in trials)
        {
            var q = trial.Problem;
            foreach (var (address, bytes) in trial.Machine().Dram.Pages) machine.Dram.Write(address + shift, bytes);
            problems.Add(q with { Weights = q.Weights + shift, Activations = q.Activations + shift, Quantized = q.Quantized + shift, Sums = q.Sums + shift });
        }
        var outcome = Golden.GoldenEngine.Run(machine, Gemm.Program(problems).Code);
        Assert.Equal((Golden.Ending.Halted, outcome.Message), (outcome.Ending, outcome.Message));
        foreach (var ((trial, _), q) in trials.Zip(problems))
        {
            Assert.Equal(trial.ExpectedSums(), TokenBlocks.UnpackSums(machine.Dram.Read(q.Sums!.Value, (int)q.SumsBytes), q.Tokens, q.Outputs, q.Lanes));
            Assert.Equal(trial.ExpectedQuantized(), TokenBlocks.Unpack(machine.Dram.Read(q.Quantized!.Value, (int)q.QuantizedBytes), q.Tokens, q.Outputs, q.Lanes));
        }
    }

    [Fact]
    public void A_problem_that_cannot_be_computed_says_why()
    {
        var good = new Trial(4, 64, 32, 4).Problem;
        foreach (var (bad, why) in new (GemmProblem, string)[]
        {
            (good with { Tokens = 0 }, "0 tokens"),
            (good with { Lanes = 33 }, "C is 33"),
            (good with { Features = 40 }, "40 features are no multiple of 32"),
            (good with { Outputs = 33 }, "33 outputs are no multiple of 32"),
            (good with { Sums = null, Quantized = null }, "nothing is stored"),
            (good with { Requantizations = [] }, "0 requantizations for 32 outputs"),
            (good with { Weights = 17 }, "the weights lie at 0x11"),
        })
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => Gemm.Program(bad)).Message);
        Assert.Throws<ArgumentException>(() => Gemm.Program(good, good with { Quantized = null }));
        Assert.Throws<ArgumentException>(() => Gemm.Program());
    }

    /// <summary>The matrix unit owns the bank it works in: a finished tile must be in another than the next one, to be drained meanwhile.</summary>
    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 64)]
    [InlineData(3, 288)]
    [InlineData(4, 64)]
    [InlineData(48, 288)]
    public void Neighbouring_tiles_lie_in_different_ACC_banks(int blocks, int features)
    {
        var trial = new Trial(blocks * 4, features, 288, lanes: 4);
        var finished = Interleaving.Trace(trial.Machine(), Gemm.Program(trial.Problem).Code).Where(s => s.Decoded.Instruction is Mm && s.Decoded.Signals.Contains(2));
        var banks = finished.Select(s => s.Addresses[((Mm)s.Decoded.Instruction).Acc.Index].Base / 256).ToList();
        Assert.Equal(blocks * 3, banks.Count);
        Assert.DoesNotContain(banks.Zip(banks.Skip(1)), pair => pair.First == pair.Second);
    }

    /// <summary>The queue model's verdict on the schedule. What the hardware does is measured on the hardware.</summary>
    [Theory]
    [InlineData(512, 512, 512, 0.98)]
    [InlineData(128, 192, 512, 0.88)]
    [InlineData(64, 192, 192, 0.59)]
    public void The_schedule_keeps_the_array_busy(int tokens, int features, int outputs, double least)
    {
        var trial = new Trial(tokens, features, outputs, 32, sums: false);
        var program = Gemm.Program(trial.Problem);
        var timeline = Timeline.Of(trial.Machine(), program);
        Assert.True(timeline.Utilization >= least, $"{timeline.MatrixBusy} of {timeline.Cycles} cycles, {timeline.Utilization:P2}, {program.Count} instructions");
    }
}
