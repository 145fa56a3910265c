using Hw.Bits.Numbers;
using Hw.Oracles;

namespace Hw.NumberCheck;

/// <summary>What an oracle says of one result: how far it is off, and where that is too far, what should have come out.</summary>
/// <param name="Ulp">Error in units of the last place; 0 where the oracle knows every bit and the result has them.</param>
public readonly record struct Judgement(double Ulp, string? Expected)
{
    public bool IsRight => Expected is null;
}

/// <summary>One function's oracle: its name for the table, the error it allows, and its judgement of a case.</summary>
public sealed record Judge(string Oracle, double Bound, Judge.Opinion Of)
{
    /// <summary>The contract promises also that a larger operand never gives a smaller result.</summary>
    public bool Monotone { get; init; }

    public delegate Judgement Opinion(ReadOnlySpan<long> takes, ReadOnlySpan<long> gives);

    /// <summary>Every bit is known: anything else is wrong.</summary>
    delegate void Answer(ReadOnlySpan<long> takes, Span<long> expected);

    /// <exception cref="InvalidOperationException">No oracle judges this function: it cannot be checked, and must not seem to be.</exception>
    public static Judge For(NumberFunction function) => function switch
    {
        ConvertFunction or FromIntegerFunction or ToIntegerFunction => Conversion(function),
        DotFunction { Pair: var pair } => Dot(function, pair),
        QuantizeFunction { Format: var format } => Bits(function, "exact rationals", (x, y) => Quantize(format.Name, x, y)),
        DequantizeFunction { Format: var format } => Bits(function, "exact rationals", (x, y) => y[0] = BlockOracle.Dequantize(format.Name, x[0], x[1])),
        AmaxFunction => Bits(function, "exact rationals", (x, y) => y[0] = BlockOracle.Amax(Words(x))),
        AccumulateInt32 => Bits(function, "64-bit sum", (x, y) =>
        {
            var (sum, flag) = AccOracle.AccInt32((int)x[0], (int)x[1], x[2] != 0);
            (y[0], y[1]) = (sum, flag ? 1 : 0);
        }),
        MultiplyAccumulateInt8 => Bits(function, "64-bit sum", (x, y) =>
        {
            var (sum, flag) = AccOracle.AccInt32((int)x[0], (int)(x[1] * x[2]), false);
            (y[0], y[1]) = (sum, flag ? 1 : 0);
        }),
        RopeFunction => Bits(function, "exact rationals", (x, y) => (y[0], y[1]) = RopeOracle.Rope((uint)x[0], (uint)x[1], (uint)x[2], (uint)x[3])),
        SoftmaxStepFunction => Softmax(function),
        SoftmaxFinishFunction => Finish(function),
        _ when UlpOracle.Functions.Contains(function.Name) => Real(function),
        _ => Arithmetic(function),
    };

    static Judge Bits(NumberFunction function, string oracle, Answer answer)
    {
        var count = function.Gives.Count;
        return new(oracle, 0, (takes, gives) =>
        {
            Span<long> expected = stackalloc long[count];
            answer(takes, expected);
            if (gives.SequenceEqual(expected)) return default;
            return new(double.PositiveInfinity, Notation.Results(function, expected, gives));
        });
    }

    static Judge Conversion(NumberFunction function)
    {
        var (from, to, saturating) = (function.Takes[0].Format.Name, function.Gives[0].Format.Name, function.Name.EndsWith("-saturating", StringComparison.Ordinal));
        return Bits(function, "exact rationals", (x, y) => y[0] = FastConversionOracle.Convert(from, to, x[0], saturating));
    }

    static Judge Dot(NumberFunction function, DotPair pair)
    {
        var (a, b) = (pair.ScalesA?.Name ?? pair.A.Name, pair.ScalesB?.Name ?? pair.B.Name);
        return Bits(function, "64-bit integers", (x, y) =>
        {
            var scales = (x.Length - 64) / 2;
            y[0] = FastDotOracle.Dot(a, x[..32].ToArray(), b, x[32..64].ToArray(),
                scales == 0 ? null : x.Slice(64, scales).ToArray(), scales == 0 ? null : x[(64 + scales)..].ToArray());
        });
    }

