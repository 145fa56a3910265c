using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>Words of an instruction to show: with nothing but what must be said, and with everything said.</summary>
static class Examples
{
    public static ImmutableArray<UInt128> Of(IsaDefinition isa, InstructionInfo i)
    {
        var (numbers, semaphore) = (new Dictionary<string, int>(), 0);
        var all = i.Operands.Select(f => Value(f, numbers)).ToArray();
        var least = i.Operands.Select((f, k) => f.Default ?? all[k]).ToArray();
        var full = isa.Encode(i, all, Some(i.Waits), Some(i.Signals));
        var plain = isa.Encode(i, least);
        return full == plain ? [plain] : [plain, full];

        int[] Some(ImmutableArray<Field> fields) => fields.Length > 0 && isa.Shape.Semaphores.Count > 0 ? [++semaphore % isa.Shape.Semaphores.Count] : [];
    }

    /// <summary>Registers in turn, and of other operands a legal value that is not the one an omitted operand has.</summary>
    static long Value(Field f, Dictionary<string, int> numbers)
    {
        if (f.Kind == FieldKind.Register)
        {
            var next = numbers[f.Prefix] = numbers.GetValueOrDefault(f.Prefix) + 1;
            return Math.Min(next, f.Legal[^1].Max);
        }
        long[] wanted = f.Kind switch
        {
            FieldKind.Unsigned or FieldKind.Signed => [16, 4, f.Multiple, 1, 0],
            _ => [],
        };
        return wanted.Concat(f.Legal.SelectMany(r => new[] { r.Min, r.Max })).Where(v => f.IsLegal(v)).OrderBy(v => v == f.Default).First();
    }
}
