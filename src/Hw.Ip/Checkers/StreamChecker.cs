namespace Hw.Ip;

/// <summary>Watches one ready/valid stream for the promise of its source: what is offered stays offered, unchanged, until it is taken.</summary>
/// <param name="width">Bits of payload.</param>
public sealed class StreamChecker(int width) : Module
{
    public override string VerilogName => $"stream_checker_{width}";

    public DataStream Link { get; } = Monitor(() => new DataStream(UInt(width)));
    /// <summary>valid fell while it waited</summary>
    public Out Dropped { get; } = Output(Bit);
    /// <summary>the payload changed while it waited</summary>
    public Out Changed { get; } = Output(Bit);

    readonly Reg waited = Register(Bit, 0), offered = Register(UInt(width));

    protected override void Build()
    {
        waited.Next = Link.Valid & !Link.Ready;
        offered.Next = Link.Data;
        Dropped.Drive(waited & !Link.Valid);
        Changed.Drive(waited & Link.Valid & (Link.Data != offered));
    }
}
