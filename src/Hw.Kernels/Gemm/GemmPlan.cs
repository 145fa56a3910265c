namespace Hw.Kernels;

/// <summary>
/// One unit of work: a weight slab (outputs × features) against the tokens of a group of blocks. Numbers count weight slabs, activation slabs and finished tiles:
/// what is double-buffered takes its place from them.
/// </summary>
sealed record Unit(GemmProblem Problem, Span Blocks, Span Outputs, Span Features, int Weights, int Activations, int FirstTile)
{
    public bool First => Features.Start == 0;
    public bool Last => Features.End == Problem.Features;
    public int Chunks => (Features.Count + GemmProblem.Granule - 1) / GemmProblem.Granule;
    public int Tail => Features.Count % GemmProblem.Granule;
    /// <summary>SPAD rows of a weight row, and of a block's activations.</summary>
    public int Pitch => Chunks * Problem.ElementBytes;
    public int BlockRows => Features.Count * Problem.ElementBytes;
}

/// <summary>
/// Cuts problems into units: groups of 4 token blocks, tiles of at most 256 outputs (an ACC bank), slabs of at most 128 BF16 features or 256 of a byte, near-equal so that
/// nothing is a sliver. Within a group: tiles, within a tile: slabs. With one slab the group's activations stay on chip for all tiles.
/// </summary>
static class GemmPlan
{
    public const int BlocksPerGroup = 4, MaxOutputs = 256, SlabBytes = 256;

    public static List<Unit> Units(IEnumerable<GemmProblem> problems)
    {
        var units = new List<Unit>();
        var (activations, tiles) = (-1, 0);
        foreach (var q in problems)
        {
            var (outputs, slabs) = (Span.Cut(q.Outputs, MaxOutputs), Span.Cut(q.Features, SlabBytes / q.ElementBytes));
            for (var b = 0; b < q.Blocks; b += BlocksPerGroup)
            {
                var blocks = new Span(b, Math.Min(BlocksPerGroup, q.Blocks - b));
                foreach (var tile in outputs)
                {
                    foreach (var slab in slabs)
                    {
                        if (slabs.Count > 1 || tile.Start == 0) activations++;
                        units.Add(new(q, blocks, tile, slab, units.Count, activations, tiles));
                    }
                    tiles += blocks.Count;
                }
            }
        }
        return units;
    }
}
