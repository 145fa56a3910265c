using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Matrix;

/// <summary>The matrix unit: a queue, a loader that runs one chunk ahead across instructions, a streamer, and C lanes of 32 multipliers for INT8, BF16 and E4M3.</summary>
public sealed class MatrixUnit(int lanes) : Module
{
    public override string VerilogName => $"matrix_unit_{lanes}";

    /// <summary>Cycles from a row's issue to the read of its accumulators, and to their write: so long ahead the vector unit claims a bank.</summary>
    public const int ReadLatency = DotArray.AccumulatorsAfter, WriteLatency = 1 + DotArray.ResultsAfter;

    public DataStream Push { get; } = Sink(() => new DataStream(MatrixCommand.Fields.Word));
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    public SpadRead Moving { get; } = Source(() => new SpadRead());
    public SpadRead Stationary { get; } = Source(() => new SpadRead());
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Word)));
    public RowRead Alpha { get; } = Source(() => new RowRead(StateRow, Row(lanes, Word)));
    public RowWrite Write { get; } = Source(() => new RowWrite(AccRow, Row(lanes, Word)));
    public BankClaim Claim { get; } = Sink(() => new BankClaim());
    public Out WriteOrder { get; } = Output(Order);
    public Out Retire { get; } = Output(Bit);
    public Out RetireOrder { get; } = Output(Order);
    /// <summary>a row is issued, and so many of its products count</summary>
    public Out Issue { get; } = Output(Bit);
    public Out LiveProducts { get; } = Output(UpTo(Dot32.Depth * lanes));
    public UnitActivity Activity { get; } = Source(() => new UnitActivity());

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
        Bundle.Connect(streamer.Alpha, Alpha);
        Bundle.Connect(streamer.Write, Write);
        Bundle.Connect(Claim, streamer.Claim);
        Bundle.Connect(streamer.Done, finisher.Done);
        Bundle.Connect(finisher.Give, Give);

        array.Moving.Drive(Moving.Data);
        array.Counts.Drive(streamer.Counts);
        array.Format.Drive(streamer.Format);
        array.Load.Drive(loader.Load);
        array.Feature.Drive(loader.Feature);
        array.LiveLanes.Drive(loader.LiveLanes);
        array.LoadFormat.Drive(loader.Format);
        array.Swap.Drive(streamer.Swap);
        array.Accumulators.Drive(Acc.Data);
        array.Fresh.Drive(streamer.Fresh);
        array.Scales.Drive(streamer.Scales);
        array.NewAlpha.Drive(streamer.NewAlpha);
        array.Alphas.Drive(Alpha.Data);
        streamer.Results.Drive(array.Results);
        streamer.Retired.Drive(finisher.Retire);

        WriteOrder.Drive(streamer.WriteOrder);
        Retire.Drive(finisher.Retire);
        RetireOrder.Drive(finisher.Order);
        Issue.Drive(streamer.Issue);
        LiveProducts.Drive(streamer.LiveProducts);
        Activity.Busy.Drive(streamer.Busy | queue.Pop.Valid);
        Activity.Waits.Drive(queue.Wait.Valid & !queue.Wait.Grant);
        Activity.Blocked.Drive(streamer.Blocked);
        Activity.Begins.Drive(streamer.Begins);
        Activity.Order.Drive(streamer.BeginOrder);
        Unused(finisher.Error, "the matrix unit has no memory responses");
    }
}
