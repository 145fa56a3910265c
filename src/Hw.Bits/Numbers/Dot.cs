using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>DOT32 of any operand pair, from patterns to FP32 (to an integer for integers): one rounding, whatever the formats. docs/numerics.md, DOT32.</summary>
public static class Dot
{
    /// <summary>Elements only; see <see cref="OfBlocks"/> for pairs with scales.</summary>
    public static T Of<T>(DotPair pair, ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : struct, IBits<T> =>
        pair.IsInteger ? T.Dot(a, b) : FloatDot.Round(Elements(pair, a, b), Width(pair, a.Length));

    /// <summary>The same from rows taken apart before.</summary>
    public static T OfRows<T>(DotPair pair, ref readonly DotRow<T> a, ref readonly DotRow<T> b) where T : struct, IBits<T> =>
        FloatDot.Round(FloatDot.Of((FloatFormat)pair.A, (FloatFormat)pair.B, pair.IsAligned, in a, in b), Width(pair, a.Count));

    /// <summary>Blocks with one scale for all elements of each side (MX), or one for each half (NVFP4).</summary>
    public static T OfBlocks<T>(DotPair pair, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> scalesA, ReadOnlySpan<T> scalesB) where T : struct, IBits<T> =>
        pair.ScalesA!.Scale is FloatFormat ? FloatScaled(pair, a, b, scalesA, scalesB) : PowerScaled(pair, a, b, scalesA[0], scalesB[0]);

    static T PowerScaled<T>(DotPair pair, ReadOnlySpan<T> a, ReadOnlySpan<T> b, T scaleA, T scaleB) where T : struct, IBits<T>
    {
        var dot = Elements(pair, a, b);
        var nan = dot.IsNaN | (scaleA == ScaleFormat.NaN) | (scaleB == ScaleFormat.NaN);
        var scaled = dot with { Exponent = dot.Exponent + scaleA + scaleB - 2 * ScaleFormat.Bias, IsNaN = nan };
        return FloatDot.Round(scaled, Width(pair, a.Length));
    }

    static DotSum<T> Elements<T>(DotPair pair, ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : struct, IBits<T>
    {
        if (pair.IsInteger) return new(T.Dot(a, b), -(pair.ScalesA!.ElementFraction + pair.ScalesB!.ElementFraction), 0, 0, 0);
        Unsafe.SkipInit(out DotRow<T> x);
        Unsafe.SkipInit(out DotRow<T> y);
        x.Unpack((FloatFormat)pair.A, a);
        y.Unpack((FloatFormat)pair.B, b);
        return FloatDot.Of((FloatFormat)pair.A, (FloatFormat)pair.B, pair.IsAligned, in x, in y);
    }

    /// <summary>Σ over the blocks of scale · scale · dot, all of it exact: a scale is a float with few bits.</summary>
    static T FloatScaled<T>(DotPair pair, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> scalesA, ReadOnlySpan<T> scalesB) where T : struct, IBits<T>
    {
        var (fs, block) = ((FloatFormat)pair.ScalesA!.Scale, pair.ScalesA.Block);
        T sum = 0, nan = 0, exponent = 0;
        for (var i = 0; i < scalesA.Length; i++)
        {
            var (sa, sb) = (Float.Unpack(fs, scalesA[i]), Float.Unpack(fs, scalesB[i]));
            var dot = Elements(pair, a.Slice(i * block, block), b.Slice(i * block, block));
            var scaled = T.ShiftLeft(dot.Sum * (sa.Significand * sb.Significand), sa.Exponent + sb.Exponent - 2, 60);
            sum += (sa.Sign ^ sb.Sign).Mux(-scaled, scaled);
            nan |= sa.IsNaN | sb.IsNaN;
            exponent = dot.Exponent;
        }
        var total = new DotSum<T>(sum, exponent + (2 - 2 * fs.Bias - 2 * fs.FractionBits), nan, 0, 0);
        return FloatDot.Round(total, Width(pair, block) + 2 * fs.FractionBits + 2 + 2 * fs.TopExponent - 2 + scalesA.Length / 2);
    }

    /// <summary>Bits of the magnitude of an element sum of n products.</summary>
    static int Width(DotPair pair, int n) => BitOperations.Log2((uint)n) + (pair switch
    {
        { IsInteger: true } => pair.A.Width + pair.B.Width - 1,
        { IsAligned: true } => 32,
        _ => Bits((FloatFormat)pair.A) + Bits((FloatFormat)pair.B),
    });

    /// <summary>Bits of a float's magnitude as a fixed-point number.</summary>
    static int Bits(FloatFormat f) => f.FractionBits + 1 + (int)(f.Largest >> f.FractionBits) - 1;
}
