using System.Numerics;
using Hw.Bits.Numbers;

namespace Hw.Bits.Tests.Numbers;

/// <summary>Every reading of the real-valued functions is the same function, and a wrong constant in one does not pass.</summary>
public class RealReadingTests
{
    public static TheoryData<string> All() => [.. Functions.Real.Select(f => f.Name)];

    static long[] Sample(string name, int count)
    {
        var (inputs, random) = (RealInputs.Of(name), new Random(7));
        return [.. RealInputs.Specials, .. Enumerable.Range(0, count - RealInputs.Specials.Length).Select(_ => inputs[random.Next(inputs.Length)])];
    }

    [Theory, MemberData(nameof(All))]
    public void Scalar_lanes_unlimited_and_hardware_agree(string name)
    {
        var function = RealFunctionTests.Function(name);
        var inputs = Sample(name, 100_000);
        var (scalar, simd) = (new long[inputs.Length], new long[inputs.Length]);
        Batch.Scalar(function, [inputs], [scalar]);
        Batch.Simd(function, [inputs], [simd]);
        Assert.Equal(scalar, simd);
        var graph = Graph.TryBuild(new Text(function), [Interval.UInt32]);
        Assert.NotNull(graph);
        for (var i = 0; i < inputs.Length; i++)
        {
            if (i < 20_000) Assert.Equal(scalar[i], (long)Read<Big>(function, inputs[i]).Value);
            if (i < 2_000) Assert.Equal(scalar[i], (long)graph.Evaluate([inputs[i]]));   // also holds every node to its interval
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Hardware_is_32_bits_without_promises(string name)
    {
        var graph = Graph.TryBuild(new Text(RealFunctionTests.Function(name)), [Interval.UInt32])!;
        Assert.Equal(Interval.UInt32, graph.Result.Range.Full);
        Assert.All(graph.Nodes, n => Assert.True(Interval.Int(64).Contains(n.Range)));
    }

    [Theory]
    [InlineData("exp2"), InlineData("rcp"), InlineData("rsqrt"), InlineData("sigmoid"), InlineData("silu"), InlineData("tanh"), InlineData("gelu")]
    public void A_wrong_bit_in_a_table_is_found(string name) => Assert.Contains("ulp", Planted<WrongSlope>(name));

    [Theory]
    [InlineData("sigmoid"), InlineData("silu"), InlineData("tanh")]
    public void A_wrong_logarithm_of_e_is_found(string name) => Assert.Contains("ulp", Planted<WrongLogarithm>(name));

    [Fact]
    public void A_wrong_coefficient_of_gelu_is_found() => Assert.Contains("ulp", Planted<WrongCubic>("gelu"));

    [Fact]
    public void A_segment_that_starts_too_low_is_found() =>
        Assert.StartsWith("exp2 falls", RealFunctionTests.Falls(x => (uint)Read<Wrong<LowStart>>(RealFunctionTests.Function("exp2"), x).Value.Value));

    /// <summary>The same check that passes above, on a reading that is wrong on purpose; the limits are those of the contract.</summary>
    static string? Planted<M>(string name) where M : struct, IMistake =>
        RealFunctionTests.Worst(name, RealInputs.Of(name), x => (uint)Read<Wrong<M>>(RealFunctionTests.Function(name), x).Value.Value, name == "exp2" ? 1 : 2);

    static T Read<T>(NumberFunction function, long x) where T : struct, IBits<T>
    {
        var y = new T[1];
        function.Apply<T>([x], y);
        return y[0];
    }

    const long Log2E = 99_141_248_300, GeluCubic = 113_187_288_919;
    struct WrongSlope : IMistake { static Int IMistake.Lookup(Rom table, Int index) => Int.Lookup(table, index) ^ (index.Value == 37 ? 1L << 24 : 0); }
    struct LowStart : IMistake { static Int IMistake.Lookup(Rom table, Int index) => Int.Lookup(table, index) - (index.Value == 37 ? 100L << 34 : 0); }
    struct WrongLogarithm : IMistake { static Int IMistake.Constant(long value) => value == Log2E ? value ^ 1L << 15 : value; }
    struct WrongCubic : IMistake { static Int IMistake.Constant(long value) => value == GeluCubic ? value + 100_000 : value; }

    sealed class Text(NumberFunction function) : Law
    {
        public override T Apply<T>(T[] x)
        {
            var y = new T[1];
            function.Apply<T>(x, y);
            return y[0];
        }

        public override BigInteger Meaning(BigInteger[] x) => Read<Big>(function, (long)x[0]).Value;
    }
}
