namespace Hw.SimCheck.Graphs;

/// <summary>
/// Random texts over what a module offers them: numbers, conditions and rows made with everything the algebra has. What is
/// made is offered again, so that values are shared as in texts that people write.
/// </summary>
sealed class RandomValues(Choices choose, Func<Signal> somethingThatChanges, Twist twist)
{
    readonly List<Rom> tables = [];
    int operations;

    public List<Signal> Pool { get; } = [];
    public List<(Signal Row, Interval Element, int Count)> Rows { get; } = [];
    /// <summary>What a text has to use at least once.</summary>
    public List<Signal> MustRead { get; } = [];
    /// <summary>Whether a state machine of the module is in some state.</summary>
    public Func<Signal>? SomeState { get; set; }

    public void Offer(Wire wire) => Offer(wire.Value, wire.Shape);

    public void Offer(Signal value, Shape shape)
    {
        MustRead.Add(value);
        if (shape.IsRow) Rows.Add((value, shape.Element, shape.Count));
        else Pool.Add(value.Width > 26 ? value.Wrap(Interval.Int(24)) : value);     // products of what is in the pool fit 64 bits
    }

    Signal Leaf() => choose.Below(8) switch
    {
        0 => (long)choose.In(Interval.Int(8)),
        1 when Rows.Count > 0 => FromRow(0),
        _ when Pool.Count > 0 => Pool[choose.Below(Pool.Count)],
        _ => 5,
    };

    public Signal FromRow(int depth)
    {
        var (row, element, count) = Rows[choose.Below(Rows.Count)];
        return choose.Below(3) switch
        {
            0 => Signal.ElementAt(row, choose.Below(count), element),
            1 => Signal.Element(row, Narrow(Number(depth), new(0, count - 1)), element),
            _ => Field(row),
        };
    }

    public Signal Field(Signal x)
    {
        var low = choose.Below(x.Width);
        return x[Math.Min(low + choose.Below(12), x.Width - 1 + (x.Range.IsSigned ? 2 : 0)), low];
    }

    /// <summary>Never a constant, which would leave something without a value.</summary>
    public Signal Enable(int depth) => Condition(depth) is { IsConstant: false } c ? c : somethingThatChanges();

    public Signal Condition(int depth) => depth == 0 ? Number(0)[0] : choose.Below(9) switch
    {
        0 => Condition(depth - 1) & Condition(depth - 1),
        1 => Condition(depth - 1) | Condition(depth - 1),
        2 => !Condition(depth - 1),
        3 => Condition(depth - 1) ^ Condition(depth - 1),
        4 => Number(depth - 1) == Number(depth - 1),
        5 => Number(depth - 1) != (long)choose.In(Interval.Int(4)),
        6 => Number(depth - 1) < Number(depth - 1),
        7 => Number(depth - 1) >= Number(depth - 1),
        8 when SomeState is not null => SomeState(),
        _ => Number(depth - 1)[choose.Below(3)],
    };

