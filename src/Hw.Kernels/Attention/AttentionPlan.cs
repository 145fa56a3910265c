namespace Hw.Kernels;

/// <summary>A lane-block: one query block of one head. <paramref name="Number"/> counts them; its places on chip follow from it.</summary>
sealed record LaneBlock(AttentionProblem Problem, int Number, int Head, int Block)
{
    public int FirstStep { get; set; } = -1;
    public int LastStep { get; set; }
    /// <summary>Position of its first query.</summary>
    public int Position => Problem.Offset + Block * Problem.Lanes;
    /// <summary>Lanes that hold queries; 0 when all do.</summary>
    public int Live => Problem.Queries - Block * Problem.Lanes is var left && left < Problem.Lanes ? left : 0;
    int Last => Math.Min(Position + Problem.Lanes, Problem.Offset + Problem.Queries) - 1;

    /// <summary>The keys that some query of it sees, from a page's start; where there are none, one page that is masked entirely.</summary>
    public Span Keys
    {
        get
        {
            var first = Problem.Seen(Position).Start / AttentionProblem.Page * AttentionProblem.Page;
            var end = Problem.Seen(Last).End;
            return end > first ? new(first, end - first) : new(0, Math.Min(AttentionProblem.Page, Problem.Keys));
        }
    }
}

/// <summary>A tile of at most 128 keys and their values, shared by the lane-blocks of a group. <paramref name="Number"/> counts them.</summary>
sealed record KeyTile(AttentionProblem Problem, int Number, int Head, Span Keys)
{
    public int FirstStep { get; set; } = -1;
    public int LastStep { get; set; }
}

/// <summary>One lane-block against those keys of one tile that it sees: a product with K, a softmax step, a product with V.</summary>
sealed record AttentionStep(LaneBlock Lanes, KeyTile Tile, Span Keys)
{
    public AttentionProblem Problem => Lanes.Problem;
    public bool First { get; init; }
    public bool Last { get; set; }
    /// <summary>Its first key within the tile.</summary>
    public int Skipped => Keys.Start - Tile.Keys.Start;
}

/// <summary>
/// Cuts attention into steps. A group is as many lane-blocks as ACC has room for results of, all of one key/value head: its query heads, times as many query blocks. Tiles lie on a
/// fixed grid of 128 keys, so that sums do not depend on the grouping. The groups with most keys come first: they leave the loads time to run ahead.
/// </summary>
static class AttentionPlan
{
    public const int TileKeys = 128;
    const int ResultBanks = 2, Bank = TxuIsa.AccRows / 4, Most = 8;

    /// <summary>Lane-blocks of a group: as many as have room for their results in two ACC banks, at most 8.</summary>
    public static int LaneBlocks(AttentionProblem q) => Math.Min(Most, ResultBanks * (Bank / q.HeadSize));

    public static List<AttentionStep> Steps(IEnumerable<AttentionProblem> problems)
    {
        var (steps, lanes, tiles) = (new List<AttentionStep>(), 0, 0);
        foreach (var q in problems)
        {
            var (heads, most) = (q.Heads / q.KeyValueHeads, LaneBlocks(q));
            var together = Math.Min(heads, most);
            var blocks = most / together;
            for (var kv = 0; kv < q.KeyValueHeads; kv++)
                for (var h = 0; h < heads; h += together)
                    for (var end = q.Blocks; end > 0; end -= blocks)
                    {
                        var group = new List<LaneBlock>();
                        for (var b = Math.Max(0, end - blocks); b < end; b++)
                            for (var i = h; i < Math.Min(heads, h + together); i++) group.Add(new(q, lanes++, kv * heads + i, b));
                        Group(q, kv, group);
                    }
        }
        return steps;

        void Group(AttentionProblem q, int head, List<LaneBlock> group)
        {
            var (first, end) = (group.Min(l => l.Keys.Start), group.Max(l => l.Keys.End));
            for (var at = first / TileKeys * TileKeys; at < end; at += TileKeys)
            {
                var seen = group.Select(l => (Lanes: l, Keys: Within(l.Keys, at))).Where(s => s.Keys.Count > 0).ToList();
                if (seen.Count == 0) continue;
                var from = seen.Min(s => s.Keys.Start);
                var tile = new KeyTile(q, tiles++, head, new(from, seen.Max(s => s.Keys.End) - from)) { FirstStep = steps.Count, LastStep = steps.Count + seen.Count - 1 };
                foreach (var (l, keys) in seen)
                {
                    if (l.FirstStep < 0) l.FirstStep = steps.Count;
                    l.LastStep = steps.Count;
                    steps.Add(new(l, tile, keys) { First = l.FirstStep == steps.Count, Last = keys.End == l.Keys.End });
                }
            }
        }

        static Span Within(Span keys, int tile)
        {
            var start = Math.Max(keys.Start, tile);
            return new(start, Math.Min(keys.End, tile + TileKeys) - start);
        }
    }
}
