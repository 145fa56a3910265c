namespace Hw.Txu.Control;

/// <summary>
/// The 32 semaphores. Each has one waiting and one signalling queue (the program's rule), so requests of different queues never
/// meet on one semaphore and all are granted at once. A signal on a full semaphore waits.
/// </summary>
public sealed class SemaphoreFile : Module
{
    public SemaphorePort LoadWait { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort StoreWait { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort MatrixWait { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort VectorWait { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort ControlWait { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort LoadSignal { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort StoreSignal { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort MatrixSignal { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort VectorSignal { get; } = Sink(() => new SemaphorePort());
    public SemaphorePort ControlSignal { get; } = Sink(() => new SemaphorePort());
    public In Set { get; } = Input(Bit);
    public In SetIndex { get; } = Input(UInt(5));
    public In SetValue { get; } = Input(UInt(6));

    readonly LaneArray<SemaphoreCell> cells = Instances(SemaphoreCount, () => new SemaphoreCell());

    protected override void Build()
    {
        SemaphorePort[] waits = [LoadWait, StoreWait, MatrixWait, VectorWait, ControlWait];
        SemaphorePort[] signals = [LoadSignal, StoreSignal, MatrixSignal, VectorSignal, ControlSignal];
        cells.Each(cell =>
        {
            cell.Take.Drive(Any([.. waits.Select(w => w.Valid.Value & (w.Index == cell.Index))]));
            cell.Give.Drive(Any([.. signals.Select(s => s.Valid.Value & (s.Index == cell.Index))]));
            cell.Set.Drive(Set & (SetIndex == cell.Index));
            cell.Value.Drive(SetValue);
        });
        var available = cells.All(cell => cell.Available).Named("available");
        var full = cells.All(cell => cell.Full).Named("full");
        foreach (var wait in waits) wait.Grant.Drive(wait.Valid & Signal.Element(available, wait.Index, Bit));
        foreach (var signal in signals) signal.Grant.Drive(signal.Valid & !Signal.Element(full, signal.Index, Bit));
    }
}
