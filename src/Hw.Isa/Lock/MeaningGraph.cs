using System.Collections.Immutable;
using System.Numerics;
using Hw.Bits;

namespace Hw.Isa;

/// <summary>
/// What an instruction computes, independent of the C# that said it: inputs, and the term of the result. Names, the order of operands where it means nothing, and what is shared in the text are not
/// in it, so that equal graphs mean the same; unequal ones may too.
/// </summary>
public sealed class MeaningGraph(ImmutableArray<MeaningInput> inputs, Term result)
{
    public ImmutableArray<MeaningInput> Inputs { get; } = inputs;
    public Term Result { get; } = result;

    /// <summary>Reads a text. Graphs of one table share what they have in common.</summary>
    public static MeaningGraph Of(Meaning meaning, TermTable table)
    {
        using var _ = new NodeTable().Enter();
        var leaves = meaning.Inputs.Select((input, place) => Signal.Leaf(new InputLeaf(place), input.Range)).ToImmutableArray();
        return new(meaning.Inputs, table.Read(meaning.Text(leaves).Node));
    }

    /// <summary>Equal lines, equal meanings: the ranges of the inputs and the digest of the result. Names of inputs are for people.</summary>
    public string Digest => $"{string.Join(' ', Inputs.Select(i => $"{i.Range.Min}..{i.Range.Max}"))} -> {Result.Digest:x32}";

    ImmutableArray<Term> order;
    /// <summary>Every term once, operands before what is made of them, the result last.</summary>
    public ImmutableArray<Term> Terms => order.IsDefault ? order = Ordered([Result]) : order;

    internal static ImmutableArray<Term> Ordered(IEnumerable<Term> results)
    {
        var (seen, terms) = (new HashSet<Term>(ReferenceEqualityComparer.Instance), ImmutableArray.CreateBuilder<Term>());
        void Visit(Term t)
        {
            if (!seen.Add(t)) return;
            foreach (var o in t.Operands) Visit(o);
            terms.Add(t);
        }
        foreach (var r in results) Visit(r);
        return terms.ToImmutable();
    }

    /// <exception cref="BitsException">A value that the text promised to fit does not.</exception>
    public BigInteger Evaluate(ReadOnlySpan<BigInteger> inputs)
    {
        var values = new Dictionary<Term, BigInteger>(ReferenceEqualityComparer.Instance);
        var operands = new BigInteger[16];
        foreach (var t in Terms)
        {
            if (t.Kind == TermKind.Table) continue;
            if (t.Kind == TermKind.Input) { values[t] = inputs[t.Int(0)]; continue; }
            if (operands.Length < t.Operands.Length) operands = new BigInteger[t.Operands.Length];
            for (var i = 0; i < t.Operands.Length; i++) values.TryGetValue(t.Operands[i], out operands[i]);
            values[t] = t.Evaluate(operands.AsSpan(0, t.Operands.Length));
        }
        return values[Result];
    }
}
