namespace Hw.IsaRtl;

/// <summary>The operands of an instruction word, by the parameters of its C# declaration: for hardware that has the word and no decoder.</summary>
public static class WordFields
{
    /// <summary>The value of one operand: <c>isa.Field&lt;Mm&gt;(word, nameof(Mm.Acc))</c>.</summary>
    public static Signal Field<TInstruction>(this IsaDefinition isa, Signal word, string operand) where TInstruction : IInstruction
    {
        var info = isa[typeof(TInstruction)];
        var field = info.Operands.FirstOrDefault(f => string.Equals(f.Name, operand, StringComparison.OrdinalIgnoreCase))
            ?? throw new BitsException($"{info.Mnemonic} has no operand {operand}; it has {string.Join(", ", info.Operands.Select(o => o.Name))}");
        return new DecodedPlace(field.Bits, field.Kind == FieldKind.Signed, field.Multiple, [info]).Of(word);
    }
}
