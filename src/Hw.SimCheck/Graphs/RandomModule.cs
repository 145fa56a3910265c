namespace Hw.SimCheck.Graphs;

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

    readonly RandomValues values;
    readonly Twist twist;

    public override string VerilogName => level == 0 ? $"random_{number}" : $"random_{number / 4}_leaf_{number % 4}";

    /// <param name="level">0 for a top, which may have children; a leaf has none.</param>
    public RandomModule(ulong number, int level = 0, Twist twist = Twist.None)
    {
        (this.number, this.level, this.twist) = (number, level, twist);
        choose = new(number * 2 + (ulong)level);
        values = new(choose, () => inputs[0][0], twist);
        var busy = level == 0 ? 2 : 1;
        for (var i = 0; i < 2 + choose.Below(2 * busy); i++) inputs.Add(Input(Shape(), $"in{i}"));
        if (level == 0) inputs.Add(Input(Row(2 + choose.Below(4), choose.Interval(9)), "row"));
        for (var i = 0; i < 1 + choose.Below(2 * busy); i++) outputs.Add(Output(Shape(), $"out{i}"));
        for (var i = 0; i < choose.Below(3 * busy); i++)
        {
            var shape = WithZero(choose.Interval(12));
            registers.Add(choose.OneIn(2) ? Register(shape, $"reg{i}") : Register(shape, choose.In(shape).TurnedReset(shape, twist), $"reg{i}"));
        }
        if (choose.OneIn(4)) registers.Add(Register(Row(2 + choose.Below(3), Interval.Int(1 + choose.Below(8))), "reg_row"));
        if (choose.OneIn(3)) phase = State(Phase.Idle, "phase");
        if (choose.OneIn(4)) mode = State(Mode.Run, "mode");
        for (var i = 0; i < choose.Below(busy + 1); i++)
        {
            Shape word = choose.OneIn(2) ? WithZero(choose.Interval(10)) : Row(1 + choose.Below(4), Interval.Int(1 + choose.Below(6)));
            memories.Add(Memory(2 + choose.Below(7), word, choose.Of(Collision.ReadFirst, Collision.WriteFirst).Turned(twist), $"mem{i}"));
        }
        if (level == 0)
        {
            for (var i = 0; i < choose.Below(3); i++)
            {
                var leaf = 4 * number + (ulong)choose.Below(2);       // sometimes twice the same module
                children.Add(Instance(() => new RandomModule(leaf, 1, twist), $"child{i}"));
            }
            if (choose.OneIn(2)) lanes = Instances(1 + choose.Below(5), () => new RandomModule(4 * number + 2, 1, twist), "lanes");
        }
    }

    static Interval WithZero(Interval range) => range.Union(Interval.Of(0));
    Shape Shape() => choose.OneIn(6) ? Row(1 + choose.Below(4), Interval.Int(1 + choose.Below(8))) : choose.Interval(12);

    // Statements -------------------------------------------------------------------------------------------------------

    protected override void Build()
    {
        foreach (var input in inputs) values.Offer(input);
        foreach (var register in registers) values.Offer(register);
        if (phase is not null || mode is not null) values.SomeState = () => phase is not null ? phase.Is(choose.Of(Enum.GetValues<Phase>())) : mode!.Is(choose.Of(Enum.GetValues<Mode>()));
        if (phase is not null) values.MustRead.Add(phase.Value);
        if (mode is not null) values.MustRead.Add(mode.Value);
        foreach (var memory in memories) Use(memory);
        foreach (var child in children)
        {
            foreach (var input in child.inputs) input.Drive(values.Value(input.Shape));
            foreach (var output in child.outputs) values.Offer(output);
        }
        if (lanes is not null) Use(lanes);
        if (choose.OneIn(3)) values.Pool.Add(values.Number(2).Named("named"));
        Assign();
        for (var i = 0; i < outputs.Count - 1; i++) outputs[i].Drive(values.Value(outputs[i].Shape));
        // the last output reads what nothing else might have read
        var digest = values.MustRead.Select((x, i) => x == Signal.Constant(i % 2 == 0 ? x.Range.Max : x.Range.Min)).Aggregate((a, b) => a ^ b);
        outputs[^1].Drive(outputs[^1].Shape.Range.Contains(Interval.Bit) ? Mux(digest, 1, 0) : Mux(digest, values.Value(outputs[^1].Shape), values.Value(outputs[^1].Shape)));
        if (!outputs[^1].Shape.Range.Contains(Interval.Bit)) Unused(digest, "when both values are one");
    }

    void Use(Memory memory)
    {
        Interval addresses = new(0, memory.Depth - 1);
        for (var i = 0; i < 1 + choose.Below(2); i++)
        {
            Signal? mask = memory.Word.IsRow && choose.OneIn(2) ? values.Narrow(values.Number(2), Interval.UInt(memory.Word.Count)) : null;
            memory.Write(values.Enable(1), values.Narrow(values.Number(1), addresses) is { IsConstant: false } address ? address : inputs[0][0], values.Value(memory.Word), mask);
        }
        for (var i = 0; i < 1 + choose.Below(2); i++)
            values.Offer(memory.Read(values.Narrow(values.Number(1), addresses), choose.OneIn(3) ? 1 : values.Enable(1)), memory.Word);
    }

    void Use(LaneArray<RandomModule> lanes)
    {
        // signals that depend on the lane stand only inside Each
        var (outside, outsideRows) = (values.Pool.Count, values.Rows.Count);
        lanes.Each(lane =>
        {
            values.Pool.Add(lane.Index);
            foreach (var (row, element, count) in values.Rows.ToList())
                if (choose.OneIn(2)) values.Pool.Add(Signal.Element(row, ((lane.Index * choose.Of(1, 2, 3) + choose.Below(3)) / choose.Of(1, 2)) % count, element));
            foreach (var input in lane.inputs) input.Drive(values.Value(input.Shape));
        });
        values.Pool.RemoveRange(outside, values.Pool.Count - outside);
        values.Rows.RemoveRange(outsideRows, values.Rows.Count - outsideRows);
        foreach (var port in Ports(lanes))
        {
            var all = lanes.All(_ => port);
            values.MustRead.Add(all);
            values.Rows.Add((all, port.Shape.IsRow ? Interval.UInt(port.Width) : port.Shape.Element.Full, lanes.Count));
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
            if (choose.OneIn(3)) foreach (var r in group) r.Next = values.Value(r.Shape);
            else Chain(group, 2);
        }
        if (phase is not null)
        {
            var chain = When(phase.Is(Phase.Idle), () => When(values.Condition(1), () => phase.Next = Phase.Load))
                .ElseWhen(phase.Is(Phase.Load), () => phase.Next = choose.Of(Phase.Run, Phase.Drain))
                .ElseWhen(phase.Is(Phase.Run), () => When(values.Condition(2), () => phase.Next = Phase.Drain).Otherwise(() => phase.Next = Phase.Done));
            if (choose.OneIn(2)) chain.Otherwise(() => phase.Next = Phase.Idle);
            else chain.ElseWhen(phase.Is(Phase.Drain), () => phase.Next = Phase.Done).ElseWhen(phase.Is(Phase.Done), () => phase.Next = Phase.Idle);
        }
        if (mode is not null) When(values.Condition(1), () => mode.Next = choose.Of(Mode.Idle, Mode.Stop)).Otherwise(() => mode.Next = Mode.Run);
    }

    void Chain(List<Reg> group, int depth)
    {
        void Branch(bool all)
        {
            var some = group.Where(_ => all || choose.OneIn(2)).ToList();
            if (depth > 0 && some.Count > 0 && choose.OneIn(4)) Chain(some, depth - 1);
            else foreach (var r in some) r.Next = choose.OneIn(5) && r.Shape.IsRow ? r.ShiftIn(values.Narrow(values.Number(1), r.Shape.Element)) : values.Value(r.Shape);
        }
        var chain = When(values.Enable(2), () => Branch(all: true));
        for (var i = choose.Below(3); i > 0; i--) chain.ElseWhen(values.Condition(1), () => Branch(all: false));
        if (choose.OneIn(2)) chain.Otherwise(() => Branch(all: false));
    }
}
