namespace Hw.Oracles.Tests;

/// <summary>FP32 arithmetic: fast (the host) against exact, and cases worked by hand.</summary>
public class FloatTests
{
    static readonly (string Name, Func<uint, uint, uint, uint> Exact, Func<uint, uint, uint, uint> Fast)[] operations =
    [
        ("add", (a, b, _) => FloatOracle.Add(a, b), (a, b, _) => FastFloatOracle.Add(a, b)),
        ("sub", (a, b, _) => FloatOracle.Sub(a, b), (a, b, _) => FastFloatOracle.Sub(a, b)),
        ("mul", (a, b, _) => FloatOracle.Mul(a, b), (a, b, _) => FastFloatOracle.Mul(a, b)),
        ("fma", FloatOracle.Fma, FastFloatOracle.Fma),
        ("mac-bf16", (a, b, c) => FloatOracle.MacBf16(a >> 16, b >> 16, c), (a, b, c) => FastFloatOracle.MacBf16(a >> 16, b >> 16, c)),
        ("maximum", (a, b, _) => FloatOracle.Maximum(a, b), (a, b, _) => FastFloatOracle.Maximum(a, b)),
        ("minimum", (a, b, _) => FloatOracle.Minimum(a, b), (a, b, _) => FastFloatOracle.Minimum(a, b)),
        ("equal", (a, b, _) => FloatOracle.Equal(a, b), (a, b, _) => FastFloatOracle.Equal(a, b)),
        ("less", (a, b, _) => FloatOracle.Less(a, b), (a, b, _) => FastFloatOracle.Less(a, b)),
        ("less-equal", (a, b, _) => FloatOracle.LessEqual(a, b), (a, b, _) => FastFloatOracle.LessEqual(a, b)),
    ];

    public static TheoryData<string> Names => new(operations.Select(operation => operation.Name));

    [Theory, MemberData(nameof(Names))]
    public void Fast_is_exact(string name)
    {
        var (_, exact, fast) = operations.Single(operation => operation.Name == name);
        foreach (var a in Samples.Corners)
            foreach (var b in Samples.Corners)
                Check(a, b, 0x80000000);
        var samples = new Samples(3);
        for (var i = 0; i < 60_000; i++)
        {
            var a = samples.Fp32();
            var b = i % 4 == 0 ? samples.Fp32() : name is "mul" or "fma" or "mac-bf16" ? Partner(samples, a) : samples.Near(a, 26);
            if (name == "mul" && i % 5 == 0) (a, b) = AtTheFlush(samples);
            var product = BitConverter.UInt32BitsToSingle(a) * BitConverter.UInt32BitsToSingle(b);
            Check(a, b, i % 3 == 0 ? samples.Fp32() : samples.Near(BitConverter.SingleToUInt32Bits(product), 26));
        }

        void Check(uint a, uint b, uint c) => Show.Equal(exact(a, b, c), fast(a, b, c), $"{name}(0x{a:X8}, 0x{b:X8}, 0x{c:X8})");
    }

    /// <summary>A factor that puts the product near the subnormals, or anywhere finite.</summary>
    static uint Partner(Samples samples, uint a)
    {
        var exponent = (samples.Next(2) == 0 ? samples.Next(-152, -123) : samples.Next(-120, 128)) - ((int)(a >> 23 & 0xFF) - 127);
        return samples.Fp32() & 0x807FFFFF | (uint)Math.Clamp(exponent + 127, 0, 254) << 23;
    }

    /// <summary>Two factors whose product is as near to 2^-126 as 24 bits allow, on either side.</summary>
    static (uint, uint) AtTheFlush(Samples samples)
    {
        var a = 0x3F800000u + (uint)samples.Bits(23);
        var b = BitConverter.SingleToUInt32Bits((float)(2 / (double)BitConverter.UInt32BitsToSingle(a))) + (uint)samples.Next(-1, 2);
        return (a - (63u << 23), b - (64u << 23));
    }

    const uint Zero = 0, MinusZero = 0x80000000, One = 0x3F800000, Inf = 0x7F800000, MinusInf = 0xFF800000, NaN = 0x7FC00000, Smallest = 0x00800000;

    [Fact]
    public void Zeros_and_specials_by_hand()
    {
        Assert.Equal(Zero, FloatOracle.Sub(One, One));
        Assert.Equal(MinusZero, FloatOracle.Add(MinusZero, MinusZero));
        Assert.Equal(Zero, FloatOracle.Add(MinusZero, Zero));
        Assert.Equal(MinusZero, FloatOracle.Sub(MinusZero, Zero));
        Assert.Equal(NaN, FloatOracle.Sub(Inf, Inf));
        Assert.Equal(NaN, FloatOracle.Mul(Zero, MinusInf));
        Assert.Equal(MinusZero, FloatOracle.Fma(MinusZero, One, MinusZero));
        Assert.Equal(NaN, FloatOracle.Fma(Inf, One, MinusInf));
        Assert.Equal(NaN, FloatOracle.Maximum(One, 0xFFFFFFFF));
        Assert.Equal(Zero, FloatOracle.Maximum(MinusZero, Zero));
        Assert.Equal(MinusZero, FloatOracle.Minimum(Zero, MinusZero));
        Assert.Equal((1u, 0u, 0u), (FloatOracle.Equal(Zero, MinusZero), FloatOracle.Less(MinusZero, Zero), FloatOracle.LessEqual(NaN, NaN)));
    }

    /// <summary>Below 2^-126 after rounding to 24 bits: zero. (1 − 2^-24)·2^-126 stays below; with two more bits it ties up to 2^-126.</summary>
    [Fact]
    public void Mul_flushes_by_the_rounded_value()
    {
        Assert.Equal(Zero, FloatOracle.Mul(0x00FFFFFF, 0x3F000000));            // (2 − 2^-23)·2^-126 / 2: 24 bits, below
        Assert.Equal(MinusZero, FloatOracle.Mul(0x80FFFFFF, 0x3F000000));
        Assert.Equal(Smallest, FloatOracle.Mul(0x00FFFFFF, 0x3F000001));        // a whisker more rounds up to 2^-126
        Assert.Equal(Smallest, FloatOracle.Mul(Smallest, One));
        // 31 · 1082401 = 2^25 − 1: the product is (1 − 2^-25)·2^-126, a tie that goes up to the even 2^-126.
        var (tie, other) = (BitConverter.SingleToUInt32Bits(31 * 1.9721523e-31f), BitConverter.SingleToUInt32Bits(1082401 * 1.7763568e-15f)); // ·2^-102, ·2^-49
        Assert.Equal(Smallest, FloatOracle.Mul(tie, other));
        Assert.Equal(Smallest, FastFloatOracle.Mul(tie, other));
        Assert.Equal(Zero, FloatOracle.Mul(tie, other - 1));
        Assert.Equal(Zero, FastFloatOracle.Mul(tie, other - 1));
        Assert.Equal(0x00000001u, FloatOracle.Fma(0x00000001, One, Zero));      // fma keeps subnormals
        Assert.Equal(Smallest, FloatOracle.Mul(0x00000001, 0x4B000000));        // a subnormal operand counts: 2^-149·2^23
        Assert.Equal(Inf, FloatOracle.Mul(0x7F7FFFFF, 0x3F800001));
    }
}
