using Hw.Golden;
using Hw.Ip;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>Random programs, each under a timing of its own.</summary>
public abstract class RandomTests(Engine engine)
{
    public sealed class OnVerilator() : RandomTests(Engine.Verilator);
    public sealed class OnTheBuiltIn() : RandomTests(Engine.BuiltIn);

    const int Shards = 4, PerShard = 30;

    public static TheoryData<int> All => [.. Enumerable.Range(0, Shards)];

    [Theory, MemberData(nameof(All))]
    public void TheyPass(int shard)
    {
        var endings = new HashSet<Ending>();
        for (var seed = shard * PerShard; seed < (shard + 1) * PerShard; seed++)
        {
            var random = new Random(seed);
            var program = new RandomProgram(random);
            var settings = new TxuSettings { Seed = seed + 1, Latency = random.Next(4, 120), Stalls = (StallProfile)random.Next(3) };
            var verdict = Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble(program.Text), RandomProgram.Image(seed), settings), Chips.Thorough);
            Assert.True(verdict.Passed, $"seed {seed}\n{verdict}\n{program.Text}");
            endings.Add(verdict.Golden!.Ending);
        }
        Assert.Equal([Ending.Halted, Ending.Trapped], endings.Order());
    }
}
