using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Vector;

/// <summary>
/// The vector unit: reads accumulator rows and writes scratchpad rows, one a cycle. Stages: 0 accumulator request, 1 row
/// arrives, 2 requantize, 3 write. Its writes have priority in every scratchpad bank, so only the request can wait.
/// </summary>
public sealed class VectorUnit(int lanes) : Module
{
    public override string VerilogName => $"vector_unit_{lanes}";

    public DataStream Push { get; } = Sink(() => new DataStream(VectorCommand.Fields.Word));
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Int32)));
    public RowWrite Write { get; } = Source(() => new RowWrite(SpadRow, Beat));
    public Out WriteOrder { get; } = Output(Order);
    public Out Retire { get; } = Output(Bit);
    public Out RetireOrder { get; } = Output(Order);

    readonly CommandQueue queue = Instance(() => new CommandQueue("vector", VectorCommand.Fields, depth: 8));
    readonly LaneArray<VectorLane> array = Instances(lanes, () => new VectorLane(), name: "lanes");
    readonly Finisher finisher = Instance(() => new Finisher("vector", depth: 8));
    readonly InFlight inFlight = Instance(() => new InFlight(limit: 8));

    readonly Reg row = Register(Extent, reset: 0), source = Register(AccRow, reset: 0), target = Register(SpadRow, reset: 0);

    protected override void Build()
    {
        Bundle.Connect(Push, queue.Push);
        Bundle.Connect(queue.Wait, Wait);
        Bundle.Connect(finisher.Give, Give);

        var f = VectorCommand.Fields;
        var command = queue.Pop.Data;
        var nop = f.Nop.Of(command);
        var last = (nop | (row + 1 == f.Rows.Of(command))).Named("last");

        // Stage 0. An instruction's last row enters only while the finisher has room for its completion.
        Signal room = inFlight.Room;
        Acc.Valid.Drive(queue.Pop.Valid & !nop & (!last | room));
        Acc.Row.Drive((f.A.Of(command) + source).Wrap(AccRow));
        var steps = (Acc.Grant | (queue.Pop.Valid & nop & room)).Named("steps");
        queue.Pop.Ready.Drive(steps & last);
        inFlight.Enters.Drive(steps & last);
        inFlight.Leaves.Drive(finisher.Retire);
        When(steps & last, () => { row.Next = 0; source.Next = 0; target.Next = 0; })
            .ElseWhen(steps, () =>
            {
                row.Next = (row + 1).Wrap(Extent);
                source.Next = (source + f.AStride.Of(command)).Wrap(AccRow);
                target.Next = (target + f.TargetStride.Of(command)).Wrap(SpadRow);
            });

        // Stages 1 and 2
        Signal scale = Delay(f.Multiplier.Of(command), 2, "scale"), shift = Delay(f.Shift.Of(command), 2, "shift");
        array.Each(lane =>
        {
            lane.Sum.Drive(Acc.Data.Element(lane.Index));
            lane.Scale.Drive(scale);
            lane.Shift.Drive(shift);
        });

        // Stage 3
        var completion = Delay(Completion.Of(f, command, error: 0), 3, "completion");
        Write.Valid.Drive(Delay(Acc.Grant, 3, "write_valid", reset: 0));
        Write.Row.Drive(Delay((f.Target.Of(command) + target).Wrap(SpadRow), 3, "write_row"));
        Write.Data.Drive(array.All(lane => lane.Result));
        WriteOrder.Drive(Completion.Fields.Order.Of(completion));
        finisher.Done.Valid.Drive(Delay(steps & last, 3, "ends", reset: 0));
        finisher.Done.Data.Drive(completion);
        Unused(Concat(Write.Grant, finisher.Done.Ready), "the vector unit has priority in every scratchpad bank, and room was kept in the finisher");

        Retire.Drive(finisher.Retire);
        RetireOrder.Drive(finisher.Order);
        Unused(Concat(f.Wait0.Of(command), f.Wait1.Of(command)), "the queue has taken the waits");
        Unused(finisher.Error, "the vector unit has no memory responses");
    }
}
