namespace Hw.Oracles.Tests;

/// <summary>Blocks: cases worked by hand, the bound every quantization keeps, and the exact scale rule of OCP MX 1.0 §6.3.</summary>
public class BlockTests
{
    static uint F(float value) => BitConverter.SingleToUInt32Bits(value);

    static uint[] Block(int size, params float[] head) => [.. head.Select(F), .. new uint[size - head.Length]];

    public static TheoryData<string> Formats => new(BlockFormat.Names);

    [Fact]
    public void Amax_by_hand()
    {
        Assert.Equal(F(3), BlockOracle.Amax([F(1), F(-3), F(2)]));
        Assert.Equal(0u, BlockOracle.Amax([0x80000000]));
        Assert.Equal(1u, BlockOracle.Amax([0x80000001, 0]));
        Assert.Equal(0x7FC00000u, BlockOracle.Amax([0x7F800000, 0xFF800001]));
        Assert.Equal(0x7F800000u, BlockOracle.Amax([0xFF800000, 0x7F7FFFFF]));
    }

    // amax 1000 = 1.95·2^9.  mxfp4: s = 9 − 2; 1000/128 = 7.8 saturates to 6 (0x7); −96/128 = −0.75 ties to −1 (even, 0xA); 32/128 = 0.25 ties to 0.
    // mxint8: s = 9; 1000/512·64 = 125; −96/512·64 = −12; 32/512·64 = 4.  e4m3: s = 1; 500 saturates to 448; −48 = 0xE4; 16 = 0x58.
    [Theory]
    [InlineData("mxfp4", 134, 0x7, 0xA, 0x0)]
    [InlineData("mxint8", 136, 125, -12, 4)]
    [InlineData("mxfp8-e4m3", 128, 0x7E, 0xE4, 0x58)]
    public void Mx_by_hand(string format, long scale, long first, long second, long third)
    {
        var (actual, elements) = BlockOracle.Quantize(format, Block(32, 1000, -96, 32));
        Assert.Equal((scale, first, second, third), (actual, elements[0], elements[1], elements[2]));
    }

    [Fact]
    public void Mx_ends_by_hand()
    {
        // amax = 2^-149: s clamps to −127, the element is 2^-22 and rounds to 0 with its sign.
        var (scale, elements) = BlockOracle.Quantize("mxfp8-e5m2", [0x80000001, .. new uint[31]]);
        Assert.Equal((0, 0x80), (scale, elements[0]));
        // 1.999·2^0 in mxint8 would be 128 and clamps to 127; −1.999 to −127, not −128.
        Assert.Equal([127, -127], BlockOracle.Quantize("mxint8", Block(32, 1.9999f, -1.9999f)).Elements[..2]);
        // The largest fp32 in e5m2: s = 127 − 15; 1.9…·2^15 saturates to 57344, although e5m2 has an Inf.
        Assert.Equal(0x7B, BlockOracle.Quantize("mxfp8-e5m2", [0x7F7FFFFF, .. new uint[31]]).Elements[0]);
    }

