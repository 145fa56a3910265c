namespace Hw.Txu.Vector;

/// <summary>The last multiplication: a row times the row that was kept, or times the scale of E4M3 weights; or the row as it is.</summary>
public sealed class LastMultiplyBlock : Module
{
    public const int Latency = 5;

    public In Control { get; } = Input(UInt(LastControl.Fields.Width));
    public In X { get; } = Input(Word);
    /// <summary>the row, where it was applied to a function</summary>
    public In Applied { get; } = Input(Word);
    /// <summary>what it was applied to was 0</summary>
    public In Zero { get; } = Input(Bit);
    public Out Y { get; } = Output(Word);

    readonly Reg kept = Register(Word), keptOfZero = Register(Bit);

    protected override void Build()
    {
        var f = LastControl.Fields;
        var x = Mux(f.Applied.Of(Control), Applied, X).Named("row");
        When(f.Keeps.Of(Control), () => { kept.Next = x; keptOfZero.Next = Zero; });
        Y.Drive(Pipeline(Latency, () =>
        {
            Signal Is(LastFactor factor) => f.Factor.Of(Control) == (long)factor;
            var product = Numerics.Multiply<Signal>(x, Mux(Is(LastFactor.WEIGHT), Numerics.WeightScale, kept).Named("factor"));
            return Mux(Is(LastFactor.NONE), x, Mux(Is(LastFactor.FINISH) & keptOfZero, 0, product));
        }));
    }
}
