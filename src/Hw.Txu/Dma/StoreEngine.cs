using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Dma;

/// <summary>What the address side of a store must know of an instruction.</summary>
sealed class IssueContext : Layout
{
    public static readonly IssueContext Fields = new();
    public readonly Field Nop, Turns, Completion;
    IssueContext() => (Nop, Turns, Completion) = (Add(Interval.Bit), Add(Interval.Bit), Add(Interval.UInt(Control.Completion.Fields.Width)));
}

/// <summary>A burst under way whose data follows.</summary>
sealed class DataContext : Layout
{
    public static readonly DataContext Fields = new();
    public readonly Field Turns, Len, Address, Order;
    DataContext() => (Turns, Len, Address, Order) = (Add(Interval.Bit), Add(AxiBus.Length), Add(Geometry.Address), Add(Geometry.Order));
}

/// <summary>One burst, or one NOP, in the order of their completion.</summary>
sealed class ResponseContext : Layout
{
    public static readonly ResponseContext Fields = new();
    public readonly Field Nop, Last, Completion;
    ResponseContext() => (Nop, Last, Completion) = (Add(Interval.Bit), Add(Interval.Bit), Add(Interval.UInt(Control.Completion.Fields.Width)));
}

/// <summary>
/// ST and STT: addresses and data run independently, up to 32 bursts in flight; an instruction completes with the response to its last
/// burst. Rows come from the scratchpad, those of tiles through the transposer, or, a quarter at a time, from the accumulators.
/// </summary>
public sealed class StoreEngine(int lanes) : Module
{
    public override string VerilogName => $"store_engine_{lanes}";
    const int Outstanding = 32;

