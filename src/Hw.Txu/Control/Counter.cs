namespace Hw.Txu.Control;

/// <summary>A 64-bit event counter, cleared when a program starts.</summary>
public sealed class Counter : Module
{
    public In Clear { get; } = Input(Bit);
    public In Happens { get; } = Input(Bit);
    public Out Low { get; } = Output(UInt(32));
    public Out High { get; } = Output(UInt(32));

    readonly Reg lower = Register(UInt(32), reset: 0), upper = Register(UInt(32), reset: 0);

    protected override void Build()
    {
        var sum = (lower + 1).Named("sum");
        When(Clear, () => { lower.Next = 0; upper.Next = 0; })
            .ElseWhen(Happens, () =>
            {
                lower.Next = sum[31, 0];
                upper.Next = (upper + sum[32]).Wrap(UInt(32));
            });
        Low.Drive(lower);
        High.Drive(upper);
    }
}
