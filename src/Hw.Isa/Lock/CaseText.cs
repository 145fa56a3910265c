using System.Globalization;

namespace Hw.Isa;

/// <summary>
/// An instruction as the lock writes it: <c>VBIN Dst=1 A=2</c>, the mnemonic and each operand's number by name. Neither encoding nor syntax of the assembler is in it, so that a case survives
/// a change of both.
/// </summary>
static class CaseText
{
    public static string Of(InstructionInfo info, UInt128 word) => string.Join(' ', info.Operands.Select(f => $"{f.Name}={f.Decode(word)}").Prepend(info.Mnemonic));

    /// <summary>As assembly writes it, where the definition still can.</summary>
    public static string Shown(IsaDefinition isa, string text)
    {
        try { return Decoded(isa, text).ToString(); }
        catch (IsaException) { return text; }
    }

    /// <exception cref="IsaException">The definition has no such instruction, operand or value.</exception>
    public static Decoded Decoded(IsaDefinition isa, string text)
    {
        var parts = text.Split(' ');
        var info = isa.Find(parts[0]) ?? throw new IsaException($"there is no {parts[0]} any more");
        var values = info.Operands.Select(f => f.Default ?? (f.IsLegal(0) ? 0 : f.Legal[0].Min)).ToArray();
        foreach (var part in parts[1..])
        {
            var (name, value) = part.Split('=') is [var n, var v] && long.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? (n, number) : (part, -1);
            var at = info.Operands.Select(f => f.Name).ToList().IndexOf(name);
            values[at >= 0 ? at : throw new IsaException($"{info} has no operand {name} any more")] = value;
        }
        return isa.Decode(isa.Encode(info, values));
    }
}
