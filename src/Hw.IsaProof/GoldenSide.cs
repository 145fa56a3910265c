using System.Reflection;

namespace Hw.IsaProof;

/// <summary>What the codec says of a word, held against the table: which instruction, the value of every operand of the C# object, the semaphores, or why not and of which field.</summary>
sealed class GoldenSide
{
    readonly IsaDefinition isa;
    readonly IsaDefinition? operandsFirst;
    readonly Dictionary<Type, Func<object, long>[]> readers;

    public GoldenSide(IsaDefinition isa)
    {
        this.isa = isa;
        readers = isa.Instructions.ToDictionary(i => i.Type, i => i.Type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => Reader(i.Type.GetProperty(p.Name!)!)).ToArray());
    }

    /// <summary>The same of a definition with a fault.</summary>
    public GoldenSide(GoldenSide sound, IsaDefinition altered, bool operandsFirst) => (readers, isa, this.operandsFirst) = (sound.readers, operandsFirst ? sound.isa : altered, operandsFirst ? altered : null);

    /// <summary>A codec that throws at a word does not agree, whatever the table says.</summary>
    public bool Agrees(UInt128 word, Finding finding)
    {
        try { return Decodes(word, finding); }
        catch (Exception) { return false; }
    }

    bool Decodes(UInt128 word, Finding finding)
    {
        if (operandsFirst is not null && !operandsFirst.TryDecode(word, out _, out var bad) && bad.Cause == Trap.BadOperand) return finding.Cause == Trap.BadOperand;
        if (!isa.TryDecode(word, out var decoded, out var refusal))
            return finding.Cause == refusal.Cause && finding.Row?.Instruction.Type == refusal.Info?.Type && (finding.Cause != Trap.BadOperand || finding.What == refusal.Field?.Name);
        if (finding is not { IsLegal: true, Row: { } row } || decoded.Info.Type != row.Instruction.Type || decoded.Word != word) return false;
        var read = readers[decoded.Info.Type];
        for (var i = 0; i < read.Length; i++)
            if (read[i](decoded.Instruction) != row.Operands[i].Value(word)) return false;
        return decoded.Waits.SequenceEqual(Used(row, "wait", word)) && decoded.Signals.SequenceEqual(Used(row, "signal", word));
    }

    public string Says(UInt128 word)
    {
        try { return isa.TryDecode(word, out var decoded, out var refusal) ? $"{decoded}" : $"{refusal.Cause}: {refusal.Message}"; }
        catch (Exception e) { return $"throws {e.GetType().Name}: {e.Message}"; }
    }

    static IEnumerable<int> Used(TableRow row, string what, UInt128 word) =>
        row.References.Where(r => r.Name.StartsWith(what, StringComparison.Ordinal) && r.Raw(word) != 0).Select(r => (int)(r.Raw(word) - r.Patterns / 2));

    static Func<object, long> Reader(PropertyInfo property)
    {
        var index = property.PropertyType.IsDefined(typeof(RegisterAttribute)) ? property.PropertyType.GetProperty("Index") : null;
        return instruction => Convert.ToInt64(index is null ? property.GetValue(instruction) : index.GetValue(property.GetValue(instruction)), System.Globalization.CultureInfo.InvariantCulture);
    }
}
