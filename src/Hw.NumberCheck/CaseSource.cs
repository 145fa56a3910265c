using Hw.Bits.Numbers;

namespace Hw.NumberCheck;

/// <summary>
/// The inputs that a function is tried on: every one there is where they are few, else a stratified choice that gives corners, ties, near cancellations and
/// neighbouring exponents their share. Case i is the same in every run and for any number of threads: it is computed from i alone.
/// </summary>
public sealed class CaseSource
{
    /// <summary>Up to so many input bits, every case is tried.</summary>
    const int ExhaustiveBits = 20;

    readonly NumberFunction function;
    readonly ulong seed;
    readonly int pairBits;

    /// <param name="choose">Chosen cases also where all could be tried: a few of them that are worth most.</param>
    public CaseSource(NumberFunction function, ulong seed = 1, bool choose = false)
    {
        (this.function, this.seed) = (function, seed);
        var bits = function.Takes.Sum(t => t.Format.Width);
        IsExhaustive = bits <= ExhaustiveBits && !choose;
        Count = IsExhaustive ? 1L << bits : long.MaxValue;
        if (function is DotFunction { Pair: var pair } && pair.A.Width + pair.B.Width <= 16) pairBits = pair.A.Width + pair.B.Width;
    }

    public bool IsExhaustive { get; }

    /// <summary>How many different cases there are.</summary>
    public long Count { get; }

    /// <summary>As many cases come first that leave nothing out: of a row of small elements every single product, of one FP32 operand every number that
    /// is a BF16 or an FP16 too (and so every smaller format's).</summary>
    public long Complete => pairBits > 0 ? 1L << pairBits : IsSingleFp32 ? 2 << 16 : 0;

    bool IsSingleFp32 => function.Takes is [{ Format: var f }] && f == FloatFormat.Fp32;

    /// <summary>Case <paramref name="index"/>, one pattern for each operand.</summary>
    public void Fill(long index, Span<long> takes)
    {
        if (IsExhaustive) Split(index, takes);
        else if (index < Complete && IsSingleFp32) takes[0] = index < 1 << 16 ? index << 16 : Conversion.Of<Hw.Bits.Int>(FloatFormat.Fp16, FloatFormat.Fp32, index - (1 << 16)).Value;
        else if (index < Complete) SingleProduct(index, takes);
        else Chosen(index, takes);
    }

    void Split(long index, Span<long> takes)
    {
        for (var k = 0; k < takes.Length; k++)
        {
            var format = function.Takes[k].Format;
            takes[k] = Pattern(format, index);
            index >>= format.Width;
        }
    }

    /// <summary>One product at a place that wanders along the row; all other elements are 0, scales are 1.</summary>
    void SingleProduct(long index, Span<long> takes)
    {
        takes.Clear();
        var (a, place) = (function.Takes[0].Format, (int)(index % 32));
        (takes[place], takes[32 + place]) = (Pattern(a, index), Pattern(function.Takes[32].Format, index >> a.Width));
        for (var k = 64; k < takes.Length; k++) takes[k] = function.Takes[k].Format is FloatFormat f ? (long)f.Bias << f.FractionBits : ScaleFormat.Bias;
    }

    void Chosen(long index, Span<long> takes)
    {
        var random = new Stream(seed, (ulong)index);
        var row = new RowStyle(ref random);
        long before = 0;
        for (var k = 0; k < takes.Length; k++)
        {
            if (k == 32) row = row.Other(ref random);
            before = takes[k] = function.Takes[k].Format switch
            {
                FloatFormat f when takes.Length > 6 => InRow(f, ref random, row, before),
                FloatFormat f => Alone(f, ref random, before),
                ScaleFormat => Scale(ref random),
                IntegerFormat f => Integer(f, ref random),
                var f => Pattern(f, (long)random.Next()),
            };
        }
    }

    /// <summary>What the elements of one row have in common: where their exponents lie and how far apart, and how many are special. Rows want exponents that
    /// meet: else one element hides all others. Most rows have no special: else every row would be NaN.</summary>
    readonly record struct RowStyle(ulong Region, ulong Spread, ulong Center, ulong Rarity)
    {
        public RowStyle(ref Stream random) : this(random.Below(8), random.Below(4), random.Next(), random.Below(8) switch { 0 => 4, 1 or 2 => 40, _ => 0 }) { }

        /// <summary>The second row of a dot product: its own exponents, the same kind of spread.</summary>
        public RowStyle Other(ref Stream random) => this with { Region = random.Below(8), Center = random.Next() };

        public ulong Exponent(FloatFormat f, ref Stream random)
        {
            var exponents = (ulong)f.TopExponent + (f.HasInf ? 0ul : 1);
            var reach = Math.Min(exponents, Spread switch { 0 => 1ul, 1 => 6ul, 2 => 40ul, _ => exponents });
            var from = Region switch
            {
                0 or 1 => Center % 3,                                                       // subnormals and their neighbours
                2 or 3 => (ulong)f.Bias + exponents - Center % Math.Min(exponents, 16),     // around 1
                4 => exponents - 1 - Center % 3,                                            // near overflow
                _ => Center,
            };
            return (from + random.Below(reach)) % exponents;
        }
    }

