using System.Reflection;
using Hw.Encodings;

namespace Hw.Isa;

/// <summary>What a definition's C# says of its words, by reflection, as the claims that the laws judge. Any type whatever gives claims; none makes it fail.</summary>
static class ClaimReader
{
    public static SetClaim Set(IsaShape shape) => new(shape.Name, shape.Place)
    {
        WordBits = shape.WordBits, Opcode = shape.Written is { Opcode.IsOnePiece: false } w ? w.Opcode : new(Of(shape.Opcode)), Unclaimed = shape.Unclaimed, UnclaimedText = shape.Written?.UnclaimedText,
        Semaphores = shape.Semaphores.Count, Choices = shape.Choices, QueueType = shape.Queues.Name, Queues = Enum.GetNames(shape.Queues),
        Formats = [.. shape.Formats.Select(f => f.Written ?? new FormatClaim(f.Name, f.Place)
        {
            Waits = new([.. f.Waits.Select(Of)]), Signals = new([.. f.Signals.Select(Of)]), Queue = f.Queue,
            Fields = [.. f.Fields.Select(n => new NamedLayout(n.Key, n.Value.Bits.Layout) { Signed = n.Value.Signed, Multiple = n.Value.Multiple, Relative = n.Value.Relative })],
        })],
        Regions = [.. shape.Regions.Select(r => new RegionClaim(r.First, r.Last, r.Policy, r.What, r.Place))],
    };

    /// <summary>What the attributes of an instruction set's class say.</summary>
    public static SetClaim Set(Type set, InstructionSetAttribute a) => SetClaim.Written(a.Name, a.Place, a.WordBits, a.Opcode, a.Unclaimed) with
    {
        Formats = [.. set.GetCustomAttributes<FormatAttribute>().Select(f => FormatClaim.Written(f.Name, f.Place, f.Waits, f.Signals, f.Fields, f.Queue))],
        Regions = [.. set.GetCustomAttributes<RegionAttribute>().Select(r => new RegionClaim(r.First, r.Last, r.Policy, r.What, r.Place))],
    };

    public static InstructionClaim Instruction(Type type)
    {
        var a = type.GetCustomAttribute<InstructionAttribute>()!;
        var parameters = Parameters(type);
        return new(a.Mnemonic, NameOf(type), a.Place)
        {
            IsInstruction = typeof(IInstruction).IsAssignableFrom(type), IsRecord = parameters.All(p => type.GetProperty(p.Name!) is not null),
            Opcode = a.Opcode, Format = a.Format, Queue = a.Queue, Syntax = a.Syntax,
            Operands = [.. parameters.Select(p => Operand(p, a))],
            Fixed = [.. type.GetCustomAttributes<FixedAttribute>().Select(f => new FixedClaim(Of(f.Bits), f.Value, f.Place))],
            Reserved = [.. type.GetCustomAttributes<ReservedAttribute>().Select(r => new ReservedClaim(Of(r.Bits), r.Policy, r.Place))],
            Specializes = [.. type.GetCustomAttributes<SpecializesAttribute>().Select(s => new SpecializesClaim(NameOf(s.General), s.Place))],
            Exclusive = type.GetCustomAttribute<ExclusiveAttribute>() is { } e ? new(e.Group, e.Member, e.Place) : null,
        };
    }

    /// <summary>The operands of a declaration.</summary>
    public static ParameterInfo[] Parameters(Type type) => type.GetConstructors().FirstOrDefault()?.GetParameters() ?? [];

    static OperandClaim Operand(ParameterInfo p, InstructionAttribute a)
    {
        var (field, type) = (p.GetCustomAttribute<FieldAttribute>(), OfType(p.ParameterType));
        var bits = field is null ? null : field.Text is { } text ? Layout.Parse(text) : field.Bits.Layout;
        var operand = new OperandClaim(p.Name!, bits, type, field?.Place ?? a.Place) { Default = p.HasDefaultValue && type.Kind != TypeKind.Other ? Number(p.DefaultValue) : null };
        return field is null ? operand : operand with { Signed = field.Signed, Multiple = field.Multiple, Relative = field.Relative, Min = field.Min, Max = field.Max };
    }

    static TypeClaim OfType(Type type)
    {
        if (type == typeof(bool)) return new(TypeKind.Flag, type.Name);
        if (type.IsEnum) return new(type.IsDefined(typeof(FlagsAttribute)) ? TypeKind.FlagsEnum : TypeKind.Enum, type.Name) { Members = [.. Enum.GetValues(type).Cast<object>().Select(Number)] };
        if (type.GetCustomAttribute<RegisterAttribute>() is { } register)
            return new(TypeKind.Register, type.Name) { Count = register.Count, IsWellFormed = type.GetProperty("Index")?.PropertyType == typeof(int) && type.GetConstructor([typeof(int)]) is not null };
        return TypeClaim.Number(type.Name) ?? new(TypeKind.Other, type.Name);
    }

    /// <summary>A constant of an operand's type; a register's default is register 0.</summary>
    static long Number(object? constant) => constant switch
    {
        null => 0,
        _ when Convert.GetTypeCode(constant) == TypeCode.UInt64 => (long)Math.Min(Convert.ToUInt64(constant), long.MaxValue),
        _ => Convert.ToInt64(constant),
    };

    static Piece Of(BitRange bits) => new(bits.Hi, bits.Lo);

    /// <summary>As the compiler's symbols name it too.</summary>
    static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');
}
