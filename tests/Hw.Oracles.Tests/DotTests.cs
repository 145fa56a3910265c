namespace Hw.Oracles.Tests;

/// <summary>DOT32: fast against exact over every pair the contract has, the laws of a sum, and cases worked by hand.</summary>
public class DotTests
{
    static readonly string[] formats = [.. FloatFormat.Names, "int8", "int4", .. BlockFormat.Names];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var a in formats)
                foreach (var b in formats)
                    if (DotPair.Exists(a, b)) pairs.Add(a, b);
            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Fast_is_exact_and_order_does_not_matter(string formatA, string formatB)
    {
        var samples = new Samples(formatA.Length * 100 + formatB.Length);
        for (var i = 0; i < 400; i++)
        {
            var (a, scaleA) = Operand(samples, formatA, i);
            var (b, scaleB) = Operand(samples, formatB, i);
            var exact = DotOracle.Dot(formatA, a, formatB, b, scaleA, scaleB);
            Same(exact, FastDotOracle.Dot(formatA, a, formatB, b, scaleA, scaleB), "fast");
            Same(exact, FastDotOracle.Dot(formatB, b, formatA, a, scaleB, scaleA), "operands swapped");
            var block = BlockFormat.Find(formatA)?.Size ?? 32;
            var order = Enumerable.Range(0, 32).OrderBy(k => (k / block, samples.Next(1000))).ToArray();
            Same(exact, DotOracle.Dot(formatA, [.. order.Select(k => a[k])], formatB, [.. order.Select(k => b[k])], scaleA, scaleB), "another order");

            void Same(long one, long other, string what) =>
                Show.Equal(one, other, $"{formatA}·{formatB}, {what}: {Show.Hex(a)} | {Show.Hex(b)} | {Show.Hex(scaleA ?? [])} | {Show.Hex(scaleB ?? [])}");
        }
    }

    /// <summary>32 elements: any, or finite ones, or ones near one exponent with many zeros.</summary>
    static (long[] Elements, long[]? Scales) Operand(Samples samples, string format, int round)
    {
        var block = BlockFormat.Find(format);
        var element = block?.Element ?? format;
        var scales = block is null ? null : Enumerable.Range(0, 32 / block.Size).Select(_ => samples.Bits(8)).ToArray();
        if (IntegerFormat.Bits(element) is { } bits)
            return ([.. Enumerable.Range(0, 32).Select(_ => samples.Next(4) == 0 ? -1L << bits - 1 : IntegerFormat.Decode(samples.Bits(bits), bits))], scales);
        var float_ = FloatFormat.Named(element);
        return ([.. Enumerable.Range(0, 32).Select(_ => Element())], scales); // NaN and Inf only in every eighth round

        long Element()
        {
            if (round % 4 > 0 && samples.Next(6) == 0) return samples.Bits(1) * float_.SignBit;
            var any = samples.Bits(float_.Bits);
            var middle = samples.Next(3) + (1L << float_.ExponentBits - 1) - 1;
            if (round % 4 == 3) any = any & ~float_.Infinity | middle % (1L << float_.ExponentBits) << float_.FractionBits;
            return round % 8 == 4 || (any & ~float_.SignBit) <= float_.LargestBits ? any : any & float_.SignBit;
        }
    }

    const long One = 0x3F800000, Inf = 0x7F800000, NaN = 0x7FC00000;

    static long[] Fill(params long[] head) => [.. head, .. new long[32 - head.Length]];

    [Fact]
    public void By_hand()
    {
        // e4m3: 448² + 2^-18 is exact inside and rounds to 448² = 0x48440000.
        Assert.Equal(0x48440000, DotOracle.Dot("e4m3", Fill(0x7E, 0x01), "e4m3", Fill(0x7E, 0x01)));
        // and −448² brings the 2^-18 back: nothing was lost.
        Assert.Equal(0x36800000, DotOracle.Dot("e4m3", Fill(0x7E, 0x01, 0x7E), "e4m3", Fill(0x7E, 0x01, 0xFE)));
        // bf16: 1 and −1 cancel, and 2^-30 is the last place kept (0x3080 = 2^-30), 2^-31 is not.
        Assert.Equal(0x30800000, DotOracle.Dot("bf16", Fill(0x3F80, 0x3F80, 0x3080), "bf16", Fill(0x3F80, 0xBF80, 0x3F80)));
        Assert.Equal(0, DotOracle.Dot("bf16", Fill(0x3F80, 0x3F80, 0x3000), "bf16", Fill(0x3F80, 0xBF80, 0x3F80)));
        // Magnitudes are truncated, not floors: −1.5·2^-30 gives −2^-30.
        Assert.Equal(0xB0800000, DotOracle.Dot("bf16", Fill(0x3F80, 0x3F80, 0xB0C0), "bf16", Fill(0x3F80, 0xBF80, 0x3F80)));
        // Emax is by stored exponents: fp16's smallest subnormal squared is 2^-48 with E = −28, so 2^-49 terms would still be kept.
        Assert.Equal(0x27800000, DotOracle.Dot("fp16", Fill(0x0001), "fp16", Fill(0x0001)));
        // A zero does not set Emax: 2^15 · 0 beside 2^-24 · 2^-24.
        Assert.Equal(0x27800000, DotOracle.Dot("fp16", Fill(0x0001, 0x7800), "fp16", Fill(0x0001, 0x0000)));
        Assert.Equal(32 * 128 * 128, DotOracle.Dot("int8", [.. Enumerable.Repeat(-128L, 32)], "int8", [.. Enumerable.Repeat(-128L, 32)]));
        Assert.Equal(-8 * 127, DotOracle.Dot("int4", Fill(-8), "int8", Fill(127)));
    }

    [Fact]
    public void Specials_by_hand()
    {
        Assert.Equal(0, DotOracle.Dot("bf16", Fill(0x8000), "bf16", Fill(0x3F80)));                         // an exact zero is +0
        Assert.Equal(NaN, DotOracle.Dot("bf16", Fill(0x7F80), "bf16", Fill(0x0000)));                       // Inf·0
        Assert.Equal(NaN, DotOracle.Dot("e5m2", Fill(0x7C, 0xFC), "e4m3", Fill(0x38, 0x38)));               // Inf − Inf
        Assert.Equal(Inf, DotOracle.Dot("e5m2", Fill(0x7C, 0xFB), "e4m3", Fill(0x38, 0x7E)));
        Assert.Equal(NaN, DotOracle.Dot("e4m3", Fill(0x7F), "e2m1", Fill(0)));                              // NaN·0
        Assert.Equal(Inf, DotOracle.Dot("mxfp4", Fill(0x2), "mxfp4", Fill(0x2), [0xFE], [0xFE]));           // 2^254 overflows
        Assert.Equal(0x00000001, DotOracle.Dot("mxfp4", Fill(0x2), "mxfp4", Fill(0x2), [0x00], [0x69]));    // 2^-127·2^-22 is kept
        Assert.Equal(NaN, DotOracle.Dot("mxfp4", Fill(0), "mxfp4", Fill(0), [0xFF], [0]));
        Assert.Equal(One, DotOracle.Dot("mxint8", Fill(64), "mxint8", Fill(64), [127], [127]));             // 64·2^-6 is 1
        Assert.Equal(0xBF800000, DotOracle.Dot("nvfp4", Fill(0x2), "nvfp4", Fill(0x2), [0xB8, 0x38], [0x38, 0x38])); // the scale's sign counts
        Assert.Equal(NaN, DotOracle.Dot("nvfp4", Fill(0x2), "nvfp4", Fill(0x2), [0x38, 0x7F], [0x38, 0x38]));
    }

    [Theory]
    [InlineData("int8", "e4m3"), InlineData("fp32", "bf16"), InlineData("nvfp4", "mxfp4"), InlineData("mxint8", "mxfp4"), InlineData("mxfp4", "e2m1")]
    public void Pairs_the_contract_lacks_are_refused(string a, string b) =>
        Assert.Throws<ArgumentException>(() => DotOracle.Dot(a, new long[32], b, new long[32]));

    [Fact]
    public void The_int32_accumulator_saturates_and_remembers()
    {
        Assert.Equal((int.MaxValue, false), AccOracle.AccInt32(int.MaxValue - 1, 1, false));
        Assert.Equal((int.MaxValue, true), AccOracle.AccInt32(int.MaxValue, 1, false));
        Assert.Equal((int.MinValue, true), AccOracle.AccInt32(int.MinValue, -1, false));
        Assert.Equal((3, true), AccOracle.AccInt32(1, 2, true));
    }
}
