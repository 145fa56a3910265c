using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa;

/// <summary>A way to keep a number in memory, as safetensors calls it: its bytes, and values to bytes and back. What a format cannot hold is said, never clipped.</summary>
public sealed record Numeral(string Type, string Name, int Bytes, FloatFormat? Format)
{
    public static readonly Numeral F32 = new("F32", "f32", 4, FloatFormat.Fp32), Bf16 = new("BF16", "bf16", 2, FloatFormat.Bf16), E4M3 = new("F8_E4M3", "e4m3", 1, FloatFormat.E4M3);

    public static readonly ImmutableArray<Numeral> All =
    [
        new("F64", "f64", 8, null), F32, new("F16", "f16", 2, FloatFormat.Fp16), Bf16, E4M3, new("F8_E5M2", "e5m2", 1, FloatFormat.E5M2),
        new("I8", "i8", 1, null), new("U8", "u8", 1, null), new("BOOL", "bool", 1, null), new("I16", "i16", 2, null), new("U16", "u16", 2, null), new("I32", "i32", 4, null), new("U32", "u32", 4, null), new("I64", "i64", 8, null), new("U64", "u64", 8, null),
    ];

    public static Numeral? Named(string name) => All.FirstOrDefault(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || n.Type.Equals(name, StringComparison.OrdinalIgnoreCase));

    public bool IsInteger => Type[0] is 'I' or 'U' or 'B' && this != Bf16;

    /// <summary>A number written in decimal, inf or nan.</summary>
    /// <returns>Why not, or null.</returns>
    public string? Write(string text, Span<byte> to)
    {
        var bare = text.TrimStart('+', '-');
        var sign = text.StartsWith('-') ? -1.0 : 1.0;
        double value;
        if (bare.Equals("inf", StringComparison.OrdinalIgnoreCase)) value = sign * double.PositiveInfinity;
        else if (bare.Equals("nan", StringComparison.OrdinalIgnoreCase)) value = double.NaN;
        else if (text.Length - bare.Length > 1 || bare.Length == 0 || !(char.IsAsciiDigit(bare[0]) || bare[0] == '.') || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return $"'{Lexis.Shown(text)}' is no number: write 1.5, -2e-3, inf or nan";
        else if (double.IsInfinity(value = this == F32 ? float.Parse(text, CultureInfo.InvariantCulture) : value)) return $"{Lexis.Shown(text)} is beyond {Name}";
        return Write(value, to) ? null : $"{Lexis.Shown(text)} is beyond {Name}";
    }

    /// <returns>Whether the format holds it (rounded to nearest, ties to even).</returns>
    public bool Write(double value, Span<byte> to)
    {
        if (Format is null) return WriteInteger(value, to);
        if (double.IsNaN(value))
        {
            Put(Format.CanonicalNaN, to);
            return Format.HasNaN;
        }
        if (double.IsInfinity(value))
        {
            Put(Format.Infinity | (value < 0 ? Format.SignBit : 0), to);
            return Format.HasInf;
        }
        if (!Format.HasInf && IsBeyond(Math.Abs(value))) return false;
        var single = (float)value;
        if (Format != FloatFormat.Fp32 && single != value)
        {
            // rounded to odd, so that the second rounding sees on which side of a tie the number lies
            var bits = BitConverter.SingleToUInt32Bits(single);
            if (Math.Abs((double)single) > Math.Abs(value)) bits--;
            single = BitConverter.UInt32BitsToSingle(bits | 1);
        }
        var pattern = Format == FloatFormat.Fp32 ? BitConverter.SingleToUInt32Bits(single) : (long)Conversion.Of<Int>(FloatFormat.Fp32, Format, BitConverter.SingleToUInt32Bits(single)).Value;
        Put(pattern, to);
        return (pattern & ~Format.SignBit) <= Format.Largest;
    }

    /// <summary>Not even rounding brings it back to the largest number.</summary>
    bool IsBeyond(double magnitude)
    {
        var largest = Math.ScaleB((1L << Format!.FractionBits) + (Format.Largest & ((1L << Format.FractionBits) - 1)), Format.LargestExponent - Format.FractionBits);
        var limit = largest + Math.ScaleB(0.5, Format.LargestExponent - Format.FractionBits);
        return magnitude > limit || magnitude == limit && (Format.Largest & 1) != 0;
    }

    bool WriteInteger(double value, Span<byte> to)
    {
        if (Type == "F64")
        {
            BinaryPrimitives.WriteDoubleLittleEndian(to, value);
            return true;
        }
        var (rounded, signed) = (Math.Round(value, MidpointRounding.ToEven), Type[0] == 'I');
        var (least, most) = Type == "BOOL" ? (0, 2) : signed ? (-Math.ScaleB(1, Bytes * 8 - 1), Math.ScaleB(1, Bytes * 8 - 1)) : (0, Math.ScaleB(1, Bytes * 8));
        if (!(rounded >= least && rounded < most)) return false;
        Put(rounded < 0 ? (long)rounded : (long)(ulong)rounded, to);
        return true;
    }

    public double Read(ReadOnlySpan<byte> from)
    {
        var bits = 0L;
        for (var i = Bytes - 1; i >= 0; i--) bits = bits << 8 | from[i];
        return Type switch
        {
            "F64" => BitConverter.Int64BitsToDouble(bits),
            "U64" => (ulong)bits,
            _ when Format is not null => BitConverter.UInt32BitsToSingle((uint)(Format == FloatFormat.Fp32 ? bits : (long)Conversion.Of<Int>(Format, FloatFormat.Fp32, bits).Value)),
            _ when Type[0] == 'I' => bits << (64 - Bytes * 8) >> (64 - Bytes * 8),
            _ => bits,
        };
    }

    void Put(long bits, Span<byte> to)
    {
        for (var i = 0; i < Bytes; i++) to[i] = (byte)(bits >> (8 * i));
    }
}
