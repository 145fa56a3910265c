namespace Hw.Kernels;

/// <summary>
/// Attention with the online softmax, for long runs of queries (prefill). A step is a lane-block against a tile: MM multiplies keys with queries (scores), VX turns scores into weights, MM multiplies
/// values with weights onto the results, which take the factor α of a new maximum along with the addition.
/// <para>MM runs <see cref="Ahead"/> steps ahead with the scores, across tiles, lane-blocks, groups and heads: while VX works on a step, the array has others. A lane-block's last step
/// is followed by the division (VX) and the store (ST), beside the products of the next.</para>
/// <para>SPAD: keys and values in regions 0 and 1 in turn, queries in 2, weights and results in 3. ACC: scores in banks 0 and 1 in turn, results in 2 and 3.</para>
/// </summary>
public sealed class Attention
{
    const int Region = TxuIsa.SpadRows / 4, Bank = TxuIsa.AccRows / 4, Page = AttentionProblem.Page, Tile = AttentionPlan.TileKeys;
    const int Ahead = 2, Scores = 4, Weights = Ahead + 1, States = TxuIsa.StateVectors / Smx.Vectors, MostTiles = 8, Pair = TxuIsa.PairRows;

    readonly ProgramBuilder p;
    readonly Prefetch loads = new();
    readonly List<AttentionStep> steps;
    readonly int[] previous;               // of the same lane-block
    int scored, weighed, summed;           // steps whose score product, softmax, value product are written

    Attention(ProgramBuilder builder, IEnumerable<AttentionProblem> problems)
    {
        p = builder;
        steps = AttentionPlan.Steps(problems);
        previous = new int[steps.Count];
        var latest = new Dictionary<int, int>();
        for (var n = 0; n < steps.Count; n++)
        {
            previous[n] = latest.GetValueOrDefault(steps[n].Lanes.Number, -1);
            latest[steps[n].Lanes.Number] = n;
        }
    }

    /// <summary>Problems one after another without a gap, all of one type and one d, as a part of a program.</summary>
    /// <exception cref="ArgumentException">A problem that cannot be computed, or none at all, or of several types or sizes.</exception>
    public static void Write(ProgramBuilder builder, params IReadOnlyList<AttentionProblem> problems)
    {
        if (problems.Select(q => (q.Type, q.HeadSize)).Distinct().Count() != 1) throw new ArgumentException("there must be one attention at least, and all of one type and one head size");
        foreach (var problem in problems) problem.Check();
        new Attention(builder, problems).Write();
    }

    /// <inheritdoc cref="Write(ProgramBuilder, IReadOnlyList{AttentionProblem})"/>
    public static TxuProgram Program(params IReadOnlyList<AttentionProblem> problems)
    {
        var builder = new ProgramBuilder();
        Write(builder, problems);
        return builder.Halt();
    }

    void Write()
    {
        PlanLoads();
        for (var n = 0; n < steps.Count + Ahead; n++)
        {
            loads.Write(n);
            if (n < steps.Count)
            {
                Score(n);
                scored++;
                Weigh();
            }
            if (n < Ahead) continue;
            Sum(n - Ahead);
            summed++;
            if (steps[n - Ahead].Last) Finish(steps[n - Ahead]);
            Weigh();
        }
    }

    /// <summary>The softmax of every step that has its scores, if the value product that needs the lane-block's old α is written.</summary>
    void Weigh()
    {
        while (weighed < scored && previous[weighed] < summed) Softmax(weighed++);
    }

    void PlanLoads()
    {
        var (q, tiles) = (steps[0].Problem, steps.Select(s => s.Tile).DistinctBy(t => t.Number).ToList());
        var lanes = steps.Select(s => s.Lanes).DistinctBy(l => l.Number).ToList();
        foreach (var l in lanes)
        {
            var before = l.Number - QueryPlaces(q) is var old && old >= 0 ? lanes[old] : null;
            loads.Add(l.FirstStep, () => before is null || scored > before.LastStep, () => LoadQueries(l));
        }
        foreach (var t in tiles)
        {
            var before = t.Number - TilePlaces(q) is var old && old >= 0 ? tiles[old] : null;
            foreach (var piece in Pieces(t.FirstStep, t.Keys.Count)) loads.Add(t.FirstStep, () => before is null || scored > before.LastStep, () => LoadKeys(t, piece));
            loads.Add(t.FirstStep + Ahead, () => before is null || summed > before.LastStep, () => LoadValues(t));
        }
        loads.Sort();
    }

    /// <summary>The very first keys come page by page.</summary>
    static List<Span> Pieces(int step, int keys) => step == 0 ? Span.Cut(keys, Page) : [new(0, keys)];

    // places on chip: SPAD rows, ACC rows, state vectors
    static int TileRows(AttentionProblem q) => Tile * q.HeadSize * q.ElementBytes / TxuIsa.RowBytes;
    static int TilePlaces(AttentionProblem q) => Math.Min(MostTiles, 2 * (Region / (2 * TileRows(q))));
    static int QueryPlaces(AttentionProblem q) => Region / (q.HeadSize * q.ElementBytes);
    static int KeysAt(KeyTile t) => t.Number % TilePlaces(t.Problem) is var place ? place % 2 * Region + place / 2 * 2 * TileRows(t.Problem) : 0;
    static int ValuesAt(KeyTile t) => KeysAt(t) + TileRows(t.Problem);
    static int QueriesAt(LaneBlock l) => 2 * Region + l.Number % QueryPlaces(l.Problem) * l.Problem.HeadSize * l.Problem.ElementBytes;
    static int WeightsAt(int n) => 3 * Region + n % Weights * Tile * Pair;
    static int StagingAt(LaneBlock l) => 3 * Region + Weights * Tile * Pair + l.Number % AttentionPlan.LaneBlocks(l.Problem) * l.Problem.HeadSize * Pair;
    static int ScoresAt(int n) => n % 2 * Bank + n % Scores / 2 * Tile;
    static int ResultsAt(LaneBlock l) => l.Number % AttentionPlan.LaneBlocks(l.Problem) is var place ? (2 + place % 2) * Bank + place / 2 * l.Problem.HeadSize : 0;
    static StateVector StateAt(LaneBlock l) => new(l.Number % States * Smx.Vectors);