    public Signal Number(int depth)
    {
        if (depth == 0) return Leaf();
        Signal a = Number(depth - 1), b = Number(choose.Below(depth));
        var result = choose.Below(30) switch
        {
            0 or 1 => a + b,
            2 or 3 => a - b,
            4 => a * b,
            5 => -a,
            6 => a & b,
            7 => a | b,
            8 => a ^ b,
            9 => a << choose.Below(5),
            10 => a >> choose.Below(9),
            11 => Signal.ShiftLeft(a, Narrow(b, new(0, 6)), 6),
            12 => Signal.ShiftRight(a, Narrow(b, new(0, 15)), 15),
            13 => Field(a),
            14 => Signal.Mux(Condition(depth - 1), a, b),
            15 => Narrow(a, choose.Interval(10)),
            16 => a.RoundShiftRight(choose.Below(5)),
            17 => Signal.Concat([.. Parts(a, b, Leaf())]) is { Width: <= 40 } word ? word : a,
            18 => choose.OneIn(2) ? a.Min(b) : a.Max(b),
            19 => a.Abs(),
            20 => Signal.Sum([a, b, Leaf(), Number(depth - 1)]),
            21 => Condition(depth),
            22 when Rows.Count > 0 => FromRow(depth - 1),
            23 => Looked(a),
            24 => Narrow(a, Interval.UInt(9)).Join(Narrow(b, Interval.UInt(3)), 3),
            25 => Wrapped(a, 11).LeadingZeros(11 + choose.Below(6)),
            26 => Wrapped(a, 14).ShiftRightSticky(Narrow(b, new(0, 17)), 17),
            27 => Wide(a, b),
            28 => Signal.Named(a, choose.Of("part", "table", "sum")),
            _ => Signal.Mux(a < b, a - b, b),
        };
        if (result.Width > 26) result = Narrow(result, choose.OneIn(2) ? Interval.Int(1 + choose.Below(20)) : Interval.UInt(1 + choose.Below(20)));
        if (twist == Twist.Operation && ++operations == 2) result = OneLess(result);
        if (choose.OneIn(4)) Pool.Add(result);
        return result;
    }

    static Signal OneLess(Signal x) => x.IsConstant ? x : Signal.Mux(x == Signal.Constant(x.Range.Min), Signal.Constant(x.Range.Max), (x - 1).Fits(x.Range, "it was above the lowest value"));

    static Signal Wrapped(Signal x, int bits) => x.Wrap(Interval.UInt(bits));

    /// <summary>An entry of one of the module's tables; two of them share a name.</summary>
    public Signal Looked(Signal index)
    {
        if (tables.Count < 3)
        {
            var range = choose.Interval(12);
            tables.Add(new(choose.Of("coefficients", "table"), [.. Enumerable.Range(0, 1 + choose.Below(40)).Select(_ => (long)choose.In(range))]));
        }
        var table = tables[choose.Below(tables.Count)];
        return Narrow(index, new(0, table.Entries.Length - 1)).Lookup(table);
    }

    /// <summary>Through more than 64 bits and back.</summary>
    Signal Wide(Signal a, Signal b)
    {
        var wide = (Wrapped(a, 20).Join(Wrapped(b, 24), 24).Wide() << 30).Wide() * Narrow(b, Interval.Int(6)) + Wrapped(b, 9);
        var shifted = Signal.ShiftRight(wide, Narrow(a, new(0, 70)), 70);
        return choose.OneIn(2) ? shifted[30, 20] : Signal.Mux(wide < shifted, 3, wide[76, 70]);
    }

    /// <summary>Into an interval, by each of the ways there are; the promise is one that intervals cannot see.</summary>
    public Signal Narrow(Signal x, Interval target) => target.Contains(x.Range) ? x : choose.Below(4) switch
    {
        0 => x.Saturate(target),
        1 => Signal.Mux(x < (long)target.Min, (long)target.Min, Signal.Mux(x > (long)target.Max, (long)target.Max, x)).Fits(target, "it is clamped on both sides"),
        2 when target.Contains(Interval.UInt(1)) => Narrow(x & (long)target.Max, target),
        _ => target.IsFull ? x.Wrap(target) : x.Wrap(target.Full).Saturate(target),
    };

    public Signal Value(Shape shape) => shape.IsRow ? Packed(Enumerable.Range(0, shape.Count).Select(_ => Narrow(Number(choose.Below(3)), shape.Element)), shape.Element)
        : Narrow(Number(1 + choose.Below(4)), shape.Element);

    static IEnumerable<(Signal, int)> Parts(params Signal[] parts) => parts.Select(p => (p, p.Width));
    static Signal Packed(IEnumerable<Signal> elements, Interval element) => Signal.Concat([.. elements.Select(e => (e, element.Width)).ToList()]);
}
