namespace Hw.Oracles.Tests;

/// <summary>Conversions: fast against exact over every pair of formats, and exact against the host's casts.</summary>
public class ConversionTests
{
    static readonly string[] integers = ["int32", "int8", "int4"];

    static int Width(string format) => format == "e8m0" ? 8 : IntegerFormat.Bits(format) ?? FloatFormat.Named(format).Bits;

    [Fact]
    public void Fast_is_exact_for_every_pair()
    {
        var samples = new Samples(1);
        foreach (var from in FloatFormat.Names.Concat(integers).Append("e8m0"))
            foreach (var to in FloatFormat.Names.Concat(IntegerFormat.Bits(from) is null ? integers : []))
                for (var i = 0; i < 3000; i++)
                {
                    var width = Width(from);
                    var bits = from == "fp32" ? samples.Fp32() : width <= 8 ? i % (1 << width) : samples.Bits(width);
                    Show.Equal(ConversionOracle.Convert(from, to, bits, i % 2 == 1), FastConversionOracle.Convert(from, to, bits, i % 2 == 1),
                        $"{from} 0x{bits:X} to {to}");
                }
    }

    /// <summary>Half and int casts of the host are IEEE's; its NaNs are its own.</summary>
    [Fact]
    public void Host_casts_agree()
    {
        var samples = new Samples(2);
        for (var i = 0; i < 100_000; i++)
        {
            var bits = samples.Fp32();
            var value = BitConverter.UInt32BitsToSingle(bits);
            if (!float.IsNaN(value))
                Show.Equal(BitConverter.HalfToUInt16Bits((Half)value), ConversionOracle.Convert("fp32", "fp16", bits), $"0x{bits:X} to fp16");
            var integer = (int)samples.Bits(32) >> samples.Next(32);
            Show.Equal(BitConverter.SingleToUInt32Bits(integer), ConversionOracle.Convert("int32", "fp32", integer), $"{integer} to fp32");
        }
        for (var half = 0; half < 1 << 16; half++)
            if (!Half.IsNaN(BitConverter.UInt16BitsToHalf((ushort)half)))
                Show.Equal(BitConverter.SingleToUInt32Bits((float)BitConverter.UInt16BitsToHalf((ushort)half)),
                    ConversionOracle.Convert("fp16", "fp32", half), $"fp16 0x{half:X} to fp32");
    }

    [Theory]
    [InlineData("fp33", "bf16")]
    [InlineData("fp32", "e8m0")]
    [InlineData("int8", "int32")]
    public void What_the_contract_does_not_convert_is_refused(string from, string to) =>
        Assert.Throws<ArgumentException>(() => ConversionOracle.Convert(from, to, 0));

    [Fact]
    public void Bits_above_the_format_are_refused() => Assert.Throws<ArgumentException>(() => ConversionOracle.Convert("e2m1", "fp32", 0x10));
}
