namespace Hw.Txu.Control;

/// <summary>Counts a unit's instructions from the stage where they can no longer wait until they retire, so that the finisher behind the pipeline always has room.</summary>
public sealed class InFlight(int limit) : Module
{
    public In Enters { get; } = Input(Bit);
    public In Leaves { get; } = Input(Bit);
    /// <summary>one more may enter</summary>
    public Out Room { get; } = Output(Bit);

    readonly Reg count = Register(UpTo(limit), reset: 0);

    protected override void Build()
    {
        When(Enters & !Leaves, () => count.Next = (count + 1).Fits(UpTo(limit), "nothing enters without room"))
            .ElseWhen(Leaves & !Enters, () => count.Next = (count - 1).Fits(UpTo(limit), "what leaves has entered"));
        Room.Drive(count != limit);
    }
}
