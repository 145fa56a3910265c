namespace Hw.Kernels;

/// <summary>
/// The INT8 matrix product, as a pipeline of five stages that order themselves with five semaphores:
/// LD loads a unit's weights and activations (<c>loaded</c>), MM multiplies and frees their buffers (<c>consumed</c>), VX requantizes a finished
/// tile (<c>sums</c>), ST stores it (<c>results</c>) and frees its accumulators (<c>drained</c>).
/// <para>Everything is double-buffered: weights in SPAD regions 0 and 1, activations in 2, results in 3, so that the moving stream, the stationary
/// loader and the store never meet in a bank; and a tile is drained from one ACC bank while the next one grows in another.</para>
/// <para>Loads run one unit ahead of the products in program order. A unit's first product is cut in pieces of 64 outputs, each starting when its
/// weights are there. No buffer has a semaphore of its own where another's implies it: a results buffer is free when its accumulators are.</para>
/// </summary>
public sealed class Gemm
{
    const int Region = TxuIsa.SpadRows / 4, Banks = 4, Bank = TxuIsa.AccRows / Banks, Granule = Hw.Bits.Dot32.Depth;
    const int Piece = 64;                                  // at least 33 rows hide the stationary load
    const int BlockRows = GemmPlan.MaxFeatures, GroupRows = BlockRows * GemmPlan.BlocksPerGroup;

    readonly ProgramBuilder p;
    readonly Semaphore loaded, consumed, sums, results, drained;
    int weightTiles, activationGroups, resultTiles;        // how many so far: their parity is their buffer

    Gemm(ProgramBuilder builder, bool quantizes)
    {
        p = builder;
        loaded = p.Semaphore("loaded", Queue.LD, Queue.MM);
        consumed = p.Semaphore("consumed", Queue.MM, Queue.LD, initial: 2);
        sums = p.Semaphore("sums", Queue.MM, quantizes ? Queue.VX : Queue.ST);
        results = p.Semaphore("results", Queue.VX, Queue.ST);
        drained = p.Semaphore("drained", Queue.ST, Queue.MM, initial: 2);
    }

    /// <summary>A whole program: the products one after another without a gap. None may read what an earlier one writes.</summary>
    /// <exception cref="ArgumentException">A problem that cannot be computed, or some with INT8 results and some without.</exception>
    public static TxuProgram Program(params IReadOnlyList<GemmProblem> problems)
    {
        foreach (var problem in problems) problem.Check();
        if (problems.Select(q => q.Quantized is null).Distinct().Count() != 1)
            throw new ArgumentException("a program's products either all have INT8 results or none has; and there must be one product at least");
        var builder = new ProgramBuilder();
        new Gemm(builder, problems[0].Quantized is not null).Write([.. problems.SelectMany(GemmPlan.Runs)]);
        return builder.Halt();
    }

    void Write(IReadOnlyList<Run> runs)
    {
        var buffers = Load(runs[0].Units[0], 0, null);
        for (var r = 0; r < runs.Count; r++)
        {
            var run = runs[r];
            var after = run.Count > 1 ? run.Units[0] : r + 1 < runs.Count ? runs[r + 1].Units[0] : null;
            if (run.Count > 1) p.Loop(run.Count, level => Body(run, after, level));
            else Body(run, after, null);
        }

        void Body(Run run, Unit? after, int? level)
        {
            for (var u = 0; u < run.Units.Count; u++)
            {
                var inside = u + 1 < run.Units.Count;
                var next = inside ? run.Units[u + 1] : after;
                var ahead = next is null ? default : Load(next, inside || level is null ? 0 : run.Advance, Moving(level, run.Advance));
                Compute(run.Units[u], buffers, Moving(level, run.Advance));
                buffers = ahead;
            }
        }
    }

    /// <summary>Where in SPAD a unit's operands are.</summary>
    readonly record struct Buffers(int Weights, int Activations);

    /// <summary>A loop and the token blocks that each of its iterations advances by.</summary>
    readonly record struct Motion(int Level, int Blocks);
    static Motion? Moving(int? level, int blocks) => level is { } l ? new(l, blocks) : null;

