namespace Hw.Txu.Control;

/// <summary>Asks for the next instruction while the sequencer works on this one: an instruction every other cycle as long as the buffer has its line.</summary>
public sealed class Prefetch : Module
{
    /// <summary>from the first instruction, once it is 0 again</summary>
    public In Restart { get; } = Input(Bit);
    /// <summary>go on at `target`; what has been fetched ahead is forgotten</summary>
    public In Jump { get; } = Input(Bit);
    public In Target { get; } = Input(UInt(32));
    /// <summary>instructions of the program; nothing beyond is asked for</summary>
    public In Length { get; } = Input(UInt(32));
    /// <summary>the sequencer takes the instruction; only with ready</summary>
    public In Take { get; } = Input(Bit);
    public Out Ready { get; } = Output(Bit);
    public Out Word { get; } = Output(UInt(128));
    /// <summary>with ready: memory reported an error for its line</summary>
    public Out Error { get; } = Output(Bit);

    public Out Want { get; } = Output(Bit);
    public Out Pc { get; } = Output(UInt(32));
    public In Found { get; } = Input(Bit);
    public In FoundWord { get; } = Input(UInt(128));
    public In FoundError { get; } = Input(Bit);

    readonly Reg ahead = Register(UInt(32), reset: 0), held = Register(UInt(128)), heldError = Register(Bit);
    /// <summary>what is found is what was wanted in the cycle before</summary>
    readonly Reg asked = Register(Bit, reset: 0);
    readonly Reg full = Register(Bit, reset: 0);

    protected override void Build()
    {
        var away = (Restart | Jump).Named("away");
        Want.Drive(!away & (!full | Take) & (ahead < Length));
        Pc.Drive(ahead);
        var arrives = (asked & Found & !away).Named("arrives");
        asked.Next = Want & !arrives;
        When(Restart, () => ahead.Next = 0).ElseWhen(Jump, () => ahead.Next = Target).ElseWhen(arrives, () => ahead.Next = (ahead + 1).Wrap(UInt(32)));
        When(away, () => full.Next = 0).ElseWhen(arrives, () => full.Next = 1).ElseWhen(Take, () => full.Next = 0);
        When(arrives, () => { held.Next = FoundWord; heldError.Next = FoundError; });
        Ready.Drive(full);
        Word.Drive(held);
        Error.Drive(heldError);
    }
}
