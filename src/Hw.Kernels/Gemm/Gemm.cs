namespace Hw.Kernels;

/// <summary>
/// The matrix product. LD brings weight slabs and activation slabs, MM multiplies a slab with each block of the group, VX narrows a finished tile, ST stores it.
/// <para>Weights are double-buffered in SPAD regions 0 and 1, activations in region 2, results in region 3, so that the moving stream, the stationary loader and the store never
/// meet in a bank. A tile of a block owns an ACC bank, and the four take turns: while it is drained, the others grow.</para>
/// <para>The first slab of weights comes in pieces, so that the array starts when the first one is there; the last tile goes out in pieces.</para>
/// </summary>
public sealed class Gemm
{
    const int Region = TxuIsa.SpadRows / 4, Banks = 4, Bank = TxuIsa.AccRows / Banks;
    const int Piece = 64;                                  // at least 33 rows hide the stationary load
    const int Slabs = 2, SlabRows = Region / Slabs, Results = 4, ResultRows = Region / Results;

    readonly ProgramBuilder p;
    readonly Prefetch loads = new();
    readonly List<Unit> units;
    int step;

    Gemm(ProgramBuilder builder, IEnumerable<GemmProblem> problems) => (p, units) = (builder, GemmPlan.Units(problems));

    /// <summary>Products one after another without a gap, as a part of a program.</summary>
    /// <exception cref="ArgumentException">A problem that cannot be computed, or none at all.</exception>
    public static void Write(ProgramBuilder builder, params IReadOnlyList<GemmProblem> problems)
    {
        if (problems.Count == 0) throw new ArgumentException("there must be one product at least");
        foreach (var problem in problems) problem.Check();
        new Gemm(builder, problems).Write();
    }

    /// <inheritdoc cref="Write(ProgramBuilder, IReadOnlyList{GemmProblem})"/>
    public static TxuProgram Program(params IReadOnlyList<GemmProblem> problems)
    {
        var builder = new ProgramBuilder();
        Write(builder, problems);
        return builder.Halt();
    }

    /// <summary>A product: outputs of a unit, relative to its first, for one block of its group.</summary>
    readonly record struct Step(Unit Unit, int Block, Span Piece);

    void Write()
    {
        var steps = units.SelectMany(u => Steps(u, first: u.Weights == 0, last: u.Weights == units.Count - 1)).ToList();
        var (begin, end) = (new int[units.Count], new int[units.Count]);
        for (var n = steps.Count - 1; n >= 0; n--) begin[steps[n].Unit.Weights] = n;
        for (var n = 0; n < steps.Count; n++) end[steps[n].Unit.Weights] = n + 1;
        var readers = new List<int>();                     // by activation slab: the end of the last unit that reads it
        foreach (var u in units)
            if (u.Activations < readers.Count) readers[u.Activations] = end[u.Weights];
            else readers.Add(end[u.Weights]);

        foreach (var u in units)
        {
            var fresh = u.Weights == 0 || units[u.Weights - 1].Activations != u.Activations;
            for (var b = 0; fresh && b < u.Blocks.Count; b++)
            {
                var block = b;
                loads.Add(steps.FindIndex(begin[u.Weights], s => s.Block == block), () => u.Activations < Slabs || step >= readers[u.Activations - Slabs], () => LoadActivations(u, block));
            }
            foreach (var piece in u.Weights == 0 ? Pieces(u) : [Whole(u)])
                loads.Add(steps.FindIndex(begin[u.Weights], s => s.Piece.End >= piece.End), () => u.Weights < Slabs || step >= end[u.Weights - Slabs], () => LoadWeights(u, piece));
        }
        loads.Sort();
        for (; step < steps.Count; step++)
        {
            var (u, b, piece) = steps[step];
            loads.Write(step);
            Multiply(u, b, piece);
            if (u.Last) Drain(u, b, piece);
        }
    }

    /// <summary>The first unit goes piece by piece through all blocks: a piece of weights feeds them all while the next one comes. The last block of the last unit goes out in pieces.</summary>
    static IEnumerable<Step> Steps(Unit u, bool first, bool last) =>
        first ? from piece in Pieces(u) from b in Enumerable.Range(0, u.Blocks.Count) select new Step(u, b, piece)
        : from b in Enumerable.Range(0, u.Blocks.Count) from piece in last && b == u.Blocks.Count - 1 ? Pieces(u) : [Whole(u)] select new Step(u, b, piece);

    static int WeightsAt(Unit u) => u.Weights % Slabs * Region;
    static int ActivationsAt(Unit u, int b) => 2 * Region + u.Activations % Slabs * SlabRows + b * u.BlockRows;
    static int SumsAt(Unit u, int b) => (u.FirstTile + b) % Banks * Bank;

