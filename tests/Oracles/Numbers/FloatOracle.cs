namespace Hw.Oracles;

/// <summary>FP32 arithmetic by exact values and one rounding; mul alone flushes results below 2^-126. Bits in, bits out.</summary>
public static class FloatOracle
{
    static readonly FloatFormat bf16 = FloatFormat.Named("bf16");

    public static uint Add(uint a, uint b) => Round(Decode(a) + Decode(b));
    public static uint Sub(uint a, uint b) => Round(Decode(a) + Negate(Decode(b)));
    public static uint Mul(uint a, uint b) => Round(Decode(a) * Decode(b), flush: true);
    public static uint Fma(uint a, uint b, uint c) => Round(Decode(a) * Decode(b) + Decode(c));

    /// <summary>a·b + c with a, b in bf16 and c in fp32, rounded once.</summary>
    public static uint MacBf16(uint a, uint b, uint c) => Round(bf16.Decode(a) * bf16.Decode(b) + Decode(c));

    public static uint Maximum(uint a, uint b) => Choose(a, b, 1);
    public static uint Minimum(uint a, uint b) => Choose(a, b, -1);

    public static uint Equal(uint a, uint b) => Holds(a, b, order => order == 0);
    public static uint Less(uint a, uint b) => Holds(a, b, order => order < 0);
    public static uint LessEqual(uint a, uint b) => Holds(a, b, order => order <= 0);

    internal static Number Decode(uint bits) => FloatFormat.Fp32.Decode(bits);

    internal static uint Round(Number value, bool flush = false) => (uint)Rounding.Round(value, FloatFormat.Fp32, flush: flush);

    static Number Negate(Number x) => x.IsNaN ? x : x.IsInfinite ? Number.Infinity(!x.Negative) : Number.Finite(!x.Negative, x.Value.Abs);

    /// <summary>The operand on the wanted side (1 up, −1 down); of two zeros, −0 is the lower.</summary>
    static uint Choose(uint a, uint b, int side)
    {
        var (x, y) = (Decode(a), Decode(b));
        if (x.IsNaN || y.IsNaN) return Round(Number.NaN);
        var order = Number.Compare(x, y);
        if (order == 0) order = y.Negative.CompareTo(x.Negative);
        return order * side >= 0 ? a : b;
    }

    static uint Holds(uint a, uint b, Predicate<int> relation)
    {
        var (x, y) = (Decode(a), Decode(b));
        return !x.IsNaN && !y.IsNaN && relation(Number.Compare(x, y)) ? 1u : 0;
    }
}
