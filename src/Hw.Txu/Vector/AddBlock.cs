namespace Hw.Txu.Vector;

/// <summary>Adds to a row the bias or one of two rows held as they passed, or takes the larger or the smaller; or the row as it is. It goes on to a function, or past them.</summary>
public sealed class AddBlock : Module
{
    public const int Latency = 4;

    public In Control { get; } = Input(UInt(AddControl.Fields.Width));
    /// <summary>FP32</summary>
    public In Bias { get; } = Input(Word);
    public In X { get; } = Input(Word);
    /// <summary>the row requantized</summary>
    public In Narrow { get; } = Input(Int8);
    public In Unseen { get; } = Input(Bit);
    public Out Y { get; } = Output(Word);
    public Out Argument { get; } = Output(Word);
    public Out ArgumentUnseen { get; } = Output(Bit);

    readonly Reg held0 = Register(Word), held1 = Register(Word);

    protected override void Build()
    {
        var f = AddControl.Fields;
        When(f.Hold.Of(Control) == 1, () => held0.Next = X);
        When(f.Hold.Of(Control) == 2, () => held1.Next = X);
        var results = Pipeline(Latency, () =>
        {
            Signal Is(AddOp op) => f.Op.Of(Control) == (long)op;
            var other = Mux(f.Addend.Of(Control) == (long)Addend.HELD0, held0, Mux(f.Addend.Of(Control) == (long)Addend.HELD1, held1, Bias)).Named("other");
            var x = Mux(f.Requantizes.Of(Control), Concat(Narrow, X[31, 8]), X).Named("row");
            var applies = f.Applies.Of(Control);
            var y = Mux(Is(AddOp.ADD), Numerics.Add<Signal>(X, other), Mux(Is(AddOp.MAX), Numerics.Binary<Signal>(BinaryOp.MAX, X, other),
                Mux(Is(AddOp.MIN), Numerics.Binary<Signal>(BinaryOp.MIN, X, other), x))).Named("result");
            return [Mux(applies, 0, y), Mux(applies, y, 0), applies & Unseen];
        });
        Y.Drive(results[0]);
        Argument.Drive(results[1]);
        ArgumentUnseen.Drive(results[2]);
    }
}
