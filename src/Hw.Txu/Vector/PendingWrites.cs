namespace Hw.Txu.Vector;

/// <summary>Counts writes to a memory from the step that asks for them until they are made.</summary>
/// <param name="most">That can be under way.</param>
public sealed class PendingWrites(int most) : Module
{
    public override string VerilogName => $"pending_writes_{most}";

    public In Adds { get; } = Input(Bit);
    public In Leaves { get; } = Input(Bit);
    /// <summary>some are under way</summary>
    public Out Some { get; } = Output(Bit);

    readonly Reg count = Register(UpTo(most), reset: 0);

    protected override void Build()
    {
        When(Adds & !Leaves, () => count.Next = (count + 1).Fits(UpTo(most), "a pipeline holds no more"))
            .ElseWhen(Leaves & !Adds, () => count.Next = (count - 1).Fits(UpTo(most), "what leaves was added"));
        Some.Drive(count != 0);
    }
}
