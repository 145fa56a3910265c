using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Dma;

/// <summary>
/// LD and LDT: requests run ahead of the data, across instructions, up to 64 bursts of 512 bytes in flight; beats come back in order, those of tiles through the
/// transposer, and go to consecutive rows of the scratchpad or the accumulators.
/// </summary>
public sealed class LoadEngine(int lanes) : Module
{
    public override string VerilogName => $"load_engine_{lanes}";
    /// <summary>Bursts in flight, and instructions whose requests may be out: as many as can be dispatched and not retired.</summary>
    const int Outstanding = 64, Instructions = 16;

    public DataStream Push { get; } = Sink(() => new DataStream(TransferCommand.Fields.Word));
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    public AxiRead Bus { get; } = Source(() => new AxiRead());
    public RowWrite Write { get; } = Source(() => new RowWrite(SpadRow, Beat));
    public RowWrite AccWrite { get; } = Source(() => new RowWrite(AccRow, Row(lanes, Word)));
    public Out WriteOrder { get; } = Output(Order);
    public Out Retire { get; } = Output(Bit);
    public Out RetireOrder { get; } = Output(Order);
    public Out Error { get; } = Output(Bit);
    public UnitActivity Activity { get; } = Source(() => new UnitActivity());

    readonly CommandQueue queue = Instance(() => new CommandQueue("load", TransferCommand.Fields, depth: 8));
    readonly TransferWalker walker = Instance(() => new TransferWalker());
    readonly BurstSplitter splitter = Instance(() => new BurstSplitter(TransferWalker.MaxBeats));
    readonly LoadArrivals arrivals = Instance(() => new LoadArrivals(Instructions));
    readonly Fifo rows = Instance(() => new Fifo(RowContext.Fields.Word, Instructions));
    readonly LoadWriter writer = Instance(() => new LoadWriter(lanes));
    readonly Finisher finisher = Instance(() => new Finisher("load", depth: 4));

    readonly Reg bursts = Register(UpTo(Outstanding), reset: 0);

    protected override void Build()
    {
        Bundle.Connect(Push, queue.Push);
        Bundle.Connect(queue.Wait, Wait);
        Bundle.Connect(walker.Transfers, splitter.Transfers);
        Bundle.Connect(Bus.R, arrivals.R);
        Bundle.Connect(arrivals.Plain, writer.Plain);
        Bundle.Connect(arrivals.Turned, writer.Turned);
        Bundle.Connect(arrivals.Errors, writer.Errors);
        Bundle.Connect(rows.Pop, writer.Loads);
        Bundle.Connect(writer.Write, Write);
        Bundle.Connect(writer.AccWrite, AccWrite);
        WriteOrder.Drive(writer.WriteOrder);
        Bundle.Connect(writer.Done, finisher.Done);
        Bundle.Connect(finisher.Give, Give);
        Retire.Drive(finisher.Retire);
        RetireOrder.Drive(finisher.Order);
        Error.Drive(finisher.Error);
        var begins = Enter();
        Requests();

        Activity.Busy.Drive(begins | rows.Pop.Valid);
        Activity.Waits.Drive(queue.Wait.Valid & !queue.Wait.Grant);
        Activity.Blocked.Drive(Any(Write.Valid & !Write.Grant, AccWrite.Valid & !AccWrite.Grant, Bus.Ar.Valid & !Bus.Ar.Ready));
        Activity.Begins.Drive(begins);
        Activity.Order.Drive(TransferCommand.Fields.Order.Of(queue.Pop.Data));
    }

    /// <summary>An instruction enters where beats arrive and where rows are written, and its walk begins; a NOP is only a place in the order of completion.</summary>
    Signal Enter()
    {
        var f = TransferCommand.Fields;
        var command = queue.Pop.Data;
        Signal nop = f.Nop.Of(command), turns = f.Transposes.Of(command), wide = f.Wide.Of(command), total = f.Total.Of(command);
        var enters = All(queue.Pop.Valid, walker.Commands.Ready, rows.Push.Ready, arrivals.Loads.Ready).Named("enters");

        arrivals.Loads.Valid.Drive(enters & !nop);
        arrivals.Loads.Data.Drive(ArrivalContext.Fields.Pack((ArrivalContext.Fields.Turns, turns), (ArrivalContext.Fields.Wide, wide),
            (ArrivalContext.Fields.LastRow, (f.E0.Of(command) - 1).Wrap(UInt(5))), (ArrivalContext.Fields.Total, total)));
        rows.Push.Valid.Drive(enters);
        rows.Push.Data.Drive(RowContext.Fields.Pack((RowContext.Fields.Nop, nop), (RowContext.Fields.Turns, turns), (RowContext.Fields.Space, f.Space.Of(command)),
            (RowContext.Fields.Unit, f.Unit.Of(command)), (RowContext.Fields.Total, TileRows.Of(command)), (RowContext.Fields.Completion, Completion.Of(f, command, error: 0))));
        walker.Commands.Valid.Drive(enters & !nop);
        walker.Commands.Data.Drive(command);
        queue.Pop.Ready.Drive(enters);
        return enters;
    }

    void Requests()
    {
        var room = (bursts != Outstanding).Named("room");
        Bus.Ar.Valid.Drive(splitter.Bursts.Valid & room);
        Bus.Ar.Addr.Drive(splitter.Bursts.Addr);
        Bus.Ar.Len.Drive(splitter.Bursts.Len);
        splitter.Bursts.Ready.Drive(Bus.Ar.Ready & room);
        Unused(splitter.Ends, "arrivals are counted");
        var closes = (Bus.R.Fires & Bus.R.Last).Named("closes");
        When(Bus.Ar.Fires & !closes, () => bursts.Next = (bursts + 1).Fits(UpTo(Outstanding), "a burst opens only where there is room"))
            .ElseWhen(closes & !Bus.Ar.Fires, () => bursts.Next = (bursts - 1).Fits(UpTo(Outstanding), "a burst that closes was open"));
    }
}
