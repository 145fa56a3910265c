using Hw.Bits.Numbers;

namespace Hw.Bits.Tests.Numbers;

/// <summary>The real-valued functions against doubles: error, specials, and the laws of docs/numerics.md.</summary>
public class RealFunctionTests
{
    internal static NumberFunction Function(string name) => Functions.Real.Single(f => f.Name == name);

    static uint Apply(string name, uint x)
    {
        var y = new Int[1];
        Function(name).Apply<Int>([x], y);
        return (uint)y[0].Value;
    }

    static uint Bits(float x) => BitConverter.SingleToUInt32Bits(x);
    static float Value(uint bits) => BitConverter.UInt32BitsToSingle(bits);

    internal static string? Worst(string name, long[] inputs, Func<long, uint> apply, double limit)
    {
        var (worst, at) = (-1.0, 0u);
        foreach (var x in inputs)
        {
            var error = RealReference.Ulps(RealReference.Of(name, Value((uint)x)), apply(x));
            if (double.IsNaN(error) || error > worst) (worst, at) = (error, (uint)x);
            if (double.IsNaN(error)) break;
        }
        return worst <= limit ? null
            : $"{name}({Value(at):R} = {at:X8}) is {apply(at):X8}, {worst} ulp (allowed {limit}) from {RealReference.Of(name, Value(at)):R}";
    }

    /// <summary>The limits are what was measured, rounded up; the contract allows 1 for exp2 and 2 for the others.</summary>
    [Theory]
    [InlineData("exp2", 0.65, 1_000_000), InlineData("rcp", 0.77, 1_000_000), InlineData("rsqrt", 1.17, 1_000_000)]
    [InlineData("sigmoid", 1.05, 100_000), InlineData("silu", 1.15, 100_000), InlineData("tanh", 1.1, 100_000), InlineData("gelu", 1.15, 100_000)]
    public void Errors_stay_below(string name, double limit, int atLeast)
    {
        var inputs = RealInputs.Of(name);
        Assert.InRange(inputs.Length, atLeast, int.MaxValue);
        Assert.Null(Worst(name, inputs, x => Apply(name, (uint)x), limit));
    }

    [Theory]
    [InlineData("exp2", 0x3F800000, 0x3F800000, 0x7F800000, 0)]
    [InlineData("rcp", 0x7F800000, 0xFF800000, 0, 0x80000000)]
    [InlineData("rsqrt", 0x7F800000, 0xFF800000, 0, 0x7FC00000)]
    [InlineData("sigmoid", 0x3F000000, 0x3F000000, 0x3F800000, 0)]
    [InlineData("silu", 0, 0x80000000, 0x7F800000, 0x80000000)]
    [InlineData("tanh", 0, 0x80000000, 0x3F800000, 0xBF800000)]
    [InlineData("gelu", 0, 0x80000000, 0x7F800000, 0x80000000)]
    public void Specials(string name, uint zero, uint minusZero, uint infinity, uint minusInfinity)
    {
        Assert.Equal([zero, minusZero, infinity, minusInfinity], new uint[] { 0, 0x80000000, 0x7F800000, 0xFF800000 }.Select(x => Apply(name, x)));
        foreach (var nan in new uint[] { 0x7FC00000, 0x7F800001, 0xFFC00000, 0xFFFFFFFF }) Assert.Equal(0x7FC00000u, Apply(name, nan));
    }

    [Fact]
    public void Exp2_of_an_integer_is_a_power_of_two()
    {
        for (var n = -126; n < 128; n++) Assert.Equal(MathF.ScaleB(1, n), Value(Apply("exp2", Bits(n))));
        foreach (var x in new[] { 128, 128.5f, 1e30f, float.MaxValue }) Assert.Equal(float.PositiveInfinity, Value(Apply("exp2", Bits(x))));
        foreach (var x in new[] { MathF.BitDecrement(-126), -127, -127.5f, -200, -1e30f, float.MinValue }) Assert.Equal(0u, Apply("exp2", Bits(x)));
        foreach (var x in new uint[] { 1, 0x80000001, 0x7FFFFF, 0x807FFFFF }) Assert.Equal(0x3F800000u, Apply("exp2", x));
    }

    [Fact]
    public void Powers_of_two_and_four_are_exact()
    {
        for (var n = -149; n < 128; n++)
        {
            var x = MathF.ScaleB(1, n);
            var inverse = n < -127 ? float.PositiveInfinity : n > 126 ? 0 : MathF.ScaleB(1, -n);
            Assert.Equal(inverse, Value(Apply("rcp", Bits(x))));
            Assert.Equal(-inverse, Value(Apply("rcp", Bits(-x))));
            if (n % 2 == 0) Assert.Equal(MathF.ScaleB(1, -n / 2), Value(Apply("rsqrt", Bits(x))));
            Assert.Equal(0x7FC00000u, Apply("rsqrt", Bits(-x)));
        }
    }

    [Fact]
    public void Exp2_is_monotone_across_every_segment_and_at_random() => Assert.Null(Falls(x => Apply("exp2", x)));

    /// <summary>The first number whose successor has a smaller power.</summary>
    internal static string? Falls(Func<uint, uint> apply) =>
        (from x in RealInputs.Grid().Concat(RealInputs.Uniform(-127, 128, 500_000))
         where !float.IsNaN(Value(x))
         let next = MathF.BitIncrement(Value(x))
         where Value(apply(x)) > Value(apply(Bits(next)))
         select $"exp2 falls from {Value(x):R} to {next:R}").FirstOrDefault();

    [Theory]
    [InlineData("silu"), InlineData("gelu")]
    public void Large_arguments_pass_unchanged(string name)
    {
        foreach (var x in new[] { 20f, 33.3f, 127.9999f, 128, 1e10f, float.MaxValue })
        {
            Assert.Equal(x, Value(Apply(name, Bits(x))));
            if (x > 100) Assert.Equal(0x80000000u, Apply(name, Bits(-x)));
        }
    }

    [Fact]
    public void Tanh_is_odd_and_small_arguments_pass_unchanged()
    {
        foreach (var x in RealInputs.Uniform(0, 10, 100_000)) Assert.Equal(Apply("tanh", x) | 0x80000000, Apply("tanh", x | 0x80000000));
        foreach (var x in new[] { 1e-5f, 1e-20f, MathF.ScaleB(1, -126) }) Assert.Equal(x, Value(Apply("tanh", Bits(x))));
    }
}
