using System.Reflection;
using Hw.Encodings;

namespace Hw.Isa;

/// <summary>A parameter's C# type as an operand that the laws let pass: its kind, and the way between the C# value and its number.</summary>
sealed record Operand(FieldKind Kind, Func<object, long> Read, Func<long, object> Make, string Prefix = "", string Names = "")
{
    public static Operand Of(Type type, OperandClaim claim)
    {
        switch (claim.Type.Kind)
        {
            case TypeKind.Flag: return new(FieldKind.Flag, o => (bool)o ? 1 : 0, v => v != 0);
            case TypeKind.Enum: return new(FieldKind.Enum, Convert.ToInt64, v => Enum.ToObject(type, v));
            case TypeKind.FlagsEnum: return new(FieldKind.FlagsEnum, Convert.ToInt64, v => Enum.ToObject(type, v));
            case TypeKind.Register:
                var (register, index, constructor) = (type.GetCustomAttribute<RegisterAttribute>()!, type.GetProperty("Index")!, type.GetConstructor([typeof(int)])!);
                return new(FieldKind.Register, o => (int)index.GetValue(o)!, v => constructor.Invoke([(int)v]), register.Prefix, register.Names);
            default: return new(claim.Signed ? FieldKind.Signed : FieldKind.Unsigned, Convert.ToInt64, v => Convert.ChangeType(v, type));
        }
    }
}
