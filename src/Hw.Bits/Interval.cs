using System.Numerics;

namespace Hw.Bits;

/// <summary>
/// The set of integers a value can take, [Min, Max]. A wire's width and signedness follow from it and from nothing else:
/// unsigned when Min ≥ 0, two's complement otherwise, always the fewest bits that hold both ends (at least one).
/// </summary>
public readonly record struct Interval
{
    public BigInteger Min { get; }
    public BigInteger Max { get; }

    /// <exception cref="BitsException">Max is below Min.</exception>
    public Interval(BigInteger min, BigInteger max)
    {
        if (max < min) throw new BitsException($"an interval needs min ≤ max, got {min} … {max}");
        (Min, Max, IsSigned) = (min, max, min.Sign < 0);
        Width = IsSigned ? 1 + (int)long.Max(BitsOf(max), BitsOf(-min - 1)) : (int)long.Max(1, BitsOf(max));
        Low = min < long.MinValue ? long.MinValue : (long)BigInteger.Min(min, long.MaxValue);
        High = max > long.MaxValue ? long.MaxValue : (long)BigInteger.Max(max, long.MinValue);
    }

    /// <summary>Min and Max clamped to 64 bits: what the number readings compare with.</summary>
    internal long Low { get; }
    internal long High { get; }

    /// <summary>Signed integers of <paramref name="bits"/> bits: −2^(bits−1) … 2^(bits−1)−1.</summary>
    public static Interval Int(int bits) => bits is > 0 and <= Common ? signed[bits] : MakeInt(bits);

    /// <summary>Unsigned integers of <paramref name="bits"/> bits: 0 … 2^bits−1.</summary>
    public static Interval UInt(int bits) => bits is > 0 and <= Common ? unsigned[bits] : MakeUInt(bits);

    static Interval MakeInt(int bits) => new(-(BigInteger.One << (Positive(bits) - 1)), (BigInteger.One << (bits - 1)) - 1);
    static Interval MakeUInt(int bits) => new(0, (BigInteger.One << Positive(bits)) - 1);

    /// <summary>Widths whose intervals are made once: the number readings ask for them in their inner loops.</summary>
    const int Common = 64;
    static readonly Interval[] signed = [.. Enumerable.Range(0, Common + 1).Select(n => MakeInt(Math.Max(n, 1)))];
    static readonly Interval[] unsigned = [.. Enumerable.Range(0, Common + 1).Select(n => MakeUInt(Math.Max(n, 1)))];

    public static Interval Of(BigInteger only) => new(only, only);

    /// <summary>0 or 1: a condition, an enable, a flag.</summary>
    public static readonly Interval Bit = UInt(1);
    public static readonly Interval Int8 = Int(8), Int16 = Int(16), Int32 = Int(32);
    public static readonly Interval UInt8 = UInt(8), UInt16 = UInt(16), UInt32 = UInt(32);

    public bool IsSigned { get; }

    /// <summary>Bits needed to hold every value, in the interval's own signedness.</summary>
    public int Width { get; }

    /// <summary>Every value of the width is in the interval, so wrapping into it is plain truncation.</summary>
    public bool IsFull => this == Full;

    /// <summary>Every value that a wire of this width and signedness can carry.</summary>
    public Interval Full => IsSigned ? Int(Width) : UInt(Width);

    public bool IsConstant => Min == Max;
    public bool Contains(BigInteger value) => value >= Min && value <= Max;
    public bool Contains(Interval other) => other.Min >= Min && other.Max <= Max;
    public Interval Union(Interval other) => new(BigInteger.Min(Min, other.Min), BigInteger.Max(Max, other.Max));

    /// <summary>The value with the same low bits as <paramref name="value"/> that lies in this (full) interval.</summary>
    public BigInteger Wrap(BigInteger value)
    {
        var low = value & ((BigInteger.One << Width) - 1);
        return IsSigned && !(low >> (Width - 1)).IsZero ? low - (BigInteger.One << Width) : low;
    }

    /// <summary>As a designer would declare it: Int(8), UInt(5), Bit, or the two ends.</summary>
    public override string ToString() =>
        this == Bit ? "Bit" : IsFull ? $"{(IsSigned ? "Int" : "UInt")}({Width})" : $"{Grouped(Min)} … {Grouped(Max)}";

    /// <summary>Both ends and the width, for messages: −520,192 … 524,288 (21 bits).</summary>
    public string Describe() => $"{Grouped(Min)} … {Grouped(Max)} ({Width} {(Width == 1 ? "bit" : "bits")}{(IsSigned ? ", signed" : "")})";

    static string Grouped(BigInteger v) => v.ToString("#,0").Replace("-", "−");
    static long BitsOf(BigInteger v) => v.Sign <= 0 ? 0 : (long)v.GetBitLength();
    static int Positive(int bits) => bits >= 1 ? bits : throw new BitsException($"a width is at least 1 bit, got {bits}");
}

/// <summary>A value or a text broke a law of the algebra; the message says which and how to mend it.</summary>
public sealed class BitsException(string message) : Exception(message);
