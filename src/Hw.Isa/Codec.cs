using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hw.Isa;

/// <summary>A word that was understood: the instruction, the semaphores it waits for and signals, and the queue it runs in.</summary>
public sealed record Decoded(InstructionInfo Info, IInstruction Instruction, ImmutableArray<int> Waits, ImmutableArray<int> Signals, int Queue, UInt128 Word)
{
    public override string ToString() => Disassembler.Text(this);
}

/// <summary>A word that was not: the trap it raises, the field at fault if it is one field, and the reason in words.</summary>
public sealed record Refusal(Trap Cause, InstructionInfo? Info, Field? Field, string Message);

/// <summary>Words to instructions and back, straight from the tables. Checks in the order of dispatch: opcode, reserved bits, operands from the lowest bit.</summary>
public static class Codec
{
    public static bool TryDecode(this IsaDefinition isa, UInt128 word, [NotNullWhen(true)] out Decoded? decoded, [NotNullWhen(false)] out Refusal? refusal)
    {
        decoded = null;
        if (isa.Match(word) is not { } info)
        {
            refusal = new(Trap.IllegalOpcode, null, null, $"opcode 0x{(uint)isa.Shape.Opcode.Of(word):X2} is no instruction of {isa.Name} {isa.Version}");
            return false;
        }
        refusal = Reserved(info, word) ?? info.Checked.Select(f => Operand(info, f, word)).FirstOrDefault(r => r is not null);
        if (refusal is not null) return false;

        var values = info.Operands.Select(f => f.Decode(word)).ToArray();
        var queue = info.QueueOperand is { } q ? (int)q.Decode(word) : info.Queue;
        decoded = new(info, info.Make(values), References(info.Waits, word), References(info.Signals, word), queue, word);
        return true;
    }

    /// <exception cref="IsaException">The word is illegal.</exception>
    public static Decoded Decode(this IsaDefinition isa, UInt128 word) =>
        isa.TryDecode(word, out var decoded, out var refusal) ? decoded : throw new IsaException(refusal.Message);

    /// <exception cref="IsaException">An operand or semaphore does not fit; the message names it and its legal values.</exception>
    public static UInt128 Encode(this IsaDefinition isa, IInstruction instruction, ReadOnlySpan<int> wait = default, ReadOnlySpan<int> signal = default)
    {
        var info = isa[instruction.GetType()];
        var values = new long[info.Operands.Length];
        for (var i = 0; i < values.Length; i++) values[i] = info.Read[i](instruction);
        return isa.Encode(info, values, wait, signal);
    }

    /// <summary>The same from raw operand values, in declared order: for assemblers and generators.</summary>
    public static UInt128 Encode(this IsaDefinition isa, InstructionInfo info, ReadOnlySpan<long> operands, ReadOnlySpan<int> wait = default, ReadOnlySpan<int> signal = default)
    {
        var word = info.Match | References(isa, info, info.Waits, wait, "wait") | References(isa, info, info.Signals, signal, "signal");
        for (var i = 0; i < operands.Length; i++)
        {
            var field = info.Operands[i];
            if (!field.IsLegal(operands[i])) throw new IsaException($"{info}: {Illegal(field, operands[i])}");
            word |= field.Encode(operands[i]);
        }
        return word;
    }

    internal static string Illegal(Field field, long value) => $"{field.Name} is {field.Text(value)}; legal: {field.LegalText}";

    static UInt128 References(IsaDefinition isa, InstructionInfo info, ImmutableArray<Field> fields, ReadOnlySpan<int> semaphores, string clause)
    {
        if (semaphores.Length > fields.Length)
            throw new IsaException($"{info} has room for {fields.Length} {clause} semaphores, got {semaphores.Length}");
        var word = UInt128.Zero;
        for (var i = 0; i < semaphores.Length; i++)
        {
            if ((uint)semaphores[i] >= isa.Shape.Semaphores.Count)
                throw new IsaException($"{info}: {clause}({semaphores[i]}): there are semaphores 0 … {isa.Shape.Semaphores.Count - 1}");
            word |= fields[i].Encode(Used(fields[i]) + semaphores[i]);
        }
        return word;
    }

    static ImmutableArray<int> References(ImmutableArray<Field> fields, UInt128 word) =>
        [.. fields.Select(f => f.Decode(word)).Zip(fields).Where(p => p.First != 0).Select(p => (int)p.First & ~(int)Used(p.Second))];

    static long Used(Field field) => 1L << (field.Bits.Width - 1);

    static Refusal? Reserved(InstructionInfo info, UInt128 word)
    {
        if ((word & info.Reserved) is var set && set != 0)
        {
            var bits = Enumerable.Range(0, 128).Where(i => (set >> i & 1) != 0).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
            return new(Trap.ReservedBits, info, null, $"{info}: reserved bit{(bits.Count > 1 ? "s" : "")} {string.Join(", ", bits.Take(8))}{(bits.Count > 8 ? ", …" : "")} must be 0");
        }
        foreach (var field in info.Waits.Concat(info.Signals))
            if (!field.IsLegal(field.Decode(word)))
                return new(Trap.ReservedBits, info, field, $"{info}: {field} is unused, so all of its bits must be 0");
        return null;
    }

    static Refusal? Operand(InstructionInfo info, Field field, UInt128 word) =>
        field.Decode(word) is var value && field.IsLegal(value) ? null : new(Trap.BadOperand, info, field, $"{info}: {Illegal(field, value)}");
}
