using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>The first case that came out wrong.</summary>
public sealed record Failure(long Index, string Case, string Got, string Expected, string By);

/// <summary>What a trial of one function found.</summary>
public sealed record Verdict(NumberFunction Function, long Tried, bool Exhaustive, double MaxUlp, double MeanUlp, string Oracle, Failure? Failure)
{
    public bool Passed => Failure is null;

    /// <summary>The first case with the largest error, where every case was tried and errors are allowed.</summary>
    public string? Worst { get; init; }
}

/// <summary>A function tried on its cases.</summary>
public interface ITrial
{
    /// <summary>How many cases.</summary>
    long Count { get; }

    /// <param name="ticked">Told now and then how many more cases that was.</param>
    Verdict Run(Action<long>? ticked = null, CancellationToken token = default);
}

/// <summary>
/// Tries one function: its SIMD reading on every case against the oracle, and its scalar reading against the SIMD reading on every eighth batch. The verdict does
/// not depend on the number of threads: the failure named is the one with the lowest index.
/// </summary>
public sealed class Trial(NumberFunction function, long inputs, ulong seed = 1, Plant? plant = null) : ITrial
{
    const int Batch = 2048;
    readonly CaseSource source = new(function, seed);
    readonly Judge judge = Judge.For(function);

    /// <summary>At least the exhaustive set where there is one, and every single product of small elements.</summary>
    public long Count => source.IsExhaustive ? source.Count : Math.Max(inputs, source.Complete + inputs / 4);

    /// <param name="ticked">Told after every batch how many cases that was.</param>
    public Verdict Run(Action<long>? ticked = null, CancellationToken token = default)
    {
        var (gate, first, max, sum) = (new Lock(), (Failure?)null, 0.0, 0.0);
        var sums = new double[(Count + Batch - 1) / Batch];
        Parallel.For(0L, sums.Length, new ParallelOptions { CancellationToken = token }, () => new Columns(function, Batch), (chunk, state, columns) =>
        {
            if (first is { } known && known.Index < chunk * Batch) return columns;
            var (start, count) = (chunk * Batch, (int)Math.Min(Batch, Count - chunk * Batch));
            columns.Fill(source, start);
            if (plant is null) Bits.Numbers.Batch.Simd(function, columns.Takes, columns.Gives);
            else plant.Read(columns.Takes, columns.Gives);
            var (failure, worst, total) = Judged(columns, start, count);
            if (failure is null && plant is null && chunk % 8 == 0) failure = Scalar(columns, start, count);
            lock (gate)
            {
                (max, sums[chunk]) = (Math.Max(max, worst), total);
                if (failure is not null && (first is null || failure.Index < first.Index)) first = failure;
            }
            ticked?.Invoke(count);
            return columns;
        }, _ => { });
        foreach (var part in sums) sum += part;
        return new(function, Count, source.IsExhaustive, max, sum / Count, judge.Oracle, first);
    }

    (Failure?, double Max, double Sum) Judged(Columns columns, long start, int count)
    {
        var (max, sum) = (0.0, 0.0);
        Span<long> takes = new long[function.Takes.Count], gives = new long[function.Gives.Count];
        for (var i = 0; i < count; i++)
        {
            columns.Case(i, takes, gives);
            var judgement = judge.Of(takes, gives);
            if (!judgement.IsRight) return (new(start + i, Notation.Case(function, takes), Notation.All(function, gives), judgement.Expected!, judge.Oracle), judgement.Ulp, 0);
            (max, sum) = (Math.Max(max, judgement.Ulp), sum + judgement.Ulp);
        }
        return (null, max, sum);
    }

    Failure? Scalar(Columns columns, long start, int count)
    {
        var x = new Int[function.Takes.Count];
        var y = new Int[function.Gives.Count];
        Span<long> takes = new long[x.Length], gives = new long[y.Length], scalar = new long[y.Length];
        for (var i = 0; i < count; i++)
        {
            columns.Case(i, takes, gives);
            for (var k = 0; k < x.Length; k++) x[k] = takes[k];
            function.Apply<Int>(x, y);
            for (var k = 0; k < y.Length; k++) scalar[k] = y[k].Value;
            if (!gives.SequenceEqual(scalar))
                return new(start + i, Notation.Case(function, takes), Notation.Wrong(function, scalar, gives), Notation.Results(function, scalar, gives), "the scalar reading of the same text");
        }
        return null;
    }

    /// <summary>One array for each operand and result, a batch long.</summary>
    sealed class Columns(NumberFunction function, int length)
    {
        readonly long[] row = new long[function.Takes.Count];
        public long[][] Takes { get; } = [.. function.Takes.Select(_ => new long[length])];
        public long[][] Gives { get; } = [.. function.Gives.Select(_ => new long[length])];

        public void Fill(CaseSource source, long start)
        {
            for (var i = 0; i < length; i++)
            {
                source.Fill(source.IsExhaustive ? Math.Min(start + i, source.Count - 1) : start + i, row);
                for (var k = 0; k < row.Length; k++) Takes[k][i] = row[k];
            }
        }

        public void Case(int i, Span<long> takes, Span<long> gives)
        {
            for (var k = 0; k < takes.Length; k++) takes[k] = Takes[k][i];
            for (var k = 0; k < gives.Length; k++) gives[k] = Gives[k][i];
        }
    }
}
