using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>
/// Tries a function of one fp32 operand on all 2^32 patterns, on all cores: the SIMD reading against the oracle, the scalar reading against it on every 64th
/// chunk, and where the contract promises it, that neighbours are in order. Chunks are tried in one order, which leaps through all exponents so that a fault shows
/// soon; the failure named is the first in it, so the verdict does not depend on the number of threads.
/// </summary>
/// <param name="first">The first pattern.</param>
/// <param name="count">How many from there: a power of two, 2^14 at least.</param>
/// <param name="threads">One for each core unless said otherwise.</param>
public sealed class Sweep(NumberFunction function, Plant? plant = null, long first = 0, long count = 1L << 32, int? threads = null) : ITrial
{
    const int Chunk = 1 << 14, Beyond = 8;   // the neighbour of a chunk's last pattern is the next one's first
    const long Sign = 1L << 31, Infinity = 0x7F80_0000;

    readonly Judge judge = Judge.For(function);
    readonly (double Sum, double Max, long At)[] parts = new (double, double, long)[count / Chunk];
    readonly Lock gate = new();
    long next, wrongs;
    (long Turn, Failure Failure)? wrong;

    public long Count => count;

    /// <summary>Why a function has no sweep; null where it has one.</summary>
    public static string? Refusal(NumberFunction function) => function.Takes switch
    {
        [{ Format: FloatFormat { Width: 32 } }] => null,
        var takes when takes.Sum(t => t.Format.Width) is var bits and <= 20 => $"{function} takes {bits} bits, and all of its {1L << bits:N0} cases are tried without --exhaustive",
        var takes => $"{function} takes {Notation.Formats(takes)}, {takes.Sum(t => t.Format.Width):N0} bits: too many cases to try all. --exhaustive is for functions of one fp32 operand",
    };

    public Verdict Run(Action<long>? ticked = null, CancellationToken token = default)
    {
        (next, wrongs, wrong) = (0, 0, null);
        var workers = threads ?? Environment.ProcessorCount;
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            long[] x = new long[Chunk + Beyond], y = new long[Chunk + Beyond];
            for (long turn; Volatile.Read(ref wrongs) == 0 && !token.IsCancellationRequested && (turn = Interlocked.Increment(ref next) - 1) < parts.Length;)
            {
                var chunk = Leap(turn);
                if (Try(chunk, x, y) is { } failure) Keep(turn, failure);
                ticked?.Invoke(Chunk);
            }
        });
        token.ThrowIfCancellationRequested();
        var (sum, max, at) = (0.0, -1.0, first);
        foreach (var part in parts)
        {
            sum += part.Sum;
            if (part.Max > max) (max, at) = (part.Max, part.At);
        }
        return new(function, count, count == 1L << 32, Math.Max(0, max), sum / count, judge.Oracle, wrong?.Failure) { Worst = judge.Bound > 0 ? Notation.Case(function, [at]) : null };
    }

    /// <summary>The number of chunks is a power of two: bits in reverse.</summary>
    long Leap(long turn)
    {
        var chunk = 0L;
        for (var bit = 1L; bit < parts.Length; bit <<= 1, turn >>= 1) chunk = 2 * chunk | turn & 1;
        return chunk;
    }

    /// <summary>Turns are given out in order, so whoever may still find an earlier failure has begun.</summary>
    void Keep(long turn, Failure failure)
    {
        Interlocked.Increment(ref wrongs);
        lock (gate) if (wrong is null || turn < wrong.Value.Turn) wrong = (turn, failure);
    }

    Failure? Try(long chunk, long[] x, long[] y)
    {
        var start = first + chunk * Chunk;
        for (var i = 0; i < x.Length; i++) x[i] = (start + i) & (2 * Sign - 1);
        if (plant is null) Batch.Simd(function, [x], [y]);
        else plant.Read([x], [y]);
        return Judged(x, y, out parts[chunk]) ?? (judge.Monotone ? OutOfOrder(x, y) : null) ?? (plant is null && chunk % 64 == 0 ? Scalar(x, y) : null);
    }

    Failure? Judged(long[] x, long[] y, out (double Sum, double Max, long At) part)
    {
        part = (0, -1, 0);
        for (var i = 0; i < Chunk; i++)
        {
            var judgement = judge.Of(x.AsSpan(i, 1), y.AsSpan(i, 1));
            if (!judgement.IsRight) return Wrong(x[i], y[i], judgement.Expected!, judge.Oracle);
            part.Sum += judgement.Ulp;
            if (judgement.Ulp > part.Max) (part.Max, part.At) = (judgement.Ulp, x[i]);
        }
        return null;
    }

    /// <summary>Patterns ascend, so values ascend where they are positive and descend where they are negative; NaN has no neighbours.</summary>
    Failure? OutOfOrder(long[] x, long[] y)
    {
        for (var i = 0; i < Chunk; i++)
        {
            if ((x[i + 1] & (Sign - 1)) > Infinity || (x[i] & (Sign - 1)) >= Infinity) continue;
            var rise = Place(y[i + 1]) - Place(y[i]);
            if ((x[i] & Sign) == 0 ? rise < 0 : rise > 0)
                return Wrong(x[i + 1], y[i + 1], $"not {(rise < 0 ? "less" : "more")} than {Notation.All(function, [y[i]])} of {Notation.Case(function, [x[i]])}", "the law that it is monotone");
        }
        return null;
    }

    static long Place(long bits) => (bits & Sign) == 0 ? bits : Sign - bits;

    Failure? Scalar(long[] x, long[] y)
    {
        var scalar = new long[x.Length];
        Batch.Scalar(function, [x], [scalar]);
        for (var i = 0; i < Chunk; i++)
            if (scalar[i] != y[i]) return Wrong(x[i], scalar[i], Notation.All(function, [y[i]]), "the SIMD reading of the same text");
        return null;
    }

    Failure Wrong(long x, long y, string expected, string by) => new(x, Notation.Case(function, [x]), Notation.All(function, [y]), expected, by);
}
