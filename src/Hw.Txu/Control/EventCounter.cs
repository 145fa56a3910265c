namespace Hw.Txu.Control;

/// <summary>A 64-bit counter of events, cleared when a program starts; the carry into the high half comes a cycle later.</summary>
/// <param name="most">Events that one cycle can bring.</param>
public sealed class EventCounter(int most) : Module
{
    public override string VerilogName => $"event_counter_{most}";

    public In Clear { get; } = Input(Bit);
    public In Events { get; } = Input(UpTo(most));
    public Out Low { get; } = Output(UInt(32));
    public Out High { get; } = Output(UInt(32));

    readonly Reg lower = Register(UInt(32), reset: 0), upper = Register(UInt(32), reset: 0), carry = Register(Bit, reset: 0);

    protected override void Build()
    {
        var sum = (lower + Events).Named("sum");
        lower.Next = Mux(Clear, 0, sum[31, 0]);
        carry.Next = !Clear & sum[32];
        upper.Next = Mux(Clear, 0, (upper + carry).Wrap(UInt(32)));
        Low.Drive(lower);
        High.Drive(upper);
    }
}
