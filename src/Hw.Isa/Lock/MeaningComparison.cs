using System.Collections.Immutable;
using System.Numerics;

namespace Hw.Isa;

public enum Sameness
{
    /// <summary>The graphs are equal.</summary>
    Same,
    /// <summary>They differ, and every input gives the same.</summary>
    Proven,
    /// <summary>Some input gives another value.</summary>
    Different,
    /// <summary>No such input was found, and no proof either: counted as a change.</summary>
    Unknown,
}

/// <summary>How two texts compare. <paramref name="Inputs"/>, <paramref name="Old"/> and <paramref name="New"/> are the counterexample; a value is null where the text breaks a promise of its own.</summary>
public sealed record MeaningVerdict(Sameness Sameness, string Because, ImmutableArray<BigInteger> Inputs = default, BigInteger? Old = null, BigInteger? New = null);

/// <summary>Asks a solver whether two results can differ: an SMT-LIB text in, "sat" with the inputs' values, "unsat", or neither.</summary>
/// <returns>Whether they can differ and on what inputs; null when it cannot tell, with the reason.</returns>
public delegate (bool? CanDiffer, ImmutableArray<BigInteger> Inputs, string Why) Solver(string smt, int inputs);

/// <summary>Holds the graph of a text against that of an older version of it.</summary>
public static class MeaningComparison
{
    /// <summary>So many steps are spent on looking for a difference, and on a proof by going through all inputs.</summary>
    const long SearchSteps = 60_000_000, MostTries = 200_000, ProofSteps = 8_000_000_000;
    const int MostBits = 24;

    public static MeaningVerdict Compare(MeaningGraph old, MeaningGraph now, Solver? solver = null, ulong seed = 1)
    {
        if (!old.Inputs.Select(i => i.Range).SequenceEqual(now.Inputs.Select(i => i.Range)))
            return new(Sameness.Different, $"it was a text of {Described(old)} and is one of {Described(now)}");
        if (old.Result.Digest == now.Result.Digest) return new(Sameness.Same, "the graphs are equal");

        var table = new TermTable();
        var (a, b) = (table.Import(old.Result), table.Import(now.Result));
        var (program, reached) = (new GraphProgram(a, b), 0L);
        var tries = Math.Clamp(SearchSteps / program.Length, 1000, MostTries);
        foreach (var inputs in Corners.Of(old.Inputs, new(seed)))
        {
            if (reached++ >= tries) break;
            if (program.IsDifferent(inputs)) return Found(a, b, inputs);
        }

        var bits = old.Inputs.Sum(i => i.Range.Width);
        if (bits <= MostBits && ((long)program.Length << bits) <= ProofSteps)
            return All(old.Inputs, a, b) is { } other ? Found(a, b, other) : new(Sameness.Proven, $"all {BigInteger.One << bits:#,0} inputs give the same");
        if (solver is null) return new(Sameness.Unknown, $"{tries:#,0} inputs give the same, and no solver was asked");
        if (SmtText.Of(old.Inputs, a, b) is not { } smt) return new(Sameness.Unknown, $"{tries:#,0} inputs give the same; the numbers inside are too wide for a solver");
        var (differ, values, why) = solver(smt, old.Inputs.Length);
        if (differ == false) return new(Sameness.Proven, why);
        if (differ == true && values.Length == old.Inputs.Length && program.IsDifferent(values.AsSpan())) return Found(a, b, [.. values]);
        return new(Sameness.Unknown, $"{tries:#,0} inputs give the same; {why}");
    }

    static string Described(MeaningGraph g) => string.Join(", ", g.Inputs.Select(i => $"{i.Name} {i.Range}"));

    static MeaningVerdict Found(Term old, Term now, BigInteger[] inputs) =>
        new(Sameness.Different, "an input gives another value", [.. inputs], new GraphProgram(old).Evaluate(inputs)?[0], new GraphProgram(now).Evaluate(inputs)?[0]);

    /// <summary>Every input there is, on every core; of those that differ the first, however many cores look.</summary>
    static BigInteger[]? All(ImmutableArray<MeaningInput> inputs, Term old, Term now)
    {
        var count = inputs.Aggregate(1L, (n, i) => n * ((long)(i.Range.Max - i.Range.Min) + 1));
        var first = count;
        var (guard, found) = (new Lock(), (BigInteger[]?)null);
        Parallel.For(0, Environment.ProcessorCount, part =>
        {
            var program = new GraphProgram(old, now);
            var values = new BigInteger[inputs.Length];
            for (var n = (long)part; n < Volatile.Read(ref first); n += Environment.ProcessorCount)
            {
                var rest = n;
                for (var i = 0; i < values.Length; i++)
                {
                    var size = (long)(inputs[i].Range.Max - inputs[i].Range.Min) + 1;
                    values[i] = inputs[i].Range.Min + rest % size;
                    rest /= size;
                }
                if (!program.IsDifferent(values)) continue;
                lock (guard)
                    if (n < first) (first, found) = (n, [.. values]);
                break;
            }
        });
        return found;
    }
}
