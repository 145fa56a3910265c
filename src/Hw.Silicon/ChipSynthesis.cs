using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Hw.Sim;

namespace Hw.Silicon;

/// <param name="PeriodNs">Of the clock.</param>
/// <param name="TargetNs">The delay that technology mapping aims at.</param>
public sealed record ChipOptions(double PeriodNs = 6.67, double TargetNs = 5.0, string Clock = SimDesign.Clock, string Reset = "reset");

/// <summary>The longest way that ends in a block: from one register to the next, setup included. Names are BLOCK.REGISTER; a port or a memory stands by its own name.</summary>
/// <param name="SlowestNs">Of one gate. Much more than half a nanosecond is a net that leaves its module and drives many others: a placed chip would have a tree of buffers there.</param>
/// <param name="Through">The blocks it passes between first and last.</param>
public sealed record StagePath(double Ns, double SlackNs, int Gates, double SlowestNs, string From, string To, IReadOnlyList<string> Through);

/// <param name="Instances">How many of it the chip has.</param>
/// <param name="AreaUm2">Of one, memories included, blocks below it not.</param>
/// <param name="Worst">Null where no way ends in it: it is all gates between other blocks' registers.</param>
public sealed record BlockReport(string Module, int Instances, double AreaUm2, int Flops, long MemoryBits, StagePath? Worst);

/// <summary>
/// A chip in gates, block by block: each block is mapped alone, the netlists are linked, and OpenSTA times the whole, so that a way through several blocks is
/// seen in its full length. Memories are <see cref="MemoryMacro"/>s. Not in it: wires, clock skew, the tree that carries the reset.
/// </summary>
public static partial class ChipSynthesis
{
    /// <summary>A memory of fewer bits is flip-flops.</summary>
    public const int LeastMemoryBits = MemoryMacro.LeastBits;

    const int Kept = 1024;

    [GeneratedRegex(@"^\s+(?<module>\w+) (?<name>\w+) \(\s*$", RegexOptions.Multiline)]
    private static partial Regex Instance { get; }

    /// <param name="modules">The text of every module by its name.</param>
    /// <param name="isBlock">Which get a row; the others are flattened into what holds them. The top is one.</param>
    /// <exception cref="SiliconException">The design is wrong, or not synthesizable.</exception>
    /// <exception cref="ToolMissingException">Yosys, OpenSTA or the gate library is not installed.</exception>
    public static IReadOnlyList<BlockReport> Run(IReadOnlyDictionary<string, string> modules, string top, Func<string, bool> isBlock, ChipOptions? options = null,
        string? cache = null, Action<string, int, int>? progress = null, Tools? tools = null, CancellationToken token = default)
    {
        options ??= new();
        tools ??= Tools.System;
        foreach (var tool in (string[])["yosys", "sta"]) tools.Require(tool);
        var children = modules.ToDictionary(m => m.Key, m => Instance.Matches(m.Value).Select(i => i.Groups["module"].Value).Where(modules.ContainsKey).Distinct().ToList());
        var blocks = Reached(top, m => children[m]).Where(m => m == top || isBlock(m)).ToList();
        var kept = new BuildCache(Path.Combine(cache ?? BuildCache.DefaultRoot, "gates"), Kept);
        var gates = new ConcurrentBag<BlockGates>();
        var done = 0;
        try
        {
            // the largest text first: it is the likeliest to be the last one waited for
            Parallel.ForEach(Partitioner.Create(blocks.OrderByDescending(b => modules[b].Length), EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = token }, block =>
            {
                bool Inside(string m) => m == block || !blocks.Contains(m);
                var inside = Reached(block, m => Inside(m) ? children[m] : []).ToList();
                gates.Add(BlockGates.Of(block, [.. inside.Where(Inside).Select(m => modules[m])], [.. inside.Where(m => !Inside(m)).Select(m => modules[m])], options.TargetNs, kept, tools, token));
                progress?.Invoke(block, Interlocked.Increment(ref done), blocks.Count);
            });
        }
        catch (AggregateException e) when (e.InnerException is SimException inner) { throw inner; }
        return ChipTiming.Reports([.. gates], top, options, tools, token);
    }

    /// <summary>A module and everything below it, each once.</summary>
    static IEnumerable<string> Reached(string top, Func<string, IEnumerable<string>> below)
    {
        var (seen, open) = (new HashSet<string>(), new Stack<string>([top]));
        while (open.TryPop(out var module))
        {
            if (!seen.Add(module)) continue;
            yield return module;
            foreach (var child in below(module)) open.Push(child);
        }
    }
}
