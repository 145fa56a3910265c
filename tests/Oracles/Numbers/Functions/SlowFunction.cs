using System.Numerics;

namespace Hw.Oracles;

/// <summary>
/// The real-valued functions in fixed point of F = 512 fraction bits, as exact rationals of what was computed. Every step truncates by at most one
/// unit; e^t takes under 120 steps and its ln 2 under 2^11 units, so e^t, t in 0 … 1024, has a relative error below 2^-499. Everything
/// else is a quotient of sums of positive terms, but for tanh, whose e^2x − 1 ≥ 2^-148 leaves 2^-350. So: relative error below 2^-340.
/// </summary>
static class SlowFunction
{
    const int F = 512;
    static readonly BigInteger one = BigInteger.One << F;
    static readonly BigInteger ln2 = Guarded(guard => 2 * Arctangent(3, guard, hyperbolic: true));
    static readonly BigInteger pi = Guarded(guard => 16 * Arctangent(5, guard, hyperbolic: false) - 4 * Arctangent(239, guard, hyperbolic: false));
    /// <summary>2·√(2/π) = √(8/π).</summary>
    static readonly BigInteger gelu = SquareRoot((one << F) * 8 * one / pi);

    /// <summary>f(x) for a finite x that is no special of f.</summary>
    public static Exact Value(string function, Exact x) => function switch
    {
        "exp2" => PowerOfTwo(x),
        "rcp" => new Exact(1) / x,
        "rsqrt" => ReciprocalRoot(x),
        "sigmoid" => Sigmoid(Fixed(x)),
        "silu" => x * Sigmoid(Fixed(x)),
        "tanh" => Tanh(x),
        "gelu" => x * Sigmoid(GeluArgument(Fixed(x))),
        _ => throw new ArgumentException($"There is no function '{function}'; there are {string.Join(", ", UlpOracle.Functions)}."),
    };

    /// <summary>Exact: an fp32 is a multiple of 2^-149.</summary>
    static BigInteger Fixed(Exact x) => (x * Exact.Pow2(F)).Truncated();

    static Exact PowerOfTwo(Exact x)
    {
        var fixedX = Fixed(x);
        var whole = (int)(fixedX >> F);                                     // ⌊x⌋
        return new(Exp((fixedX - (whole * one)) * ln2 >> F), whole - F);
    }

    static Exact ReciprocalRoot(Exact x)
    {
        var (n, e) = x.E % 2 == 0 ? (x.N, x.E) : (2 * x.N, x.E - 1);
        return new(SquareRoot((BigInteger.One << 2 * F) / n), -F - e / 2);
    }

    /// <summary>1 / (1 + e^-z) = e^z / (e^z + 1), with the power that is ≥ 1.</summary>
    static Exact Sigmoid(BigInteger z)
    {
        var power = Exp(BigInteger.Abs(z));
        return new(z.Sign < 0 ? one : power, 0, power + one);
    }

    static Exact Tanh(Exact x)
    {
        var power = Exp(2 * Fixed(x.Abs));
        return new(x.Sign * (power - one), 0, power + one);
    }

    /// <summary>√(8/π) · (x + 0.044715·x³).</summary>
    static BigInteger GeluArgument(BigInteger x) => gelu * (1_000_000 * x + (44_715 * x * x * x >> 2 * F)) / 1_000_000 >> F;

    /// <summary>
    /// e^t, t ≥ 0. Beyond 1024 it stays e^1024: 1 − e^-1024 is 1 to 2^-1477 and x·e^-1024 far below 2^-126, so no verdict on an fp32 changes.
    /// </summary>
    static BigInteger Exp(BigInteger t)
    {
        t = BigInteger.Min(t, 1024 * one);
        var doublings = (int)(t / ln2);
        var rest = t - doublings * ln2;
        var (sum, term) = (one, one);
        for (var k = 1; !term.IsZero; k++)
        {
            term = (term * rest >> F) / k;
            sum += term;
        }
        return sum << doublings;
    }

    /// <summary>artanh(1/n) or arctan(1/n) = Σ ±1 / ((2k+1)·n^(2k+1)).</summary>
    static BigInteger Arctangent(int n, BigInteger unit, bool hyperbolic)
    {
        var (sum, power) = (BigInteger.Zero, unit / n);
        for (var k = 0; !power.IsZero; k++, power /= n * n)
            sum += (hyperbolic || k % 2 == 0 ? power : -power) / (2 * k + 1);
        return sum;
    }

    /// <summary>A constant computed with 64 bits to spare.</summary>
    static BigInteger Guarded(Func<BigInteger, BigInteger> constant) => constant(one << 64) >> 64;

    /// <summary>⌊√n⌋ by Newton's method from above.</summary>
    static BigInteger SquareRoot(BigInteger n)
    {
        var root = BigInteger.One << (int)(n.GetBitLength() + 1) / 2;
        for (var next = root + n / root >> 1; next < root; next = root + n / root >> 1) root = next;
        return root;
    }
}
