using System.Numerics;

namespace Hw.Bits;

/// <summary>
/// The symbolic reading: a handle to a <see cref="Node"/> of the graph that becomes hardware. Its width follows from the
/// range its text proves. A value that arithmetic widens beyond 63 bits and a sign is an error here, which is what lets
/// <see cref="Int"/> compute in 64 bits without checks.
/// </summary>
#pragma warning disable CS0660, CS0661 // == is a comparator, not a question to the host
public readonly partial struct Signal(Node node) : IBits<Signal>
#pragma warning restore
{
    readonly Node? node = node;
    public Node Node => node ?? throw new BitsException("a Signal without a value: it was declared but never given one");
    public Interval Range => Node.Range;
    public int Width => Node.Range.Width;
    public override string ToString() => node?.ToString() ?? "(no value)";

    static NodeTable Table => NodeTable.Current;
    static Signal Make(Op op, Interval range, params Node[] operands) => new(Table.Intern(op, range, operands));

    public static Signal Constant(long value) => Constant((BigInteger)value);
    public static Signal Constant(BigInteger value, object? label = null) => new(Table.Intern(Op.Constant, Interval.Of(value), [], detail: label));
    public static implicit operator Signal(long value) => Constant(value);

    /// <summary>A value that comes from outside the text: a port, a register, an input of a proof.</summary>
    public static Signal Leaf(object identity, Interval range) => new(Table.Intern(Op.Leaf, range, [], detail: identity));

    /// <summary>The name a text gives: a hint, which hardware numbers where two values have it.</summary>
    public static Signal Named(Signal a, string name) => a.IsConstant ? a : new(Table.Intern(Op.Named, a.Range, [a.Node], detail: new Hint(name)));

    /// <summary>The same value under the very name that the Verilog and the waves show; a module has it once.</summary>
    public Signal Named(string name) => IsConstant ? this : new(Table.Intern(Op.Named, Range, [Node], detail: name));

    public bool IsConstant => Node.Op == Op.Constant;
    bool Is(long value) => IsConstant && Node.Value == value;

    public static Signal operator +(Signal a, Signal b) =>
        b.Is(0) ? a : a.Is(0) ? b : Arithmetic(Op.Add, Ranges.Add(a.Range, b.Range), a, b);
    public static Signal operator -(Signal a, Signal b) =>
        b.Is(0) ? a : Arithmetic(Op.Subtract, Ranges.Subtract(a.Range, b.Range), a, b);
    public static Signal operator *(Signal a, Signal b) =>
        b.Is(1) ? a : a.Is(1) ? b : Arithmetic(Op.Multiply, Ranges.Multiply(a.Range, b.Range), a, b);
    public static Signal operator -(Signal a) => 0 - a;

    public static Signal operator &(Signal a, Signal b)
    {
        if (a.Is(0) || b.Is(0)) return 0;
        if (a.Range == Interval.Bit && b.Is(1) || a.Node == b.Node) return a;
        if (b.Range == Interval.Bit && a.Is(1)) return b;
        return Fold(Make(Op.And, Ranges.And(a.Range, b.Range), a.Node, b.Node));
    }

    public static Signal operator |(Signal a, Signal b)
    {
        if (a.Is(0) || a.Node == b.Node) return b;
        if (b.Is(0)) return a;
        if (a.Range == Interval.Bit && b.Is(1) || b.Range == Interval.Bit && a.Is(1)) return 1;
        return Fold(Make(Op.Or, Ranges.Or(a.Range, b.Range), a.Node, b.Node));
    }

    public static Signal operator ^(Signal a, Signal b) => a.Is(0) ? b : b.Is(0) ? a : a.Node == b.Node ? 0 : Fold(Make(Op.Xor, Ranges.Or(a.Range, b.Range), a.Node, b.Node));
    public static Signal operator !(Signal c) => c.AsCondition("!").Node.Op == Op.Not ? new(c.Node.Operands[0]) : Fold(Make(Op.Not, Interval.Bit, c.Node));

    public static Signal operator ==(Signal a, Signal b) => Compare(Op.Equal, a, b);
    public static Signal operator !=(Signal a, Signal b) => Compare(Op.NotEqual, a, b);
    public static Signal operator <(Signal a, Signal b) => Compare(Op.Less, a, b);
    public static Signal operator <=(Signal a, Signal b) => Compare(Op.LessOrEqual, a, b);
    public static Signal operator >(Signal a, Signal b) => b < a;
    public static Signal operator >=(Signal a, Signal b) => b <= a;

    public static Signal operator <<(Signal a, int n) => n == 0 ? a
        : new Signal(Table.Intern(Op.ShiftLeft, Ranges.ShiftLeft(a.Range, Interval.Of(n)), [a.Node], low: n)) is var shifted && a.IsWide ? Fold(shifted)
        : Fold(Narrow(shifted, "<<", a, n));
    public static Signal operator >>(Signal a, int n) => n == 0 ? a
        : Fold(new(Table.Intern(Op.ShiftRight, Ranges.ShiftRight(a.Range, Interval.Of(n)), [a.Node], low: n)));

    public static Signal ShiftLeft(Signal a, Signal n, int max) =>
        Arithmetic(Op.ShiftLeftBy, Ranges.ShiftLeft(a.Range, Distance(n, max)), a, n);
    public static Signal ShiftLeftWithin(Signal a, Signal n, int max, int width) =>
        Wrap(Fold(Make(Op.ShiftLeftBy, Ranges.ShiftLeft(a.Range, Distance(n, max)), a.Node, n.Node)), Interval.UInt(width));
    public static Signal ShiftRight(Signal a, Signal n, int max) =>
        Fold(Make(Op.ShiftRightBy, Ranges.ShiftRight(a.Range, Distance(n, max)), a.Node, n.Node));

    public static Signal Slice(Signal a, int hi, int lo)
    {
        if (lo < 0 || hi < lo) throw new BitsException($"a slice is [high:low] with high ≥ low ≥ 0, got [{hi}:{lo}]");
        if (!a.Range.IsSigned)
        {
            if (lo >= a.Width) return 0;
            hi = Math.Min(hi, a.Width - 1);
            if (lo == 0 && hi == a.Width - 1) return a;
        }
        if (a.Node.Op == Op.Slice) return Slice(new(a.Node.Operands[0]), a.Node.Low + hi, a.Node.Low + lo);
        if (a.Node.Op == Op.ShiftLeft && hi < a.Node.Low) return 0;
        if (a.Node.Op == Op.ShiftLeft && lo >= a.Node.Low) return Slice(new(a.Node.Operands[0]), hi - a.Node.Low, lo - a.Node.Low);
        if (a.Node.Op == Op.Concat && PartOf(a.Node, hi, lo) is var (part, offset)) return Slice(part, hi - offset, lo - offset);
        return Fold(Narrow(new(Table.Intern(Op.Slice, Ranges.Slice(a.Range, hi, lo), [a.Node], hi, lo)), $"the slice [{hi}:{lo}]", a));
    }

    /// <summary>The part of a concatenation that holds all of a field, and where it starts.</summary>
    static (Signal Part, int Offset)? PartOf(Node word, int hi, int lo)
    {
        var offset = 0;
        foreach (var (i, width) in ((int[])word.Detail!).Index())
        {
            if (lo >= offset && hi < offset + width) return (new(word.Operands[i]), offset);
            offset += width;
        }
        return null;
    }

    public Signal this[int hi, int lo] => Slice(this, hi, lo);
    public Signal this[int bit] => Slice(this, bit, bit);

    public static Signal Mux(Signal c, Signal t, Signal f)
    {
        c.AsCondition("Mux");
        if (c.IsConstant) return c.Is(1) ? t : f;
        if (t.Node == f.Node) return t;
        if (t.Is(1) && f.Is(0)) return c;
        if (t.Is(0) && f.Is(1)) return !c;
        return Make(Op.Mux, t.Range.Union(f.Range), c.Node, t.Node, f.Node);
    }

    /// <summary>The choices that compare know more than a Mux: their interval is the hull of what they can choose.</summary>
    public static Signal Min(Signal a, Signal b) => Chosen(a < b, a, b, Ranges.Min(a.Range, b.Range));
    public static Signal Max(Signal a, Signal b) => Chosen(a < b, b, a, Ranges.Max(a.Range, b.Range));
    public static Signal Abs(Signal a) => Chosen(a < 0, -a, a, Ranges.Abs(a.Range));

    /// <summary>A full interval is left when the bits above it are no longer its extension: two bits in most sums, where a comparison looks at all.</summary>
    public static Signal Outside(Signal a, Interval target)
    {
        if (target.Contains(a.Range)) return 0;
        if (!target.IsFull) return (a < Constant(target.Min)) | (Constant(target.Max) < a);
        var above = Slice(a, a.Width - 1, Math.Min(a.Width - 1, target.IsSigned ? target.Width - 1 : target.Width));
        if (!target.IsSigned || !a.Range.IsSigned) return above != 0;
        return a.Width == target.Width + 1 ? Slice(above, 1, 1) != Slice(above, 0, 0) : (above != 0) & (above != Constant(Interval.UInt(above.Width).Max));
    }

    public static Signal Saturate(Signal a, Interval target)
    {
        if (target.Contains(a.Range)) return a;
        var reach = Ranges.Min(Ranges.Max(a.Range, Interval.Of(target.Min)), Interval.Of(target.Max));
        if (reach.IsConstant) return Constant(reach.Min);
        Signal low = Constant(reach.Min), high = Constant(reach.Max);
        var inside = Wrap(a, reach.Full);
        if (a.Range.Min >= reach.Min) return Chosen(target.IsFull ? Outside(a, target) : high < a, high, inside, reach);
        if (a.Range.Max <= reach.Max) return Chosen(target.IsFull ? Outside(a, target) : a < low, low, inside, reach);
        return target.IsFull ? Chosen(Outside(a, target), Mux(Slice(a, a.Width - 1, a.Width - 1), low, high), inside, reach)
            : Chosen(a < low, low, Mux(high < a, high, inside), reach);
    }

    static Signal Chosen(Signal c, Signal t, Signal f, Interval range) =>
        c.IsConstant ? c.Is(1) ? t : f : t.Node == f.Node ? t : new(Table.Intern(Op.Mux, range, [c.Node, t.Node, f.Node]));

    public static Signal Wrap(Signal a, Interval target)
    {
        if (!target.IsFull) throw new BitsException($"Wrap needs all values of a width, Int(n) or UInt(n), not {target}; use Saturate or Fits");
        return target.Contains(a.Range) ? a : Fold(Narrow(new(Table.Intern(Op.Wrap, target, [a.Node])), $"the Wrap to {target}", a));
    }

    public static Signal Fits(Signal a, Interval target, string because) =>
        target.Contains(a.Range) ? a : new(Table.Intern(Op.Fits, target, [a.Node], detail: because));

    public static Signal Lookup(Rom table, Signal index)
    {
        var last = table.Entries.Length - 1;
        if (index.Range.Min < 0 || index.Range.Max > last)
            throw new BitsException($"an index of {index.Range.Describe()} is not within 0 … {last}, the entries of {table}; narrow it on purpose: .Saturate, .Wrap or .Fits");
        return Fold(new(Table.Intern(Op.Lookup, table.Range, [index.Node], detail: table)));
    }

    public static Signal Wide(Signal a) => a.Node.Op == Op.Wide ? a : new(Table.Intern(Op.Wide, a.Range, [a.Node]));
    bool IsWide => Node.SaysWide || !Interval.Int(64).Contains(Range);

    public static Signal Dot(ReadOnlySpan<Signal> a, ReadOnlySpan<Signal> b)
    {
        var products = new Signal[a.Length];
        for (var k = 0; k < a.Length; k++) products[k] = a[k] * b[k];
        return Sum(products);
    }

    public static bool IsPossible(Signal condition) => !condition.Is(0);

    public static Signal Largest(ReadOnlySpan<Signal> values)
    {
        var level = values.ToArray();
        while (level.Length > 1)
            level = [.. level.Chunk(2).Select(pair => pair is [var a, var b] ? Max(a, b) : pair[0])];
        return level[0];
    }

    public static Signal Sum(ReadOnlySpan<Signal> terms) => Sum(terms.ToArray().AsReadOnly());

    /// <summary>All terms added at once; hardware builds a balanced tree.</summary>
    public static Signal Sum(IReadOnlyList<Signal> terms) => terms.Count switch
    {
        0 => 0,
        1 => terms[0],
        _ => Arithmetic(Op.Sum, terms.Select(t => t.Range).Aggregate(Ranges.Add), [.. terms]),
    };

    static Signal Compare(Op op, Signal a, Signal b)
    {
        if (op is Op.Equal or Op.NotEqual && a.Range == Interval.Bit && b.IsConstant && Interval.Bit.Contains(b.Node.Value))
            return b.Is(1) == (op == Op.Equal) ? a : !a;
        if (a.Node == b.Node) return op is Op.Equal or Op.LessOrEqual ? 1 : 0;
        if (a.Range.Max < b.Range.Min) return op is Op.Less or Op.LessOrEqual or Op.NotEqual ? 1 : 0;
        if (b.Range.Max < a.Range.Min) return op is Op.NotEqual ? 1 : 0;
        if (op == Op.LessOrEqual && a.Range.Max <= b.Range.Min) return 1;
        if (op == Op.Less && b.Range.Max <= a.Range.Min) return 0;
        return Fold(Make(op, Interval.Bit, a.Node, b.Node));
    }

    /// <summary>This signal as a condition.</summary>
    /// <exception cref="BitsException">It can be other than 0 and 1.</exception>
    public Signal AsCondition(string where) => Interval.Bit.Contains(Range) ? this
        : throw new BitsException($"{where} takes a condition, 0 or 1; this value is {Range.Describe()}. Compare it: x != 0, or pick a bit: x[0]");

    static Interval Distance(Signal n, int max)
    {
        if (n.Range.Min < 0 || n.Range.Max > max)
            throw new BitsException($"a shift distance of {n.Range.Describe()} is not within 0 … {max}; narrow it on purpose: .Saturate, .Wrap or .Fits");
        return n.Range;
    }

    static Signal Arithmetic(Op op, Interval range, params Signal[] operands) =>
        Fold(operands.Any(o => o.IsWide) ? Make(op, range, [.. operands.Select(o => o.Node)])
            : Narrow(Make(op, range, [.. operands.Select(o => o.Node)]), op.ToString(), operands[0], operands[^1]));

    static Signal Narrow(Signal result, string op, Signal a, Signal b) => Interval.Int(64).Contains(result.Range) ? result
        : throw TooWide($"{op} of {a.Range.Describe()} and {b.Range.Describe()}", result);

    /// <summary>Bits of a row may be many; the bits of a number stay a number.</summary>
    static Signal Narrow(Signal result, string op, Signal a) => Interval.Int(64).Contains(result.Range) || a.IsWide ? result
        : throw TooWide($"{op} of {a.Range.Describe()}", result);

    static BitsException TooWide(string what, Signal result) => new(
        $"{what} needs {result.Range.Describe()}, more than the 63 bits and a sign that the number readings carry; narrow an operand on purpose: .Fits, .Saturate or .Wrap, or say .Wide and read the text as Big");

    /// <summary>What has one possible value is that constant.</summary>
    static Signal Fold(Signal s) => s.Range.IsConstant ? Constant(s.Range.Min)
        : s.Node.Operands.All(o => o.Op == Op.Constant) ? Constant(s.Node.Evaluate(o => o.Value)) : s;
}
