using Hw.Bits.Numbers;

namespace Hw.Txu.Vector;

/// <summary>
/// Masks a row and keeps the running maximum, that of IEEE 754-2019: as an integer in the order of the values, above all of them where there was a NaN. A row meets the
/// maximum that has seen it and all before it; one that only the maximum takes ends here.
/// </summary>
public sealed class SelectBlock : Module
{
    public const int Latency = 2;
    const long Sign = 1L << 31, AllOnes = (1L << 32) - 1, NaN = 1L << 32, MinusInfinity = AllOnes - Numerics.MinusInfinity;

    public In Control { get; } = Input(UInt(SelectControl.Fields.Width));
    /// <summary>this lane's number</summary>
    public In Lane { get; } = Input(UInt(5));
    public In X { get; } = Input(Word);
    public Out Y { get; } = Output(Word);
    /// <summary>with y: the maximum is −Inf</summary>
    public Out Unseen { get; } = Output(Bit);

    readonly Reg maximum = Register(UInt(33)), place = Register(UInt(33));
    readonly Reg masked = Register(Word), row = Register(Word);
    readonly Reg op = Register(UInt(2)), emits = Register(Bit), emitsNow = Register(Bit), negates = Register(Bit), negatesNow = Register(Bit);

    protected override void Build()
    {
        var f = SelectControl.Fields;
        var visible = !f.Masks.Of(Control) | ((f.From.Of(Control) <= Lane) & (Lane < f.Until.Of(Control)));
        var seen = Mux(visible, X, Numerics.MinusInfinity).Named("seen");
        masked.Next = seen;
        place.Next = Mux(Float.IsNaN<Signal>(FloatFormat.Fp32, seen), NaN, Mux(seen[31], AllOnes - seen, seen | Sign));
        (op.Next, emits.Next, negates.Next) = (f.Maximum.Of(Control), f.Emits.Of(Control), f.Negates.Of(Control));

        When((op == (long)MaximumOp.LOAD) | ((op == (long)MaximumOp.TAKE) & (maximum < place)), () => maximum.Next = place);
        (row.Next, emitsNow.Next, negatesNow.Next) = (Mux(op == (long)MaximumOp.TAKE, 0, masked), emits, negates);

        var pattern = Mux(maximum[32], FloatFormat.Fp32.CanonicalNaN, Mux(maximum[31], maximum[30, 0], AllOnes - maximum[31, 0])).Named("pattern");
        var y = Mux(emitsNow, pattern, row).Named("chosen");
        Y.Drive(Concat(y[30, 0], y[31] ^ negatesNow));
        Unseen.Drive(maximum == MinusInfinity);
    }
}
