namespace Hw.Oracles;

/// <summary>
/// The real-valued functions in doubles: relative error below 2^-45, which is below 2^-20 ulp of fp32. rcp, rsqrt, exp2 stay below 2^-50;
/// the host's exp and tanh are good to 2 ulp of double (the tests hold all of this to the slow form). Nothing cancels: sigmoid has
/// only positive terms, and gelu's argument, where its result does not flush, is below 90 with an error of 4·2^-53 of itself.
/// </summary>
static class FastFunction
{
    static readonly double gelu = 2 * Math.Sqrt(2 / Math.PI);

    /// <summary>f(x), and what is known of the real value where a double cannot tell it from a power of two: lower ≤ |f(x)| &lt; upper.</summary>
    public static (double Value, double Lower, double Upper) Value(string function, double x) => function switch
    {
        "exp2" => Exp2(x),
        "rcp" => (1 / x, 0, double.PositiveInfinity),
        "rsqrt" => (1 / Math.Sqrt(x), 0, double.PositiveInfinity),
        "sigmoid" => (Sigmoid(x), x < 0 ? 0 : 0.5, x < 0 ? 0.5 : 1),
        "silu" => Gated(x, x),
        "tanh" => (Math.Tanh(x), 0, Math.Min(Math.Abs(x), 1)),
        "gelu" => Gated(x, gelu * (x + 0.044715 * x * x * x)),
        _ => throw new ArgumentException($"There is no function '{function}'; there are {string.Join(", ", UlpOracle.Functions)}."),
    };

    /// <summary>x·sigmoid(z), z of x's sign.</summary>
    static (double, double, double) Gated(double x, double z) => x < 0 ? (x * Sigmoid(z), 0, -x / 2) : (x * Sigmoid(z), x / 2, x);

    static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    /// <summary>
    /// x = n + f, |f| ≤ 1/2, exact; 2^f = e^(f·ln 2) by its series, whose terms beyond the 13th sum to below 2^-57.
    /// The powers of two around 2^x are those of ⌊x⌋.
    /// </summary>
    static (double, double, double) Exp2(double x)
    {
        var n = Math.Round(x);
        var t = (x - n) * 0.69314718055994530942;
        var sum = 1 + t * (1 + t * (1 / 2.0 + t * (1 / 6.0 + t * (1 / 24.0 + t * (1 / 120.0 + t * (1 / 720.0 + t * (1 / 5040.0 + t * (1 / 40320.0
            + t * (1 / 362880.0 + t * (1 / 3628800.0 + t * (1 / 39916800.0 + t * (1 / 479001600.0 + t * (1 / 6227020800.0)))))))))))));
        var floor = FastConversionOracle.Pow2((int)Math.Floor(x));
        return (sum * FastConversionOracle.Pow2((int)n), floor, 2 * floor);
    }
}
