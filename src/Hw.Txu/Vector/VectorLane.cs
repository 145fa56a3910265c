namespace Hw.Txu.Vector;

/// <summary>One lane of the vector unit: an accumulator requantized to INT8, one a cycle.</summary>
public sealed class VectorLane : Module
{
    public In Sum { get; } = Input(Int32);
    /// <summary>fixed point with `shift` fraction bits</summary>
    public In Scale { get; } = Input(UInt(16));
    public In Shift { get; } = Input(UInt(6));
    /// <summary>two cycles after the sum</summary>
    public Out Result { get; } = Output(Int8);

    readonly Reg sumTaken = Register(Int32), requantized = Register(Int8);

    protected override void Build()
    {
        sumTaken.Next = Sum;
        requantized.Next = Numerics.Requantize<Signal>(sumTaken, Scale, Shift);
        Result.Drive(requantized);
    }
}
