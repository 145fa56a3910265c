using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Hw.Bits;

namespace Hw.Isa;

/// <summary>What a <see cref="Term"/> is: the operations of <see cref="Op"/> without names, and the leaves that a lock can hold.</summary>
public enum TermKind
{
    Constant, Input, Table,
    Add, Subtract, Multiply, And, Or, Xor, Not, Equal, NotEqual, Less, LessOrEqual,
    ShiftLeft, ShiftRight, ShiftLeftBy, ShiftRightBy, Slice, Wrap, Fits, Concat, Element, Mux, Lookup,
}

/// <summary>
/// One value of a canonical graph. Equal terms have equal digests and unequal ones do not: a term is its kind, its numbers (a constant's value, an input's place, a shift's distance, the ends of a
/// slice, a table's entries) and its operands, which stand in the order of their digests wherever order means nothing.
/// </summary>
public sealed class Term
{
    public TermKind Kind { get; }
    public ImmutableArray<BigInteger> Numbers { get; }
    public ImmutableArray<Term> Operands { get; }
    /// <summary>The first half of a SHA-256.</summary>
    public UInt128 Digest { get; }

    internal Term(TermKind kind, ImmutableArray<BigInteger> numbers, ImmutableArray<Term> operands, UInt128 digest) =>
        (Kind, Numbers, Operands, Digest) = (kind, numbers, operands, digest);

    public int Int(int i) => (int)Numbers[i];

    /// <summary>The integer this operation gives: <see cref="Node.Evaluate"/> for canonical graphs.</summary>
    /// <exception cref="BitsException">A value that the text promised to fit does not.</exception>
    public BigInteger Evaluate(ReadOnlySpan<BigInteger> x)
    {
        static BigInteger Bit(bool c) => c ? BigInteger.One : BigInteger.Zero;
        switch (Kind)
        {
            case TermKind.Constant: return Numbers[0];
            case TermKind.Add:
                var total = x[0];
                foreach (var term in x[1..]) total += term;
                return total;
            case TermKind.Subtract: return x[0] - x[1];
            case TermKind.Multiply: return x[0] * x[1];
            case TermKind.And: return x[0] & x[1];
            case TermKind.Or: return x[0] | x[1];
            case TermKind.Xor: return x[0] ^ x[1];
            case TermKind.Not: return BigInteger.One - x[0];
            case TermKind.Equal: return Bit(x[0] == x[1]);
            case TermKind.NotEqual: return Bit(x[0] != x[1]);
            case TermKind.Less: return Bit(x[0] < x[1]);
            case TermKind.LessOrEqual: return Bit(x[0] <= x[1]);
            case TermKind.ShiftLeft: return x[0] << Int(0);
            case TermKind.ShiftRight: return x[0] >> Int(0);
            case TermKind.ShiftLeftBy: return x[0] << (int)x[1];
            case TermKind.ShiftRightBy: return x[0] >> (int)x[1];
            case TermKind.Slice: return (x[0] >> Int(1)) & Ones(Int(0) - Int(1) + 1);
            case TermKind.Wrap: return Target(0).Wrap(x[0]);
            case TermKind.Element: return Target(1).Wrap(x[0] >> (int)(Numbers[0] * x[1]));
            case TermKind.Mux: return x[0].IsZero ? x[2] : x[1];
            case TermKind.Lookup: return x[1].Sign >= 0 && x[1] < Operands[0].Numbers.Length ? Operands[0].Numbers[(int)x[1]] : 0;
            case TermKind.Fits:
                return x[0] >= Numbers[0] && x[0] <= Numbers[1] ? x[0] : throw new BitsException($"{x[0]} was promised to be {Numbers[0]} … {Numbers[1]}");
            case TermKind.Concat:
                var (word, shift) = (BigInteger.Zero, 0);
                for (var i = 0; i < x.Length; shift += Int(i++)) word |= (x[i] & Ones(Int(i))) << shift;
                return word;
            default: throw new InvalidOperationException($"{Kind} has no value of its own");
        }
    }

