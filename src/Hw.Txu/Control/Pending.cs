namespace Hw.Txu.Control;

/// <summary>The instructions of one queue that are dispatched and not retired: which is the oldest, and whether there is any.</summary>
public sealed class Pending : Module
{
    const int Depth = 16;

    public In Dispatch { get; } = Input(Bit);
    public In Order { get; } = Input(Geometry.Order);
    public In Pc { get; } = Input(UInt(32));
    public In Retire { get; } = Input(Bit);
    /// <summary>one more may be dispatched</summary>
    public Out Room { get; } = Output(Bit);
    public Out Any1 { get; } = Output(Bit, name: "any");
    public Out OldestOrder { get; } = Output(Geometry.Order);
    public Out OldestPc { get; } = Output(UInt(32));

    readonly Fifo fifo = Instance(() => new Fifo(Interval.UInt(64), Depth));

    protected override void Build()
    {
        fifo.Push.Valid.Drive(Dispatch);
        fifo.Push.Data.Drive(Concat(Order, Pc));
        fifo.Pop.Ready.Drive(Retire);
        Room.Drive(fifo.Push.Ready);
        Any1.Drive(fifo.Pop.Valid);
        OldestOrder.Drive(fifo.Pop.Data[31, 0]);
        OldestPc.Drive(fifo.Pop.Data[63, 32]);
    }
}
