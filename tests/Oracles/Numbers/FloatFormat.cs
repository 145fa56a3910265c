using System.Collections.Frozen;

namespace Hw.Oracles;

/// <summary>
/// One binary float format. Finite values are ±f·2^(max(x,1) − bias − F), x the exponent field, f the fraction with its
/// hidden bit (0 where x = 0). IEEE 754-2019 §3.4 for fp32 and fp16; OCP OFP8 1.0 §5 for e5m2 and e4m3; OCP MX 1.0 §5.3 for the rest.
/// </summary>
sealed record FloatFormat(string Name, int ExponentBits, int FractionBits, int Bias, Specials Specials, Exact Largest, long CanonicalNaN)
{
    static readonly FloatFormat[] all =
    [
        new("fp32", 8, 23, 127, Specials.InfAndNaN, new(0xFFFFFF, 104), 0x7FC00000),
        new("bf16", 8, 7, 127, Specials.InfAndNaN, new(0xFF, 120), 0x7FC0),
        new("fp16", 5, 10, 15, Specials.InfAndNaN, new(65504), 0x7E00),
        new("e5m2", 5, 2, 15, Specials.InfAndNaN, new(57344), 0x7E),
        new("e4m3", 4, 3, 7, Specials.OneNaN, new(448), 0x7F),
        new("e3m2", 3, 2, 3, Specials.None, new(28), 0),
        new("e2m3", 2, 3, 1, Specials.None, new(15, -1), 0),
        new("e2m1", 2, 1, 1, Specials.None, new(6), 0),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. all.Select(format => format.Name)];

    static readonly FrozenDictionary<string, FloatFormat> named = all.ToFrozenDictionary(format => format.Name);

    public static bool Exists(string name) => named.ContainsKey(name);

    public static FloatFormat Named(string name) => named.TryGetValue(name, out var format) ? format
        : throw new ArgumentException($"There is no float format '{name}'; there are {string.Join(", ", Names)}.");

    public static readonly FloatFormat Fp32 = Named("fp32");

    public int Bits { get; } = 1 + ExponentBits + FractionBits;
    public int MinExponent { get; } = 1 - Bias;
    public long SignBit { get; } = 1L << ExponentBits + FractionBits;
    public long Infinity { get; } = (1L << ExponentBits) - 1 << FractionBits;
    public bool HasInfinity { get; } = Specials == Specials.InfAndNaN;

    /// <summary>Bit patterns of one sign are ordered as their values are: the largest stands just below the Inf or NaN, or last.</summary>
    public long LargestBits { get; } = Specials switch
    {
        Specials.InfAndNaN => ((1L << ExponentBits) - 1 << FractionBits) - 1,
        Specials.OneNaN => (1L << ExponentBits + FractionBits) - 2,
        _ => (1L << ExponentBits + FractionBits) - 1,
    };

    /// <summary>Bit 0 up: fraction, exponent, sign. Bits above the format are a caller's mistake.</summary>
    public (bool Negative, int Field, long Fraction) Split(long bits)
    {
        if (bits >> Bits != 0) throw Misfit(bits);
        return ((bits & SignBit) != 0, (int)(bits >> FractionBits & (1L << ExponentBits) - 1), bits & (1L << FractionBits) - 1);
    }

    ArgumentException Misfit(long bits) => new($"0x{bits:X} does not fit the {Bits} bits of {Name}.");

    /// <summary>The exponent as stored; a zero's or subnormal's is that of the smallest normal.</summary>
    public int Exponent(long bits) => Math.Max(Split(bits).Field, 1) - Bias;

    public Number Decode(long bits)
    {
        var (negative, field, fraction) = Split(bits);
        if (field == (1 << ExponentBits) - 1)
        {
            if (HasInfinity) return fraction == 0 ? Number.Infinity(negative) : Number.NaN;
            if (Specials == Specials.OneNaN && fraction == (1L << FractionBits) - 1) return Number.NaN;
        }
        var hidden = field == 0 ? 0 : 1L << FractionBits;
        return Number.Finite(negative, new(hidden + fraction, Exponent(bits) - FractionBits));
    }
}

/// <summary>What the largest exponent field holds beside numbers.</summary>
enum Specials { None, OneNaN, InfAndNaN }
