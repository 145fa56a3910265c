namespace Hw.SimCheck.Graphs;

/// <summary>What the lanes of an array and whoever instantiates them agree on. Verilator copies a lane's text for each lane, so many lanes are small ones.</summary>
/// <param name="Depth">Elements of a lane's rows.</param>
/// <param name="Passed">What a lane hands to the next.</param>
/// <param name="Ripples">Carries go from lane to lane within a cycle.</param>
sealed record CellShape(int Lanes, int Depth, Interval Element, Interval Passed, bool Ripples)
{
    public bool IsRich => Lanes * Depth <= 32;

    public static CellShape Of(ulong number)
    {
        var choose = new Choices(number);
        var depth = choose.Of(2, 2, 2, 3, 4, 4, 5, 8, 16, 32);
        var lanes = depth > 5 ? 4 + choose.Below(3) : choose.OneIn(4) ? choose.Of(15, 16, 17, 31, 32, 33, 40) : 4 + choose.Below(8);
        return new(lanes, depth, choose.Of(Interval.Int8, Interval.Int(1 + choose.Below(8)), Interval.UInt(1 + choose.Below(8)), new(-3, 11)),
            choose.Of(Interval.Int(8), Interval.UInt(11), Interval.Int(24), new(-5, 100), Interval.UInt(40)), choose.OneIn(5));
    }
}

/// <summary>
/// One lane as accelerators have them: a row that is shifted full and moved as a whole, a sum of products, a value passed on
/// through a register and one without, now and then a memory, a state machine, a table, and smaller lanes inside.
/// </summary>
sealed class RandomCell : Module
{
    enum Work { Rest, Fill, Add }

    readonly ulong number;
    readonly int level;
    readonly Twist twist;
    readonly Choices choose;
    readonly RandomValues values;
    readonly CellShape shape;
    readonly Reg filling, standing, sum, passed;
    readonly List<Reg> others = [];
    readonly StateReg<Work>? work;
    readonly Memory? memory;
    readonly LaneArray<RandomCell>? parts;

    public override string VerilogName => $"random_{number}_{(level == 0 ? "cell" : "part")}";

    public In Go { get; } = Input(Bit);
    public In Load { get; } = Input(Bit);
    public In Swap { get; } = Input(Bit);
    public In Number { get; }
    public In Moving { get; }
    public In Broadcast { get; }
    public In Neighbour { get; }
    public In Carry { get; } = Input(UInt8);
    public Out Passed { get; }
    public Out CarryOut { get; } = Output(UInt8);
    public Out Result { get; }

    /// <summary>What every lane gives, the same for all lanes of a graph.</summary>
    public static Interval ResultRange { get; } = Int(19);

    public RandomCell(ulong number, int level, int lanes, Twist twist)
    {
        (this.number, this.level, this.twist) = (number, level, twist);
        choose = new(number * 5 + 3 + (ulong)level);
        values = new(choose, () => Go, twist);
        shape = CellShape.Of(number);
        Number = Input(UpTo(Math.Max(1, lanes - 1)), "number");
        Moving = Input(shape.Element, "moving");
        Broadcast = Input(Row(shape.Depth, shape.Element), "broadcast");
        Neighbour = Input(shape.Passed, "neighbour");
        Passed = Output(shape.Passed, "passed_on");
        Result = Output(ResultRange, "result");
        filling = Register(Row(shape.Depth, shape.Element), "filling");
        standing = Register(Row(shape.Depth, shape.Element), "standing");
        sum = choose.OneIn(2) ? Register(Int32, 0, "sum") : Register(Int(12 + choose.Below(20)), choose.In(Int(12)).TurnedReset(Int(12), twist), "sum");
        var first = choose.In(shape.Passed);
        passed = choose.OneIn(2) ? Register(shape.Passed, "passed") : Register(shape.Passed, first.TurnedReset(shape.Passed, twist), "passed");
        for (var i = 0; i < choose.Below(shape.IsRich ? 3 : 2); i++) others.Add(Register(choose.Interval(14).Union(Interval.Of(0)), $"other{i}"));
        if (choose.OneIn(shape.IsRich ? 3 : 6)) work = State(Work.Rest, "work");
        if (choose.OneIn(shape.IsRich ? 5 : 8)) memory = Memory(2 + choose.Below(19), choose.OneIn(3) ? Int(1 + choose.Below(30)) : Row(1 + choose.Below(4), Int(1 + choose.Below(9))), choose.Of(Collision.ReadFirst, Collision.WriteFirst).Turned(twist), "store");
        if (level == 0 && shape.IsRich && choose.OneIn(3)) { var count = 2 + choose.Below(3); parts = Instances(count, () => new RandomCell(number, 1, count, twist), "parts"); }
    }

