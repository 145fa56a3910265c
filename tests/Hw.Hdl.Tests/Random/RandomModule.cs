namespace Hw.Hdl.Tests.Random;

/// <summary>
/// A module nobody would write and every tool must agree on: ports, registers, memories, state, children and lanes, joined by
/// expressions over everything the algebra has. The number decides all of it.
/// </summary>
public sealed class RandomModule : Module
{
    enum Phase { Idle, Load, Run, Drain, Done }
    enum Mode { Idle, Run, Stop }

    readonly ulong number;
    readonly int level;
    readonly Choices choose;
    readonly List<In> inputs = [];
    readonly List<Out> outputs = [];
    readonly List<Reg> registers = [];
    readonly List<Memory> memories = [];
    readonly List<RandomModule> children = [];
    readonly LaneArray<RandomModule>? lanes;
    readonly StateReg<Phase>? phase;
    readonly StateReg<Mode>? mode;

    // while Build runs
    readonly List<Signal> pool = [];
    readonly List<(Signal Row, Interval Element, int Count)> rows = [];
    readonly List<Signal> mustRead = [];
    readonly List<Rom> tables = [];

    public override string VerilogName => level == 0 ? $"random_{number}" : $"random_{number / 4}_leaf_{number % 4}";

    /// <param name="level">0 for a top, which may have children; a leaf has none.</param>
    public RandomModule(ulong number, int level = 0)
    {
        (this.number, this.level) = (number, level);
        choose = new(number * 2 + (ulong)level);
        var busy = level == 0 ? 2 : 1;
        for (var i = 0; i < 2 + choose.Below(2 * busy); i++) inputs.Add(Input(Shape(), $"in{i}"));
        if (level == 0) inputs.Add(Input(Row(2 + choose.Below(4), choose.Interval(9)), "row"));
        for (var i = 0; i < 1 + choose.Below(2 * busy); i++) outputs.Add(Output(Shape(), $"out{i}"));
        for (var i = 0; i < choose.Below(3 * busy); i++)
        {
            var shape = WithZero(choose.Interval(12));
            registers.Add(choose.OneIn(2) ? Register(shape, $"reg{i}") : Register(shape, choose.In(shape), $"reg{i}"));
        }
        if (choose.OneIn(4)) registers.Add(Register(Row(2 + choose.Below(3), Interval.Int(1 + choose.Below(8))), "reg_row"));
        if (choose.OneIn(3)) phase = State(Phase.Idle, "phase");
        if (choose.OneIn(4)) mode = State(Mode.Run, "mode");
        for (var i = 0; i < choose.Below(busy + 1); i++)
        {
            Shape word = choose.OneIn(2) ? WithZero(choose.Interval(10)) : Row(1 + choose.Below(4), Interval.Int(1 + choose.Below(6)));
            memories.Add(Memory(2 + choose.Below(7), word, choose.Of(Collision.ReadFirst, Collision.WriteFirst), $"mem{i}"));
        }
        if (level == 0)
        {
            for (var i = 0; i < choose.Below(3); i++)
            {
                var leaf = 4 * number + (ulong)choose.Below(2);       // sometimes twice the same module
                children.Add(Instance(() => new RandomModule(leaf, 1), $"child{i}"));
            }
            if (choose.OneIn(2)) lanes = Instances(1 + choose.Below(5), () => new RandomModule(4 * number + 2, 1), "lanes");
        }
    }

    static Interval WithZero(Interval range) => range.Union(Interval.Of(0));
    Shape Shape() => choose.OneIn(6) ? Row(1 + choose.Below(4), Interval.Int(1 + choose.Below(8))) : choose.Interval(12);

    // Expressions ------------------------------------------------------------------------------------------------------

    void Offer(Wire wire) => Offer(wire.Value, wire.Shape);

    void Offer(Signal value, Shape shape)
    {
        mustRead.Add(value);
        if (shape.IsRow) rows.Add((value, shape.Element, shape.Count));
        else pool.Add(value);
    }

    Signal Leaf() => choose.Below(8) switch
    {
        0 => (long)choose.In(Interval.Int(8)),
        1 when rows.Count > 0 => FromRow(0),
        _ when pool.Count > 0 => pool[choose.Below(pool.Count)],
        _ => 5,
    };

    Signal FromRow(int depth)
    {
        var (row, element, count) = rows[choose.Below(rows.Count)];
        return choose.Below(3) switch
        {
            0 => Signal.ElementAt(row, choose.Below(count), element),
            1 => Signal.Element(row, Narrow(Number(depth), new(0, count - 1)), element),
            _ => Field(row),
        };
    }

