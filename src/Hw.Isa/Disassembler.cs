using System.Collections.Immutable;
using System.Text;

namespace Hw.Isa;

/// <summary>Words to text. The text assembles to the same words; a word that is no instruction becomes <c>.word</c> with the reason beside it.</summary>
public static class Disassembler
{
    public static string Disassemble(this IsaProgram program) =>
        string.Concat(program.Words.Select(w => program.Isa.Text(w) + "\n"));

    public static string Text(this IsaDefinition isa, UInt128 word) =>
        isa.TryDecode(word, out var decoded, out var refusal) ? Text(decoded)
            : $".word 0x{word.ToString("x" + isa.WordBytes * 2)}   ; {refusal.Cause}: {refusal.Message}";

    /// <summary>Required operands in order, then those that differ from their default by name, then the semaphores.</summary>
    internal static string Text(Decoded d)
    {
        var operands = new List<string>();
        foreach (var f in d.Info.Operands)
        {
            var value = f.Decode(d.Word);
            if (f.Default is null) operands.Add(f.Text(value));
            else if (value == f.Default) continue;
            else operands.Add(f.Kind == FieldKind.Flag && value == 1 ? f.Name.ToLowerInvariant() : $"{f.Name.ToLowerInvariant()}={f.Text(value)}");
        }
        var text = new StringBuilder(d.Info.Mnemonic);
        if (operands.Count > 0) text.Append(' ').AppendJoin(", ", operands);
        return text.Append(Clause("wait", d.Info.Waits, d.Word)).Append(Clause("signal", d.Info.Signals, d.Word)).ToString();
    }

    /// <summary>An unused reference before a used one is a dash: wait(-, 3).</summary>
    static string Clause(string name, ImmutableArray<Field> fields, UInt128 word)
    {
        var used = fields.Select(f => f.Decode(word)).ToList();
        var count = used.FindLastIndex(v => v != 0) + 1;
        return count == 0 ? "" : $"  {name}({string.Join(", ", used.Take(count).Select((v, i) => v == 0 ? "-" : $"{v - (1L << (fields[i].Bits.Width - 1))}"))})";
    }
}