    protected override void Build()
    {
        foreach (var wire in (Wire[])[Go, Load, Swap, Number, Moving, Broadcast, Neighbour, Carry, filling, standing, sum, passed, .. others]) values.Offer(wire);
        if (work is not null) { values.MustRead.Add(work.Value); values.SomeState = () => work.Is(choose.Of(Enum.GetValues<Work>())); }
        Rows();
        Sum();
        if (memory is not null) Use(memory);
        if (parts is not null) Use(parts);
        passed.Next = choose.Below(3) switch
        {
            0 => Neighbour,
            1 => values.Narrow(Neighbour + Number, shape.Passed),
            _ => Mux(values.Enable(1), Neighbour, passed),
        };
        Passed.Drive(passed);
        CarryOut.Drive((Carry + values.Narrow(values.Number(1), UInt(6))).Wrap(UInt8));
        foreach (var r in others)
            if (choose.OneIn(2)) When(values.Enable(1), () => r.Next = Some(r.Shape.Range)).ElseWhen(Load, () => r.Next = Some(r.Shape.Range));
            else r.Next = Some(r.Shape.Range);
        if (work is not null)
            When(work.Is(Work.Rest), () => When(Load, () => work.Next = Work.Fill)).ElseWhen(work.Is(Work.Fill), () => When(Go, () => work.Next = Work.Add)).Otherwise(() => work.Next = choose.Of(Work.Rest, Work.Fill));
        var looked = values.Looked(choose.OneIn(2) ? Number : values.Number(1));
        var digest = values.MustRead.Select((x, i) => x == Signal.Constant(i % 2 == 0 ? x.Range.Max : x.Range.Min)).Aggregate((a, b) => a ^ b);
        var (one, other) = (values.Narrow(looked + sum, Int(18)), Some(Int(18)));
        Result.Drive(Mux(digest, one, one.Node == other.Node ? (one + 1).Wrap(Int(18)) : other));    // a choice between equals would read nothing
    }

    Signal Some(Interval range) => values.Narrow(values.Number(shape.IsRich ? 2 : 1), range);

    /// <summary>The same small thing done with every element.</summary>
    Signal Mapped()
    {
        var kind = choose.Below(3);
        return Pack(standing.Elements.Zip(Broadcast.Elements, (a, b) => (kind switch { 0 => a + b, 1 => a.Max(b), _ => Mux(Go, b, a - 1) }).Saturate(shape.Element)), shape.Element);
    }

    void Rows()
    {
        var shifted = twist == Twist.Shift ? (Signal)standing : filling.ShiftIn(Moving);
        var chain = When(Load, () => filling.Next = shifted);
        if (choose.OneIn(2)) chain.ElseWhen(Swap, () => filling.Next = standing);
        if (choose.OneIn(2)) When(Swap, () => standing.Next = filling);
        else When(Swap, () => standing.Next = filling).ElseWhen(values.Enable(1), () => standing.Next = choose.OneIn(2) ? Broadcast : Mapped());
    }

    void Sum()
    {
        var dot = choose.Below(3) switch
        {
            0 => Signal.Dot(standing.Elements, Broadcast.Elements),
            1 => Signal.Sum([.. standing.Elements.Zip(filling.Elements, (a, b) => a - b)]),
            _ => Signal.Sum([.. standing.Elements.Select((e, i) => i % 2 == 0 ? e * Moving : e)]),
        };
        values.Pool.Add(dot.Width > 26 ? dot.Wrap(Int(24)) : dot);
        var range = sum.Shape.Range;
        var next = choose.OneIn(2) ? (sum + dot).Saturate(range) : (sum + dot).Wrap(range);
        if (choose.OneIn(2)) sum.Next = Mux(Swap, values.Narrow(dot, range), next);
        else When(Go, () => sum.Next = next).ElseWhen(Swap, () => sum.Next = 0);
    }

    void Use(Memory memory)
    {
        Interval addresses = new(0, memory.Depth - 1);
        Signal Address() => values.Narrow(choose.OneIn(2) ? Number + values.Number(1) : values.Number(1), addresses) is { IsConstant: false } a ? a : Go;
        for (var i = 0; i < 1 + choose.Below(2); i++)
        {
            Signal? mask = memory.Word.IsRow && !choose.OneIn(3) ? values.Narrow(values.Number(1), UInt(memory.Word.Count)) : null;
            if (twist == Twist.Mask && mask is { } m) mask = m ^ Signal.Constant(Interval.UInt(memory.Word.Count).Max);
            memory.Write(values.Enable(1), Address(), memory.Word.IsRow ? Pack([.. Enumerable.Range(0, memory.Word.Count).Select(_ => values.Narrow(values.Number(1), memory.Word.Element))], memory.Word.Element) : Some(memory.Word.Element), mask);
        }
        for (var i = 0; i < 1 + choose.Below(2); i++) values.Offer(memory.Read(Address(), choose.OneIn(3) ? 1 : values.Enable(1)), memory.Word);
    }

    void Use(LaneArray<RandomCell> parts)
    {
        var (kept, keptRows) = (values.Pool.Count, values.Rows.Count);
        RandomLanes.Chain(parts, twist, Neighbour, Carry, shape, part =>
        {
            part.Go.Drive(Go);
            part.Load.Drive(values.Condition(1));
            part.Swap.Drive(Swap);
            part.Moving.Drive(filling.Element(part.Index % shape.Depth));
            part.Broadcast.Drive(choose.OneIn(2) ? standing : Broadcast);
        });
        values.Pool.RemoveRange(kept, values.Pool.Count - kept);
        values.Rows.RemoveRange(keptRows, values.Rows.Count - keptRows);
        values.Offer(parts.All(p => p.Result), Row(parts.Count, ResultRange));
        foreach (var all in (Signal[])[parts.All(p => p.Passed), parts.All(p => p.CarryOut)]) values.MustRead.Add(all);
    }
}
