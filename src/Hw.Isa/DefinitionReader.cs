using System.Collections.Immutable;
using System.Reflection;

namespace Hw.Isa;

/// <summary>Reads one declared instruction by reflection, once, at start-up. What it cannot make sense of becomes an error, never an exception.</summary>
static class DefinitionReader
{
    public static InstructionInfo? Read(IsaShape shape, Type type, List<string> errors)
    {
        var a = type.GetCustomAttribute<InstructionAttribute>()!;
        var before = errors.Count;
        void Error(string code, SourcePlace place, string message) => errors.Add($"{place}: error {code}: {a.Mnemonic}: {message}");

        var format = shape.Formats.FirstOrDefault(f => f.Name == a.Format);
        if (format is null)
            Error("HW1006", a.Place, $"there is no format \"{a.Format}\".{Nearest.Hint(a.Format, shape.Formats.Select(f => f.Name))} Formats: {string.Join(", ", shape.Formats.Select(f => f.Name))}.");
        if (!typeof(IInstruction).IsAssignableFrom(type))
            Error("HW1005", a.Place, $"{type.Name} must implement IInstruction.");
        if ((UInt128)a.Opcode > shape.Opcode.Mask >> shape.Opcode.Lo)
            Error("HW1004", a.Place, $"opcode 0x{a.Opcode:X} does not fit bits {shape.Opcode}.");

        var constructor = type.GetConstructors().FirstOrDefault();
        var parameters = constructor?.GetParameters() ?? [];
        var (fields, read, make) = (new List<Field>(), new List<Func<object, long>>(), new List<Func<long, object>>());
        foreach (var p in parameters)
        {
            var property = type.GetProperty(p.Name!);
            var f = p.GetCustomAttribute<FieldAttribute>();
            if (property is null || f is null && format?.Fields.ContainsKey(p.Name!) != true)
            {
                Error("HW1005", a.Place, $"operand {p.Name} has no [Field(hi, lo)].");
                continue;
            }
            var (bits, place) = f is null ? (format!.Fields[p.Name!], a.Place) : (f.Bits, f.Place);
            f ??= new FieldAttribute(0);
            if (bits.Pieces.FirstOrDefault(b => b.Hi < b.Lo) is { } wrong && wrong != default) Error("HW1004", place, $"{p.Name} is [{wrong.Hi}:{wrong.Lo}]: hi is below lo. Write [Field({wrong.Lo}, {wrong.Hi})].");
            else if (bits.Pieces.IsEmpty) Error("HW1004", place, $"{p.Name} has no bits. Write [Field(hi, lo)], or pieces such as [Field(\"31:25 11:7\")].");
            else if (bits.Lo < 0 || bits.Hi >= shape.WordBits) Error("HW1004", place, $"{p.Name} {bits} leaves the {shape.WordBits}-bit word.");
            else if (bits.Width > 63) Error("HW1003", place, $"{p.Name} {bits} has {bits.Width} bits; a field has at most 63. Split it in two.");
            else if (Operand.Of(p.ParameterType, bits, f, out var why) is not { } operand) Error("HW1003", place, $"{p.Name} {bits} {why}");
            else
            {
                fields.Add(new Field(p.Name!, bits, operand.Kind, operand.Legal)
                {
                    Type = p.ParameterType, Prefix = operand.Prefix, Names = [.. operand.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries)], Multiple = f.Multiple, Relative = f.Relative,
                    Default = p.HasDefaultValue ? (p.DefaultValue is { } d ? operand.Read(d.GetType() == p.ParameterType ? d : Enum.ToObject(p.ParameterType, d)) : 0) : null,
                });
                read.Add(o => operand.Read(property.GetValue(o)!));
                make.Add(operand.Make);
            }
        }

        var (queue, queueOperand) = (-1, (Field?)null);
        if ((a.Queue != "" ? a.Queue : format?.Queue ?? "") is { Length: > 0 } named)
        {
            if (Enum.TryParse(shape.Queues, named, out var q)) queue = Convert.ToInt32(q);
            else Error("HW1006", a.Place, $"there is no queue \"{named}\".{Nearest.Hint(named, Enum.GetNames(shape.Queues))} Queues: {string.Join(", ", Enum.GetNames(shape.Queues))}.");
        }
        else if (shape.Queues == typeof(OneQueue)) queue = 0;
        else if ((queueOperand = fields.FirstOrDefault(f => f.Type == shape.Queues)) is null)
            Error("HW1006", a.Place, $"say which queue executes it: Queue = nameof({shape.Queues.Name}.…), or an operand of type {shape.Queues.Name}.");

        if (errors.Count > before || format is null) return null;

        var (match, mask) = (shape.Opcode.Put((UInt128)a.Opcode), shape.Opcode.Mask);
        foreach (var extra in type.GetCustomAttributes<FixedAttribute>())
            (match, mask) = (match | extra.Bits.Put((UInt128)extra.Value), mask | extra.Bits.Mask);

        ImmutableArray<Field> waits = [.. format.Waits.Select((b, i) => Semaphore($"wait{i}", b, shape))];
        ImmutableArray<Field> signals = [.. format.Signals.Select((b, i) => Semaphore($"signal{i}", b, shape))];
        var policies = type.GetCustomAttributes<ReservedAttribute>().ToList();
        var ignored = policies.Where(r => r.Policy == Policy.Hint).Aggregate(UInt128.Zero, (bits, r) => bits | r.Bits.Mask);
        var claimed = fields.Concat(waits).Concat(signals).Aggregate(mask, (bits, f) => bits | f.Bits.Mask);
        return new InstructionInfo
        {
            Mnemonic = a.Mnemonic, Type = type, Place = a.Place, Opcode = a.Opcode, Match = match, Mask = mask, Format = format, Since = a.Since,
            Reserved = new BitRange(shape.WordBits - 1, 0).Mask & ~claimed & ~ignored, Ignored = ignored, Status = a.Status, Syntax = a.Syntax,
            Specializes = [.. type.GetCustomAttributes<SpecializesAttribute>().Select(s => s.General)],
            Operands = [.. fields], Waits = waits, Signals = signals, Queue = queue, QueueOperand = queueOperand,
            Summary = Summaries.Of(type),
            Read = [.. read],
            Make = Maker(type, constructor, make),
        };
    }

    static Func<long[], IInstruction> Maker(Type type, ConstructorInfo? constructor, List<Func<long, object>> make)
    {
        if (constructor is null || make.Count == 0) return _ => (IInstruction)Activator.CreateInstance(type)!;
        var invoker = ConstructorInvoker.Create(constructor);
        return values => (IInstruction)invoker.Invoke(make.Select((m, i) => (object?)m(values[i])).ToArray().AsSpan());
    }

    /// <summary>Unused (0), or the top bit and an index.</summary>
    static Field Semaphore(string name, BitRange bits, IsaShape shape)
    {
        var used = 1L << (bits.Width - 1);
        return new(name, bits, FieldKind.Semaphore, [new(0, 0), new(used, used + shape.Semaphores.Count - 1)]) { Type = typeof(int) };
    }
}
