namespace Hw.Oracles.Tests;

/// <summary>Values the standards print, and the shape of every format.</summary>
public class FormatTests
{
    // OCP OFP8 1.0 tables 1 and 2; OCP MX 1.0 tables 2-5; IEEE 754-2019 table 3.5.
    [Theory]
    [InlineData("e4m3", 0x7E, 448)]
    [InlineData("e4m3", 0x08, 0.015625)]            // 2^-6, smallest normal
    [InlineData("e4m3", 0x07, 0.875 / 64)]          // largest subnormal
    [InlineData("e4m3", 0x01, 1.0 / 512)]           // 2^-9
    [InlineData("e4m3", 0xFE, -448)]
    [InlineData("e5m2", 0x7B, 57344)]
    [InlineData("e5m2", 0x04, 1.0 / 16384)]         // 2^-14
    [InlineData("e5m2", 0x03, 0.75 / 16384)]
    [InlineData("e5m2", 0x01, 1.0 / 65536)]         // 2^-16
    [InlineData("e3m2", 0x1F, 28)]
    [InlineData("e3m2", 0x04, 0.25)]
    [InlineData("e3m2", 0x01, 0.0625)]
    [InlineData("e2m3", 0x1F, 7.5)]
    [InlineData("e2m3", 0x08, 1)]
    [InlineData("e2m3", 0x01, 0.125)]
    [InlineData("e2m1", 0x7, 6)]
    [InlineData("e2m1", 0x2, 1)]
    [InlineData("e2m1", 0x1, 0.5)]
    [InlineData("e2m1", 0xF, -6)]
    [InlineData("fp16", 0x7BFF, 65504)]
    [InlineData("fp16", 0x0001, 5.9604644775390625e-8)]
    [InlineData("bf16", 0x3FC0, 1.5)]
    [InlineData("bf16", 0x7F7F, 3.3895313892515355e38)]
    [InlineData("bf16", 0x0001, 9.183549615799121e-41)]
    [InlineData("fp32", 0x7F7FFFFF, 3.4028234663852886e38)]
    [InlineData("fp32", 0x00000001, 1.401298464324817e-45)]
    [InlineData("e8m0", 0x00, 5.877471754111438e-39)]
    [InlineData("e8m0", 0xFE, 1.7014118346046923e38)]
    public void A_pattern_has_the_value_the_standard_prints(string format, long bits, double value)
    {
        Assert.Equal(value, ConversionOracle.Decode(format, bits).Value.ToDouble());
        Assert.Equal(value, FastConversionOracle.Decode(format, bits));
    }

    [Theory]
    [InlineData("e4m3", 2, 0)]
    [InlineData("e5m2", 6, 2)]
    [InlineData("e3m2", 0, 0)]
    [InlineData("e2m3", 0, 0)]
    [InlineData("e2m1", 0, 0)]
    [InlineData("fp16", 2046, 2)]
    [InlineData("bf16", 254, 2)]
    public void The_largest_field_holds_so_many_NaNs_and_infinities(string name, int nans, int infinities)
    {
        var format = FloatFormat.Named(name);
        var values = Enumerable.Range(0, 1 << format.Bits).Select(bits => format.Decode(bits)).ToList();
        Assert.Equal((nans, infinities), (values.Count(value => value.IsNaN), values.Count(value => value.IsInfinite)));
    }

    /// <summary>Every finite pattern is the rounding of its value; so is its neighbours' middle, to the even one.</summary>
    [Theory]
    [InlineData("e4m3"), InlineData("e5m2"), InlineData("e3m2"), InlineData("e2m3"), InlineData("e2m1"), InlineData("fp16"), InlineData("bf16")]
    public void Rounding_undoes_decoding_and_ties_go_to_even(string name)
    {
        var format = FloatFormat.Named(name);
        for (long bits = 0; bits <= format.LargestBits; bits++)
        {
            var value = format.Decode(bits).Value;
            Assert.Equal(bits, Rounding.Round(Number.Of(value), format));
            Assert.Equal(bits == 0 ? 0 : bits | format.SignBit, Rounding.Round(Number.Of(-value), format));
            if (bits == format.LargestBits) break;
            var middle = (value + format.Decode(bits + 1).Value) * Exact.Pow2(-1);
            var whisker = Exact.Pow2(-200);
            Assert.Equal(bits + (bits & 1), Rounding.Round(Number.Of(middle), format));
            Assert.Equal(bits, Rounding.Round(Number.Of(middle - whisker), format));
            Assert.Equal(bits + 1, Rounding.Round(Number.Of(middle + whisker), format));
        }
        Assert.Equal(format.Largest.ToDouble(), format.Decode(format.LargestBits).Value.ToDouble());
    }

    // 2^16 · (1 − 2^-12) is fp16's overflow tie, 480 would be the next e4m3, 7 lies between e2m1's 6 and its missing 8.
    [Theory]
    [InlineData("fp16", 65520, false, 0x7C00)]
    [InlineData("fp16", 65519.99, false, 0x7BFF)]
    [InlineData("fp16", 65520, true, 0x7BFF)]
    [InlineData("e5m2", 61440, false, 0x7C)]
    [InlineData("e5m2", 61439, false, 0x7B)]
    [InlineData("e5m2", 61440, true, 0x7B)]
    [InlineData("e5m2", double.NegativeInfinity, true, 0xFB)]
    [InlineData("e5m2", double.NegativeInfinity, false, 0xFC)]
    [InlineData("e4m3", 464, false, 0x7E)]
    [InlineData("e4m3", 1e9, false, 0x7E)]
    [InlineData("e4m3", double.NegativeInfinity, false, 0xFE)]
    [InlineData("e2m1", 7, false, 0x7)]
    [InlineData("e2m1", -0.25, false, 0x8)]
    [InlineData("e2m1", 0.2500001, false, 0x1)]
    [InlineData("e2m1", double.NaN, false, 0)]
    [InlineData("e3m2", double.NaN, false, 0)]
    [InlineData("e2m3", double.NaN, false, 0)]
    [InlineData("e4m3", double.NaN, false, 0x7F)]
    [InlineData("bf16", double.NaN, false, 0x7FC0)]
    [InlineData("int8", 127.5, false, 127)]
    [InlineData("int8", 2.5, false, 2)]
    [InlineData("int8", -3.5, false, -4)]
    [InlineData("int8", -1000, false, -128)]
    [InlineData("int4", 7.4, false, 7)]
    [InlineData("int32", 2147483648, false, 2147483647)]
    [InlineData("int32", double.NegativeInfinity, false, -2147483648)]
    [InlineData("int32", double.NaN, false, 0)]
    public void Conversions_worked_by_hand(string to, double value, bool saturating, long bits)
    {
        long from = BitConverter.SingleToUInt32Bits((float)value);
        Show.Equal(bits, ConversionOracle.Convert("fp32", to, from, saturating), $"{value} to {to}");
        Show.Equal(bits, FastConversionOracle.Convert("fp32", to, from, saturating), $"{value} to {to}, fast");
    }
}
