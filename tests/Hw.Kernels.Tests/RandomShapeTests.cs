using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>Sizes, masks and lane counts drawn from a seed: no race, and near double arithmetic, whatever they are.</summary>
public class RandomShapeTests
{
    const int PerSeed = 8;
    static readonly int[] lanes = [1, 4, 7, 8, 32];

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory, MemberData(nameof(Seeds))]
    public void Attention_of_any_shape(int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < PerSeed; n++)
        {
            var (kvHeads, group, queries, offset) = (random.Next(1, 3), random.Next(1, 6), random.Next(1, 60), random.Next(3) == 0 ? 0 : random.Next(300));
            var problem = AttentionTrial.Small(random.Next(2) == 0 ? MmType.BF16 : MmType.E4M3, lanes[random.Next(lanes.Length)], queries, 32 * random.Next(1, 5), kvHeads * group, kvHeads, offset,
                random.Next(3) == 0 ? random.Next(1, offset + queries + 1) : offset + queries, random.Next(2) * random.Next(1, 200), random.Next(4) != 0) with { Room = random.Next(2) == 0 ? 384 : null };
            var trial = new AttentionTrial(problem, seed + n);
            var program = Attention.Program(trial.Problem);
            Assert.Empty(RaceCheck.Of(program));
            var (got, want) = (trial.Values(trial.Run(program)), trial.Expected());
            var slack = problem.Type == MmType.BF16 ? 0.01 : 0.12;
            Assert.All(got.Zip(want), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= slack * Math.Max(1, Math.Abs(pair.Second)), $"{pair.First} for {pair.Second}: {problem}"));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_product_of_any_shape(int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < PerSeed; n++)
        {
            var trial = new Trial(random.Next(1, 80), random.Next(1, 400), random.Next(1, 400), lanes[random.Next(lanes.Length)], random.Next(2) == 0, sums: true, seed + n, (MmType)random.Next(3));
            var program = Gemm.Program(trial.Problem);
            Assert.Empty(RaceCheck.Of(program));
            var sums = trial.SumsOf(trial.Run(program));
            var values = trial.Problem.Type == MmType.INT8 ? sums.Select(s => (double)s) : sums.Select(s => (double)BitConverter.Int32BitsToSingle(s));
            Assert.All(values.Zip(trial.Expected()), p => Assert.True(Math.Abs(p.First - p.Second.Sum) <= 1e-6 * p.Second.Magnitude, $"{p.First} for {p.Second.Sum}: {trial.Problem}"));
        }
    }
}
