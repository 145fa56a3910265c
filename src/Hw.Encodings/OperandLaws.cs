using System;
using System.Collections.Generic;
using System.Linq;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>What an operand's bits can hold against what its type and its limits ask for.</summary>
public static class OperandLaws
{
    /// <summary>The most patterns of a [Flags] type that are looked at one by one.</summary>
    const long MostFlags = 1 << 16;

    /// <summary>The legal values; sensible where <see cref="Why"/> finds nothing.</summary>
    public static IReadOnlyList<ValueRange> Legal(OperandClaim o, Layout bits)
    {
        switch (o.Type.Kind)
        {
            case TypeKind.Flag: return [new(0, 1)];
            case TypeKind.Enum: return Ranges(o.Type.Members);
            case TypeKind.FlagsEnum:
                var union = o.Type.Members.Aggregate(0L, (a, b) => a | b);
                return Ranges(Numbers(Math.Min(union + 1, MostFlags)).Where(v => (v & ~union) == 0));
            case TypeKind.Register: return [new(0, o.Type.Count - 1)];
            default:
                var encodable = Encodable(o, bits);
                return [new(Math.Max(encodable.Min, o.Min), Math.Min(encodable.Max, o.Max))];
        }
    }

    /// <summary>Why type and bits do not go together, to stand after the operand's name; null when they do.</summary>
    public static string? Why(OperandClaim o, Layout bits)
    {
        var (width, most, type) = (bits.Width, Most(bits.Width), o.Type);
        switch (type.Kind)
        {
            case TypeKind.Flag: return width == 1 ? null : $"is a flag: one bit, not {width}.";
            case TypeKind.Enum or TypeKind.FlagsEnum:
                if (type.Members.Count == 0) return $"is of type {type.Name}, which has no members.";
                var greatest = type.Kind == TypeKind.FlagsEnum ? type.Members.Aggregate(0L, (a, b) => a | b) : type.Members.Max();
                return type.Members.Min() < 0 ? $"is of type {type.Name}, which has a negative member: {type.Members.Min()}."
                    : greatest > most ? $"is too narrow for {type.Name}: it needs 0 … {greatest}, {width} bits hold 0 … {most}." : null;
            case TypeKind.Register:
                return !type.IsWellFormed ? $"is of register type {type.Name}, which must be a record struct with one parameter, int Index."
                    : type.Count < 1 ? $"is of register type {type.Name}, which has {type.Count} registers."
                    : type.Count - 1 > most ? $"is too narrow for {type.Name}: {type.Count} registers, {width} bits hold {most + 1}." : null;
            case TypeKind.Number:
                var (encodable, legal, holds) = (Encodable(o, bits), Legal(o, bits)[0], type.Holds);
                return o.Min != long.MinValue && o.Min < encodable.Min || o.Max != long.MaxValue && o.Max > encodable.Max || legal.Min > legal.Max
                        ? $"is too narrow for its legal values {(o.Min == long.MinValue ? encodable.Min : o.Min)} … {(o.Max == long.MaxValue ? encodable.Max : o.Max)}: it holds {encodable}."
                    : legal.Min < holds.Min || legal.Max > holds.Max ? $"holds {legal}, more than its type {type.Name}. Use a wider type." : null;
            default: return $"has type {type.Name}; an operand is a bool, an enum, a [Register] or an integer.";
        }
    }

    public static ValueRange Encodable(OperandClaim o, Layout bits)
    {
        var m = Math.Max(o.Multiple, 1);
        return o.Signed ? new(Times(-(Most(bits.Width - 1) + 1), m), Times(Most(bits.Width - 1), m)) : new(0, Times(Most(bits.Width), m));
    }

    static long Most(int width) => width <= 0 ? 0 : width >= 63 ? long.MaxValue : (1L << width) - 1;

    static long Times(long a, long b) => a > long.MaxValue / b ? long.MaxValue : a < long.MinValue / b ? long.MinValue : a * b;

    static IEnumerable<long> Numbers(long count)
    {
        for (var i = 0L; i < count; i++) yield return i;
    }

    static List<ValueRange> Ranges(IEnumerable<long> values)
    {
        var ranges = new List<ValueRange>();
        foreach (var v in values.Distinct().OrderBy(v => v))
            if (ranges.Count > 0 && ranges[ranges.Count - 1] is var last && last.Max == v - 1) ranges[ranges.Count - 1] = new(last.Min, v);
            else ranges.Add(new(v, v));
        return ranges;
    }
}
