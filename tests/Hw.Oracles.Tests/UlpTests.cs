using Xunit.Abstractions;

namespace Hw.Oracles.Tests;

/// <summary>The error measure: fast against rigorous, and the rigorous one against values worked by hand.</summary>
public class UlpTests(ITestOutputHelper output)
{
    public static TheoryData<string> Functions => new(UlpOracle.Functions);

    /// <summary>Inputs of every magnitude, and dense where a function's result changes kind; results around the right one.</summary>
    [Theory, MemberData(nameof(Functions))]
    public void Fast_is_rigorous(string function)
    {
        var samples = new Samples(5);
        double worst = 0;
        foreach (var x in Inputs(function, samples))
        {
            var near = Nearest(function, x);
            foreach (var result in new[] { near, near + 1, near - (near == 0 ? 0 : 1u), near ^ 0x80000000, 0u, 0x80000000, samples.Fp32() })
            {
                var (fast, slow) = (UlpOracle.Error(function, x, result), UlpOracle.RigorousError(function, x, result));
                if (double.IsInfinity(fast) && slow > 1e30 || double.IsInfinity(slow) && fast > 1e30) continue;
                var difference = Math.Abs(fast - slow) / Math.Max(1, slow / (1 << 10));
                if (fast == slow) difference = 0;
                Assert.True(difference < 1.0 / (1 << 20),
                    $"{function}(0x{x:X8}) = 0x{result:X8}: {fast} ulp fast, {slow} ulp rigorous");
                worst = Math.Max(worst, difference);
            }
            Assert.True(UlpOracle.Error(function, x, near) <= 0.5,
                $"{function}(0x{x:X8}): the nearest fp32 0x{near:X8} is {UlpOracle.Error(function, x, near)} ulp off");
        }
        output.WriteLine($"{function}: fast and rigorous differ by at most 2^{Math.Log2(worst):F1} ulp");
    }

    static IEnumerable<uint> Inputs(string function, Samples samples)
    {
        foreach (var corner in Samples.Corners) yield return corner;
        // Where results overflow, flush, or meet 1: the ends of exp2, rcp, sigmoid, silu, gelu, tanh, and their neighbours.
        float[] ends = [128, 126, 127, 87.3365f, 91.9f, 5.5f, 10.9f, 9.01f, 17.33f, 20, 1.17549435e-38f, 2.3509887e-38f, 2.938736e-39f, 8.507059e37f, 1.7014118e38f];
        foreach (var end in ends)
            for (var step = -8; step <= 8; step++)
                foreach (var sign in new uint[] { 0, 0x80000000 })
                    yield return (uint)(BitConverter.SingleToUInt32Bits(end) + step) | sign;
        for (var exponent = 0u; exponent < 256; exponent++)
            foreach (var sign in new uint[] { 0, 0x80000000 })
            {
                yield return exponent << 23 | sign;
                yield return (exponent << 23) + 1 | sign;
                yield return exponent << 23 | (uint)samples.Bits(23) | sign;
            }
        for (var i = 0; i < 400; i++)
            yield return BitConverter.SingleToUInt32Bits((float)((samples.Next(1 << 30) / (double)(1 << 30) - 0.5) * (function == "exp2" ? 256 : 220)));
    }

    /// <summary>The best fp32 result: by the special, else the rigorous value rounded once and flushed.</summary>
    static uint Nearest(string function, uint x) =>
        FunctionSpecials.Of(function, x) ?? FloatOracle.Round(Number.Of(SlowFunction.Value(function, FloatOracle.Decode(x).Value)), flush: true);

    /// <summary>The table of promised results shares no line with the functions, so at finite inputs each must be the real value rounded.</summary>
    [Theory, MemberData(nameof(Functions))]
    public void Promised_results_are_the_real_values_rounded(string function)
    {
        foreach (var x in Inputs(function, new Samples(6)))
        {
            var value = BitConverter.UInt32BitsToSingle(x);
            if (FunctionSpecials.Of(function, x) is not { } promised || value == 0 || !float.IsFinite(value)) continue;
            if (function == "rsqrt" && value < 0 || function == "exp2" && Math.Abs(value) > 1000) continue;
            var real = Number.Of(SlowFunction.Value(function, FloatOracle.Decode(x).Value));
            Show.Equal(FloatOracle.Round(real, flush: true), promised, $"{function}(0x{x:X8})");
        }
    }

