using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>x · sigmoid(x), rounded once. Error at most 1.15 ulp.</summary>
public static class Silu
{
    public static T Of<T>(T x) where T : struct, IBits<T>
    {
        var p = Float.Unpack(FloatFormat.Fp32, x);
        return Gated(p, Sigmoid.Argument(p));
    }

    /// <summary>x / (1 + 2^∓t), t with 31 binary places, its sign that of x. Zero and subnormal x give less than half of it, so they flush.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Gated<T>(Parts<T> p, T t) where T : struct, IBits<T>
    {
        var f = FloatFormat.Fp32;
        var (exponent, mantissa) = Sigmoid.Core(p.Sign, t);
        var (field, significand) = Normal(p, exponent, mantissa);
        return p.IsNaN.Mux(f.CanonicalNaN, Float.RoundFlush(f, p.Sign, field, significand, 32));
    }

    /// <summary>x times what <see cref="Sigmoid.Core"/> gives, its highest one on top of 32 bits, and its exponent field: below all where it flushes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (T Field, T Significand) Normal<T>(Parts<T> p, T exponent, T mantissa) where T : struct, IBits<T>
    {
        // [1, 4) of 28 bits below the point times [1, 2) of 23: [1, 8)
        var product = ((mantissa >> Sigmoid.Fraction - 27) * p.Significand).Named("gated");
        var (four, two) = (product.Bit(52), product.Bit(51));
        var significand = four.Mux(product >> 2, two.Mux(product >> 1, product)).Slice(50, 19).Named("significand");
        var field = p.Exponent + exponent + (four << 1 | !four & two);
        return (p.Significand.Bit(23).Mux(field, -1), significand);
    }
}
