using Hw.Bits.Numbers;

namespace Hw.Txu.Vector;

/// <summary>A lane's element of the row that arrives, as FP32; a word of ACC or STATE as it is; or a sum that is to be requantized, on a way of its own.</summary>
public sealed class OperandBlock : Module
{
    public const int Latency = 4;

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
        // words of memories are late: they are registered first
        var (kind, acc, state, half, octet, scalar) = (Delay(Kind, 1, "kind_taken"), Delay(Acc, 1, "acc_taken"), Delay(State, 1, "state_taken"), Delay(Half, 1, "half_taken"), Delay(Octet, 1, "octet_taken"), Delay(Scalar, 1, "scalar_taken"));
        Signal Is(Operand operand) => kind == (long)operand;
        var results = Pipeline(Latency - 1, () => [Number(), Mux(Is(Operand.SUM), acc, 0).Named("to_narrow")]);
        Y.Drive(results[0]);
        Sum.Drive(results[1]);

        Signal Number()
        {
            var integer = Mux(Is(Operand.INT8), octet.Wrap(Int8), acc.Wrap(Int32)).Named("whole");
            var number = Conversion.FromInteger<Signal>(IntegerFormat.Int32, FloatFormat.Fp32, integer);
            var e4m3 = Conversion.Of<Signal>(FloatFormat.E4M3, FloatFormat.Fp32, octet);
            var bf16 = Mux(Is(Operand.BF16), half, scalar) << 16;
            return Mux(Is(Operand.ACC), acc, Mux(Is(Operand.STATE), state, Mux(Is(Operand.BF16) | Is(Operand.SCALAR), bf16, Mux(Is(Operand.E4M3), e4m3,
                Mux(Is(Operand.INT8) | Is(Operand.INT32), number, Mux(Is(Operand.NOTHING), Numerics.MinusInfinity, 0))))));
        }
    }
}