    /// <summary>Only powers of four are promised to the bit: √½ may be an ulp off.</summary>
    [Fact]
    public void Other_powers_of_two_have_no_promised_root() => Assert.Equal(0.2, UlpOracle.Error("rsqrt", 0x40000000, 0x3F3504F3), 0.01);

    // Correct to the digits of any table.
    [Theory]
    [InlineData("exp2", 0.5f, 1.4142135623730950488)]
    [InlineData("exp2", -1.5f, 0.35355339059327376220)]
    [InlineData("rcp", 3f, 0.33333333333333333333)]
    [InlineData("rsqrt", 2f, 0.70710678118654752440)]
    [InlineData("sigmoid", 1f, 0.73105857863000487925)]
    [InlineData("sigmoid", -2f, 0.11920292202211755594)]
    [InlineData("silu", 1f, 0.73105857863000487925)]
    [InlineData("silu", -1f, -0.26894142136999512075)]
    [InlineData("tanh", 1f, 0.76159415595576488812)]
    [InlineData("tanh", -0.5f, -0.46211715726000975850)]
    [InlineData("gelu", 1f, 0.84119199060827670476)]
    [InlineData("gelu", -1f, -0.15880800939172329524)]
    public void The_real_values_are_those_of_the_tables(string function, float x, double value) =>
        Assert.Equal(value, SlowFunction.Value(function, FloatOracle.Decode(BitConverter.SingleToUInt32Bits(x)).Value).ToDouble(), Math.Abs(value) * 1e-15);

    const uint One = 0x3F800000, Inf = 0x7F800000, MinusInf = 0xFF800000, NaN = 0x7FC00000, MinusZero = 0x80000000;

    [Theory]
    [InlineData("exp2", 0x43000000, Inf, 0)]                            // 128
    [InlineData("exp2", 0xC2FC0000, 0x00800000, 0)]                     // −126 is exact
    [InlineData("exp2", 0xC2FC0001, 0, 0)]
    [InlineData("exp2", 0xC2FC0001, 0x00800000, double.PositiveInfinity)]
    [InlineData("exp2", MinusZero, One, 0)]
    [InlineData("exp2", MinusZero, One + 1, double.PositiveInfinity)]   // integers are promised to the bit
    [InlineData("exp2", 0x7F800001, NaN, 0)]
    [InlineData("exp2", 0x7F800001, 0xFFC00000, double.PositiveInfinity)]
    [InlineData("rcp", MinusZero, MinusInf, 0)]
    [InlineData("rcp", MinusInf, MinusZero, 0)]
    [InlineData("rcp", 0x00000001, Inf, 0)]
    [InlineData("rcp", 0x00200000, Inf, 0)]                             // 2^-128
    [InlineData("rcp", 0x00400000, 0x7F000000, 0)]                      // 2^-127
    [InlineData("rcp", 0x7E800000, 0x00800000, 0)]                      // 2^126
    [InlineData("rcp", 0x7F000000, 0, 0)]                               // 2^127 flushes
    [InlineData("rcp", 0xFF7FFFFF, MinusZero, 0)]
    [InlineData("rcp", 0xFF7FFFFF, 0, double.PositiveInfinity)]
    [InlineData("rcp", 0x7F7FFFFF, 0x00200000, double.PositiveInfinity)] // subnormals are never results
    [InlineData("rsqrt", MinusZero, MinusInf, 0)]
    [InlineData("rsqrt", 0xBF800000, NaN, 0)]
    [InlineData("rsqrt", Inf, 0, 0)]
    [InlineData("rsqrt", 0x40800000, 0x3F000000, 0)]                    // 4
    [InlineData("rsqrt", 0x00000002, 0x64800000, 0)]                    // 2^-148
    [InlineData("sigmoid", Inf, One, 0)]
    [InlineData("sigmoid", MinusInf, 0, 0)]
    [InlineData("sigmoid", 0xC3000000, 0, 0)]                           // −128 flushes
    [InlineData("tanh", MinusInf, 0xBF800000, 0)]
    [InlineData("tanh", MinusZero, MinusZero, 0)]
    [InlineData("tanh", MinusZero, 0, double.PositiveInfinity)]
    [InlineData("tanh", 0x80000001, MinusZero, 0)]
    [InlineData("silu", MinusInf, MinusZero, 0)]
    [InlineData("silu", 0xC3000000, MinusZero, 0)]
    [InlineData("silu", 0xC3000000, 0, double.PositiveInfinity)]
    [InlineData("gelu", 0xC3000000, MinusZero, 0)]
    [InlineData("gelu", Inf, Inf, 0)]
    public void Specials_are_exact(string function, uint x, uint result, double error)
    {
        Assert.Equal(error, UlpOracle.Error(function, x, result));
        Assert.Equal(error, UlpOracle.RigorousError(function, x, result));
    }

