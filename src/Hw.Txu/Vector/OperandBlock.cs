using Hw.Bits.Numbers;

namespace Hw.Txu.Vector;

/// <summary>A lane's element of the row that arrives, as FP32; a word of ACC or STATE as it is; or a sum that is to be requantized, on a way of its own.</summary>
public sealed class OperandBlock : Module
{
    public const int Latency = 3;

    /// <summary>as Operand</summary>
    public In Kind { get; } = Input(UInt(4));
    public In Acc { get; } = Input(Word);
    public In State { get; } = Input(Word);
    /// <summary>this lane's 16 bits of a pair of rows</summary>
    public In Half { get; } = Input(UInt16);
    /// <summary>this lane's byte of a row</summary>
    public In Octet { get; } = Input(UInt8);
    /// <summary>an element for all lanes, BF16</summary>
    public In Scalar { get; } = Input(UInt16);
    public Out Y { get; } = Output(Word);
    public Out Sum { get; } = Output(Word);

    protected override void Build()
    {
        var results = Pipeline(Latency, () => [Number(), Mux(Is(Operand.SUM), Acc, 0).Named("to_narrow")]);
        Y.Drive(results[0]);
        Sum.Drive(results[1]);
    }

    Signal Is(Operand kind) => Kind == (long)kind;

    Signal Number()
    {
        var integer = Mux(Is(Operand.INT8), Octet.Wrap(Int8), Acc.Wrap(Int32)).Named("whole");
        var number = Conversion.FromInteger<Signal>(IntegerFormat.Int32, FloatFormat.Fp32, integer);
        var e4m3 = Conversion.Of<Signal>(FloatFormat.E4M3, FloatFormat.Fp32, Octet);
        var bf16 = Mux(Is(Operand.BF16), Half, Scalar) << 16;
        return Mux(Is(Operand.ACC), Acc, Mux(Is(Operand.STATE), State, Mux(Is(Operand.BF16) | Is(Operand.SCALAR), bf16, Mux(Is(Operand.E4M3), e4m3,
            Mux(Is(Operand.INT8) | Is(Operand.INT32), number, Mux(Is(Operand.NOTHING), Numerics.MinusInfinity, 0))))));
    }
}
