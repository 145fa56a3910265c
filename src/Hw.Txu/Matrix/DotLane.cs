namespace Hw.Txu.Matrix;

/// <summary>One lane of the matrix unit: 32 stationary elements, and a dot product with every moving row that passes, added to the row's accumulator.</summary>
public sealed class DotLane : Module
{
    /// <summary>32 elements, one row per cycle, the same for all lanes</summary>
    public In Moving { get; } = Input(Row(Dot32.Depth, Int8));
    /// <summary>shift one element into the shadow copy</summary>
    public In Load { get; } = Input(Bit);
    /// <summary>that element: this lane's token of one feature</summary>
    public In Feature { get; } = Input(Int8);
    /// <summary>shadow becomes active, one cycle before the first row that uses it</summary>
    public In Swap { get; } = Input(Bit);
    /// <summary>the accumulator's value, one cycle after its moving row</summary>
    public In Accumulator { get; } = Input(Int32);
    /// <summary>start from 0 instead, with the accumulator</summary>
    public In Fresh { get; } = Input(Bit);
    /// <summary>saturated sum, two cycles after its moving row</summary>
    public Out Result { get; } = Output(Int32);

    readonly Reg shadow = Register(Row(Dot32.Depth, Int8)), active = Register(Row(Dot32.Depth, Int8));
    readonly Reg dot = Register(Int(21)), total = Register(Int32);

    protected override void Build()
    {
        When(Load, () => shadow.Next = shadow.ShiftIn(Feature));
        When(Swap, () => active.Next = shadow);

        dot.Next = Dot32.Of<Signal>(Moving.Elements, active.Elements);
        total.Next = Dot32.Accumulate<Signal>(Mux(Fresh, 0, Accumulator), dot);
        Result.Drive(total);
    }
}
