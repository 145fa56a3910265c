using Hw.Ip;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>Whoever runs a chip, it does the same in the same cycles, sound or broken.</summary>
public class EngineTests
{
    [Theory]
    [InlineData(1, StallProfile.P0)]
    [InlineData(7, StallProfile.P2)]
    public void TheyRetireTheSameInTheSameCycles(int seed, StallProfile stalls)
    {
        var program = Chips.Assemble(new RandomProgram(new Random(seed)).Text);
        var runs = Enum.GetValues<Engine>().Select(engine =>
        {
            var retired = new List<Retirement>();
            var verdict = Lockstep.Run(Chips.Four(engine).Job(program, RandomProgram.Image(seed), new() { Seed = seed, Stalls = stalls }), new() { Retired = retired.Add });
            Chips.Must(VerdictKind.Pass, verdict);
            return (verdict.Cycles, Counters: verdict.Rtl!.Counters.OrderBy(c => c.Key), Retired: retired);
        }).ToList();
        Assert.True(runs[0].Retired.Count > 10, $"{runs[0].Retired.Count} retirements show little");
        Assert.All(runs, run => Assert.Equal(runs[0].Retired, run.Retired));
        Assert.All(runs, run => Assert.Equal(runs[0].Cycles, run.Cycles));
        Assert.All(runs, run => Assert.Equal(runs[0].Counters, run.Counters));
    }

    [Theory]
    [InlineData("mm-stuck-bit")]
    [InlineData("dma-crosses-page")]
    public void TheyReportTheSameOfAPlant(string plant)
    {
        var reports = Enum.GetValues<Engine>().Select(engine =>
        {
            var job = Chips.Four(engine, plant).Job(TxuPlants.Program(plant), TxuPlants.Image(), new() { Plant = plant });
            return Lockstep.Run(job).ToString().Replace(job.Title, "");
        }).ToList();
        Assert.All(reports, report => Assert.Equal(reports[0], report));
    }
}
