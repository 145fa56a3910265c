using Hw.Bits.Numbers;

namespace Hw.Bits.Tests.Numbers;

/// <summary>Against the host's IEEE operations, which are exact where these are: every bit, NaN canonical.</summary>
public class ArithmeticTests
{
    const int Count = 1_000_000;
    static readonly FloatFormat F = FloatFormat.Fp32;

    static long Canonical(float x) => float.IsNaN(x) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(x);
    static float Value(long bits) => BitConverter.UInt32BitsToSingle((uint)bits);

    static void Binary(Func<Int, Int, Int> ours, Func<float, float, float> host)
    {
        var patterns = new Patterns(1);
        for (var i = 0; i < Count; i++)
        {
            long a = patterns.Next(), b = patterns.Next((uint)a);
            var (got, expected) = (ours(a, b).Value, Canonical(host(Value(a), Value(b))));
            Assert.True(got == expected, $"{a:X8} {b:X8}: {got:X8}, the host says {expected:X8}");
        }
    }

    [Fact]
    public void Sums_are_the_hosts() => Binary((a, b) => Arithmetic.Add(F, a, b), (a, b) => a + b);

    [Fact]
    public void Differences_are_the_hosts() => Binary((a, b) => Arithmetic.Subtract(F, a, b), (a, b) => a - b);

    [Fact]
    public void Products_are_the_hosts_down_to_the_smallest_normal() => Binary((a, b) => Arithmetic.Multiply(F, a, b), (a, b) =>
    {
        // a double holds the product exactly, so its rounding to 24 bits is a float's wherever the exponent allows; scaled up, it always does
        var scaled = (float)((double)a * b * Math.ScaleB(1, 60));
        return Math.Abs((double)a * b) < Math.ScaleB(1, -120) && Math.Abs(scaled) < Math.ScaleB(1, -66) ? float.CopySign(0, a) * float.CopySign(1, b) : a * b;
    });

    [Fact]
    public void The_larger_is_the_hosts() => Binary((a, b) => Compare.Maximum(F, a, b), MathF.Max);

    [Fact]
    public void The_smaller_is_the_hosts() => Binary((a, b) => Compare.Minimum(F, a, b), MathF.Min);

    [Fact]
    public void Comparisons_are_the_hosts()
    {
        Binary((a, b) => Compare.Less(F, a, b).Mux(0x3F800000, 0), (a, b) => a < b ? 1 : 0);
        Binary((a, b) => Compare.LessEqual(F, a, b).Mux(0x3F800000, 0), (a, b) => a <= b ? 1 : 0);
        Binary((a, b) => Compare.Equal(F, a, b).Mux(0x3F800000, 0), (a, b) => a == b ? 1 : 0);
    }

    [Fact]
    public void Fused_products_are_the_hosts()
    {
        var patterns = new Patterns(2);
        for (var i = 0; i < Count; i++)
        {
            long a = patterns.Next(), b = patterns.Next((uint)a), c = patterns.Next(BitConverter.SingleToUInt32Bits(Value(a) * Value(b)));
            var (got, expected) = (Arithmetic.MultiplyAdd<Int>(F, F, a, b, c).Value, Canonical(MathF.FusedMultiplyAdd(Value(a), Value(b), Value(c))));
            Assert.True(got == expected, $"{a:X8} {b:X8} {c:X8}: {got:X8}, the host says {expected:X8}");
        }
    }

    [Fact]
    public void Fused_products_of_bf16_are_the_hosts()
    {
        var patterns = new Patterns(3);
        for (var i = 0; i < Count; i++)
        {
            long a = patterns.Next() >> 16, b = patterns.Next((uint)a << 16) >> 16;
            long c = patterns.Next(BitConverter.SingleToUInt32Bits(Value(a << 16) * Value(b << 16)));
            var (got, expected) = (Arithmetic.MultiplyAdd<Int>(FloatFormat.Bf16, F, a, b, c).Value, Canonical(MathF.FusedMultiplyAdd(Value(a << 16), Value(b << 16), Value(c))));
            Assert.True(got == expected, $"{a:X4} {b:X4} {c:X8}: {got:X8}, the host says {expected:X8}");
        }
    }

    [Fact]
    public void Halves_convert_as_the_hosts()
    {
        for (long h = 0; h < 1 << 16; h++)
        {
            var expected = Canonical((float)BitConverter.UInt16BitsToHalf((ushort)h));
            Assert.Equal(expected, Conversion.Of<Int>(FloatFormat.Fp16, F, h).Value);
        }
        var patterns = new Patterns(4);
        for (var i = 0; i < Count; i++)
        {
            long x = patterns.Next(i % 2 == 0 ? 0x3F800000u : 0x33800000);
            var expected = float.IsNaN(Value(x)) ? 0x7E00 : BitConverter.HalfToUInt16Bits((Half)Value(x));
            Assert.Equal(expected, Conversion.Of<Int>(F, FloatFormat.Fp16, x).Value);
        }
    }

    [Fact]
    public void Integers_convert_as_the_hosts()
    {
        var random = new Random(5);
        var patterns = new Patterns(5);
        for (var i = 0; i < Count; i++)
        {
            var n = random.Next(int.MinValue, int.MaxValue) >> random.Next(32);
            Assert.Equal(Canonical(n), Conversion.FromInteger<Int>(IntegerFormat.Int32, F, n).Value);
            long x = patterns.Next(0x4B000000);
            var expected = float.IsNaN(Value(x)) ? 0 : (long)Math.Clamp(Math.Round((double)Value(x), MidpointRounding.ToEven), int.MinValue, int.MaxValue);
            Assert.Equal(expected, Conversion.ToInteger<Int>(F, IntegerFormat.Int32, x).Value);
            Assert.Equal(Math.Clamp(expected, -128, 127), Conversion.ToInteger<Int>(F, IntegerFormat.Int8, x).Value);
        }
    }
}
