using Hw.SimCheck.Graphs;

namespace Hw.SimCheck.Tests;

/// <summary>Random graphs mean the same to the interpreter, to Verilator and to the built-in simulator in each of its configurations.</summary>
public class RandomTests
{
    [Fact]
    public void Verilator_agrees() => Agree(new(Subjects.Verilator), 1, 100);

    static void Agree(RandomCheck check, ulong first, int count)
    {
        var result = check.Run([.. Enumerable.Range(0, count).Select(i => first + (ulong)i)], _ => { }, default);
        Console.WriteLine(string.Join(", ", check.Seconds) + $" values {result.Values}");
        Assert.True(result.Passed, string.Join('\n', result.Mismatches.Take(10)));
    }
}
