using Hw.Bits.Numbers;

namespace Hw.Bits.Tests.Numbers;

/// <summary>The functions in double precision, good to 2^-45 and better, and the distance of a result from them.</summary>
static class RealReference
{
    static readonly double Smallest = Math.ScaleB(1, -126), GeluScale = 2 * Math.Sqrt(2 / Math.PI);

    public static double Of(string function, double x) => function switch
    {
        "exp2" => x < -126 ? 0 : Math.Pow(2, x),
        "rcp" => 1 / x,
        "rsqrt" => x == 0 ? 1 / x : 1 / Math.Sqrt(x),
        "sigmoid" => 1 / (1 + Math.Exp(-x)),
        "silu" => x == double.NegativeInfinity ? -0.0 : x / (1 + Math.Exp(-x)),
        "tanh" => Math.Tanh(x),
        "gelu" => x == double.NegativeInfinity ? -0.0 : x / (1 + Math.Exp(-GeluScale * (x + 0.044715 * x * x * x))),
        _ => throw new ArgumentException($"no reference for {function}"),
    };

    /// <summary>The error in ulps. NaN stands for a result that no rounding explains: a wrong special, sign, flush or overflow.</summary>
    public static double Ulps(double real, uint result)
    {
        if (double.IsNaN(real)) return result == FloatFormat.Fp32.CanonicalNaN ? 0 : double.NaN;
        var value = (double)BitConverter.UInt32BitsToSingle(result);
        if (double.IsNegative(value) != double.IsNegative(real)) return double.NaN;
        var (magnitude, got) = (Math.Abs(real), Math.Abs(value));
        if (got == 0) return magnitude < Smallest * (1 + 4e-7) ? 0 : double.NaN;
        if (magnitude < Smallest * (1 - 2e-7) || got < Smallest) return double.NaN;
        if (double.IsInfinity(got)) return magnitude >= Math.ScaleB(1 - Math.ScaleB(1, -25), 128) ? 0 : double.NaN;
        return Math.Abs(got - magnitude) / Math.ScaleB(1, Math.ILogB(magnitude) - 23);
    }
}
