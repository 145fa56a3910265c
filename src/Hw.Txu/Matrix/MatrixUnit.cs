using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Matrix;

/// <summary>The matrix unit: a queue, a loader that runs one chunk ahead, a streamer, and C lanes of 32 multipliers.</summary>
public sealed class MatrixUnit(int lanes) : Module
{
    public override string VerilogName => $"matrix_unit_{lanes}";

    public DataStream Push { get; } = Sink(() => new DataStream(MatrixCommand.Fields.Word));
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    public RowRead Moving { get; } = Source(() => new RowRead(SpadRow, Beat));
    public RowRead Stationary { get; } = Source(() => new RowRead(SpadRow, Beat));
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Int32)));
    public RowWrite Write { get; } = Source(() => new RowWrite(AccRow, Row(lanes, Int32)));
    public Out WriteOrder { get; } = Output(Order);
    public Out Retire { get; } = Output(Bit);
    public Out RetireOrder { get; } = Output(Order);
    public Out Issue { get; } = Output(Bit);

    readonly CommandQueue queue = Instance(() => new CommandQueue("matrix", MatrixCommand.Fields, depth: 8));
    readonly StationaryLoader loader = Instance(() => new StationaryLoader(lanes));
    readonly MovingStreamer streamer = Instance(() => new MovingStreamer(lanes));
    readonly DotArray array = Instance(() => new DotArray(lanes));
    readonly Finisher finisher = Instance(() => new Finisher("matrix", depth: 8));

    protected override void Build()
    {
        Bundle.Connect(Push, queue.Push);
        Bundle.Connect(queue.Wait, Wait);
        Bundle.Connect(queue.Pop, loader.Command);
        Bundle.Connect(loader.Stationary, Stationary);
        Bundle.Connect(loader.Ready, streamer.Chunks);
        Bundle.Connect(streamer.Moving, Moving);
        Bundle.Connect(streamer.Acc, Acc);
        Bundle.Connect(streamer.Write, Write);
        Bundle.Connect(streamer.Done, finisher.Done);
        Bundle.Connect(finisher.Give, Give);

        array.Moving.Drive(streamer.LaneRow);
        array.Load.Drive(loader.Load);
        array.Features.Drive(loader.Features);
        array.Swap.Drive(streamer.Swap);
        array.Accumulators.Drive(streamer.Sums);
        array.Fresh.Drive(streamer.Restart);
        streamer.Results.Drive(array.Results);
        streamer.Retired.Drive(finisher.Retire);

        WriteOrder.Drive(streamer.WriteOrder);
        Retire.Drive(finisher.Retire);
        RetireOrder.Drive(finisher.Order);
        Issue.Drive(streamer.Issue);
        Unused(finisher.Error, "the matrix unit has no memory responses");
    }
}
