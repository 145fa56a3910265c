using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Tests;

/// <summary>Every function against its oracle, and the SIMD reading against the scalar one, on a few thousand chosen inputs; `hw numbers check` does the millions.</summary>
public class TrialTests
{
    public static TheoryData<string> Names => [.. NumberFunctions.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_its_oracle(string name)
    {
        var function = NumberFunctions.All.Single(f => f.Name == name);
        var verdict = new Trial(function, function.Takes.Count > 8 ? 4_000 : 100_000).Run();
        Assert.True(verdict.Passed, $"{name}: {verdict.Failure}");
        Assert.InRange(verdict.MaxUlp, 0, 2);
    }

    [Fact]
    public void The_verdict_does_not_depend_on_the_number_of_threads()
    {
        var function = NumberFunctions.All.Single(f => f.Name == "exp2");
        var plant = Plants.Find("exp2-table")!;
        var verdicts = Enumerable.Range(0, 4).Select(_ => new Trial(function, 50_000, plant: plant).Run().Failure!.Index).Distinct();
        Assert.Single(verdicts);
        Assert.Single(Enumerable.Range(0, 4).Select(_ => new Trial(function, 50_000).Run() is var v ? (v.MaxUlp, v.MeanUlp) : default).Distinct());
    }
}
