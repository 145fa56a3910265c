namespace Hw.Oracles;

/// <summary>
/// How far an fp32 result is from the real value of a function, in ulps at the real value's binade (2^-23 of it). +Infinity says that a
/// result promised to the bit is wrong, or NaN, or a subnormal, or a zero or Inf of the wrong sign. Zero is right where the real value is below
/// 2^-126, else it counts as the largest 24-bit value that flushes; Inf is right from 2^128 up, else it counts as 2^128.
/// </summary>
public static class UlpOracle
{
    public static IReadOnlyList<string> Functions { get; } = ["exp2", "rcp", "rsqrt", "sigmoid", "silu", "tanh", "gelu"];

    static readonly Exact smallest = Exact.Pow2(-126), flushed = new(0xFFFFFF, -150), overflow = Exact.Pow2(128);
    const double Smallest = 1.1754943508222875e-38, Flushed = 1.1754942807573643e-38, Overflow = 3.402823669209385e38;

    /// <summary>From doubles; wrong by less than 2^-20 ulp.</summary>
    public static double Error(string function, uint input, uint result)
    {
        if (FunctionSpecials.Of(function, input) is { } promised) return promised == result ? 0 : double.PositiveInfinity;
        var (value, lower, upper) = FastFunction.Value(function, BitConverter.UInt32BitsToSingle(input));
        var negative = double.IsNegative(value);
        if (!IsPlausible(result, negative)) return double.PositiveInfinity;
        value = Math.Abs(value);
        double given = BitConverter.UInt32BitsToSingle(result & 0x7FFFFFFF);
        if (given == 0)
        {
            if (value < Smallest * (1 - Slack)) return 0;
            if (value < Smallest * (1 + Slack)) return RigorousError(function, input, result);
            given = Flushed;
        }
        if (double.IsInfinity(given))
        {
            if (value > Overflow * (1 + Slack)) return 0;
            if (value > Overflow * (1 - Slack)) return RigorousError(function, input, result);
            given = Overflow;
        }
        if (result >> 31 == 1 != negative) given = -given;
        if (value < 1e-300) return double.PositiveInfinity;
        // The binade is open where a power of two lies within the error of the value, unless it is known to bound it.
        var (low, high) = (PowerBelow(value * (1 - Slack)), PowerBelow(value * (1 + Slack)));
        var binade = low == high || high >= upper ? low : high <= lower ? high : 0;
        return binade == 0 ? RigorousError(function, input, result) : Math.Abs(given - value) / binade * (1 << 23);
    }

    const double Slack = 1.0 / (1L << 44);

    static double PowerBelow(double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & 0x7FF0000000000000);

    static bool IsPlausible(uint result, bool negative) =>
        (result & 0x7FFFFFFF) <= 0x7F800000 && (result & 0x7FFFFFFF) is 0 or >= 0x800000
        && (result >> 31 == 1 == negative || (result & 0x7FFFFFFF) is not (0 or 0x7F800000));

    /// <summary>The same from 512-bit fixed point; wrong by less than 2^-50 of itself, from the last step to a double.</summary>
    public static double RigorousError(string function, uint input, uint result)
    {
        if (FunctionSpecials.Of(function, input) is { } promised) return promised == result ? 0 : double.PositiveInfinity;
        var value = SlowFunction.Value(function, FloatOracle.Decode(input).Value);
        if (!IsPlausible(result, value.Sign < 0)) return double.PositiveInfinity;
        var given = FloatOracle.Decode(result);
        if (given.IsZero && value.Abs < smallest || given.IsInfinite && value.Abs >= overflow) return 0;
        var counted = given.IsZero ? flushed : given.IsInfinite ? overflow : given.Value.Abs;
        var signed = given.Negative ? -counted : counted;
        return ((signed - value).Abs * Exact.Pow2(23 - value.Binade())).ToDouble();
    }

    /// <summary>The fp32 number nearest to the real value, or the promised bits: what a perfect function gives.</summary>
    public static uint Nearest(string function, uint input) =>
        FunctionSpecials.Of(function, input) ?? FloatOracle.Round(Number.Of(SlowFunction.Value(function, FloatOracle.Decode(input).Value)), flush: true);

    /// <summary>The largest error of a batch and where it is; the first of equals.</summary>
    public static (double Error, int At) Worst(string function, ReadOnlySpan<uint> inputs, ReadOnlySpan<uint> results)
    {
        var (worst, at) = (-1.0, -1);
        for (var i = 0; i < inputs.Length; i++)
            if (Error(function, inputs[i], results[i]) is var error && error > worst) (worst, at) = (error, i);
        return (worst, at);
    }
}
