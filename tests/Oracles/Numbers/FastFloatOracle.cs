namespace Hw.Oracles;

/// <summary>
/// <see cref="FloatOracle"/> from the host's IEEE 754 operations, some 100 times faster. Add, sub and fma: the host rounds the exact
/// result once, to nearest even, and keeps subnormals (.NET never sets flush-to-zero), which is what the contract says; only its
/// NaNs are not canonical. The tests hold it to the exact one.
/// </summary>
public static class FastFloatOracle
{
    const uint NaN = 0x7FC00000;

    public static uint Add(uint a, uint b) => Bits(F(a) + F(b));
    public static uint Sub(uint a, uint b) => Bits(F(a) - F(b));
    public static uint Fma(uint a, uint b, uint c) => Bits(MathF.FusedMultiplyAdd(F(a), F(b), F(c)));

    /// <summary>A bf16 is the upper half of the fp32 of the same value.</summary>
    public static uint MacBf16(uint a, uint b, uint c) => Fma(a << 16, b << 16, c);

    /// <summary>
    /// A double holds the product of two floats exactly: 48 bits, exponents −298 … 255. Rounding it to a float is the one rounding
    /// wherever the result is normal. With unbounded exponent, what reaches 2^-126 by rounding starts at 2^-126 − 2^-151
    /// (a tie, and 2^-126 is the even side); below that the result is flushed.
    /// </summary>
    public static uint Mul(uint a, uint b)
    {
        var product = (double)F(a) * F(b);
        return Math.Abs(product) < FlushLimit ? (uint)(BitConverter.DoubleToInt64Bits(product) >> 63 << 31) : Bits((float)product);
    }

    const double FlushLimit = 1.1754943157898259e-38; // 2^-126 − 2^-151

    public static uint Maximum(uint a, uint b) => Bits(MathF.Max(F(a), F(b)));
    public static uint Minimum(uint a, uint b) => Bits(MathF.Min(F(a), F(b)));
    public static uint Equal(uint a, uint b) => F(a) == F(b) ? 1u : 0;
    public static uint Less(uint a, uint b) => F(a) < F(b) ? 1u : 0;
    public static uint LessEqual(uint a, uint b) => F(a) <= F(b) ? 1u : 0;

    static float F(uint bits) => BitConverter.UInt32BitsToSingle(bits);
    static uint Bits(float value) => float.IsNaN(value) ? NaN : BitConverter.SingleToUInt32Bits(value);
}