    [Fact]
    public void Nvfp4_by_hand()
    {
        // amax 6: scale 1 (0x38), elements as they are.
        Assert.Equal((0x38, 0x7L, 0x9L), Two(BlockOracle.Quantize("nvfp4", Block(16, 6, -0.5f))));
        // amax 1e6: the scale saturates at 448 and so does the element.
        Assert.Equal((0x7E, 0x7L, 0xFL), Two(BlockOracle.Quantize("nvfp4", Block(16, 1e6f, -1e6f))));
        // amax/6 = 2^-10 ties to 0: every element is a zero with its sign.
        Assert.Equal((0, 0x0L, 0x8L), Two(BlockOracle.Quantize("nvfp4", Block(16, 6 / 1024f, -6 / 1024f))));
        // scale of 1.3 is 0x3A = 1.25; 1.25/1.25 is 1 exactly; −0.3125/1.25 = −0.25 ties to −0.
        Assert.Equal((0x3A, 0x2L, 0x8L), Two(BlockOracle.Quantize("nvfp4", Block(16, 1.25f, -0.3125f, 7.8f))));

        static (long, long, long) Two((long Scale, long[] Elements) block) => (block.Scale, block.Elements[0], block.Elements[1]);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Zeros_keep_their_sign_and_NaN_and_Inf_take_the_block(string format)
    {
        var (block, size) = (BlockFormat.Named(format), BlockFormat.Named(format).Size);
        var (scale, elements) = BlockOracle.Quantize(format, [0x80000000, .. new uint[size - 1]]);
        Assert.Equal((0, block.Element == "int8" ? 0 : FloatFormat.Named(block.Element).SignBit), (scale, elements[0]));
        foreach (var special in new uint[] { 0x7F800000, 0xFFC00001 })
        {
            (scale, elements) = BlockOracle.Quantize(format, [F(1), special, .. new uint[size - 2]]);
            Assert.Equal(block.Scale == "e8m0" ? 0xFF : 0x7F, scale);
            Assert.All(elements, element => Assert.Equal(0, element));
            Assert.Equal(0x7FC00000u, BlockOracle.Dequantize(format, elements[0], scale));
        }
    }

    /// <summary>Unless it saturates, an element comes back within half of its format's step; the sign always comes back.</summary>
    [Theory, MemberData(nameof(Formats))]
    public void There_and_back_is_near(string format)
    {
        var (block, samples) = (BlockFormat.Named(format), new Samples(8));
        for (var i = 0; i < 100; i++)
        {
            var center = samples.Fp32();
            var values = Enumerable.Range(0, block.Size).Select(_ => samples.Near(center, 3)).Select(v => (v & 0x7F800000) == 0x7F800000 ? 0 : v).ToArray();
            var (scaleBits, elements) = BlockOracle.Quantize(format, values);
            var scale = ConversionOracle.Decode(block.Scale, scaleBits).Value;
            foreach (var (value, element) in values.Zip(elements))
            {
                var (exact, back) = (FloatOracle.Decode(value).Value, FloatOracle.Decode(BlockOracle.Dequantize(format, element, scaleBits)));
                Assert.True(back.IsZero || back.Negative == exact.Sign < 0);
                var unit = ConversionOracle.Decode(block.Element, block.Element == "int8" ? 127 : FloatFormat.Named(block.Element).LargestBits).Value
                    * Exact.Pow2(block.ElementExponent) * scale;
                // Saturated elements stand at the largest; others err by half a step, at most 1/4 of the value or half the smallest step.
                var step = block.Element == "int8" ? new Exact(1, -6) : FloatFormat.Named(block.Element).Decode(1).Value;
                var bound = exact.Abs * Exact.Pow2(-2) + step * scale * Exact.Pow2(-1);
                Assert.True(exact.Abs >= unit || (back.Value - exact).Abs <= bound,
                    $"{format}: 0x{value:X8} came back as {back.Value.ToDouble():G9}, scale 0x{scaleBits:X2}");
            }
        }
    }

    [Fact]
    public void Dequantize_by_hand()
    {
        Assert.Equal(0x00600000u, BlockOracle.Dequantize("mxfp4", 0x3, 0));                     // 1.5·2^-127 is subnormal and kept
        Assert.Equal(0x80000000u, BlockOracle.Dequantize("mxfp4", 0x8, 0x7F));
        Assert.Equal(0x7F800000u, BlockOracle.Dequantize("mxfp8-e5m2", 0x7B, 0xFE));            // 57344·2^127
        Assert.Equal(F(-1.5f), BlockOracle.Dequantize("mxint8", -96, 0x7F));
        Assert.Equal(F(-1.5f), BlockOracle.Dequantize("mxint8", 0xA0, 0x7F));                   // the byte as it lies in memory
        Assert.Equal(F(-6), BlockOracle.Dequantize("nvfp4", 0x7, 0xB8));                        // the scale's sign counts
        Assert.Equal(0x7FC00000u, BlockOracle.Dequantize("nvfp4", 0x0, 0xFF));
    }
}
