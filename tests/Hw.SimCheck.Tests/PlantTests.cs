namespace Hw.SimCheck.Tests;

/// <summary>Every fault is found, in whichever simulator it is.</summary>
public class PlantTests
{
    [Fact]
    public void In_the_built_in_simulator() => Found(Subjects.BuiltIn, 40, expected: 8);

    [Fact]
    public void In_verilator() => Found(Subjects.Verilator, 60, expected: 10);

    static void Found(Subjects side, int graphs, int expected)
    {
        var verdicts = new PlantCheck(side).Run([.. Enumerable.Range(1, graphs).Select(i => (ulong)i)], _ => { }, default);
        Assert.Equal(expected, verdicts.Count);
        Assert.All(verdicts, v => Assert.True(v.Found is not null, $"{v.Name} in {v.Side}: not found in {v.Tried} graphs that have a place for it"));
    }
}
