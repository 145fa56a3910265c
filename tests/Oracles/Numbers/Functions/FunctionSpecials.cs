namespace Hw.Oracles;

/// <summary>The inputs whose result docs/numerics.md promises to the bit.</summary>
static class FunctionSpecials
{
    const uint Inf = 0x7F800000, NaN = 0x7FC00000, One = 0x3F800000, Sign = 0x80000000;

    /// <summary>The promised bits, or null where only the error is bounded.</summary>
    public static uint? Of(string function, uint x)
    {
        var (sign, magnitude) = (x & Sign, x & ~Sign);
        if (magnitude > Inf) return NaN;
        return function switch
        {
            "exp2" => Exp2(BitConverter.UInt32BitsToSingle(x)),
            "rcp" when magnitude == 0 => sign | Inf,
            "rcp" when magnitude == Inf => sign,
            "rcp" when Power(magnitude) is { } power => sign | PowerOfTwo(-power),
            "rsqrt" when magnitude == 0 => sign | Inf,
            "rsqrt" when sign != 0 => NaN,
            "rsqrt" when magnitude == Inf => 0,
            "rsqrt" when Power(magnitude) is { } power && power % 2 == 0 => PowerOfTwo(-power / 2),
            "sigmoid" when magnitude == Inf => sign == 0 ? One : 0,
            "tanh" when magnitude == Inf => sign | One,
            "silu" or "gelu" when magnitude == Inf => sign == 0 ? Inf : Sign,
            "tanh" or "silu" or "gelu" when magnitude == 0 => sign,
            _ => null,
        };
    }

    static uint? Exp2(float x) => x >= 128 ? Inf : x < -126 ? 0 : x == MathF.Floor(x) ? PowerOfTwo((int)x) : null;

    /// <summary>The exponent of a power of two, subnormal ones included.</summary>
    static int? Power(uint magnitude) =>
        magnitude < 0x800000 ? uint.IsPow2(magnitude) ? uint.Log2(magnitude) is var k ? (int)k - 149 : null : null
        : (magnitude & 0x7FFFFF) == 0 ? (int)(magnitude >> 23) - 127 : null;

    /// <summary>2^power with overflow to Inf and flush to 0.</summary>
    static uint PowerOfTwo(int power) => power > 127 ? Inf : power < -126 ? 0 : (uint)(power + 127) << 23;
}
