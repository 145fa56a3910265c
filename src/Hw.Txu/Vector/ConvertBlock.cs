using Hw.Bits.Numbers;

namespace Hw.Txu.Vector;

/// <summary>A row rounded to the format it is stored in, and the FP32 that its pattern stands for.</summary>
public sealed class ConvertBlock : Module
{
    public const int Latency = 3;

    /// <summary>as SmxType; 0: the pattern as it is</summary>
    public In Format { get; } = Input(UInt(2));
    public In X { get; } = Input(Word);
    public Out Pattern { get; } = Output(Word);
    public Out Value { get; } = Output(Word);

    protected override void Build()
    {
        var results = Pipeline(Latency, () =>
        {
            Signal bf16 = Format == (long)SmxType.BF16, e4m3 = Format == (long)SmxType.E4M3;
            var wide = Conversion.Of<Signal>(FloatFormat.Fp32, FloatFormat.Bf16, X);
            var narrow = Conversion.Of<Signal>(FloatFormat.Fp32, FloatFormat.E4M3, X);
            return [Mux(bf16, wide, Mux(e4m3, narrow, X)).Named("stored"), Mux(bf16, wide << 16, Mux(e4m3, Conversion.Of<Signal>(FloatFormat.E4M3, FloatFormat.Fp32, narrow), X)).Named("meant")];
        });
        Pattern.Drive(results[0]);
        Value.Drive(results[1]);
    }
}