    static BigInteger Ones(int width) => (BigInteger.One << width) - 1;
    /// <summary>A full interval as two numbers: 1 where signed, and the width.</summary>
    internal Interval Target(int at) => Numbers[at].IsZero ? Interval.UInt(Int(at + 1)) : Interval.Int(Int(at + 1));
}

/// <summary>Makes terms, one object for each digest; and reads them off the graph that a text makes over <see cref="Signal"/>.</summary>
public sealed class TermTable
{
    readonly Dictionary<UInt128, Term> terms = [];
    readonly Dictionary<Node, Term> read = new(ReferenceEqualityComparer.Instance);

    public Term Make(TermKind kind, ReadOnlySpan<BigInteger> numbers, ReadOnlySpan<Term> operands)
    {
        var ordered = operands.ToArray();
        if (IsCommutative(kind)) Array.Sort(ordered, (a, b) => a.Digest.CompareTo(b.Digest));
        var digest = DigestOf(kind, numbers, ordered);
        if (!terms.TryGetValue(digest, out var term)) terms.Add(digest, term = new(kind, [.. numbers], [.. ordered], digest));
        return term;
    }

    static bool IsCommutative(TermKind kind) => kind is TermKind.Add or TermKind.Multiply or TermKind.And or TermKind.Or or TermKind.Xor or TermKind.Equal or TermKind.NotEqual;

    static UInt128 DigestOf(TermKind kind, ReadOnlySpan<BigInteger> numbers, Term[] operands)
    {
        var text = new StringBuilder($"{kind}");
        foreach (var n in numbers) text.Append(' ').Append(n);
        foreach (var o in operands) text.Append(' ').Append(o.Digest.ToString("x32"));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>The canonical term of a node. A leaf's identity is its place among the inputs.</summary>
    public Term Read(Node node)
    {
        if (read.TryGetValue(node, out var known)) return known;
        var operands = new Term[node.Operands.Count];
        for (var i = 0; i < operands.Length; i++) operands[i] = Read(node.Operands[i]);
        var term = node.Op switch
        {
            Op.Constant => Make(TermKind.Constant, [node.Value], []),
            Op.Leaf => Make(TermKind.Input, [((InputLeaf)node.Detail!).Place], []),
            Op.Named or Op.Wide => operands[0],
            Op.Sum => Make(TermKind.Add, [], operands),
            Op.Lookup => Make(TermKind.Lookup, [], [Make(TermKind.Table, [.. ((Rom)node.Detail!).Entries.Select(e => (BigInteger)e)], []), operands[0]]),
            Op.ShiftLeft or Op.ShiftRight => Make(Kind(node.Op), [node.Low], operands),
            Op.Slice => Make(TermKind.Slice, [node.High, node.Low], operands),
            Op.Wrap => Make(TermKind.Wrap, Target(node.Range), operands),
            Op.Fits => Make(TermKind.Fits, [node.Range.Min, node.Range.Max], operands),
            Op.Concat => Make(TermKind.Concat, [.. ((int[])node.Detail!).Select(w => (BigInteger)w)], operands),
            Op.Element => Make(TermKind.Element, [node.High, .. Target(node.Range)], operands),
            _ => Make(Kind(node.Op), [], operands),
        };
        read.Add(node, term);
        return term;
    }

    /// <summary>A term of another table, as one of this.</summary>
    public Term Import(Term other)
    {
        if (terms.TryGetValue(other.Digest, out var term)) return term;
        foreach (var t in MeaningGraph.Ordered([other])) term = Make(t.Kind, t.Numbers.AsSpan(), t.Operands.Select(o => terms[o.Digest]).ToArray());
        return term!;
    }

    static TermKind Kind(Op op) => Enum.Parse<TermKind>(op.ToString());
    static BigInteger[] Target(Interval range) => [range.IsSigned ? 1 : 0, range.Width];
}

/// <summary>Input <paramref name="Place"/> of a text that is read for the lock.</summary>
sealed record InputLeaf(int Place);
