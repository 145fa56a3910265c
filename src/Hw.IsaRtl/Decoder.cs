namespace Hw.IsaRtl;

/// <summary>The instruction decoder: one line per instruction, and for every word that is not a well-formed instruction, why. Purely combinational, made from the definition.</summary>
public sealed class Decoder(IsaDefinition isa) : Module
{
    public override string VerilogName => $"{isa.Name}_decoder";

    public In Word { get; } = Input(UInt(isa.Shape.WordBits));
    /// <summary>The word has this instruction's opcode. Look at <see cref="Illegal"/> before believing it.</summary>
    public IReadOnlyDictionary<Type, Out> Is { get; } =
        isa.Instructions.ToDictionary(i => i.Type, i => Output(Bit, $"is_{i.Mnemonic.ToLowerInvariant()}"));
    /// <summary>the word is no well-formed instruction</summary>
    public Out Illegal { get; } = Output(Bit);
    /// <summary>1 opcode, 2 reserved bits, 3 operand; 0 for a legal word</summary>
    public Out Cause { get; } = Output(UInt(2));

    protected override void Build()
    {
        var known = isa.Instructions.Select(i => (Instruction: i, Match: Matches(i).Named($"match_{i.Mnemonic.ToLowerInvariant()}"))).ToList();
        foreach (var (instruction, match) in known) Is[instruction.Type].Drive(match);

        var opcode = (!Any([.. known.Select(k => k.Match)])).Named("bad_opcode");
        var reserved = Any([.. known.Select(k => k.Match & ReservedSet(k.Instruction))]).Named("bad_reserved");
        var operand = Any([.. known.Select(k => k.Match & BadOperand(k.Instruction))]).Named("bad_operand");
        Illegal.Drive(opcode | reserved | operand);
        Cause.Drive(Mux(opcode, (long)Trap.IllegalOpcode, Mux(reserved, (long)Trap.ReservedBits, Mux(operand, (long)Trap.BadOperand, 0))));
    }

    Signal Matches(InstructionInfo i) => All([.. Runs(i.Mask).Select(r => Word[r.Hi, r.Lo] == Signal.Constant((System.Numerics.BigInteger)(i.Match >> r.Lo & Ones(r.Hi - r.Lo + 1))))]);

    /// <summary>A must-be-zero bit is set; a semaphore reference with an index but not its used bit counts as one.</summary>
    Signal ReservedSet(InstructionInfo i) => Any([0, .. Runs(i.Reserved).Select(r => Word[r.Hi, r.Lo] != 0), .. i.Waits.Concat(i.Signals).Select(Illegitimate)]);

    Signal BadOperand(InstructionInfo i) => Any([0, .. i.Operands.Where(f => !f.IsFull).Select(Illegitimate)]);

    Signal Illegitimate(Hw.Isa.Field field)
    {
        var value = Word[field.Bits.Hi, field.Bits.Lo];
        if (field.Kind == FieldKind.Signed) value = value.Wrap(Int(field.Bits.Width));
        return !Any([.. field.Legal.Select(range =>
            range.Min == range.Max ? value == range.Min
            : (range.Min > field.Encodable.Min ? value >= range.Min : 1) & (range.Max < field.Encodable.Max ? value <= range.Max : 1))]);
    }

    /// <summary>Maximal runs of ones, lowest first.</summary>
    static IEnumerable<(int Hi, int Lo)> Runs(UInt128 mask)
    {
        for (var lo = 0; lo < 128; lo++)
        {
            if ((mask >> lo & 1) == 0) continue;
            var hi = lo;
            while (hi < 127 && (mask >> (hi + 1) & 1) == 1) hi++;
            yield return (hi, lo);
            lo = hi;
        }
    }

    static UInt128 Ones(int count) => count == 128 ? UInt128.MaxValue : (UInt128.One << count) - 1;
}

/// <summary>The operands of an instruction word, by the parameters of its C# declaration.</summary>
public static class WordFields
{
    /// <summary>The bits of one operand: <c>isa.Field&lt;Mm&gt;(word, nameof(Mm.Acc))</c>.</summary>
    public static Signal Field<TInstruction>(this IsaDefinition isa, Signal word, string operand) where TInstruction : IInstruction
    {
        var info = isa.Instructions.Single(i => i.Type == typeof(TInstruction));
        var field = info.Operands.SingleOrDefault(f => string.Equals(f.Name, operand, StringComparison.OrdinalIgnoreCase))
            ?? throw new BitsException($"{info.Mnemonic} has no operand {operand}; it has {string.Join(", ", info.Operands.Select(o => o.Name))}");
        var bits = word[field.Bits.Hi, field.Bits.Lo];
        return field.Kind == FieldKind.Signed ? bits.Wrap(Interval.Int(field.Bits.Width)) : bits;
    }
}
