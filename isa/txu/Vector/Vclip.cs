using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>
/// Row i of dst = a clipped to −|b| … |b|, min(max(a, −|b|), |b|), NaN if either is NaN: queries, keys and values kept within bounds, or what is about to be quantized. e0 rows,
/// strides st0, st1, st2.
/// </summary>
[Instruction("VCLIP", Opcode = 0x41, Format = TxuIsa.Vector, Since = "0.3")]
public readonly record struct Vclip(
    AddressRegister Dst, AddressRegister A, AddressRegister B, ShapeRegister Shape,
    Target To = Target.BF16, Source From = Source.ACC, Other With = Other.BF16) : IBinary<Vclip>
{
    const long Sign = 1L << 31;

    public static T Apply<T>(T a, T b) where T : struct, IBits<T>
    {
        var (f, bound) = (FloatFormat.Fp32, Float.Magnitude(FloatFormat.Fp32, b));
        return Compare.Minimum(f, Compare.Maximum(f, a, bound | Sign), bound);
    }
}
