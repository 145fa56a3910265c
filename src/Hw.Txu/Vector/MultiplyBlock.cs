namespace Hw.Txu.Vector;

/// <summary>The first multiplication: a row times the instruction's scale, itself, or one of three rows held as they passed; or the row as it is.</summary>
public sealed class MultiplyBlock : Module
{
    public const int Latency = 5;
    const int Rows = 3;

    public In Control { get; } = Input(UInt(MultiplyControl.Fields.Width));
    /// <summary>FP32</summary>
    public In Scale { get; } = Input(Word);
    public In X { get; } = Input(Word);
    public Out Y { get; } = Output(Word);

    readonly Reg held0 = Register(Word), held1 = Register(Word), held2 = Register(Word);

    protected override void Build()
    {
        var f = MultiplyControl.Fields;
        var hold = f.Hold.Of(Control);
        var held = new[] { held0, held1, held2 };
        for (var i = 0; i < Rows; i++) { var row = held[i]; When(hold == i + 1, () => row.Next = X); }
        Y.Drive(Pipeline(Latency, () =>
        {
            Signal Is(Factor factor) => f.Factor.Of(Control) == (long)factor;
            var x = Mux(f.Replays.Of(Control), held0, X).Named("row");
            var factor = Mux(Is(Factor.SCALE), Scale, Mux(Is(Factor.SELF), X, Mux(Is(Factor.HELD0), held0, Mux(Is(Factor.HELD1), held1, held2)))).Named("factor");
            return Mux(Is(Factor.NONE), x, Numerics.Multiply<Signal>(x, factor));
        }));
    }
}
