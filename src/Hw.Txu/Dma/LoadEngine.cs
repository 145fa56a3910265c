using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Dma;

/// <summary>What the receiving side of a load must know of an instruction.</summary>
sealed class LoadContext : Layout
{
    public static readonly LoadContext Fields = new();
    public readonly Field Nop, Row, Total, Completion;
    LoadContext() => (Nop, Row, Total, Completion) = (Add(Interval.Bit), Add(SpadRow), Add(Interval.UInt(14)), Add(Interval.UInt(Control.Completion.Fields.Width)));
}

/// <summary>
/// LD: requests run ahead of the data, across instructions, up to 64 bursts of 512 bytes in flight; beats come back in order and
/// go to consecutive scratchpad rows. A beat waits while the vector unit writes its bank.
/// </summary>
public sealed class LoadEngine : Module
{
    const int Outstanding = 64;

    public DataStream Push { get; } = Sink(() => new DataStream(TransferCommand.Fields.Word));
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    public AxiRead Bus { get; } = Source(() => new AxiRead());
    public RowWrite Write { get; } = Source(() => new RowWrite(SpadRow, Beat));
    public Out WriteOrder { get; } = Output(Order);
    public Out Retire { get; } = Output(Bit);
    public Out RetireOrder { get; } = Output(Order);
    public Out Error { get; } = Output(Bit);

    readonly CommandQueue queue = Instance(() => new CommandQueue("load", TransferCommand.Fields, depth: 8));
    readonly TransferWalker walker = Instance(() => new TransferWalker());
    readonly BurstSplitter splitter = Instance(() => new BurstSplitter(TransferWalker.MaxBeats));
    readonly Fifo contexts = Instance(() => new Fifo(LoadContext.Fields.Word, 4));
    readonly Finisher finisher = Instance(() => new Finisher("load", depth: 4));

    /// <summary>the head of the queue has its context; its requests are being made</summary>
    readonly Reg entered = Register(Bit, reset: 0);
    readonly Reg bursts = Register(UpTo(Outstanding), reset: 0);
    readonly Reg received = Register(UInt(14), reset: 0);
    readonly Reg failed = Register(Bit, reset: 0);

    protected override void Build()
    {
        Bundle.Connect(Push, queue.Push);
        Bundle.Connect(queue.Wait, Wait);
        Bundle.Connect(finisher.Give, Give);
        Bundle.Connect(walker.Transfers, splitter.Transfers);
        Requests();
        Responses();
        Retire.Drive(finisher.Retire);
        RetireOrder.Drive(finisher.Order);
        Error.Drive(finisher.Error);
    }

    void Requests()
    {
        var f = TransferCommand.Fields;
        var command = queue.Pop.Data;
        var nop = f.Nop.Of(command);

        contexts.Push.Valid.Drive(queue.Pop.Valid & !entered);
        contexts.Push.Data.Drive(LoadContext.Fields.Pack((LoadContext.Fields.Nop, nop), (LoadContext.Fields.Row, f.Unit.Of(command)),
            (LoadContext.Fields.Total, f.Total.Of(command)), (LoadContext.Fields.Completion, Completion.Of(f, command, error: 0))));
        walker.Command.Valid.Drive(queue.Pop.Valid & entered);
        walker.Command.Data.Drive(command);
        queue.Pop.Ready.Drive(Mux(entered, walker.Command.Ready, contexts.Push.Ready & nop));
        When(contexts.Push.Fires, () => entered.Next = !nop)
            .ElseWhen(walker.Command.Fires, () => entered.Next = 0);
        Unused(f.Space.Of(command), "loads go to the scratchpad");

        var room = (bursts != Outstanding).Named("room");
        Bus.Ar.Valid.Drive(splitter.Bursts.Valid & room);
        Bus.Ar.Addr.Drive(splitter.Bursts.Addr);
        Bus.Ar.Len.Drive(splitter.Bursts.Len);
        splitter.Bursts.Ready.Drive(Bus.Ar.Ready & room);
        var closes = (Bus.R.Fires & Bus.R.Last).Named("closes");
        When(Bus.Ar.Fires & !closes, () => bursts.Next = (bursts + 1).Fits(UpTo(Outstanding), "a burst opens only where there is room"))
            .ElseWhen(closes & !Bus.Ar.Fires, () => bursts.Next = (bursts - 1).Fits(UpTo(Outstanding), "a burst that closes was open"));
    }

    void Responses()
    {
        var f = LoadContext.Fields;
        var context = contexts.Pop.Data;
        var nop = f.Nop.Of(context);
        var takes = (contexts.Pop.Valid & !nop & finisher.Done.Ready).Named("takes");
        var last = (received + 1 == f.Total.Of(context)).Named("last");

        Write.Valid.Drive(Bus.R.Valid & takes);
        Write.Row.Drive((f.Row.Of(context) + received).Wrap(SpadRow));
        Write.Data.Drive(Bus.R.Data);
        WriteOrder.Drive(Completion.Fields.Order.Of(f.Completion.Of(context)));
        Bus.R.Ready.Drive(takes & Write.Grant);

        var error = (failed | (Bus.R.Resp != AxiBus.Okay)).Named("error_seen");
        var ends = (contexts.Pop.Valid & (nop | (Write.Grant & last))).Named("ends");
        finisher.Done.Valid.Drive(ends);
        var completion = f.Completion.Of(context);
        finisher.Done.Data.Drive(Completion.With(completion, !nop & error));
        contexts.Pop.Ready.Drive(ends & finisher.Done.Ready);
        When(ends & finisher.Done.Ready, () => { received.Next = 0; failed.Next = 0; })
            .ElseWhen(Write.Grant, () =>
            {
                received.Next = (received + 1).Wrap(UInt(14));
                failed.Next = error;
            });
        Unused(Completion.Fields.Error.Of(completion), "the context is made before any response");
    }
}
