using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Tests;

/// <summary>A check that cannot fail proves nothing: every function has a fault to plant, and every one of them is caught.</summary>
public class PlantTests
{
    public static TheoryData<string> Names => [.. Plants.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_plant_is_caught_and_named(string name)
    {
        var plant = Plants.Find(name)!;
        var function = NumberFunctions.All.Single(f => f.Name == plant.Function);
        var verdict = new Trial(function, 20_000, plant: plant).Run();
        Assert.False(verdict.Passed, $"{name} was not caught: {plant.What}");
        Assert.NotEqual(verdict.Failure!.Got, verdict.Failure.Expected);
    }

    [Fact]
    public void Every_function_has_a_plant() =>
        Assert.Empty(NumberFunctions.All.Select(f => f.Name).Except(Plants.All.Select(p => p.Function)));
}
