using Hw.Bits.Numbers;

namespace Hw.Txu.Vector;

/// <summary>A function of a row, all in the same time.</summary>
public sealed class FunctionBlock : Module
{
    public override string VerilogName => "vector_function_block";
    public const int Latency = 21;

    public In Control { get; } = Input(UInt(FunctionControl.Fields.Width));
    public In X { get; } = Input(Word);
    /// <summary>no key has been seen</summary>
    public In Unseen { get; } = Input(Bit);
    public Out Y { get; } = Output(Word);
    /// <summary>with y: x was 0</summary>
    public Out Zero { get; } = Output(Bit);

    protected override void Build()
    {
        var f = FunctionControl.Fields;
        var results = Pipeline(Latency, () =>
        {
            Signal Is(Activation fn) => f.Fn.Of(Control) == (long)fn;
            var y = FunctionUnit.Of<Signal>(X, Is(Activation.EXP2), Is(Activation.RCP), Is(Activation.RSQRT), Is(Activation.SIGMOID), Is(Activation.SILU));
            Signal unseen = f.Unseen.Of(Control);
            var zero = Float.Magnitude<Signal>(FloatFormat.Fp32, X) == 0;
            return [Mux(Unseen & (unseen == (long)Vector.Unseen.ONE), Numerics.One, Mux(Unseen & (unseen == (long)Vector.Unseen.ZERO), 0, y)), zero];
        });
        Y.Drive(results[0]);
        Zero.Drive(results[1]);
    }
}