    void LoadQueries(LaneBlock l)
    {
        var q = l.Problem;
        p.Label = $"{q.Name}: load queries, {Of(l)}";
        p.Load(QueriesAt(l), q.Query + Place(l) * q.ElementBytes, Walk.Contiguous(q.HeadSize * q.ElementBytes));
    }

    void LoadKeys(KeyTile t, Span piece)
    {
        var (q, keys) = (t.Problem, piece with { Start = t.Keys.Start + piece.Start });
        var row = q.HeadSize * q.ElementBytes;
        p.Label = $"{q.Name}: load keys {keys}, kv head {t.Head}";
        p.Load(KeysAt(t) + piece.Start * row / TxuIsa.RowBytes, q.Key + ((long)t.Head * q.Capacity + keys.Start) * row, Walk.Contiguous(keys.Count * row / TxuIsa.RowBytes));
    }

    void LoadValues(KeyTile t)
    {
        var (q, pages) = (t.Problem, (t.Keys.Count + Page - 1) / Page);
        p.Label = $"{q.Name}: load values {t.Keys}, kv head {t.Head}";
        p.Load(ValuesAt(t), q.Value + ((long)t.Head * q.Capacity + t.Keys.Start) * q.HeadSize * q.ElementBytes, Walk.Contiguous(pages * q.HeadSize * q.ElementBytes));
    }

    void Score(int n)
    {
        var s = steps[n];
        var (q, l) = (s.Problem, s.Lanes);
        var (chunks, pitch) = (q.HeadSize / Page, q.HeadSize * q.ElementBytes / TxuIsa.RowBytes);
        p.Label = $"{q.Name}: scores, {Of(s)}";
        foreach (var piece in Pieces(n, s.Keys.Count))
            p.Multiply(q.Type, ScoresAt(n) + piece.Start, KeysAt(s.Tile) + (s.Skipped + piece.Start) * pitch, QueriesAt(l), Walk.Product(piece.Count, chunks, pitch, q.ElementBytes, q.ElementBytes), MmMode.SET, lanes: l.Live);
    }

    void Softmax(int n)
    {
        var s = steps[n];
        var (q, bytes) = (s.Problem, s.Problem.ElementBytes);
        p.Label = $"{q.Name}: softmax, {Of(s)}";
        p.Softmax(q.Type == MmType.BF16 ? SmxType.BF16 : SmxType.E4M3, WeightsAt(n), ScoresAt(n), Walk.Rows(s.Keys.Count, bytes, 1), s.Lanes.Position, s.Keys.Start, StateAt(s.Lanes), Mask(q), s.First, q.Causal);
    }

    /// <summary>The scores' factor times log2 e, because weights are powers of two.</summary>
    static Constants Mask(AttentionProblem q) => new(BitConverter.SingleToUInt32Bits((float)((q.Scale ?? 1 / Math.Sqrt(q.HeadSize)) * Math.Log2(Math.E))), 0, q.Keys, q.Window);

    void Sum(int n)
    {
        var s = steps[n];
        var (q, l) = (s.Problem, s.Lanes);
        var pages = (s.Keys.Count + Page - 1) / Page;
        p.Label = $"{q.Name}: values, {Of(s)}";
        p.Multiply(q.Type, ResultsAt(l), ValuesAt(s.Tile) + s.Skipped / Page * q.HeadSize * q.ElementBytes, WeightsAt(n), Walk.Product(q.HeadSize, pages, q.ElementBytes, q.HeadSize * q.ElementBytes, q.ElementBytes),
            s.First ? MmMode.SET : MmMode.SCALE, s.Keys.Count % Page, l.Live, s.First ? default : new(StateAt(l).Index + Smx.Alpha));
    }

    void Finish(AttentionStep s)
    {
        var (q, l) = (s.Problem, s.Lanes);
        var (space, at) = q.Wide ? (Space.ACC, ResultsAt(l)) : (Space.SPAD, StagingAt(l));
        p.Label = $"{q.Name}: finish, {Of(l)}";
        p.SoftmaxFinish(q.Wide ? Target.ACC : Target.BF16, at, ResultsAt(l), Walk.Rows(q.HeadSize, q.Wide ? 1 : Pair, 1), new(StateAt(l).Index + Smx.Sum));
        p.Label = $"{q.Name}: store, {Of(l)}";
        p.Store(space, at, q.Result + Place(l) * q.ResultBytes, Walk.Contiguous(q.HeadSize * q.ResultBytes));
    }

    /// <summary>Slots before a lane-block's first, among queries and results alike.</summary>
    static long Place(LaneBlock l) => ((long)l.Block * l.Problem.Heads + l.Head) * l.Problem.HeadSize * TxuIsa.MaxLanes;

    static string Of(LaneBlock l) => $"head {l.Head}, block {l.Block}";
    static string Of(AttentionStep s) => $"{Of(s.Lanes)}, keys {s.Keys}";
}
