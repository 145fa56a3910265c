using System.Numerics;

namespace Hw.Bits.Numbers;

/// <summary>What the patterns with all-ones exponent mean.</summary>
public enum Specials
{
    /// <summary>IEEE 754: fraction 0 is Inf, all others NaN.</summary>
    InfAndNaN,
    /// <summary>Only S.1…1.1…1 is NaN, there is no Inf (OCP E4M3).</summary>
    OneNaN,
    /// <summary>Every pattern is a number (OCP FP6, FP4).</summary>
    None,
}

/// <summary>
/// A floating-point format as data: sign, exponent, fraction, from the top. Value of a normal number:
/// (−1)^sign · 1.fraction · 2^(exponent − Bias); exponent field 0 holds zeros and subnormals. docs/numerics.md.
/// </summary>
public sealed record FloatFormat(string Name, int ExponentBits, int FractionBits, int Bias, Specials Specials) : NumberFormat(Name, 1 + ExponentBits + FractionBits)
{
    public static readonly FloatFormat
        Fp32 = new("fp32", 8, 23, 127, Specials.InfAndNaN),
        Bf16 = new("bf16", 8, 7, 127, Specials.InfAndNaN),
        Fp16 = new("fp16", 5, 10, 15, Specials.InfAndNaN),
        E5M2 = new("e5m2", 5, 2, 15, Specials.InfAndNaN),
        E4M3 = new("e4m3", 4, 3, 7, Specials.OneNaN),
        E3M2 = new("e3m2", 3, 2, 3, Specials.None),
        E2M3 = new("e2m3", 2, 3, 1, Specials.None),
        E2M1 = new("e2m1", 2, 1, 1, Specials.None);

    public override Interval Range => Interval.UInt(Width);
    public bool HasInf => Specials == Specials.InfAndNaN;
    public bool HasNaN => Specials != Specials.None;

    /// <summary>The exponent field of all ones.</summary>
    public int TopExponent => (1 << ExponentBits) - 1;

    /// <summary>+Inf, or where Inf would stand.</summary>
    public long Infinity { get; } = ((1L << ExponentBits) - 1) << FractionBits;

    /// <summary>The largest finite number.</summary>
    public long Largest { get; } = Specials switch
    {
        Specials.InfAndNaN => (((1L << ExponentBits) - 1) << FractionBits) - 1,
        Specials.OneNaN => (1L << (ExponentBits + FractionBits)) - 2,
        _ => (1L << (ExponentBits + FractionBits)) - 1,
    };

    /// <summary>The only NaN that comes out; +0 where the format has none.</summary>
    public long CanonicalNaN { get; } = Specials switch
    {
        Specials.InfAndNaN => ((1L << (ExponentBits + 1)) - 1) << (FractionBits - 1),
        Specials.OneNaN => (1L << (ExponentBits + FractionBits)) - 1,
        _ => 0,
    };

    public long SignBit => 1L << (Width - 1);

    /// <summary>The exponent of the largest power of two in the format: emax of OCP MX.</summary>
    public int LargestExponent => (int)(Largest >> FractionBits) - Bias;

    public override string ToString() => Name;
}
