namespace Hw.SimCheck.Graphs;

/// <summary>
/// An array of 4 … 40 lanes: a chain through their registers, now and then one within the cycle, rows broadcast and spread over them, and a
/// memory of whole rows beside them.
/// </summary>
public sealed class RandomLanes : Module
{
    readonly ulong number;
    readonly Twist twist;
    readonly Choices choose;
    readonly RandomValues values;
    readonly CellShape shape;
    readonly int count;
    readonly LaneArray<RandomCell> lanes;
    readonly In go = Input(Bit, "go"), load = Input(Bit, "load"), swap = Input(Bit, "swap"), carry = Input(UInt8, "carry"), any = Input(UInt(64), "any"), start, moving, row;
    readonly Out results, last, total, mixed = Output(Int(64), "mixed");
    readonly Reg held;
    readonly Memory? rowsOfLanes;

    public override string VerilogName => $"random_{number}";

    public RandomLanes(ulong number, Twist twist = Twist.None)
    {
        (this.number, this.twist) = (number, twist);
        choose = new(number * 3 + 1);
        values = new(choose, () => go, twist);
        shape = CellShape.Of(number);
        count = shape.Lanes;
        start = Input(shape.Passed, "start");
        moving = Input(Row(count, shape.Element), "moving");
        row = Input(Row(shape.Depth, shape.Element), "row");
        results = Output(Row(count, RandomCell.ResultRange), "results");
        last = Output(shape.Passed, "last");
        total = Output(Int(26), "total");
        held = Register(Row(count, shape.Element), "held");
        if (choose.OneIn(2)) rowsOfLanes = Memory(2 + choose.Below(9), Row(count, shape.Element), choose.Of(Collision.ReadFirst, Collision.WriteFirst).Turned(twist), "rows");
        lanes = Instances(count, () => new RandomCell(number, 0, count, twist), "lanes");
    }

    protected override void Build()
    {
        foreach (var wire in (Wire[])[go, load, swap, carry, start, moving, row, held]) values.Offer(wire);
        values.MustRead.Add(any);
        var source = rowsOfLanes is null ? held : Use(rowsOfLanes);
        When(swap, () => held.Next = source).ElseWhen(load, () => held.Next = choose.OneIn(2) ? held.ShiftIn(values.Narrow(values.Number(1), shape.Element)) : moving);

        var (kept, keptRows) = (values.Pool.Count, values.Rows.Count);
        Chain(lanes, twist, start, carry, shape, lane =>
        {
            lane.Go.Drive(choose.OneIn(2) ? go : go & moving.Value[count - 1]);
            lane.Load.Drive(choose.Of(load, load & (lane.Index.Value != 2), values.Condition(1)));
            lane.Swap.Drive(swap);
            lane.Moving.Drive(choose.OneIn(2) ? moving.Element(lane.Index) : held.Element((lane.Index * choose.Of(1, 3) + choose.Below(2)) % count));
            lane.Broadcast.Drive(row);
        });
        values.Pool.RemoveRange(kept, values.Pool.Count - kept);
        values.Rows.RemoveRange(keptRows, values.Rows.Count - keptRows);

        var all = lanes.All(l => l.Result);
        values.Offer(all, Row(count, RandomCell.ResultRange));
        results.Drive(all);
        last.Drive(Signal.ElementAt(lanes.All(l => l.Passed), count - 1, shape.Passed));
        var sum = Signal.Sum([.. Enumerable.Range(0, count).Select(i => Signal.ElementAt(all, i, RandomCell.ResultRange))]);
        var carries = lanes.All(l => l.CarryOut);
        total.Drive((sum + Signal.ElementAt(carries, count - 1, UInt8)).Wrap(Int(26)));
        values.MustRead.Add(carries);
        values.MustRead.Add(lanes.All(l => l.Passed));
        var digest = values.MustRead.Select((x, i) => x == Signal.Constant(i % 2 == 0 ? x.Range.Max : x.Range.Min)).Aggregate((a, b) => a ^ b);
        mixed.Drive(Mux(digest, (any + sum.Wide()).Wrap(Int(64)), values.Narrow(values.Number(2), Int(64))));
    }

    /// <summary>Lane i takes from lane i − 1: its registered output, and its carry within the cycle.</summary>
    internal static void Chain(LaneArray<RandomCell> lanes, Twist twist, Signal start, Signal carry, CellShape shape, Action<RandomCell> rest)
    {
        var width = shape.Passed.Width;
        var (passed, carries) = (lanes.All(l => l.Passed), lanes.All(l => l.CarryOut));
        var before = Signal.Concat([(start, width), (passed, lanes.Count * width)]);
        var carriesBefore = Signal.Concat([(carry, 8), (carries, lanes.Count * 8)]);
        // what goes from lane to lane within a cycle cannot be computed for all lanes at once: most arrays do without, to be computed so
        lanes.Each(lane =>
        {
            lane.Neighbour.Drive(Signal.Element(before, twist == Twist.Neighbour ? lane.Index + 1 : lane.Index, shape.Passed));
            lane.Carry.Drive(shape.Ripples ? Signal.Element(carriesBefore, lane.Index, UInt8) : carry);
            lane.Number.Drive(twist == Twist.LaneNumber ? Mux(lane.Index.Value == 1, 0, Mux(lane.Index.Value == 0, 1, lane.Index)) : lane.Index);
            rest(lane);
        });
    }

    Signal Use(Memory memory)
    {
        Signal? mask = choose.OneIn(3) ? null : twist == Twist.Mask ? any.Value[count - 1, 0] ^ Signal.Constant(UInt(count).Max) : any.Value[count - 1, 0];
        Interval addresses = new(0, memory.Depth - 1);
        memory.Write(values.Enable(1), values.Narrow(any.Value[63, 60], addresses), choose.OneIn(2) ? moving : held, mask);
        var read = memory.Read(values.Narrow(any.Value[62, 58], addresses), choose.OneIn(2) ? 1 : go);
        values.Offer(read, memory.Word);
        return read;
    }
}