    static long InRow(FloatFormat f, ref Stream random, RowStyle row, long before)
    {
        if (row.Rarity > 0 && random.Below(row.Rarity) == 0) return Alone(f, ref random, before);
        if (random.Below(16) == 0) return random.Below(2) == 0 ? 0 : before ^ f.SignBit;
        return (long)(row.Exponent(f, ref random) << f.FractionBits) | (long)random.Below(1ul << f.FractionBits) | (random.Below(2) == 0 ? 0 : f.SignBit);
    }

    static long Alone(FloatFormat f, ref Stream random, long before)
    {
        var sign = random.Below(2) == 0 ? 0 : f.SignBit;
        var (fraction, exponents) = (1L << f.FractionBits, 1L << f.ExponentBits);
        return random.Below(8) switch
        {
            0 => Corner(f, (int)random.Below(16)) | sign,
            1 => (before ^ sign ^ (long)random.Below(4)) & (2 * f.SignBit - 1),                                                    // equal, or nearly cancels
            2 => ((before / fraction + (long)random.Below(61) - 30) & (exponents - 1)) * fraction | (long)random.Below((ulong)fraction) | sign,   // exponents nearby
            3 => (long)random.Below(2 * (ulong)fraction) | sign,                                                                 // subnormals
            4 => (long)random.Below((ulong)exponents) * fraction | Few(f, ref random) | sign,                                      // few ones: ties
            5 => (long)random.Below((ulong)exponents) * fraction | (fraction - 1 ^ Few(f, ref random)) | sign,
            6 => Math.Clamp(f.Bias + (long)random.Below(16) - 8, 0, exponents - 1) * fraction | (long)random.Below((ulong)fraction) | sign,          // around 1
            _ => Pattern(f, (long)random.Next()),
        };
    }

    static long Few(FloatFormat f, ref Stream random) => ((long)random.Below(16) << (int)random.Below((ulong)f.FractionBits)) & ((1L << f.FractionBits) - 1);

    static long Corner(FloatFormat f, int n)
    {
        long one = (long)f.Bias << f.FractionBits, normal = 1L << f.FractionBits;
        long[] corners = [0, 1, 2, normal - 1, normal, normal + 1, one - 1, one, one + 1, f.Largest, f.Largest - 1, f.Infinity, f.Infinity + 1, f.CanonicalNaN, 2 * normal, one + normal];
        return corners[n] & (f.SignBit - 1);
    }

    static long Scale(ref Stream random) => random.Below(8) switch
    {
        0 => (long)random.Below(4),
        1 => ScaleFormat.NaN - (long)random.Below(4),
        2 => (long)random.Below(256),
        _ => ScaleFormat.Bias + (long)random.Below(21) - 10,
    };

    static long Integer(IntegerFormat f, ref Stream random) => random.Below(4) switch
    {
        0 => Pattern(f, (long)(random.Below(2) == 0 ? f.Range.Min : f.Range.Max) + (long)random.Below(5) - 2),   // around the ends, which are neighbours
        1 => Pattern(f, (long)random.Next()) >> (int)random.Below((ulong)f.Width),
        _ => Pattern(f, (long)random.Next()),
    };

    static long Pattern(NumberFormat format, long bits) => (long)format.Range.Full.Wrap(bits & ((1L << format.Width) - 1));

    /// <summary>Random numbers that depend on seed and case alone (SplitMix64, Steele et al. 2014).</summary>
    internal struct Stream(ulong seed, ulong index)
    {
        ulong state = Mix(seed * 0x9E3779B97F4A7C15 ^ Mix(index));

        public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);
        public ulong Below(ulong n) => (ulong)((UInt128)Next() * n >> 64);

        /// <summary>A multiple of 2^-53 in 0 … 1.</summary>
        public double Fraction() => (Next() >> 11) * (1.0 / (1L << 53));

        static ulong Mix(ulong z)
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