    /// <param name="ahead">Token blocks beyond the unit's own: the load belongs to the loop's next iteration.</param>
    Buffers Load(Unit unit, int ahead, Motion? motion)
    {
        var q = unit.Problem;
        if (unit.Fresh) activationGroups++;
        var at = new Buffers(weightTiles++ % 2 * Region, 2 * Region + activationGroups % 2 * GroupRows);
        if (unit.Fresh) Activations(0, [consumed], []);
        var free = !unit.Fresh;
        foreach (var piece in Pieces(unit.Outputs))
        {
            p.Label = $"{q.Name}: load weights, outputs {piece}, features {unit.Features}";
            p.Load(at.Weights + (piece.Start - unit.Outputs.Start) * unit.Chunks, q.Weights + (long)piece.Start * q.Features + unit.Features.Start,
                Walk.Runs(unit.Chunks, piece.Count, q.Features / Granule), free ? [consumed] : [], [loaded]);
            free = false;
        }
        for (var b = 1; unit.Fresh && b < unit.Blocks.Count; b++) Activations(b, [], [loaded]);
        return at;

        void Activations(int b, ReadOnlySpan<Semaphore> wait, ReadOnlySpan<Semaphore> signal)
        {
            var block = unit.Blocks.Start + ahead + b;
            p.Label = $"{q.Name}: load activations, {Block(block, motion)}, features {unit.Features}";
            p.Load(at.Activations + b * BlockRows, Dram(q.Activations, block, q.Features, unit.Features.Start, TxuIsa.RowBytes, motion),
                Walk.Contiguous(unit.Features.Count), wait, signal);
        }
    }

    void Compute(Unit unit, Buffers at, Motion? motion)
    {
        var q = unit.Problem;
        if (unit.First) resultTiles++;
        for (var b = 0; b < unit.Blocks.Count; b++)
        {
            var half = resultTiles % 2;
            var acc = (b + half * unit.Blocks.Count) % Banks * Bank + half * GemmPlan.MaxOutputs;          // never the bank of the tile before
            var staging = 3 * Region + (half * GemmPlan.BlocksPerGroup + b) * GemmPlan.MaxOutputs;
            var lastBlock = b == unit.Blocks.Count - 1;
            var block = unit.Blocks.Start + b;
            var pieces = b == 0 ? Pieces(unit.Outputs) : [unit.Outputs];
            foreach (var piece in pieces)
            {
                var (offset, lastPiece) = (piece.Start - unit.Outputs.Start, piece.End == unit.Outputs.End);
                p.Label = $"{q.Name}: multiply, {Block(block, motion)}, outputs {piece}, features {unit.Features}";
                p.Multiply(acc + offset, at.Weights + offset * unit.Chunks, at.Activations + b * BlockRows, Walk.Product(piece.Count, unit.Chunks), accumulate: !unit.First,
                    wait: [.. When(b == 0 || unit.Fresh, loaded), .. When(unit.First && b == 0 && offset == 0, drained)],
                    signal: [.. When(unit.Last && lastPiece, sums), .. When(lastBlock && lastPiece, consumed)]);
            }
            if (unit.Last) Drain(unit, block, acc, staging, lastBlock, motion);
        }
    }

    void Drain(Unit unit, int block, int acc, int staging, bool lastBlock, Motion? motion)
    {
        var (q, rows) = (unit.Problem, unit.Outputs);
        if (q.Quantized is { } quantized)
        {
            for (var n = rows.Start; n < rows.End; n += Granule)
            {
                p.Label = $"{q.Name}: requantize, {Block(block, motion)}, outputs {new Span(n, Granule)}";
                p.Requantize(staging + n - rows.Start, acc + n - rows.Start, Walk.RowToRow(Granule), q.Requantizations[n / Granule],
                    wait: When(n == rows.Start, sums), signal: When(n + Granule == rows.End, results));
            }
            p.Label = $"{q.Name}: store INT8, {Block(block, motion)}, outputs {rows}";
            p.Store(Space.SPAD, staging, Dram(quantized, block, q.Outputs, rows.Start, TxuIsa.RowBytes, motion), Walk.Contiguous(rows.Count),
                wait: [results], signal: When(lastBlock && q.Sums is null, drained));
        }
        if (q.Sums is { } wide)
        {
            const int units = TxuIsa.MaxLanes * TxuIsa.AccSlotBytes / TxuIsa.RowBytes;
            p.Label = $"{q.Name}: store INT32, {Block(block, motion)}, outputs {rows}";
            p.Store(Space.ACC, acc, Dram(wide, block, q.Outputs, rows.Start, TxuIsa.RowBytes * units, motion), Walk.Contiguous(rows.Count * units),
                wait: When(q.Quantized is null, sums), signal: When(lastBlock, drained));
        }
    }

    static IReadOnlyList<Span> Pieces(Span outputs) => [.. GemmPlan.Cut(outputs.Count, Piece).Select(s => s with { Start = s.Start + outputs.Start })];

    static Semaphore[] When(bool condition, Semaphore semaphore) => condition ? [semaphore] : [];

    /// <summary>Feature <paramref name="feature"/> of a block in a tensor of so many features, of so many bytes each.</summary>
    static Pointer Dram(long tensor, int block, int features, int feature, int bytes, Motion? motion)
    {
        Pointer at = tensor + ((long)block * features + feature) * bytes;
        return motion is { } m ? at.Step(m.Level, (long)m.Blocks * features * bytes) : at;
    }

    static string Block(int block, Motion? motion) => motion is { } m ? $"block {block} + {m.Blocks}i" : $"block {block}";
}