    /// <summary>1/3 = 0.0101…b: 0x3EAAAAAB is 1/3 ulp above it, 0x3EAAAAAA 2/3 below. Below 1 the ulp is 2^-24, so 1 for 2^-ε is ε ln 2 / 2^-24 off.</summary>
    [Theory]
    [InlineData("rcp", 0x40400000, 0x3EAAAAAB, 1.0 / 3)]
    [InlineData("rcp", 0x40400000, 0x3EAAAAAA, 2.0 / 3)]
    [InlineData("rcp", 0x40400000, 0x3EAAAAAC, 4.0 / 3)]
    [InlineData("exp2", 0xB3800000, One, 0.69314718)]                   // x = −2^-24
    [InlineData("exp2", 0xA0000000, One, 0)]                            // x = −2^-63
    [InlineData("exp2", 0xA0000000, One - 1, 1)]
    [InlineData("exp2", 0x20000000, One - 1, 0.5)]
    [InlineData("sigmoid", 0x42C80000, One - 1, 1)]                     // just below 1
    [InlineData("tanh", 0x00800000, 0, 0)]                              // the real value is below 2^-126
    [InlineData("tanh", 0x00800000, 0x00800000, 0)]
    [InlineData("tanh", 0x00800002, 0, 2.5)]                            // zero counts as 2^-126 − 2^-150: 2·2^-149 + 2^-150 off, in ulps of 2^-149
    public void Errors_counted_by_hand(string function, uint x, uint result, double error)
    {
        Assert.Equal(error, UlpOracle.Error(function, x, result), 1e-6);
        Assert.Equal(error, UlpOracle.RigorousError(function, x, result), 1e-6);
    }

    [Fact]
    public void The_worst_of_a_batch_is_found()
    {
        uint[] inputs = [0x40400000, 0x40400000, 0x40400000];
        Assert.Equal(1, UlpOracle.Worst("rcp", inputs, [0x3EAAAAAB, 0x3EAAAAAC, 0x3EAAAAAA]).At);
    }

    [Fact]
    public void An_unknown_function_is_named() =>
        Assert.Contains("there are exp2, rcp", Assert.Throws<ArgumentException>(() => UlpOracle.Error("exp3", One, One)).Message);

    [Theory]
    [InlineData("exp2", 0x00000000u, 0x3F800000u)]
    [InlineData("exp2", 0x3F000000u, 0x3FB504F3u)]      // √2
    [InlineData("exp2", 0x43000000u, 0x7F800000u)]
    [InlineData("rcp", 0x40400000u, 0x3EAAAAABu)]       // ⅓
    [InlineData("rsqrt", 0x40000000u, 0x3F3504F3u)]     // √½
    [InlineData("sigmoid", 0x00000000u, 0x3F000000u)]
    [InlineData("gelu", 0xFF800000u, 0x80000000u)]
    public void The_nearest_number_is_known(string function, uint x, uint nearest)
    {
        Assert.Equal(nearest, UlpOracle.Nearest(function, x));
        Assert.InRange(UlpOracle.Error(function, x, nearest), 0, 0.5);
    }
}
