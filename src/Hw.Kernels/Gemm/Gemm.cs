namespace Hw.Kernels;

/// <summary>
/// The matrix product. LD brings weight slabs and activation slabs, MM multiplies a slab with each block of the group, VX narrows a finished tile, ST stores it.
/// <para>Weights are double-buffered in SPAD regions 0 and 1, activations in region 2, results in region 3, so that the moving stream, the stationary loader and the store never
/// meet in a bank. A tile of a block owns an ACC bank, and the four take turns: while it is drained, the others grow.</para>
/// <para>The first slabs come in pieces, so that the array starts when the first piece is there; the last tile goes out in pieces.</para>
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

    void Write()
    {
        var (first, end) = (new int[units.Count], 0);
        foreach (var u in units)
        {
            first[u.Weights] = end;
            end += u.Blocks.Count;
        }
        foreach (var u in units)
        {
            var before = u.Activations >= Slabs ? units.FindLast(v => v.Activations == u.Activations - Slabs)! : null;
            var fresh = u.Weights == 0 || units[u.Weights - 1].Activations != u.Activations;
            for (var b = 0; fresh && b < u.Blocks.Count; b++)
            {
                var block = b;
                loads.Add(first[u.Weights] + b, () => before is null || step >= first[before.Weights] + before.Blocks.Count, () => LoadActivations(u, block));
            }
            foreach (var piece in Pieces(u, u.Weights == 0))
                loads.Add(first[u.Weights], () => u.Weights < Slabs || step >= first[u.Weights - Slabs] + units[u.Weights - Slabs].Blocks.Count, () => LoadWeights(u, piece));
        }
        loads.Sort();
        foreach (var u in units)
            for (var b = 0; b < u.Blocks.Count; b++)
            {
                loads.Write(step);
                foreach (var piece in Pieces(u, step == 0 || u.Last && step >= end - 1))
                {
                    Multiply(u, b, piece);
                    if (u.Last) Drain(u, b, piece);
                }
                step++;
            }
    }

    static int WeightsAt(Unit u) => u.Weights % Slabs * Region;
    static int ActivationsAt(Unit u, int b) => 2 * Region + u.Activations % Slabs * SlabRows + b * u.BlockRows;
    static int SumsAt(Unit u, int b) => (u.FirstTile + b) % Banks * Bank;

    /// <summary>Parts of a unit's outputs, relative to the first: all of them, or some at a time.</summary>
    static List<Span> Pieces(Unit u, bool fine) => fine ? Span.Cut(u.Outputs.Count, Piece) : [new(0, u.Outputs.Count)];

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
