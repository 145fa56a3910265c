namespace Hw.Bits.Numbers;

/// <summary>What DOT32 multiplies: the two element formats, and with block formats their scales. docs/numerics.md, DOT32.</summary>
public sealed record DotPair(NumberFormat A, NumberFormat B, BlockFormat? ScalesA = null, BlockFormat? ScalesB = null)
{
    public DotPair(NumberFormat both) : this(both, both) { }
    public DotPair(BlockFormat a, BlockFormat b) : this(a.Element, b.Element, a, b) { }

    public bool IsInteger => A is IntegerFormat;

    /// <summary>The products' exponents spread too far for an exact sum: they are aligned to the largest and cut at 2^-30 of it.</summary>
    public bool IsAligned => IsWide(A) || IsWide(B);

    static bool IsWide(NumberFormat f) => f is FloatFormat { ExponentBits: >= 5 };

    public string Name => (ScalesA?.Name ?? A.Name, ScalesB?.Name ?? B.Name) is var (a, b) && a == b ? a : $"{a}-{b}";

    /// <summary>Every pair that the machine's formats give a use for.</summary>
    public static readonly IReadOnlyList<DotPair> All =
    [
        new(IntegerFormat.Int8), new(IntegerFormat.Int4, IntegerFormat.Int8), new(IntegerFormat.Int4),
        new(FloatFormat.Bf16), new(FloatFormat.Fp16), new(FloatFormat.E5M2), new(FloatFormat.E4M3, FloatFormat.E5M2),
        new(FloatFormat.E4M3), new(FloatFormat.E3M2), new(FloatFormat.E2M3), new(FloatFormat.E2M1), new(FloatFormat.E2M1, FloatFormat.E4M3),
        new(BlockFormat.MxFp8E4M3, BlockFormat.MxFp8E4M3), new(BlockFormat.MxFp8E5M2, BlockFormat.MxFp8E5M2),
        new(BlockFormat.MxFp6E3M2, BlockFormat.MxFp6E3M2), new(BlockFormat.MxFp6E2M3, BlockFormat.MxFp6E2M3),
        new(BlockFormat.MxFp4, BlockFormat.MxFp4), new(BlockFormat.MxFp4, BlockFormat.MxFp8E4M3),
        new(BlockFormat.MxInt8, BlockFormat.MxInt8), new(BlockFormat.NvFp4, BlockFormat.NvFp4),
    ];
}
