namespace Hw.Txu.Control;

/// <summary>One counting semaphore, 0 … 63. A wait takes one, a signal gives one; SETQ writes it while the machine is quiet.</summary>
public sealed class SemaphoreCell : Module
{
    /// <summary>a queue waits on this semaphore</summary>
    public In Take { get; } = Input(Bit);
    /// <summary>a queue signals this semaphore</summary>
    public In Give { get; } = Input(Bit);
    public In Set { get; } = Input(Bit);
    public In Value { get; } = Input(UInt(6));
    public Out Available { get; } = Output(Bit);
    public Out Full { get; } = Output(Bit);

    readonly Reg count = Register(UInt(6), reset: 0);

    protected override void Build()
    {
        var taken = Take & (count != 0);
        var given = Give & (count != SemaphoreMax);
        When(Set, () => count.Next = Value)
            .ElseWhen(given & !taken, () => count.Next = (count + 1).Wrap(UInt(6)))
            .ElseWhen(taken & !given, () => count.Next = (count - 1).Wrap(UInt(6)));
        Available.Drive(count != 0);
        Full.Drive(count == SemaphoreMax);
    }
}
