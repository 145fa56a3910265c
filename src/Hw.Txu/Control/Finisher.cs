namespace Hw.Txu.Control;

/// <summary>
/// Ends a unit's instructions in order: gives signal0, then signal1, then retires. What enters has all its writes visible.
/// </summary>
public sealed class Finisher(string unit, int depth) : Module
{
    public override string VerilogName => $"{unit}_finisher";

    public DataStream Done { get; } = Sink(() => new DataStream(Completion.Fields.Word));
    public SemaphorePort Give { get; } = Source(() => new SemaphorePort());
    /// <summary>an instruction of this unit retires</summary>
    public Out Retire { get; } = Output(Bit);
    public Out Order { get; } = Output(Geometry.Order);
    public Out Error { get; } = Output(Bit);

    readonly Fifo queue = Instance(() => new Fifo(Completion.Fields.Word, depth));
    /// <summary>signal0 of the head has been given</summary>
    readonly Reg first = Register(Bit, reset: 0);
    /// <summary>signal1 of the head has been given</summary>
    readonly Reg second = Register(Bit, reset: 0);

    protected override void Build()
    {
        Bundle.Connect(Done, queue.Push);
        var head = queue.Pop.Data;
        Signal signal0 = Completion.Fields.Signal0.Of(head), signal1 = Completion.Fields.Signal1.Of(head);
        var firstPending = (signal0[5] & !first).Named("first_pending");
        var secondPending = (signal1[5] & !second).Named("second_pending");
        var retire = (queue.Pop.Valid & !firstPending & !secondPending).Named("retires");

        Give.Valid.Drive(queue.Pop.Valid & (firstPending | secondPending));
        Give.Index.Drive(Mux(firstPending, signal0[4, 0], signal1[4, 0]));
        queue.Pop.Ready.Drive(!firstPending & !secondPending);
        When(retire, () => { first.Next = 0; second.Next = 0; })
            .ElseWhen(Give.Grant, () =>
            {
                When(firstPending, () => first.Next = 1).Otherwise(() => second.Next = 1);
            });

        Retire.Drive(retire);
        Order.Drive(Completion.Fields.Order.Of(head));
        Error.Drive(Completion.Fields.Error.Of(head));
    }
}