    public DataStream Push { get; } = Sink(() => new DataStream(TransferCommand.Fields.Word));
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    public AxiWrite Bus { get; } = Source(() => new AxiWrite());
    public RowRead Spad { get; } = Source(() => new RowRead(SpadRow, Beat));
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Word)));
    /// <summary>a beat is written to memory</summary>
    public Out WriteBeat { get; } = Output(Bit);
    public Out WriteAddress { get; } = Output(Geometry.Address);
    public Out WriteData { get; } = Output(Beat);
    public Out WriteOrder { get; } = Output(Order);
    public Out Retire { get; } = Output(Bit);
    public Out RetireOrder { get; } = Output(Order);
    public Out Error { get; } = Output(Bit);
    public UnitActivity Activity { get; } = Source(() => new UnitActivity());

    readonly CommandQueue queue = Instance(() => new CommandQueue("store", TransferCommand.Fields, depth: 8));
    readonly TransferWalker walker = Instance(() => new TransferWalker());
    readonly BurstSplitter splitter = Instance(() => new BurstSplitter(TransferWalker.MaxBeats));
    readonly Fifo issues = Instance(() => new Fifo(IssueContext.Fields.Word, 4));
    readonly Fifo requests = Instance(() => new Fifo(UInt(AxiBus.AddressBits + 8), 2));
    readonly Fifo bursts = Instance(() => new Fifo(DataContext.Fields.Word, Outstanding));
    readonly Fifo responses = Instance(() => new Fifo(ResponseContext.Fields.Word, Outstanding));
    readonly StoreReader reader = Instance(() => new StoreReader(lanes));
    readonly Finisher finisher = Instance(() => new Finisher("store", depth: 4));

    readonly Reg beat = Register(AxiBus.Length, reset: 0);
    readonly Reg failed = Register(Bit, reset: 0);

    protected override void Build()
    {
        Bundle.Connect(Push, queue.Push);
        Bundle.Connect(queue.Wait, Wait);
        Bundle.Connect(finisher.Give, Give);
        Bundle.Connect(walker.Transfers, splitter.Transfers);
        Bundle.Connect(reader.Spad, Spad);
        Bundle.Connect(reader.Acc, Acc);
        var begins = Enter();
        Addresses();
        Data();
        Responses();
        Retire.Drive(finisher.Retire);
        RetireOrder.Drive(finisher.Order);
        Error.Drive(finisher.Error);

        Activity.Busy.Drive(Any(begins, issues.Pop.Valid, responses.Pop.Valid));
        Activity.Waits.Drive(queue.Wait.Valid & !queue.Wait.Grant);
        Activity.Blocked.Drive(Any(reader.Blocked, Bus.Aw.Valid & !Bus.Aw.Ready, Bus.W.Valid & !Bus.W.Ready));
        Activity.Begins.Drive(begins);
        Activity.Order.Drive(TransferCommand.Fields.Order.Of(queue.Pop.Data));
    }

    /// <summary>An instruction enters the address side and the data side at once, and its walk begins.</summary>
    Signal Enter()
    {
        var f = TransferCommand.Fields;
        var command = queue.Pop.Data;
        var nop = f.Nop.Of(command);
        var enters = All(queue.Pop.Valid, walker.Commands.Ready, issues.Push.Ready, reader.Units.Ready).Named("enters");
        issues.Push.Valid.Drive(enters);
        issues.Push.Data.Drive(IssueContext.Fields.Pack((IssueContext.Fields.Nop, nop), (IssueContext.Fields.Turns, f.Transposes.Of(command)),
            (IssueContext.Fields.Completion, Completion.Of(f, command, error: 0))));
        reader.Units.Valid.Drive(enters & !nop);
        reader.Units.Data.Drive(StoreUnits.Fields.Pack((StoreUnits.Fields.Unit, f.Unit.Of(command)), (StoreUnits.Fields.Space, f.Space.Of(command)),
            (StoreUnits.Fields.Turns, f.Transposes.Of(command)), (StoreUnits.Fields.Wide, f.Wide.Of(command)), (StoreUnits.Fields.LastColumn, (f.E0.Of(command) - 1).Wrap(UInt(5))),
            (StoreUnits.Fields.Total, TileRows.Of(command))));
        walker.Commands.Valid.Drive(enters & !nop);
        walker.Commands.Data.Drive(command);
        queue.Pop.Ready.Drive(enters);
        return enters;
    }

    void Addresses()
    {
        var f = IssueContext.Fields;
        var issue = issues.Pop.Data;
        var nop = f.Nop.Of(issue);
        // a burst is announced on all ways at once: its data does not wait for its address to be taken
        var announces = All(splitter.Bursts.Valid, issues.Pop.Valid, !nop, requests.Push.Ready, bursts.Push.Ready, responses.Push.Ready).Named("announces");
        requests.Push.Valid.Drive(announces);
        requests.Push.Data.Drive(Concat(splitter.Bursts.Addr, splitter.Bursts.Len));
        splitter.Bursts.Ready.Drive(announces);
        Bus.Aw.Valid.Drive(requests.Pop.Valid);
        Bus.Aw.Addr.Drive(requests.Pop.Data[AxiBus.AddressBits - 1, 0]);
        Bus.Aw.Len.Drive(requests.Pop.Data[AxiBus.AddressBits + 7, AxiBus.AddressBits]);
        requests.Pop.Ready.Drive(Bus.Aw.Ready);
        bursts.Push.Valid.Drive(announces);
        bursts.Push.Data.Drive(DataContext.Fields.Pack((DataContext.Fields.Turns, f.Turns.Of(issue)), (DataContext.Fields.Len, splitter.Bursts.Len), (DataContext.Fields.Address, splitter.Bursts.Addr),
            (DataContext.Fields.Order, Completion.Fields.Order.Of(f.Completion.Of(issue)))));

        var last = (nop | splitter.Ends).Named("last_burst");
        responses.Push.Valid.Drive(announces | (issues.Pop.Valid & nop));
        responses.Push.Data.Drive(ResponseContext.Fields.Pack((ResponseContext.Fields.Nop, nop), (ResponseContext.Fields.Last, last), (ResponseContext.Fields.Completion, f.Completion.Of(issue))));
        issues.Pop.Ready.Drive(Mux(nop, responses.Push.Ready, announces & splitter.Ends));
    }

    void Data()
    {
        var f = DataContext.Fields;
        var burst = bursts.Pop.Data;
        var turns = f.Turns.Of(burst);
        var last = (beat == f.Len.Of(burst)).Named("last_beat");
        var data = Mux(turns, reader.Turned.Data, reader.Plain.Data).Named("data");
        Bus.W.Valid.Drive(bursts.Pop.Valid & Mux(turns, reader.Turned.Valid, reader.Plain.Valid));
        Bus.W.Data.Drive(data);
        Bus.W.Strb.Drive(Signal.Constant(AxiBus.Strobes.Max));
        Bus.W.Last.Drive(last);
        var takes = (Bus.W.Ready & bursts.Pop.Valid).Named("takes_beat");
        reader.Plain.Ready.Drive(takes & !turns);
        reader.Turned.Ready.Drive(takes & turns);
        bursts.Pop.Ready.Drive(Bus.W.Fires & last);
        When(Bus.W.Fires, () => beat.Next = Mux(last, 0, (beat + 1).Wrap(AxiBus.Length)));

        WriteBeat.Drive(Bus.W.Fires);
        WriteAddress.Drive((f.Address.Of(burst) + (beat << AxiBus.BeatBytesLog2)).Wrap(Geometry.Address));
        WriteData.Drive(data);
        WriteOrder.Drive(f.Order.Of(burst));
    }

    void Responses()
    {
        var f = ResponseContext.Fields;
        var response = responses.Pop.Data;
        var nop = f.Nop.Of(response);
        var takes = (responses.Pop.Valid & !nop & finisher.Done.Ready).Named("takes");
        Bus.B.Ready.Drive(takes);
        var error = (failed | (Bus.B.Resp != AxiBus.Okay)).Named("error_seen");
        var ends = (responses.Pop.Valid & (nop | (Bus.B.Valid & f.Last.Of(response)))).Named("ends");
        finisher.Done.Valid.Drive(ends);
        var completion = f.Completion.Of(response);
        finisher.Done.Data.Drive(Completion.With(completion, !nop & error));
        responses.Pop.Ready.Drive(finisher.Done.Ready & (nop | Bus.B.Valid));
        When(Bus.B.Fires, () => failed.Next = error & !f.Last.Of(response));
        Unused(Completion.Fields.Error.Of(completion), "the context is made before any response");
    }
}
