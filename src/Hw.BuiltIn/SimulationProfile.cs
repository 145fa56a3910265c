using System.Diagnostics;
using System.Runtime.InteropServices;
using Hw.BuiltIn.Code;

namespace Hw.BuiltIn;

/// <param name="Unit">The instance, or the array of lanes.</param>
/// <param name="Open">Share of the cycles in which it was evaluated.</param>
/// <param name="Nanoseconds">Of a cycle, on average.</param>
public sealed record UnitTime(string Unit, bool IsLanes, double Open, double Nanoseconds);

/// <summary>Where the time of a cycle goes.</summary>
public sealed unsafe partial class BuiltInSimulation
{
    /// <summary>The quickest of some tries counts: the others were disturbed.</summary>
    const int Repeats = 16, Tries = 5;

    /// <summary>
    /// Runs a fork of this simulation and, every so many cycles, each block on its own many times over, in the state of that cycle. What a
    /// block costs alone is not quite what it costs among others, so the sum is near the time of a cycle, not equal to it.
    /// </summary>
    public IReadOnlyList<UnitTime> Profile(int samples = 200, ulong every = 97)
    {
        var (variant, blocks) = design.ByBlocks();
        using var run = Fork();
        run.Switch(variant);
        var layout = variant.Frame;
        var (ticks, open) = (new long[blocks.Count], new int[blocks.Count]);
        var scratch = (byte*)NativeMemory.AlignedAlloc((nuint)layout.Size, 64);
        try
        {
            for (var sample = 0; sample < samples; sample++)
            {
                run.Step(every);
                if (*run.stale != 0) run.code.TakeInputs(run.frame);
                *run.stale = 0;
                foreach (var (i, (block, code)) in blocks.Index())
                {
                    // an edge is tried on a copy, so that the run goes on as if nothing had happened
                    var on = run.frame;
                    if (block.AtEdge) Buffer.MemoryCopy(run.frame, on = scratch, layout.Size, layout.Size);
                    open[i] += block.Unit.Gate < 0 || on[layout.Gates + block.Unit.Gate] != 0 ? 1 : 0;
                    code(on);
                    ticks[i] += Enumerable.Range(0, Tries).Min(_ => Time(code, on));
                }
            }
        }
        finally { NativeMemory.AlignedFree(scratch); }
        return [.. blocks.Index().GroupBy(b => b.Item.Block.Unit).Select(g => new UnitTime(g.Key.ToString(), g.Key.Lanes > 0,
            g.Average(b => (double)open[b.Index] / samples), g.Sum(b => ticks[b.Index]) * 1e9 / Stopwatch.Frequency / Repeats / samples)).OrderByDescending(u => u.Nanoseconds)];
    }

    static long Time(Work code, byte* on)
    {
        var start = Stopwatch.GetTimestamp();
        for (var r = 0; r < Repeats; r++) code(on);
        return Stopwatch.GetTimestamp() - start;
    }
}
