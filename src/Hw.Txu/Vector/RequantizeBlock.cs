namespace Hw.Txu.Vector;

/// <summary>An accumulator to INT8, beside the first multiplication and the mask: it takes their place in the row.</summary>
public sealed class RequantizeBlock : Module
{
    public const int Latency = MultiplyBlock.Latency + SelectBlock.Latency;

    /// <summary>INT32</summary>
    public In X { get; } = Input(Word);
    /// <summary>fixed point with `shift` fraction bits</summary>
    public In Multiplier { get; } = Input(UInt16);
    public In Shift { get; } = Input(UInt(6));
    public Out Y { get; } = Output(Int8);

    protected override void Build() => Y.Drive(Pipeline(Latency, () => Numerics.Requantize<Signal>(X.Wrap(Int32), Multiplier, Shift)));
}
