using System.Collections.Immutable;
using System.Reflection;

namespace Hw.Isa;

/// <summary>What a parameter's C# type means as an operand: kind, legal values, and the way between the C# value and its number.</summary>
sealed record Operand(FieldKind Kind, ImmutableArray<ValueRange> Legal, Func<object, long> Read, Func<long, object> Make, string Prefix = "", string Names = "")
{
    public static Operand? Of(Type type, FieldBits bits, FieldAttribute field, out string? why)
    {
        why = null;
        var width = bits.Width;
        var most = (1L << width) - 1;
        if (type == typeof(bool))
        {
            why = width == 1 ? null : $"is a flag: one bit, not {width}.";
            return width == 1 ? new(FieldKind.Flag, [new(0, 1)], o => (bool)o ? 1 : 0, v => v != 0) : null;
        }
        if (type.IsEnum)
        {
            var members = Enum.GetValues(type).Cast<object>().Select(Convert.ToInt64).ToList();
            var union = members.Aggregate(0L, (a, b) => a | b);
            why = members.Min() >= 0 && members.Max() <= most ? null : $"is too narrow for {type.Name}: it needs 0 … {members.Max()}, {width} bits hold 0 … {most}.";
            if (why is not null) return null;
            var flags = type.IsDefined(typeof(FlagsAttribute));
            return new(flags ? FieldKind.FlagsEnum : FieldKind.Enum,
                Ranges(flags ? Enumerable.Range(0, (int)Math.Min(union + 1, 1 << 16)).Select(v => (long)v).Where(v => (v & ~union) == 0) : members),
                Convert.ToInt64, v => Enum.ToObject(type, v));
        }
        if (type.GetCustomAttribute<RegisterAttribute>() is { } register)
        {
            var index = type.GetProperty("Index");
            var constructor = type.GetConstructor([typeof(int)]);
            if (index is null || constructor is null) { why = $"is of register type {type.Name}, which must be a record struct with one parameter, int Index."; return null; }
            why = register.Count - 1 <= most ? null : $"is too narrow for {type.Name}: {register.Count} registers, {width} bits hold {most + 1}.";
            return why is not null ? null
                : new(FieldKind.Register, [new(0, register.Count - 1)], o => (int)index.GetValue(o)!, v => constructor.Invoke([(int)v]), register.Prefix, register.Names);
        }
        if (NumberRange(type) is not { } holds)
        {
            why = $"has type {type.Name}; an operand is a bool, an enum, a [Register] or an integer.";
            return null;
        }
        var encodable = field.Signed ? new ValueRange(-(1L << (width - 1)) * field.Multiple, ((1L << (width - 1)) - 1) * field.Multiple) : new ValueRange(0, most * field.Multiple);
        var legal = new ValueRange(Math.Max(encodable.Min, field.Min), Math.Min(encodable.Max, field.Max));
        why = field.Min != long.MinValue && field.Min < encodable.Min || field.Max != long.MaxValue && field.Max > encodable.Max || legal.Min > legal.Max
                ? $"is too narrow for its legal values {(field.Min == long.MinValue ? encodable.Min : field.Min)} … {(field.Max == long.MaxValue ? encodable.Max : field.Max)}: it holds {encodable}."
            : legal.Min < holds.Min || legal.Max > holds.Max ? $"holds {legal}, more than its type {type.Name}. Use a wider type."
            : null;
        return why is not null ? null
            : new(field.Signed ? FieldKind.Signed : FieldKind.Unsigned, [legal], Convert.ToInt64, v => Convert.ChangeType(v, type));
    }

    static ValueRange? NumberRange(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => new(0, byte.MaxValue), TypeCode.SByte => new(sbyte.MinValue, sbyte.MaxValue),
        TypeCode.UInt16 => new(0, ushort.MaxValue), TypeCode.Int16 => new(short.MinValue, short.MaxValue),
        TypeCode.UInt32 => new(0, uint.MaxValue), TypeCode.Int32 => new(int.MinValue, int.MaxValue),
        TypeCode.UInt64 => new(0, long.MaxValue), TypeCode.Int64 => new(long.MinValue, long.MaxValue),
        _ => null,
    };

    static ImmutableArray<ValueRange> Ranges(IEnumerable<long> values)
    {
        var ranges = ImmutableArray.CreateBuilder<ValueRange>();
        foreach (var v in values.Distinct().Order())
            if (ranges.Count > 0 && ranges[^1].Max == v - 1) ranges[^1] = ranges[^1] with { Max = v };
            else ranges.Add(new(v, v));
        return ranges.ToImmutable();
    }
}
