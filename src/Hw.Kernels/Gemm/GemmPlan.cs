namespace Hw.Kernels;

/// <summary>A run of outputs, features or token blocks.</summary>
readonly record struct Span(int Start, int Count)
{
    public int End => Start + Count;
    public override string ToString() => $"{Start}…{End - 1}";
}

/// <summary>
/// One step of the pipeline: a weight tile (outputs × features) against the tokens of a group of blocks. <paramref name="Fresh"/>: its activations
/// have to be loaded, they are not on chip yet.
/// </summary>
sealed record Unit(GemmProblem Problem, Span Blocks, Span Outputs, Span Features, bool Fresh)
{
    public bool First => Features.Start == 0;
    public bool Last => Features.End == Problem.Features;
    public int Chunks => Features.Count / Hw.Bits.Dot32.Depth;
}

/// <summary>Units that run in order, <paramref name="Count"/> times; each time <paramref name="Advance"/> token blocks on.</summary>
sealed record Run(int Count, int Advance, IReadOnlyList<Unit> Units);

/// <summary>
/// Cuts a problem into units: groups of 4 token blocks, tiles of at most 128 outputs, slabs of at most 256 features, near-equal so that no
/// tile is a sliver. Within a group: tiles, within a tile: slabs. With one slab the group's activations stay on chip for all tiles.
/// Groups that repeat become a loop, whose period is even in all that is double-buffered.
/// </summary>
static class GemmPlan
{
    public const int BlocksPerGroup = 4, MaxOutputs = 128, MaxFeatures = 256;
    const int Granule = Hw.Bits.Dot32.Depth;

    public static IEnumerable<Run> Runs(GemmProblem problem)
    {
        var tiles = Cut(problem.Outputs, MaxOutputs);
        var slabs = Cut(problem.Features, MaxFeatures);
        var period = tiles.Count % 2 == 0 && slabs.Count > 1 ? 1 : 2;
        var rounds = problem.Blocks / BlocksPerGroup / period;
        var looped = rounds > 2 ? rounds - 1 : 0;          // the last round is peeled: nothing follows it that could be loaded ahead
        var advance = period * BlocksPerGroup;
        if (looped > 0) yield return new(looped, advance, Units(0, advance));
        yield return new(1, 0, Units(looped * advance, problem.Blocks));

        List<Unit> Units(int first, int end) =>
        [
            .. from start in Enumerable.Range(0, (end - first + BlocksPerGroup - 1) / BlocksPerGroup).Select(g => first + g * BlocksPerGroup)
               let blocks = new Span(start, Math.Min(BlocksPerGroup, end - start))
               from tile in tiles
               from slab in slabs
               select new Unit(problem, blocks, tile, slab, Fresh: slabs.Count > 1 || tile.Start == 0),
        ];
    }

    /// <summary>Near-equal spans of at most <paramref name="most"/>, each a multiple of 32.</summary>
    public static List<Span> Cut(int total, int most)
    {
        var (granules, parts) = (total / Granule, (total + most - 1) / most);
        return [.. Enumerable.Range(0, parts).Select(i => (From: granules * i / parts, To: granules * (i + 1) / parts)).Select(p => new Span(p.From * Granule, (p.To - p.From) * Granule))];
    }
}
