using System.Globalization;
using System.Text;
using Hw.Bits.Numbers;

namespace Hw.Bits;

/// <summary>Operations of one kind. A width is that of the widest operand or result.</summary>
/// <param name="Widths">Each width and how many operations have it, narrowest first.</param>
public sealed record Operators(Op Kind, IReadOnlyList<(int Width, int Count)> Widths)
{
    public int Count => Widths.Sum(w => w.Count);

    public override string ToString()
    {
        var widths = Widths.Select(w => w.Count == 1 ? $"{w.Width}" : $"{w.Count}×{w.Width}");
        return $"{Kind,-14}{Count,6}   {string.Join(", ", widths)}";
    }
}

/// <summary>A promise that the intervals cannot prove: what was promised, of what, and why.</summary>
public sealed record Promise(Interval From, Interval To, string Because)
{
    public override string ToString() => $"{From.Describe()} fits {To}: {Because}";
}

/// <summary>
/// What a text costs as hardware, before any synthesis: its operations, its depth in the nanoseconds of <see cref="DelayModel"/>,
/// its wires. That it exists says that nothing in it overflows: a text that could is refused while it is read.
/// </summary>
/// <param name="Depth">The longest path from an operand to a result.</param>
/// <param name="Levels">The most operations on one path from an operand to a result.</param>
/// <param name="Bits">Widths of all results of operations, summed; names and fields cost nothing.</param>
/// <param name="RomBits">Entries · width, each table once.</param>
public sealed record Cost(IReadOnlyList<Operators> Operators, double Depth, int Levels, int Bits, Node Widest, long RomBits,
    IReadOnlyList<Promise> Promises, IReadOnlyList<(string Name, Interval Range)> Ranges)
{
    /// <summary>A function of the number library, read as hardware in a table of its own.</summary>
    public static Cost Of(NumberFunction function)
    {
        using var _ = new NodeTable().Enter();
        return Of(Read(function));
    }

    /// <summary>The function's results as hardware of operands that come from outside.</summary>
    public static IReadOnlyList<Signal> Read(NumberFunction function)
    {
        var gives = new Signal[function.Gives.Count];
        function.Apply<Signal>([.. function.Takes.Select(t => Signal.Leaf(t.Name, t.Format.Range))], gives);
        return gives;
    }

    public static Cost Of(IEnumerable<Signal> results)
    {
        var (order, arrival) = (new List<Node>(), new Dictionary<Node, (double Time, int Level)>());
        foreach (var result in results) Visit(result.Node);
        if (order.Count == 0) throw new BitsException("a cost needs at least one result");
        var work = order.Where(n => IsWork(n.Op)).ToList();
        return new(
            [.. work.GroupBy(n => n.Op).OrderBy(g => g.Key)
                .Select(g => new Operators(g.Key, [.. g.GroupBy(Width).OrderBy(w => w.Key).Select(w => (w.Key, w.Count()))]))],
            arrival.Values.Max(a => a.Time), arrival.Values.Max(a => a.Level), work.Sum(n => n.Range.Width), order.MaxBy(n => n.Range.Width)!,
            order.Select(n => n.Detail).OfType<Rom>().Distinct().Sum(r => (long)r.Entries.Length * r.Range.Width),
            [.. order.Where(n => n.Op == Op.Fits).Select(n => new Promise(n.Operands[0].Range, n.Range, $"{n.Detail}")).Distinct()],
            [.. order.Where(n => n.Op is Op.Leaf or Op.Named).Select(n => ($"{n.Detail}", n.Range)).Distinct()]);

        void Visit(Node n)
        {
            if (arrival.ContainsKey(n)) return;
            foreach (var o in n.Operands) Visit(o);
            var before = n.Operands.Select(o => arrival[o]).DefaultIfEmpty().ToArray();
            arrival[n] = (DelayModel.Of(n) + before.Max(a => a.Time), (IsWork(n.Op) ? 1 : 0) + before.Max(a => a.Level));
            order.Add(n);
        }
    }

    static bool IsWork(Op op) => op is not (Op.Constant or Op.Leaf or Op.Named or Op.Wide
        or Op.Slice or Op.Wrap or Op.Fits or Op.Concat or Op.ShiftLeft or Op.ShiftRight);

    static int Width(Node n) => n.Op == Op.Lookup ? n.Range.Width : n.Operands.Append(n).Max(o => o.Range.Width);

    /// <summary>As printed by `hw numbers cost`.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("operation      count   widths\n");
        foreach (var o in Operators) text.Append($"{o}\n");
        text.Append(CultureInfo.InvariantCulture, $"depth {Depth:0.0} ns (osu018, unplaced, modelled), {Levels} levels, {Bits:#,0} bits of results, ");
        text.Append(CultureInfo.InvariantCulture, $"widest wire {Widest.Range.Width} bits, tables {RomBits:#,0} bits\n");
        text.Append($"{Promises.Count} {(Promises.Count == 1 ? "promise" : "promises")}\n");
        foreach (var p in Promises) text.Append($"  {p}\n");
        return text.ToString();
    }

    /// <summary>Every operand and named wire with its interval: what it can be, and so that it cannot overflow.</summary>
    public string Wires() => string.Concat(Ranges.Select(r => $"  {r.Name,-20} {r.Range.Describe()}\n"));
}
