using System.Numerics;

namespace Hw.Bits;

/// <summary>What a node of the graph computes. Everything else in the algebra is derived from these.</summary>
public enum Op
{
    Constant, Leaf, Named,
    Add, Subtract, Multiply, Sum,
    And, Or, Xor, Not,
    Equal, NotEqual, Less, LessOrEqual,
    ShiftLeft, ShiftRight, ShiftLeftBy, ShiftRightBy,
    Slice, Wrap, Fits, Concat, Element, Mux,
    Lookup, Wide,
}

/// <summary>A name for people, which need not be the only one of its kind.</summary>
public sealed record Hint(string Name)
{
    public override string ToString() => Name;
}

/// <summary>
/// One value of the symbolic reading: an operation on other values, with the interval that holds every result.
/// Nodes with the same operation on the same operands are the same object (see <see cref="NodeTable"/>), so a graph is a
/// DAG and `ReferenceEquals` is structural equality.
/// </summary>
public sealed class Node
{
    internal Node(Op op, Interval range, Node[] operands, int high, int low, object? detail) =>
        (Op, Range, Operands, High, Low, Detail, SaysWide) = (op, range, operands, high, low, detail, op == Op.Wide || !Narrows(op) && operands.Any(o => o.SaysWide));

    static bool Narrows(Op op) => op is Op.Slice or Op.Wrap or Op.Fits or Op.Element or Op.Lookup or Op.Not or Op.Equal or Op.NotEqual or Op.Less or Op.LessOrEqual;

    public Op Op { get; }
    public Interval Range { get; }
    public IReadOnlyList<Node> Operands { get; }

    /// <summary>Slice: bits High … Low. Shifts by a constant: Low is the distance. Element: High is the element's width.</summary>
    public int High { get; }
    public int Low { get; }

    /// <summary>Leaf: whose value it is. Named: the name, or a <see cref="Hint"/>. Fits: the reason. Concat: the widths of its parts, first part lowest.
    /// Lookup: the ROM. Constant: an optional label, such as the name of a state.</summary>
    public object? Detail { get; }

    /// <summary>The text said Wide of what this is made of, and has not narrowed it since.</summary>
    internal bool SaysWide { get; }

    public BigInteger Value => Op == Op.Constant ? Range.Min : throw new InvalidOperationException("only a constant has a value");
    public override string ToString() => Op switch
    {
        Op.Constant => Value.ToString(),
        Op.Leaf or Op.Named => $"{Detail}",
        _ => $"{Op}({string.Join(", ", Operands)})",
    };

    /// <summary>The integer this operation gives for the operands' values: the meaning of the graph, in one switch.</summary>
    /// <exception cref="BitsException">A promise made by <see cref="IBits{T}.Fits"/> is broken.</exception>
    public BigInteger Evaluate(Func<Node, BigInteger> operand)
    {
        BigInteger X(int i) => operand(Operands[i]);
        static BigInteger Bit(bool c) => c ? BigInteger.One : BigInteger.Zero;
        switch (Op)
        {
            case Op.Constant: return Value;
            case Op.Named or Op.Wide: return X(0);
            case Op.Lookup:
                var (entries, index) = (((Rom)Detail!).Entries, X(0));
                return index < entries.Length ? entries[(int)index] : 0;   // a register's content before its first use may be anything
            case Op.Add: return X(0) + X(1);
            case Op.Subtract: return X(0) - X(1);
            case Op.Multiply: return X(0) * X(1);
            case Op.Sum: return Operands.Aggregate(BigInteger.Zero, (sum, term) => sum + operand(term));
            case Op.And: return X(0) & X(1);
            case Op.Or: return X(0) | X(1);
            case Op.Xor: return X(0) ^ X(1);
            case Op.Not: return BigInteger.One - X(0);
            case Op.Equal: return Bit(X(0) == X(1));
            case Op.NotEqual: return Bit(X(0) != X(1));
            case Op.Less: return Bit(X(0) < X(1));
            case Op.LessOrEqual: return Bit(X(0) <= X(1));
            case Op.ShiftLeft: return X(0) << Low;
            case Op.ShiftRight: return X(0) >> Low;
            case Op.ShiftLeftBy: return X(0) << (int)X(1);
            case Op.ShiftRightBy: return X(0) >> (int)X(1);
            case Op.Slice: return (X(0) >> Low) & Interval.UInt(High - Low + 1).Max;
            case Op.Wrap: return Range.Wrap(X(0));
            case Op.Mux: return X(0).IsZero ? X(2) : X(1);
            case Op.Element: return Range.Wrap(X(0) >> (int)(High * X(1)));
            case Op.Fits:
                var value = X(0);
                return Range.Contains(value) ? value
                    : throw new BitsException($"{value} was promised to fit {Range.Describe()}: {Detail}");
            case Op.Concat:
                var (sum, shift) = (BigInteger.Zero, 0);
                for (var i = 0; i < Operands.Count; i++)
                {
                    var width = ((int[])Detail!)[i];
                    sum |= (X(i) & Interval.UInt(width).Max) << shift;
                    shift += width;
                }
                return sum;
            default: throw new InvalidOperationException($"{Op} has no value of its own");
        }
    }
}