    static void Quantize(string format, ReadOnlySpan<long> values, Span<long> expected)
    {
        var (scale, elements) = BlockOracle.Quantize(format, Words(values));
        expected[0] = scale;
        elements.CopyTo(expected[1..]);
    }

    static Judge Arithmetic(NumberFunction function)
    {
        Func<uint, uint, uint, uint> host = function.Name switch
        {
            "fp32-add" or "acc-fp32" => (a, b, _) => FastFloatOracle.Add(a, b),
            "fp32-sub" => (a, b, _) => FastFloatOracle.Sub(a, b),
            "fp32-mul" => (a, b, _) => FastFloatOracle.Mul(a, b),
            "fp32-fma" => FastFloatOracle.Fma,
            "mac-bf16" => FastFloatOracle.MacBf16,
            "fp32-max" => (a, b, _) => FastFloatOracle.Maximum(a, b),
            "fp32-min" => (a, b, _) => FastFloatOracle.Minimum(a, b),
            "fp32-equal" => (a, b, _) => FastFloatOracle.Equal(a, b),
            "fp32-less" => (a, b, _) => FastFloatOracle.Less(a, b),
            "fp32-less-equal" => (a, b, _) => FastFloatOracle.LessEqual(a, b),
            _ => throw new InvalidOperationException($"no oracle judges {function.Name}; give it one in {nameof(Judge)}.cs"),
        };
        return Bits(function, "host IEEE 754", (x, y) => y[0] = host((uint)x[0], (uint)x[1], x.Length > 2 ? (uint)x[2] : 0));
    }

    static Judge Real(NumberFunction function)
    {
        var bound = function.Name is "exp2" or "rcp" ? 1 : 2;
        return new("real value", bound, (takes, gives) =>
        {
            var error = UlpOracle.Error(function.Name, (uint)takes[0], (uint)gives[0]);
            if (error <= bound) return new(error, null);
            long nearest = UlpOracle.Nearest(function.Name, (uint)takes[0]);
            var off = double.IsInfinity(error) ? "to the bit" : $"within {bound} ulp, it is {error:f2} off";
            return new(error, $"{Notation.Results(function, [nearest], gives)}, {off}");
        }) { Monotone = function.Name == "exp2" };
    }

    /// <summary>exp2 is known to an ulp only, so the weights are judged by their real values and the sums by the weights that came out.</summary>
    static Judge Softmax(NumberFunction function) => new("real value, then exact", 1, (takes, gives) =>
    {
        var wrong = SoftmaxOracle.Check((uint)takes[0], (uint)takes[1], Words(takes[2..]), (uint)gives[0], (uint)gives[1], Words(gives[3..]), (uint)gives[2]);
        return new(wrong is null ? 0 : double.PositiveInfinity, wrong);
    });

    /// <summary>The reciprocal inside is known to an ulp, so it is judged first, and the product by the reciprocal that came out.</summary>
    static Judge Finish(NumberFunction function) => new("real value", 1, (takes, gives) =>
    {
        var reciprocal = (uint)Hw.Bits.Numbers.Reciprocal.Of<Hw.Bits.Int>(takes[0]).Value;
        if (UlpOracle.Error("rcp", (uint)takes[0], reciprocal) > 1)
            return new(double.PositiveInfinity, $"1 / l = {Notation.Of(FloatFormat.Fp32, UlpOracle.Nearest("rcp", (uint)takes[0]))} inside, it is {Notation.Of(FloatFormat.Fp32, reciprocal)}");
        var expected = SoftmaxOracle.Finish((uint)takes[0], (uint)takes[1], reciprocal);
        return expected == gives[0] ? default : new(double.PositiveInfinity, Notation.Results(function, [expected], gives));
    });

    static uint[] Words(ReadOnlySpan<long> values)
    {
        var words = new uint[values.Length];
        for (var k = 0; k < words.Length; k++) words[k] = (uint)values[k];
        return words;
    }
}
