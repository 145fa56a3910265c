using Hw.BuiltIn;
using Hw.SimCheck.Graphs;

namespace Hw.SimCheck.Tests;

/// <summary>Random graphs mean the same to the interpreter, to Verilator and to the built-in simulator in each of its configurations.</summary>
public class RandomTests
{
    [Fact]
    public void Three_simulators_agree() => Agree(Subjects.Both, first: 1, count: 40);

    static void Agree(Subjects subjects, ulong first, int count)
    {
        var result = new RandomCheck(subjects).Run([.. Enumerable.Range(0, count).Select(i => first + (ulong)i)], _ => { }, default);
        Assert.True(result.Passed, string.Join('\n', result.Mismatches.Take(10)));
        Assert.Equal(count, result.Designs);
    }

    /// <summary>More graphs where no C++ has to be built.</summary>
    public class WithoutVerilator
    {
        [Fact]
        public void The_built_in_simulator_agrees() => Agree(Subjects.BuiltIn, first: 41, count: 160);
    }

    /// <summary>What is compared has to be there: a good part of the arrays becomes SIMD lanes, the rest single instances.</summary>
    [Fact]
    public void Arrays_of_lanes_are_compiled_in_both_ways()
    {
        var graphs = Enumerable.Range(1, 80).Select(n => Graph.Of((ulong)n)).Where(g => g.Kind == "lanes").ToList();
        var simd = graphs.Count(g => { using var compiled = BuiltInDesign.Compile(g.Design); return compiled.Report.LaneOperations > 0; });
        Assert.InRange(simd, graphs.Count / 3, graphs.Count - 4);
    }
}