    static List<Span> Pieces(Unit u) => Span.Cut(u.Outputs.Count, Piece);
    static Span Whole(Unit u) => new(0, u.Outputs.Count);

    void LoadWeights(Unit u, Span piece)
    {
        var q = u.Problem;
        p.Label = $"{q.Name}: load weights, outputs {Of(u, piece)}, features {u.Features}";
        p.Load(WeightsAt(u) + piece.Start * u.Pitch, q.Weights + (long)(u.Outputs.Start + piece.Start) * q.WeightPitch + u.Features.Start * q.ElementBytes,
            Walk.Runs(u.Pitch, piece.Count, q.WeightPitch / TxuIsa.RowBytes));
    }

    void LoadActivations(Unit u, int b)
    {
        var q = u.Problem;
        p.Label = $"{q.Name}: load activations, block {u.Blocks.Start + b}, features {u.Features}";
        p.Load(ActivationsAt(u, b), Dram(q.Activations, u.Blocks.Start + b, q.Features, u.Features.Start, q.ElementBytes), Walk.Contiguous(u.BlockRows));
    }

    void Multiply(Unit u, int b, Span piece)
    {
        var q = u.Problem;
        p.Label = $"{q.Name}: multiply, block {u.Blocks.Start + b}, outputs {Of(u, piece)}, features {u.Features}";
        p.Multiply(q.Type, SumsAt(u, b) + piece.Start, WeightsAt(u) + piece.Start * u.Pitch, ActivationsAt(u, b), Walk.Product(piece.Count, u.Chunks, u.Pitch, q.ElementBytes, q.ElementBytes),
            u.First ? MmMode.SET : MmMode.ADD, u.Tail, Live(u, b));
    }

    /// <summary>Lanes of a block that hold tokens; 0 when all do.</summary>
    static int Live(Unit u, int b) => Math.Max(0, u.Problem.Tokens - (u.Blocks.Start + b) * u.Problem.Lanes) is var left && left < u.Problem.Lanes ? left : 0;

    void Drain(Unit u, int b, Span piece)
    {
        var (q, block, acc) = (u.Problem, u.Blocks.Start + b, SumsAt(u, b) + piece.Start);
        if (q.Quantized is { } narrow)
        {
            var bytes = q.ResultType.Bytes();
            var staging = 3 * Region + (u.FirstTile + b) % Results * ResultRows + piece.Start * bytes;
            p.Label = $"{q.Name}: narrow, block {block}, outputs {Of(u, piece)}";
            if (q.Type == MmType.INT8)
                foreach (var (part, by) in Requantizations(q, Of(u, piece)))
                    p.Requantize(staging + part.Start, acc + part.Start, Walk.Rows(part.Count, 1, 1), by);
            else p.Narrow(q.Narrow, staging, acc, Walk.Rows(piece.Count, bytes, 1), q.Scale is { } s ? new(BitConverter.SingleToUInt32Bits(s), 0, 0, 0) : null);
            p.Label = $"{q.Name}: store results, block {block}, outputs {Of(u, piece)}";
            p.Store(Space.SPAD, staging, Dram(narrow, block, q.Outputs, u.Outputs.Start + piece.Start, bytes), Walk.Contiguous(piece.Count * bytes));
        }
        if (q.Sums is { } wide)
        {
            p.Label = $"{q.Name}: store sums, block {block}, outputs {Of(u, piece)}";
            p.Store(Space.ACC, acc, Dram(wide, block, q.Outputs, u.Outputs.Start + piece.Start, TxuIsa.AccSlotBytes), Walk.Contiguous(piece.Count * TxuIsa.AccSlotBytes));
        }
    }

    /// <summary>Parts of a piece that share a requantization, relative to its first output.</summary>
    static IEnumerable<(Span Part, Requantization By)> Requantizations(GemmProblem q, Span outputs)
    {
        for (int n = outputs.Start, next; n < outputs.End; n = next)
        {
            var by = q.Requantizations[n / GemmProblem.Granule];
            next = n / GemmProblem.Granule * GemmProblem.Granule + GemmProblem.Granule;
            while (next < outputs.End && q.Requantizations[next / GemmProblem.Granule] == by) next += GemmProblem.Granule;
            next = Math.Min(next, outputs.End);
            yield return (new(n - outputs.Start, next - n), by);
        }
    }

    static Span Of(Unit u, Span piece) => piece with { Start = u.Outputs.Start + piece.Start };

    /// <summary>Feature <paramref name="feature"/> of a block in a tensor of so many features, of so many bytes each.</summary>
    static long Dram(long tensor, int block, int features, int feature, int bytes) => tensor + ((long)block * features + feature) * TxuIsa.MaxLanes * bytes;
}
