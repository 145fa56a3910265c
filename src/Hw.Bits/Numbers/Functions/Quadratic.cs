using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>
/// A function on [1, 2) by one quadratic per segment: 1 + a ± (b ± c·t)·t, t being the place in the segment, 0 … 1. An entry packs
/// a (29 bits, a multiple of 2^-29), b (of 2^-27) and c (of 2^-25). Every step truncates to 2^-29 and no factor is negative, so within a
/// segment the result is monotone as integers are; tools/numbers/tables.py chooses the entries so that 2^t is across segments too.
/// </summary>
static class Quadratic
{
    /// <summary>Fraction bits of the result, and its bits with the hidden one.</summary>
    public const int Fraction = 29, Width = Fraction + 1;
    const int SlopeDrop = 2, CurveDrop = 4, CurveTop = 16, PackedBits = 34;

    /// <summary>Rising: 1 + a + (b + c·t)·t, times 2^29.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Rising<T>(Rom table, int curveBits, T segment, T place, int width) where T : struct, IBits<T>
    {
        var (start, slope, bend) = Entry(table, curveBits, segment, place, width);
        return Normal(start + (Line(slope + bend, curveBits) * place >> width));
    }

    /// <summary>Falling: 1 + a − (b − c·t)·t, times 2^29.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Falling<T>(Rom table, int curveBits, T segment, T place, int width) where T : struct, IBits<T>
    {
        var (start, slope, bend) = Entry(table, curveBits, segment, place, width);
        return Normal(start - (Line(slope - bend, curveBits) * place >> width));
    }

    /// <summary>Falling, by one of two tables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FallingBy<T>((Rom Table, int CurveBits, T Segment) first, T second, (Rom Table, int CurveBits, T Segment) other, T place, int width) where T : struct, IBits<T>
    {
        var (x, y) = (first.Segment.Lookup(first.Table).Named("entry"), other.Segment.Lookup(other.Table).Named("entry"));
        var start = second.Mux(y.Slice(Fraction + PackedBits - 1, PackedBits), x.Slice(Fraction + PackedBits - 1, PackedBits));
        var slope = second.Mux(y.Slice(PackedBits - 1, other.CurveBits), x.Slice(PackedBits - 1, first.CurveBits));
        var curve = second.Mux(y.Slice(other.CurveBits - 1, 0), x.Slice(first.CurveBits - 1, 0));
        var bend = curve * (place >> width - CurveTop) >> CurveTop - CurveDrop;
        return Normal(start - (Line((slope << SlopeDrop) - bend, Math.Min(first.CurveBits, other.CurveBits)) * place >> width));
    }

    /// <summary>a, b and c·t, each a multiple of 2^-29.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (T Start, T Slope, T Bend) Entry<T>(Rom table, int curveBits, T segment, T place, int width) where T : struct, IBits<T>
    {
        var entry = segment.Lookup(table).Named("entry");
        var (start, slope, curve) = (entry.Slice(Fraction + PackedBits - 1, PackedBits), entry.Slice(PackedBits - 1, curveBits), entry.Slice(curveBits - 1, 0));
        var top = width > CurveTop ? place >> width - CurveTop : place;
        return (start, slope << SlopeDrop, curve * top >> CurveTop - CurveDrop);
    }

    /// <summary>b ± c·t is no longer than b: the generator asserts it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T Line<T>(T slope, int curveBits) where T : struct, IBits<T> => slope.Slice(PackedBits - curveBits + SlopeDrop - 1, 0);

    /// <summary>The fraction never leaves 29 bits: the generator asserts it at both ends of every segment, and between them it is monotone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T Normal<T>(T fraction) where T : struct, IBits<T> => T.Constant(1).Join(fraction.Slice(Fraction - 1, 0), Fraction);
}
