using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>
/// Row i of dst = a clipped to −|b| … |b|, that is min(max(a, −|b|), |b|), NaN if either is NaN: queries, keys and values kept within bounds. e0 rows, strides st0, st1, st2.
/// </summary>
[Instruction("VCLIP", Opcode = 0x41, Format = TxuIsa.Vector, Since = "0.3")]
public readonly record struct Vclip(
    AddressRegister Dst, AddressRegister A, AddressRegister B, ShapeRegister Shape,
    Target To = Target.BF16, Source From = Source.ACC, Other With = Other.BF16) : IBinary<Vclip>
{
    static readonly FloatFormat F = FloatFormat.Fp32;

    public static T Apply<T>(T a, T b) where T : struct, IBits<T>
    {
        var bound = Float.Magnitude(F, b);
        var clipped = (bound < Float.Magnitude(F, a)).Mux(Float.Sign(F, a) << 31 | bound, a);
        return (Float.IsNaN(F, a) | Float.IsNaN(F, b)).Mux(F.CanonicalNaN, clipped);
    }
}
