using System.Numerics;

namespace Hw.Bits;

/// <summary>Interval arithmetic: the tightest interval each operation can promise from its operands' intervals alone.</summary>
public static class Ranges
{
    public static Interval Add(Interval a, Interval b) => new(a.Min + b.Min, a.Max + b.Max);
    public static Interval Subtract(Interval a, Interval b) => new(a.Min - b.Max, a.Max - b.Min);

    public static Interval Multiply(Interval a, Interval b) => Hull(a.Min * b.Min, a.Min * b.Max, a.Max * b.Min, a.Max * b.Max);

    public static Interval Min(Interval a, Interval b) => new(BigInteger.Min(a.Min, b.Min), BigInteger.Min(a.Max, b.Max));
    public static Interval Max(Interval a, Interval b) => new(BigInteger.Max(a.Min, b.Min), BigInteger.Max(a.Max, b.Max));
    public static Interval Abs(Interval a) => a.Min.Sign >= 0 ? a : a.Max.Sign <= 0 ? new(-a.Max, -a.Min) : new(0, BigInteger.Max(-a.Min, a.Max));

    public static Interval And(Interval a, Interval b) => (a.IsSigned, b.IsSigned) switch
    {
        (false, false) => new(0, BigInteger.Min(a.Max, b.Max)),
        (false, true) => new(0, a.Max),
        (true, false) => new(0, b.Max),
        _ => Interval.Int(Math.Max(a.Width, b.Width)),
    };

    /// <summary>Or and Xor: no bit above the wider operand's.</summary>
    public static Interval Or(Interval a, Interval b) => a.IsSigned || b.IsSigned
        ? Interval.Int(Math.Max(a.Width + (a.IsSigned ? 0 : 1), b.Width + (b.IsSigned ? 0 : 1)))
        : a.Max.IsZero && b.Max.IsZero ? Interval.Of(0) : Interval.UInt(Math.Max(a.Width, b.Width));

    public static Interval ShiftLeft(Interval a, Interval n) => Hull(a.Min << (int)n.Min, a.Min << (int)n.Max, a.Max << (int)n.Min, a.Max << (int)n.Max);
    public static Interval ShiftRight(Interval a, Interval n) => Hull(a.Min >> (int)n.Min, a.Min >> (int)n.Max, a.Max >> (int)n.Min, a.Max >> (int)n.Max);

    /// <summary>Where all values agree above bit hi, the field runs from one end's to the other's; otherwise it takes every value.</summary>
    public static Interval Slice(Interval a, int hi, int lo)
    {
        var field = Interval.UInt(hi - lo + 1);
        return a.Min >> (hi + 1) == a.Max >> (hi + 1) ? new((a.Min >> lo) & field.Max, (a.Max >> lo) & field.Max) : field;
    }

    static Interval Hull(params ReadOnlySpan<BigInteger> ends)
    {
        var (min, max) = (ends[0], ends[0]);
        foreach (var end in ends) (min, max) = (BigInteger.Min(min, end), BigInteger.Max(max, end));
        return new(min, max);
    }
}
