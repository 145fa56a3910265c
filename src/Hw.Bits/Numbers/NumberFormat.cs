namespace Hw.Bits.Numbers;

/// <summary>How a number is written in bits. A value travels as its bit pattern: unsigned for floats and scales, two's complement for integers.</summary>
public abstract record NumberFormat(string Name, int Width)
{
    /// <summary>Every pattern, as the integer that a text sees.</summary>
    public abstract Interval Range { get; }
    public override string ToString() => Name;
}

/// <summary>Two's complement, or 0 … 2^n−1 for flags and counts.</summary>
public sealed record IntegerFormat(string Name, int Width, bool IsSigned = true) : NumberFormat(Name, Width)
{
    public static readonly IntegerFormat Int4 = new("int4", 4), Int8 = new("int8", 8), Int32 = new("int32", 32), Bit = new("bit", 1, false);
    public override Interval Range { get; } = IsSigned ? Interval.Int(Width) : Interval.UInt(Width);
    public override string ToString() => Name;
}

/// <summary>A power of two, 2^(x − 127); 0xFF is NaN (OCP MX 1.0, E8M0).</summary>
public sealed record ScaleFormat(string Name, int Width) : NumberFormat(Name, Width)
{
    public const int Bias = 127, NaN = 0xFF;
    public static readonly ScaleFormat E8M0 = new("e8m0", 8);
    public override Interval Range => Interval.UInt(Width);
    public override string ToString() => Name;
}

/// <summary>Elements that share scales: one scale for <paramref name="Block"/> elements (OCP MX 1.0; NVFP4).</summary>
/// <param name="ElementFraction">Binary places of an integer element: 6 in MXINT8.</param>
public sealed record BlockFormat(string Name, NumberFormat Element, NumberFormat Scale, int Block, int ElementFraction = 0)
{
    public static readonly BlockFormat
        MxFp8E4M3 = new("mxfp8-e4m3", FloatFormat.E4M3, ScaleFormat.E8M0, 32),
        MxFp8E5M2 = new("mxfp8-e5m2", FloatFormat.E5M2, ScaleFormat.E8M0, 32),
        MxFp6E3M2 = new("mxfp6-e3m2", FloatFormat.E3M2, ScaleFormat.E8M0, 32),
        MxFp6E2M3 = new("mxfp6-e2m3", FloatFormat.E2M3, ScaleFormat.E8M0, 32),
        MxFp4 = new("mxfp4", FloatFormat.E2M1, ScaleFormat.E8M0, 32),
        MxInt8 = new("mxint8", IntegerFormat.Int8, ScaleFormat.E8M0, 32, 6),
        NvFp4 = new("nvfp4", FloatFormat.E2M1, FloatFormat.E4M3, 16);

    public static readonly IReadOnlyList<BlockFormat> All = [MxFp8E4M3, MxFp8E5M2, MxFp6E3M2, MxFp6E2M3, MxFp4, MxInt8, NvFp4];

    public override string ToString() => Name;
}
