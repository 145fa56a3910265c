using System.Collections.Immutable;
using System.Numerics;
using Hw.Bits;

namespace Hw.Isa;

/// <summary>
/// Graphs made ready to be evaluated many times: flat arrays, 64-bit numbers with every overflow checked, and where one happens the same again in numbers without limit. What two graphs share is
/// computed once. Not for two threads.
/// </summary>
sealed class GraphProgram
{
    readonly ImmutableArray<Term> terms;
    readonly int[] results;
    readonly (TermKind Kind, int[] From, long A, long B)[] steps;
    readonly long[]?[] tables;
    readonly long[] values;
    readonly BigInteger[] bigs;

    public GraphProgram(params ReadOnlySpan<Term> results)
    {
        terms = MeaningGraph.Ordered(results.ToArray());
        var places = terms.Index().ToDictionary(t => t.Item, t => t.Index);
        this.results = [.. results.ToArray().Select(r => places[r])];
        (values, bigs, tables) = (new long[terms.Length], new BigInteger[terms.Length], new long[]?[terms.Length]);
        steps = [.. terms.Select(t => (t.Kind, t.Operands.Select(o => places[o]).ToArray(), Number(t, 0), Number(t, 1)))];
        foreach (var (i, t) in terms.Index())
            if (t.Kind == TermKind.Table) tables[i] = [.. t.Numbers.Select(n => (long)n)];
    }

    /// <summary>Steps of one evaluation.</summary>
    public int Length => terms.Length;

    /// <summary>A number that does not fit is one that the 64-bit way never uses.</summary>
    static long Number(Term t, int i) => i < t.Numbers.Length && t.Numbers[i] >= long.MinValue && t.Numbers[i] <= long.MaxValue ? (long)t.Numbers[i] : 0;

    /// <summary>The results, or null where a promise of the text is broken.</summary>
    public BigInteger[]? Evaluate(ReadOnlySpan<BigInteger> inputs)
    {
        try { return Fast(inputs) ? [.. results.Select(r => (BigInteger)values[r])] : Slow(inputs); }
        catch (BitsException) { return null; }
    }

    /// <summary>Whether the first result is not the second; a broken promise is neither.</summary>
    public bool IsDifferent(ReadOnlySpan<BigInteger> inputs)
    {
        try { return Fast(inputs) ? values[results[0]] != values[results[1]] : Slow(inputs) is [var one, var other] && one != other; }
        catch (BitsException) { return true; }
    }

    bool Fast(ReadOnlySpan<BigInteger> inputs)
    {
        for (var i = 0; i < steps.Length; i++)
            if (!TryStep(i, inputs)) return false;
        return true;
    }

    bool TryStep(int i, ReadOnlySpan<BigInteger> inputs)
    {
        ref var s = ref steps[i];
        long X(int k) => values[steps[i].From[k]];
        switch (s.Kind)
        {
            case TermKind.Table: return true;
            case TermKind.Input: return Small(inputs[(int)s.A], out values[i]);
            case TermKind.Constant: return Small(terms[i].Numbers[0], out values[i]);
            case TermKind.Add:
                Int128 sum = 0;
                foreach (var from in s.From) sum += values[from];
                return Keep(sum, out values[i]);
            case TermKind.Subtract: return Keep((Int128)X(0) - X(1), out values[i]);
            case TermKind.Multiply: return Keep((Int128)X(0) * X(1), out values[i]);
            case TermKind.And: values[i] = X(0) & X(1); return true;
            case TermKind.Or: values[i] = X(0) | X(1); return true;
            case TermKind.Xor: values[i] = X(0) ^ X(1); return true;
            case TermKind.Not: values[i] = 1 - X(0); return true;
            case TermKind.Equal: values[i] = X(0) == X(1) ? 1 : 0; return true;
            case TermKind.NotEqual: values[i] = X(0) != X(1) ? 1 : 0; return true;
            case TermKind.Less: values[i] = X(0) < X(1) ? 1 : 0; return true;
            case TermKind.LessOrEqual: values[i] = X(0) <= X(1) ? 1 : 0; return true;
            case TermKind.ShiftLeft: return Shifted(X(0), s.A, out values[i]);
            case TermKind.ShiftLeftBy: return Shifted(X(0), X(1), out values[i]);
            case TermKind.ShiftRight: values[i] = X(0) >> (int)Math.Min(s.A, 63); return true;
            case TermKind.ShiftRightBy: values[i] = X(0) >> (int)Math.Min(X(1), 63); return X(1) >= 0;
            case TermKind.Slice: values[i] = (X(0) >> (int)Math.Min(s.B, 63)) & ((1L << (int)Math.Min(s.A - s.B + 1, 62)) - 1); return s.A - s.B + 1 <= 62;
            case TermKind.Wrap when s.B <= 62:
                values[i] = s.A != 0 ? X(0) << (int)(64 - s.B) >> (int)(64 - s.B) : X(0) & ((1L << (int)s.B) - 1);
                return true;
            case TermKind.Fits:
                if (X(0) < terms[i].Numbers[0] || X(0) > terms[i].Numbers[1]) throw new BitsException("broken");
                values[i] = X(0);
                return true;
            case TermKind.Mux: values[i] = X(0) != 0 ? X(1) : X(2); return true;
            case TermKind.Lookup:
                var (table, index) = (tables[s.From[0]]!, X(1));
                values[i] = (ulong)index < (ulong)table.Length ? table[index] : 0;
                return true;
            default: return Small(terms[i].Evaluate([.. s.From.Select(f => (BigInteger)values[f])]), out values[i]);
        }
    }

    static bool Keep(Int128 value, out long kept) => (kept = (long)value) == value;
    static bool Shifted(long x, long n, out long kept)
    {
        kept = n is >= 0 and < 63 ? x << (int)n : 0;
        return x == 0 || n is >= 0 and < 63 && kept >> (int)n == x;
    }

    static bool Small(BigInteger value, out long kept)
    {
        var fits = value >= long.MinValue && value <= long.MaxValue;
        kept = fits ? (long)value : 0;
        return fits;
    }

    BigInteger[] Slow(ReadOnlySpan<BigInteger> inputs)
    {
        Span<BigInteger> operands = new BigInteger[Math.Max(8, steps.Max(s => s.From.Length))];
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Kind == TermKind.Table) continue;
            foreach (var (k, from) in steps[i].From.Index()) operands[k] = bigs[from];
            bigs[i] = steps[i].Kind == TermKind.Input ? inputs[(int)steps[i].A] : terms[i].Evaluate(operands[..steps[i].From.Length]);
        }
        return [.. results.Select(r => bigs[r])];
    }
}
