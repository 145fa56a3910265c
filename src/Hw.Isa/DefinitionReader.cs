using System.Collections.Immutable;
using System.Reflection;
using Hw.Encodings;

namespace Hw.Isa;

/// <summary>Makes the table's row of a declared instruction that the laws let pass.</summary>
static class DefinitionReader
{
    public static InstructionInfo Read(IsaShape shape, InstructionSpace space, Type type)
    {
        var a = type.GetCustomAttribute<InstructionAttribute>()!;
        var format = shape.Formats.First(f => f.Name == a.Format);
        var (fields, read, make) = (new List<Field>(), new List<Func<object, long>>(), new List<Func<long, object>>());
        foreach (var (p, claim) in ClaimReader.Parameters(type).Zip(space.Claim.Operands.Select(o => space.Set.Placed(a.Format, o))))
        {
            var (property, operand) = (type.GetProperty(p.Name!)!, Operand.Of(p.ParameterType, claim));
            fields.Add(new Field(p.Name!, FieldBits.Of(claim.Bits!), operand.Kind, [.. OperandLaws.Legal(claim, claim.Bits!)])
            {
                Type = p.ParameterType, Prefix = operand.Prefix, Names = [.. operand.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries)], Multiple = (int)claim.Multiple, Relative = claim.Relative,
                Default = claim.Default,
            });
            read.Add(o => operand.Read(property.GetValue(o)!));
            make.Add(operand.Make);
        }

        var name = a.Queue != "" ? a.Queue : format.Queue;
        var queueOperand = name == "" && shape.Queues != typeof(OneQueue) ? fields.FirstOrDefault(f => f.Type == shape.Queues) : null;
        return new InstructionInfo
        {
            Mnemonic = a.Mnemonic, Type = type, Place = a.Place, Opcode = a.Opcode, Format = format, Since = a.Since, Status = a.Status, Syntax = a.Syntax, Summary = Summaries.Of(type),
            Cube = space.Cube, Match = space.Cube.Value.ToUInt128(), Mask = (space.Cube.Mask & space.Set.WordMask).ToUInt128(),
            Reserved = space.Reserved.ToUInt128(), Ignored = space.Ignored.ToUInt128(), Trapped = space.Trapped.ToUInt128(), Custom = space.Custom.ToUInt128(),
            Specializes = [.. type.GetCustomAttributes<SpecializesAttribute>().Select(s => s.General)], Exclusive = type.GetCustomAttribute<ExclusiveAttribute>(),
            Operands = [.. fields], Waits = [.. format.Waits.Select((b, i) => Semaphore($"wait{i}", b, shape))], Signals = [.. format.Signals.Select((b, i) => Semaphore($"signal{i}", b, shape))],
            Queue = queueOperand is not null ? -1 : name == "" ? 0 : Convert.ToInt32(Enum.Parse(shape.Queues, name)), QueueOperand = queueOperand,
            Read = [.. read], Make = Maker(type, make),
        };
    }

    static Func<long[], IInstruction> Maker(Type type, List<Func<long, object>> make)
    {
        if (make.Count == 0) return _ => (IInstruction)Activator.CreateInstance(type)!;
        var invoker = ConstructorInvoker.Create(type.GetConstructors().First());
        return values => (IInstruction)invoker.Invoke(make.Select((m, i) => (object?)m(values[i])).ToArray().AsSpan());
    }

    /// <summary>Unused (0), or the top bit and an index.</summary>
    static Field Semaphore(string name, BitRange bits, IsaShape shape)
    {
        var used = 1L << (bits.Width - 1);
        return new(name, bits, FieldKind.Semaphore, [new(0, 0), new(used, used + shape.Semaphores.Count - 1)]) { Type = typeof(int) };
    }
}
