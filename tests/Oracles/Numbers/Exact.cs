using System.Numerics;

namespace Hw.Oracles;

/// <summary>The rational N · 2^E / D, D > 0, kept unreduced. No operation rounds, except the two that say so.</summary>
readonly struct Exact(BigInteger n, int e, BigInteger d)
{
    public Exact(BigInteger n, int e = 0) : this(n, e, BigInteger.One) { }

    public BigInteger N => n;
    public int E => e;
    public BigInteger D => d;
    public int Sign => n.Sign;
    public Exact Abs => new(BigInteger.Abs(n), e, d);

    public static Exact Pow2(int exponent) => new(BigInteger.One, exponent);
    public static Exact operator -(Exact a) => new(-a.N, a.E, a.D);
    public static Exact operator -(Exact a, Exact b) => a + -b;
    public static Exact operator *(Exact a, Exact b) => new(a.N * b.N, a.E + b.E, a.D * b.D);
    public static Exact operator /(Exact a, Exact b) => new(a.N * b.D * b.Sign, a.E - b.E, a.D * BigInteger.Abs(b.N));

    public static Exact operator +(Exact a, Exact b)
    {
        var low = Math.Min(a.E, b.E);
        return new((a.N * b.D << a.E - low) + (b.N * a.D << b.E - low), low, a.D * b.D);
    }

    public static bool operator <(Exact a, Exact b) => (a - b).Sign < 0;
    public static bool operator >(Exact a, Exact b) => (a - b).Sign > 0;
    public static bool operator <=(Exact a, Exact b) => (a - b).Sign <= 0;
    public static bool operator >=(Exact a, Exact b) => (a - b).Sign >= 0;

    /// <summary>⌊log2 |value|⌋; the value is not 0.</summary>
    public int Binade()
    {
        var (magnitude, guess) = (BigInteger.Abs(n), (int)(n.Sign < 0 ? (-n).GetBitLength() : n.GetBitLength()) - (int)d.GetBitLength());
        var below = guess >= 0 ? magnitude < d << guess : magnitude << -guess < d;
        return guess + e - (below ? 1 : 0);
    }

    /// <summary>The nearest integer, the even one of a tie.</summary>
    public BigInteger Nearest()
    {
        var (whole, rest, divisor) = Divide();
        var half = (2 * rest).CompareTo(divisor);
        if (half > 0 || half == 0 && !whole.IsEven) whole++;
        return n.Sign * whole;
    }

    /// <summary>The nearest integer not farther from 0.</summary>
    public BigInteger Truncated() => n.Sign * Divide().Whole;

    (BigInteger Whole, BigInteger Remainder, BigInteger Divisor) Divide()
    {
        var (magnitude, divisor) = (BigInteger.Abs(n) << Math.Max(e, 0), d << Math.Max(-e, 0));
        var whole = BigInteger.DivRem(magnitude, divisor, out var rest);
        return (whole, rest, divisor);
    }

    /// <summary>As a double, relative error below 2^-52; for reports and error measures, not for results.</summary>
    public double ToDouble()
    {
        if (n.IsZero) return 0;
        var scale = 60 - Binade();
        return Math.ScaleB((double)(this * Pow2(scale)).Truncated(), -scale);
    }
}
