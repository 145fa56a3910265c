using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>Where rows of FP32 go: rounded to BF16 or E4M3 rows of SPAD, or as they are to ACC or STATE.</summary>
public enum Target { BF16, E4M3, ACC, STATE }

/// <summary>Where rows come from: BF16 or E4M3 rows of SPAD, FP32 rows of ACC or STATE. A stride of 0 reads one row again and again.</summary>
public enum Source { BF16, E4M3, ACC, STATE }

/// <summary>A second operand: BF16 rows of SPAD; one BF16 element for all lanes of a row, element i of consecutive SPAD rows of 16; FP32 rows of ACC or STATE.</summary>
public enum Other { BF16, SCALAR, ACC, STATE }

/// <summary>
/// How the vector unit reads and writes rows of C lanes: FP32 inside, a format of its own in SPAD. The patterns of a row travel as <c>int</c>s.
/// A row that an instruction writes must not be one that it reads later: reads run ahead of writes.
/// </summary>
static class Rows
{
    /// <summary>BF16 elements in a SPAD row.</summary>
    public const int Scalars = TxuIsa.RowBytes / 2;
    static readonly FloatFormat F = FloatFormat.Fp32;

    public static void Check(this TxuMachine m, Target target, string what, long row, long last, int stride) => Check(what, row, last, stride, (Source)target);
    public static void Check(this TxuMachine m, Source source, string what, long row, long last, int stride) => Check(what, row, last, stride, source);
    public static void Check(this TxuMachine m, Other other, string what, long row, int count, int stride)
    {
        if (other == Other.SCALAR) TxuMachine.Range($"{what}: SPAD", row, row + (count - 1) / Scalars, TxuIsa.SpadRows);
        else Check(what, row, row + (count - 1L) * stride, stride, other == Other.BF16 ? Source.BF16 : (Source)other);
    }

    static void Check(string what, long row, long last, int stride, Source source)
    {
        if (source == Source.BF16) TxuMachine.Even(what, row, stride);
        var (name, rows) = source switch { Source.ACC => ("ACC", TxuIsa.AccRows), Source.STATE => ("STATE", TxuIsa.StateVectors), _ => ("SPAD", TxuIsa.SpadRows) };
        TxuMachine.Range($"{what}: {name}", row, last + (source == Source.BF16 ? 1 : 0), rows);
    }

    public static int[] Read(this TxuMachine m, Source source, long row) => source switch
    {
        Source.ACC => m.Acc.Read(row).ToArray(),
        Source.STATE => m.State.Read(row).ToArray(),
        Source.BF16 => [.. Enumerable.Range(0, m.Lanes).Select(t => m.Bf16(row + t / Scalars, t % Scalars))],
        _ => [.. Enumerable.Range(0, m.Lanes).Select(t => Pattern(Conversion.Of(FloatFormat.E4M3, F, (Int)(byte)m.Spad.Read(row)[t])))],
    };

    /// <summary>Operand <paramref name="i"/> of a walk.</summary>
    public static int[] Read(this TxuMachine m, Other other, long row, int i, int stride) => other switch
    {
        Other.SCALAR => [.. Enumerable.Repeat(m.Bf16(row + i / Scalars, i % Scalars), m.Lanes)],
        Other.BF16 => m.Read(Source.BF16, row + (long)i * stride),
        _ => m.Read((Source)other, row + (long)i * stride),
    };

    public static void Write(this TxuMachine m, IEffects effects, Target target, long row, ReadOnlySpan<int> values)
    {
        switch (target)
        {
            case Target.ACC:
                values.CopyTo(m.Acc.Write(row));
                effects.Write(TxuIsa.Acc, row, m.Acc.Bytes(row));
                break;
            case Target.STATE:
                values.CopyTo(m.State.Write(row));
                effects.Write(TxuIsa.State, row, m.State.Bytes(row));
                break;
            default:
                Span<int> rounded = stackalloc int[values.Length];
                for (var t = 0; t < values.Length; t++) rounded[t] = Pattern(Conversion.Of(F, Format(target), Int(values[t])));
                m.WritePatterns(effects, target, row, rounded);
                break;
        }
    }

    /// <summary>A SPAD row of patterns that are rounded already. Slots beyond the machine's lanes become zero.</summary>
    public static void WritePatterns(this TxuMachine m, IEffects effects, Target target, long row, ReadOnlySpan<int> patterns)
    {
        if (target == Target.E4M3)
        {
            var bytes = m.Spad.Write(row);
            bytes.Clear();
            for (var t = 0; t < patterns.Length; t++) bytes[t] = (sbyte)patterns[t];
            effects.Write(TxuIsa.Spad, row, m.Spad.Bytes(row));
            return;
        }
        Span<byte> pair = stackalloc byte[TxuIsa.PairRows * TxuIsa.RowBytes];
        for (var half = 0; half < TxuIsa.PairRows; half++)
        {
            var bytes = m.Spad.Write(row + half);
            bytes.Clear();
            for (var t = 0; t < Scalars && half * Scalars + t < patterns.Length; t++)
                (bytes[2 * t], bytes[2 * t + 1]) = ((sbyte)patterns[half * Scalars + t], (sbyte)(patterns[half * Scalars + t] >> 8));
            m.Spad.Bytes(row + half).CopyTo(pair[(half * TxuIsa.RowBytes)..]);
        }
        effects.Write(TxuIsa.Spad, row, pair);
    }

    public static FloatFormat Format(Target target) => target == Target.E4M3 ? FloatFormat.E4M3 : FloatFormat.Bf16;

    /// <summary>Rows written earlier may not be read later in the same instruction. Step i takes row i, or of <paramref name="pairs"/> rows i and i + pairs.</summary>
    /// <exception cref="ProgramErrorException">They are.</exception>
    public static void Apart(Target to, long dst, int dstStride, Source from, long src, int srcStride, int count, int pairs = 0)
    {
        var same = (to, from) switch { (Target.ACC, Source.ACC) or (Target.STATE, Source.STATE) => true, (Target.BF16 or Target.E4M3, Source.BF16 or Source.E4M3) => true, _ => false };
        if (!same || dst == src && dstStride == srcStride && (int)to == (int)from) return;
        var (width, read) = (to == Target.BF16 ? 2 : 1, from == Source.BF16 ? 2 : 1);
        var written = new Dictionary<long, int>();
        var steps = pairs == 0 ? count : pairs;
        for (var i = 0; i < steps; i++)
        {
            for (var r = i; r < count; r += steps)
                for (var half = 0; half < read; half++)
                    if (written.TryGetValue(src + (long)r * srcStride + half, out var by))
                        throw new ProgramErrorException($"row {src + (long)r * srcStride + half} is read in step {i} but was written in step {by} of the same instruction: reads run ahead of writes");
            for (var r = i; r < count; r += steps)
                for (var half = 0; half < width; half++) written[dst + (long)r * dstStride + half] = i;
        }
    }

    static int Bf16(this TxuMachine m, long row, int element)
    {
        var bytes = m.Spad.Read(row);
        return ((byte)bytes[2 * element] | (byte)bytes[2 * element + 1] << 8) << 16;
    }

    public static Int Int(int pattern) => (uint)pattern;
    public static int Pattern(Int value) => (int)(uint)value.Value;
}
