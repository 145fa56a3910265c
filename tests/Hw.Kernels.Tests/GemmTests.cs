using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>The product on the golden against a triple loop: every path through the plan, every type, every lane count, each kind of result.</summary>
public class GemmTests
{
    /// <summary>Tokens, features, outputs: one block, several groups, ragged in each, slabs, tiles, all at once.</summary>
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 32, 32 }, { 5, 64, 32 }, { 32, 1, 1 }, { 33, 192, 192 }, { 64, 192, 512 }, { 97, 203, 131 }, { 100, 320, 96 }, { 70, 512, 260 }, { 31, 801, 288 }, { 129, 288, 320 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void INT8_is_the_triple_loop_for_every_lane_count(int tokens, int features, int outputs)
    {
        foreach (var lanes in (int[])[4, 8, 32])
        {
            var trial = new Trial(tokens, features, outputs, lanes);
            var program = Gemm.Program(trial.Problem);
            Assert.Empty(RaceCheck.Of(program));
            var machine = trial.Run(program);
            Assert.Equal(trial.ExpectedSums(), trial.SumsOf(machine));
            Assert.Equal(trial.ExpectedQuantized(), trial.QuantizedOf(machine));
        }
    }

    [Theory]
    [InlineData(MmType.BF16, VqType.BF16, 97, 203, 131)]
    [InlineData(MmType.BF16, VqType.E4M3, 20, 96, 40)]
    [InlineData(MmType.BF16, VqType.BF16, 33, 320, 288)]
    [InlineData(MmType.E4M3, VqType.BF16, 97, 203, 131)]
    [InlineData(MmType.E4M3, VqType.E4M3, 33, 300, 300)]
    public void Floats_are_the_triple_loop_but_for_rounding_and_the_same_bits_for_every_lane_count(MmType type, VqType narrow, int tokens, int features, int outputs)
    {
        var scale = 0.37f;
        int[]? first = null;
        foreach (var lanes in (int[])[4, 8, 32])
        {
            var trial = new Trial(tokens, features, outputs, lanes, type: type, narrow: narrow, scale: scale);
            var program = Gemm.Program(trial.Problem);
            Assert.Empty(RaceCheck.Of(program));
            var machine = trial.Run(program);
            var sums = trial.SumsOf(machine);
            foreach (var (got, want) in sums.Select(s => (double)BitConverter.Int32BitsToSingle(s)).Zip(trial.Expected())) Assert.InRange(got, want.Sum - 1e-6 * want.Magnitude, want.Sum + 1e-6 * want.Magnitude);
            Assert.Equal(sums.Select(s => Numbers.Pattern(narrow == VqType.BF16 ? MmType.BF16 : MmType.E4M3, BitConverter.Int32BitsToSingle(s) * scale)), trial.NarrowedOf(machine));
            Assert.Equal(first ??= sums, sums);
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
            trial.Place(machine, shift);
            problems.Add(q with { Weights = q.Weights + shift, Activations = q.Activations + shift, Quantized = q.Quantized + shift, Sums = q.Sums + shift });
        }
        var program = Gemm.Program(problems);
        Assert.Empty(RaceCheck.Of(program));
        var outcome = Golden.GoldenEngine.Run(machine, program.Code);
        Assert.Equal((Golden.Ending.Halted, outcome.Message), (outcome.Ending, outcome.Message));
        foreach (var (trial, shift) in trials)
        {
            Assert.Equal(trial.ExpectedSums(), trial.SumsOf(machine, shift));
            Assert.Equal(trial.ExpectedQuantized(), trial.QuantizedOf(machine, shift));
        }
    }

    /// <summary>What the one before computes is there when the next one reads it: that, too, follows from the data flow.</summary>
    [Fact]
    public void A_product_takes_the_results_of_the_one_before()
    {
        var (first, second) = (new Trial(40, 96, 64, 8, sums: false, type: MmType.BF16, seed: 1), new Trial(40, 64, 96, 8, type: MmType.BF16, seed: 2));
        var machine = first.Machine();
        second.Place(machine, 0x1000_0000);
        var (a, b) = (first.Problem, second.Problem);
        b = b with { Weights = b.Weights + 0x1000_0000, Activations = a.Quantized!.Value, Quantized = null, Sums = b.Sums };
        var program = Gemm.Program(a, b);
        Assert.Empty(RaceCheck.Of(program));
        Assert.Contains(program.Semaphores, s => (s.From, s.To) == (Queue.ST, Queue.LD));
        Assert.Equal(Golden.Ending.Halted, Golden.GoldenEngine.Run(machine, program.Code).Ending);
        var alone = second.Machine();
        alone.Dram.Write(second.Problem.Activations, machine.Dram.Read(a.Quantized!.Value, (int)a.QuantizedBytes));
        Golden.GoldenEngine.Run(alone, Gemm.Program(second.Problem).Code);
        Assert.Equal(second.SumsOf(alone), second.SumsOf(machine));
    }

    [Fact]
    public void A_problem_that_cannot_be_computed_says_why()
    {
        var good = new Trial(4, 64, 32, 4).Problem;
        foreach (var (bad, why) in new (GemmProblem, string)[]
        {
            (good with { Tokens = 0 }, "0 tokens"),
            (good with { Features = 0 }, "0 features"),
            (good with { Outputs = 0 }, "0 outputs"),
            (good with { Lanes = 33 }, "C is 33"),
            (good with { Sums = null, Quantized = null }, "nothing is stored"),
            (good with { Requantizations = [] }, "0 requantizations for 32 outputs"),
            (good with { Type = MmType.BF16 }, "1 requantizations for 32 outputs of BF16; 0 are needed"),
            (good with { Narrow = VqType.INT8 }, "narrowed to BF16 or E4M3"),
            (good with { Weights = 17 }, "the weights lie at 0x11"),
        })
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => Gemm.Program(bad)).Message);
        Assert.Throws<ArgumentException>(() => Gemm.Program());
    }

    /// <summary>The queue model's verdict on the schedule. What the hardware does is measured on the hardware.</summary>
    [Theory]
    [InlineData(MmType.INT8, 512, 512, 512, 0.98)]
    [InlineData(MmType.INT8, 1024, 1024, 1024, 0.99)]
    [InlineData(MmType.BF16, 512, 512, 512, 0.975)]
    [InlineData(MmType.BF16, 1024, 1024, 1024, 0.99)]
    [InlineData(MmType.INT8, 128, 192, 512, 0.88)]
    public void The_schedule_keeps_the_array_busy(MmType type, int tokens, int features, int outputs, double least)
    {
        var program = Gemm.Program(new Trial(tokens, features, outputs, 32, sums: false, type: type).Problem);
        var timeline = Timeline.Of(program);
        Assert.True(timeline.Utilization >= least, $"{timeline.MatrixBusy} of {timeline.Cycles} cycles, {timeline.Utilization:P2}, {program.Count} instructions");
    }
}
