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
        var significand = (field != 0).Join(bits.Slice(f.FractionBits - 1, 0), f.FractionBits).Named("significand");
        return new(Sign(f, bits), field.Max(1).Named("exponent"), significand, IsInf(f, bits).Named("is_inf"), IsNaN(f, bits).Named("is_nan"));
    }

    /// <summary>The pattern with this sign and magnitude.</summary>
    [MethodImpl(Inline)] public static T Pack<T>(FloatFormat f, T sign, T magnitude) where T : struct, IBits<T> => sign.Join(magnitude, f.Width - 1);

    [MethodImpl(Inline)] public static T Infinity<T>(FloatFormat f, T sign) where T : struct, IBits<T> => Pack(f, sign, (T)f.Infinity);

    /// <summary>Rounds to nearest even, subnormals kept: significand · 2^(exponent − bias − (width − 1)), whose highest one may stand anywhere; bit 0 may stand for
    /// all that was lost. Overflow is Inf, or the largest number where the format has no Inf or the caller wants none.</summary>
    /// <param name="exponent">At least 1.</param>
    public static T Round<T>(FloatFormat f, T sign, T exponent, T significand, int width, bool saturate = false) where T : struct, IBits<T> =>
        Pack(f, sign, Rounded<T>(f, exponent - 1, significand, width, 0).Min(Limit(f, saturate)));

    /// <summary>The magnitude pattern; what is above the largest number is not bounded yet.</summary>
    /// <param name="room">The exponent less 1: how far the significand can move up.</param>
    /// <param name="lacks">1 where the significand lacks one in its last place: a difference known only as its complement.</param>
    [MethodImpl(Inline)] internal static T Rounded<T>(FloatFormat f, T room, T significand, int width, T lacks) where T : struct, IBits<T>
    {
        // up to the top, but not beyond the place where exponent 1 stands: there a subnormal stays
        var (normal, places) = T.Normalize(significand, width, room, lacks);
        return Nearest(f, normal.Bit(width - 1).Mux((room + 1 - places).Slice(FieldBits - 1, 0), 0).Named("field"), normal.Named("normal"), width, lacks);
    }

    /// <summary>The same for exponents that may be below 1.</summary>
    public static T RoundAny<T>(FloatFormat f, T sign, T exponent, T significand, int width, bool saturate = false) where T : struct, IBits<T> =>
        Pack(f, sign, RoundedAny(f, exponent, significand, width).Min(Limit(f, saturate)));

    /// <summary>The magnitude pattern; what is above the largest number is not bounded yet.</summary>
    internal static T RoundedAny<T>(FloatFormat f, T exponent, T significand, int width) where T : struct, IBits<T>
    {
        var spare = Math.Max(0, f.FractionBits + 3 - width);
        (significand, width) = (significand << spare, width + spare);
        var moved = significand.ShiftRightSticky((1 - exponent).Max(0).Min(width), width);
        return Rounded<T>(f, exponent.Max(1) - 1, moved, width, 0);
    }

    /// <summary>Rounds to nearest even with unbounded exponent; what is then below the smallest normal number is 0. The significand has its highest one on
    /// top and the exponent, which may be negative, belongs to it.</summary>
    [MethodImpl(Inline)] public static T RoundFlush<T>(FloatFormat f, T sign, T exponent, T significand, int width) where T : struct, IBits<T> =>
        Pack(f, sign, RoundedFlush(f, exponent, significand, width).Min(Limit(f, saturate: false)));

    /// <summary>The magnitude pattern; what is above the largest number is not bounded yet.</summary>
    [MethodImpl(Inline)] internal static T RoundedFlush<T>(FloatFormat f, T exponent, T significand, int width) where T : struct, IBits<T>
    {
        var rounded = Nearest<T>(f, exponent.Max(0), significand, width, 0);   // from exponent 0 it can still round up to the smallest normal
        return ((exponent < 0) | (rounded < (1L << f.FractionBits))).Mux(0, rounded);
    }

    /// <summary>Room for every exponent on its way to overflow: none in this library reaches 2^10.</summary>
    internal const int FieldBits = 10;

    /// <summary>What overflow becomes.</summary>
    [MethodImpl(Inline)] internal static long Limit(FloatFormat f, bool saturate) => f.HasInf && !saturate ? f.Infinity : f.Largest;

    /// <summary>The magnitude pattern: a carry out of the fraction moves into the exponent, where it belongs.</summary>
    [MethodImpl(Inline)] static T Nearest<T>(FloatFormat f, T exponent, T significand, int width, T lacks) where T : struct, IBits<T>
    {
        var fraction = significand.Slice(width - 2, 0);
        var drop = width - 1 - f.FractionBits;
        var magnitude = exponent.Join(drop < 0 ? fraction << -drop : fraction >> drop, f.FractionBits);
        if (drop <= 0) return magnitude;
        // of a significand that lacks one, 01…1 below the last place is a tie and 1…1 is a whole place
        var half = fraction.Bit(drop - 1);
        var tie = drop == 1 ? half : (half ^ lacks) & (fraction.Slice(drop - 2, 0) == lacks.Mux((1L << (drop - 1)) - 1, 0));
        return (magnitude + tie.Named("tie").Mux(magnitude.Bit(0), half)).Named("rounded");
    }
}