    Signal Field(Signal x)
    {
        var low = choose.Below(x.Width);
        return x[Math.Min(low + choose.Below(12), x.Width - 1 + (x.Range.IsSigned ? 2 : 0)), low];
    }

    /// <summary>Never a constant, which would leave something without a value.</summary>
    Signal Enable(int depth) => Condition(depth) is { IsConstant: false } c ? c : inputs[0][0];

    Signal Condition(int depth) => depth == 0 ? Number(0)[0] : choose.Below(9) switch
    {
        0 => Condition(depth - 1) & Condition(depth - 1),
        1 => Condition(depth - 1) | Condition(depth - 1),
        2 => !Condition(depth - 1),
        3 => Condition(depth - 1) ^ Condition(depth - 1),
        4 => Number(depth - 1) == Number(depth - 1),
        5 => Number(depth - 1) != (long)choose.In(Interval.Int(4)),
        6 => Number(depth - 1) < Number(depth - 1),
        7 => Number(depth - 1) >= Number(depth - 1),
        _ when phase is not null => phase.Is(choose.Of(Enum.GetValues<Phase>())),
        _ when mode is not null => mode.Is(choose.Of(Enum.GetValues<Mode>())),
        _ => Number(depth - 1)[choose.Below(3)],
    };

    Signal Number(int depth)
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
            14 => Mux(Condition(depth - 1), a, b),
            15 => Narrow(a, choose.Interval(10)),
            16 => a.RoundShiftRight(choose.Below(5)),
            17 => Concat(a, b, Leaf()) is { Width: <= 40 } word ? word : a,
            18 => choose.OneIn(2) ? a.Min(b) : a.Max(b),
            19 => a.Abs(),
            20 => Signal.Sum([a, b, Leaf(), Number(depth - 1)]),
            21 => Condition(depth),
            22 when rows.Count > 0 => FromRow(depth - 1),
            23 => Looked(a),
            24 => Narrow(a, Interval.UInt(9)).Join(Narrow(b, Interval.UInt(3)), 3),
            25 => Wrapped(a, 11).LeadingZeros(11 + choose.Below(6)),
            26 => Wrapped(a, 14).ShiftRightSticky(Narrow(b, new(0, 17)), 17),
            27 => Wide(a, b),
            28 => Signal.Named(a, choose.Of("part", "table", "sum")),
            _ => Mux(a < b, a - b, b),
        };
        if (result.Width > 26) result = Narrow(result, choose.OneIn(2) ? Interval.Int(1 + choose.Below(20)) : Interval.UInt(1 + choose.Below(20)));
        if (choose.OneIn(4)) pool.Add(result);
        return result;
    }

    static Signal Wrapped(Signal x, int bits) => x.Wrap(Interval.UInt(bits));

    /// <summary>An entry of one of the module's tables; two of them share a name.</summary>
    Signal Looked(Signal index)
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
        return choose.OneIn(2) ? shifted[30, 20] : Mux(wide < shifted, 3, wide[76, 70]);
    }

    /// <summary>Into an interval, by each of the ways there are; the promise is one that intervals cannot see.</summary>
    Signal Narrow(Signal x, Interval target) => target.Contains(x.Range) ? x : choose.Below(4) switch
    {
        0 => x.Saturate(target),
        1 => Mux(x < (long)target.Min, (long)target.Min, Mux(x > (long)target.Max, (long)target.Max, x)).Fits(target, "it is clamped on both sides"),
        2 when target.Contains(Interval.UInt(1)) => Narrow(x & (long)target.Max, target),
        _ => target.IsFull ? x.Wrap(target) : x.Wrap(target.Full).Saturate(target),
    };

    Signal Value(Shape shape) => shape.IsRow ? Pack(Enumerable.Range(0, shape.Count).Select(_ => Narrow(Number(choose.Below(3)), shape.Element)).ToList(), shape.Element)
        : Narrow(Number(1 + choose.Below(4)), shape.Element);

    // Statements -------------------------------------------------------------------------------------------------------

    protected override void Build()
    {
        foreach (var input in inputs) Offer(input);
        foreach (var register in registers) Offer(register);
        if (phase is not null) mustRead.Add(phase.Value);
        if (mode is not null) mustRead.Add(mode.Value);
        foreach (var memory in memories) Use(memory);
        foreach (var child in children)
        {
            foreach (var input in child.inputs) input.Drive(Value(input.Shape));
            foreach (var output in child.outputs) Offer(output);
        }
        if (lanes is not null) Use(lanes);
        if (choose.OneIn(3)) pool.Add(Number(2).Named("named"));
        Assign();
        for (var i = 0; i < outputs.Count - 1; i++) outputs[i].Drive(Value(outputs[i].Shape));
        // the last output reads what nothing else might have read
        var digest = mustRead.Select((x, i) => x == Signal.Constant(i % 2 == 0 ? x.Range.Max : x.Range.Min)).Aggregate((a, b) => a ^ b);
        outputs[^1].Drive(outputs[^1].Shape.Range.Contains(Interval.Bit) ? Mux(digest, 1, 0) : Mux(digest, Value(outputs[^1].Shape), Value(outputs[^1].Shape)));
        if (!outputs[^1].Shape.Range.Contains(Interval.Bit)) Unused(digest, "when both values are one");
    }

    void Use(Memory memory)
    {
        Interval addresses = new(0, memory.Depth - 1);
        for (var i = 0; i < 1 + choose.Below(2); i++)
        {
            Signal? mask = memory.Word.IsRow && choose.OneIn(2) ? Narrow(Number(2), Interval.UInt(memory.Word.Count)) : null;
            memory.Write(Enable(1), Narrow(Number(1), addresses) is { IsConstant: false } address ? address : inputs[0][0], Value(memory.Word), mask);
        }
        for (var i = 0; i < 1 + choose.Below(2); i++)
            Offer(memory.Read(Narrow(Number(1), addresses), choose.OneIn(3) ? 1 : Enable(1)), memory.Word);
    }

    void Use(LaneArray<RandomModule> lanes)
    {
        // signals that depend on the lane stand only inside Each
        var (outside, outsideRows) = (pool.Count, rows.Count);
        lanes.Each(lane =>
        {
            pool.Add(lane.Index);
            foreach (var (row, element, count) in rows.ToList())
                if (choose.OneIn(2)) pool.Add(Signal.Element(row, ((lane.Index * choose.Of(1, 2, 3) + choose.Below(3)) / choose.Of(1, 2)) % count, element));
            foreach (var input in lane.inputs) input.Drive(Value(input.Shape));
        });
        pool.RemoveRange(outside, pool.Count - outside);
        rows.RemoveRange(outsideRows, rows.Count - outsideRows);
        foreach (var i in Enumerable.Range(0, lanes.All(lane => lane.outputs[0]).Width > 0 ? 1 : 0))
            foreach (var port in Ports(lanes))
            {
                var all = lanes.All(_ => port);
                mustRead.Add(all);
                rows.Add((all, port.Shape.IsRow ? Interval.UInt(port.Width) : port.Shape.Element.Full, lanes.Count));
            }
    }

    static List<Out> Ports(LaneArray<RandomModule> lanes)
    {
        List<Out> ports = [];
        lanes.Each(lane => ports = lane.outputs);
        return ports;
    }

    void Assign()
    {
        var waiting = registers.ToList();
        while (waiting.Count > 0)
        {
            var group = waiting.Take(1 + choose.Below(3)).ToList();
            waiting.RemoveRange(0, group.Count);
            if (choose.OneIn(3)) foreach (var r in group) r.Next = Value(r.Shape);
            else Chain(group, 2);
        }
        if (phase is not null)
        {
            var chain = When(phase.Is(Phase.Idle), () => When(Condition(1), () => phase.Next = Phase.Load))
                .ElseWhen(phase.Is(Phase.Load), () => phase.Next = choose.Of(Phase.Run, Phase.Drain))
                .ElseWhen(phase.Is(Phase.Run), () => When(Condition(2), () => phase.Next = Phase.Drain).Otherwise(() => phase.Next = Phase.Done));
            if (choose.OneIn(2)) chain.Otherwise(() => phase.Next = Phase.Idle);
            else chain.ElseWhen(phase.Is(Phase.Drain), () => phase.Next = Phase.Done).ElseWhen(phase.Is(Phase.Done), () => phase.Next = Phase.Idle);
        }
        if (mode is not null) When(Condition(1), () => mode.Next = choose.Of(Mode.Idle, Mode.Stop)).Otherwise(() => mode.Next = Mode.Run);
    }

    void Chain(List<Reg> group, int depth)
    {
        void Branch(bool all)
        {
            var some = group.Where(_ => all || choose.OneIn(2)).ToList();
            if (depth > 0 && some.Count > 0 && choose.OneIn(4)) Chain(some, depth - 1);
            else foreach (var r in some) r.Next = choose.OneIn(5) && r.Shape.IsRow ? r.ShiftIn(Narrow(Number(1), r.Shape.Element)) : Value(r.Shape);
        }
        var chain = When(Enable(2), () => Branch(all: true));
        for (var i = choose.Below(3); i > 0; i--) chain.ElseWhen(Condition(1), () => Branch(all: false));
        if (choose.OneIn(2)) chain.Otherwise(() => Branch(all: false));
    }
}
