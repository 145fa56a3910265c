namespace Hw.Txu.Control;

/// <summary>
/// A unit's queue: commands in program order, each offered to the unit once the semaphores it waits for have been taken,
/// wait0 before wait1.
/// </summary>
/// <param name="unit">Its name in the Verilog: load, store, matrix, vector.</param>
public sealed class CommandQueue(string unit, Command fields, int depth) : Module
{
    public override string VerilogName => $"{unit}_queue";

    public DataStream Push { get; } = Sink(() => new DataStream(fields.Word));
    public DataStream Pop { get; } = Source(() => new DataStream(fields.Word));
    public SemaphorePort Wait { get; } = Source(() => new SemaphorePort());

    readonly Fifo queue = Instance(() => new Fifo(fields.Word, depth));
    /// <summary>wait0 of the head has been taken</summary>
    readonly Reg first = Register(Bit, reset: 0);
    /// <summary>wait1 of the head has been taken</summary>
    readonly Reg second = Register(Bit, reset: 0);

    protected override void Build()
    {
        Bundle.Connect(Push, queue.Push);
        var head = queue.Pop.Data;
        Signal wait0 = fields.Wait0.Of(head), wait1 = fields.Wait1.Of(head);
        var firstPending = (wait0[5] & !first).Named("first_pending");
        var secondPending = (wait1[5] & !second).Named("second_pending");

        Wait.Valid.Drive(queue.Pop.Valid & (firstPending | secondPending));
        Wait.Index.Drive(Mux(firstPending, wait0[4, 0], wait1[4, 0]));
        Pop.Valid.Drive(queue.Pop.Valid & !firstPending & !secondPending);
        Pop.Data.Drive(head);
        queue.Pop.Ready.Drive(Pop.Ready & !firstPending & !secondPending);

        When(Pop.Fires, () => { first.Next = 0; second.Next = 0; })
            .ElseWhen(Wait.Grant, () =>
            {
                When(firstPending, () => first.Next = 1).Otherwise(() => second.Next = 1);
            });
    }
}
