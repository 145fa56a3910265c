using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>Row i of dst = max(a, +0), NaN stays NaN (IEEE 754-2019 maximum): the rectifier of a feed-forward layer. e0 rows, strides st0 and st1.</summary>
[Instruction("VRELU", Opcode = 0x40, Format = TxuIsa.Vector, Since = "0.3")]
public readonly record struct Vrelu(
    AddressRegister Dst, AddressRegister A, ShapeRegister Shape, Target To = Target.BF16, Source From = Source.ACC) : IUnary<Vrelu>
{
    static readonly FloatFormat F = FloatFormat.Fp32;

    public static T Apply<T>(T a) where T : struct, IBits<T> => Float.IsNaN(F, a).Mux(F.CanonicalNaN, Float.Sign(F, a).Mux(0, a));
}
