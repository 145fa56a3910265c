using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>
/// A float taken apart. Its magnitude is Significand · 2^(Exponent − bias − fraction bits): the exponent is the stored field,
/// 1 for a subnormal, whose significand lacks the hidden bit.
/// </summary>
public readonly record struct Parts<T>(T Sign, T Exponent, T Significand, T IsInf, T IsNaN) where T : struct, IBits<T>
{
    public T IsZero { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Significand == 0; }
}

/// <summary>Taking floats apart and putting them together, for any <see cref="FloatFormat"/>: the one place that knows where the bits lie.</summary>
public static class Float
{
    const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;   // a call would pass lanes through memory

    [MethodImpl(Inline)] public static T Sign<T>(FloatFormat f, T bits) where T : struct, IBits<T> => bits.Bit(f.Width - 1);

    /// <summary>The pattern without its sign; magnitudes order as their values do.</summary>
    [MethodImpl(Inline)] public static T Magnitude<T>(FloatFormat f, T bits) where T : struct, IBits<T> => bits.Slice(f.Width - 2, 0);

    [MethodImpl(Inline)] public static T IsNaN<T>(FloatFormat f, T bits) where T : struct, IBits<T> => f.Specials switch
    {
        Specials.InfAndNaN => Magnitude(f, bits) > f.Infinity,
        Specials.OneNaN => Magnitude(f, bits) == f.CanonicalNaN,
        _ => 0,
    };

    [MethodImpl(Inline)] public static T IsInf<T>(FloatFormat f, T bits) where T : struct, IBits<T> => f.HasInf ? Magnitude(f, bits) == f.Infinity : 0;

    [MethodImpl(Inline)] public static Parts<T> Unpack<T>(FloatFormat f, T bits) where T : struct, IBits<T>
    {
        var field = bits.Slice(f.Width - 2, f.FractionBits);
        return new(Sign(f, bits), field.Max(1), (field != 0).Join(bits.Slice(f.FractionBits - 1, 0), f.FractionBits), IsInf(f, bits), IsNaN(f, bits));
    }

    /// <summary>The pattern with this sign and magnitude.</summary>
    [MethodImpl(Inline)] public static T Pack<T>(FloatFormat f, T sign, T magnitude) where T : struct, IBits<T> => sign.Join(magnitude, f.Width - 1);

    [MethodImpl(Inline)] public static T Infinity<T>(FloatFormat f, T sign) where T : struct, IBits<T> => Pack(f, sign, (T)f.Infinity);

    /// <summary>Moves the highest one to the top of <paramref name="width"/> bits, exponent following, but not below exponent 1:
    /// there a subnormal stays. Exponent is at least 1 and belongs to the top bit.</summary>
    /// <param name="top">The largest that the exponent can be.</param>
    [MethodImpl(Inline)] public static (T Exponent, T Significand) Normalize<T>(T exponent, int top, T significand, int width) where T : struct, IBits<T>
    {
        // a one at the place where the exponent would reach 1 stops the count there
        var stop = T.ShiftRight(T.Constant(1L << (width - 1)), (exponent - 1).Min(width), width);
        var zeros = (significand | stop).LeadingZeros(width);
        var shifted = T.ShiftLeftWithin(significand, zeros, width, width);
        return ((exponent - zeros).Fits(new(1, top), "the count stops at exponent 1"), shifted);
    }

    /// <summary>Rounds to nearest even; subnormals are kept. The significand has its highest one on top, or exponent 1 (see <see cref="Normalize"/>);
    /// its bit 0 may stand for all that was lost. Overflow is Inf, or the largest number where the format has no Inf or the caller wants none.</summary>
    public static T Round<T>(FloatFormat f, T sign, T exponent, T significand, int width, bool saturate = false) where T : struct, IBits<T>
    {
        var hidden = significand.Bit(width - 1);
        var rounded = Nearest(f, hidden.Mux(exponent, 0), significand, width);
        return Pack(f, sign, rounded.Min(Limit(f, saturate)));
    }

    /// <summary>Rounds any magnitude, significand · 2^(exponent − bias − (width − 1)): its highest one may stand anywhere, its exponent be below 1.</summary>
    /// <param name="top">The largest that the exponent can be.</param>
    public static T RoundAny<T>(FloatFormat f, T sign, T exponent, int top, T significand, int width, bool saturate = false) where T : struct, IBits<T>
    {
        var spare = Math.Max(0, f.FractionBits + 3 - width);
        (significand, width) = (significand << spare, width + spare);
        var moved = significand.ShiftRightSticky((1 - exponent).Max(0).Min(width), width);
        var (normal, normalized) = Normalize(exponent.Max(1), Math.Max(top, 1), moved, width);
        return Round(f, sign, normal, normalized, width, saturate);
    }

    /// <summary>Rounds to nearest even with unbounded exponent; what is then below the smallest normal number is 0. The significand has its highest one on
    /// top and the exponent, which may be negative, belongs to it.</summary>
    [MethodImpl(Inline)] public static T RoundFlush<T>(FloatFormat f, T sign, T exponent, T significand, int width, bool saturate = false) where T : struct, IBits<T>
    {
        var rounded = Nearest(f, exponent.Max(0), significand, width);   // from exponent 0 it can still round up to the smallest normal
        var flushed = ((exponent < 0) | (rounded < (1L << f.FractionBits))).Mux(0, rounded);
        return Pack(f, sign, flushed.Min(Limit(f, saturate)));
    }

    [MethodImpl(Inline)] static long Limit(FloatFormat f, bool saturate) => f.HasInf && !saturate ? f.Infinity : f.Largest;

    /// <summary>The magnitude pattern: a carry out of the fraction moves into the exponent, where it belongs.</summary>
    [MethodImpl(Inline)] static T Nearest<T>(FloatFormat f, T exponent, T significand, int width) where T : struct, IBits<T>
    {
        var fraction = significand.Slice(width - 2, 0);
        var drop = width - 1 - f.FractionBits;
        var magnitude = exponent.Join(drop < 0 ? fraction << -drop : fraction >> drop, f.FractionBits);
        if (drop <= 0) return magnitude;
        var half = fraction.Bit(drop - 1);
        var rest = drop == 1 ? T.Constant(0) : fraction.Slice(drop - 2, 0) != 0;
        var odd = magnitude.Bit(0);
        return magnitude + (half & (rest | odd));
    }
}
