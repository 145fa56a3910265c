using Hw.Isa.Txu;

namespace Hw.Txu.Tests.Vector;

/// <summary>The vector unit writes what the golden writes, in its order, however its reads are refused.</summary>
public class VectorTests
{
    static string? Difference(int lanes, int seed, int count, int refuse, int plant = 0, params VectorChoice[] only)
    {
        var random = new RandomJobs(seed);
        var (golden, before) = (random.Machine(lanes), new TxuMachine(lanes));
        Copies.All(golden, before);
        var (jobs, writes) = Log.Of(golden, random.Some(count, only));
        Assert.True(jobs.Count >= count / 2, $"only {jobs.Count} of {count} jobs are legal");
        return new VectorBench(lanes, plant).Run(before, jobs, writes, seed, refuse);
    }

    public static TheoryData<int, string, int> Kinds()
    {
        var data = new TheoryData<int, string, int>();
        foreach (var lanes in (int[])[4, 8]) foreach (var kind in Enum.GetNames<VectorChoice>()) foreach (var refuse in (int[])[0, 30]) data.Add(lanes, kind, refuse);
        return data;
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Each_instruction(int lanes, string kind, int refuse)
    {
        for (var seed = 1; seed <= 4; seed++) Assert.Null(Difference(lanes, seed, 60, refuse, 0, Enum.Parse<VectorChoice>(kind)));
    }

    [Theory, InlineData(4, 0), InlineData(4, 40), InlineData(8, 15)]
    public void All_together(int lanes, int refuse)
    {
        for (var seed = 1; seed <= 6; seed++) Assert.Null(Difference(lanes, 100 + seed, 200, refuse));
    }

    public static TheoryData<string> Faults() => [.. VectorPlants.All.Select(p => p.Name)];

    [Theory, MemberData(nameof(Faults))]
    public void A_fault_is_seen(string name)
    {
        var plant = 1 + VectorPlants.All.ToList().FindIndex(p => p.Name == name);
        for (var seed = 1; seed <= 4; seed++)
            foreach (var kinds in (VectorChoice[][])[[], [VectorChoice.SMX], [VectorChoice.VRED], [VectorChoice.ELEMENTWISE]])
                if (Difference(4, seed, kinds.Length == 0 ? 200 : 60, 20, plant, kinds) is not null) return;
        Assert.Fail($"{VectorPlants.All[plant - 1].Place}: {VectorPlants.All[plant - 1].What}; nobody notices");
    }
}
