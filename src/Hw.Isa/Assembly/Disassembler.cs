using System.Collections.Immutable;
using System.Numerics;
using System.Text;

namespace Hw.Isa;

/// <summary>Words to text. The text assembles to the same words, data and symbols; a word that is no instruction becomes <c>.word</c> with the reason beside it.</summary>
public static class Disassembler
{
    const int BytesPerLine = 16;

    /// <summary>A whole program, with labels where branches lead.</summary>
    public static string Disassemble(this IsaProgram program)
    {
        var (isa, text) = (program.Isa, new StringBuilder());
        foreach (var constant in program.Symbols.Where(s => s.Kind == SymbolKind.Constant)) text.Append($".equ {constant.Name}, {Number(constant.Value)}\n");
        var labels = Labels(program);
        for (var pc = 0; pc <= program.Count; pc++)
        {
            var here = (long)pc * isa.WordBytes;
            foreach (var name in labels.GetValueOrDefault(here, [])) text.Append($"{name}:\n");
            if (pc < program.Count) text.Append(isa.Text(program.Words[pc], a => labels.TryGetValue(here + a, out var there) ? there[0] : null)).Append('\n');
        }
        Data(program, text);
        return text.ToString();
    }

    public static string Text(this IsaDefinition isa, UInt128 word) => isa.Text(word, _ => null);

    /// <param name="label">What stands so many bytes from here, where that has a name.</param>
    static string Text(this IsaDefinition isa, UInt128 word, Func<long, string?> label)
    {
        if (!isa.TryDecode(word, out var decoded, out var refusal)) return $"{Word(isa, word)}   ; {refusal.Cause}: {refusal.Message}";
        return (word & decoded.Info.Ignored) == 0 ? Text(decoded, label) : $"{Word(isa, word)}   ; {Text(decoded, label)}, with bits set that are ignored";
    }

    static string Word(IsaDefinition isa, UInt128 word) => $".word 0x{word.ToString("x" + isa.WordBytes * 2)}";

    /// <summary>Required operands in order, then those that differ from their default by name, then the semaphores.</summary>
    internal static string Text(Decoded d) => Text(d, _ => null);

    static string Text(Decoded d, Func<long, string?> label)
    {
        var form = new InstructionForm(d.Info);
        string Operand(FieldForm f)
        {
            var value = f.Field.Decode(d.Word);
            return f.Field.Relative ? label(value) ?? (value < 0 ? $".-{-value}" : $".+{value}") : f.Text(value);
        }
        var operands = new List<string>();
        if (!form.Syntax.IsEmpty) operands.Add(string.Concat(form.Syntax.Select(p => (p.Blank ? " " : "") + (p.Operand >= 0 ? Operand(form.Fields[p.Operand]) : p.Mark.ToString()))));
        for (var i = 0; i < form.Fields.Length; i++)
        {
            var f = form.Fields[i];
            var value = f.Field.Decode(d.Word);
            if (!form.Syntax.IsEmpty && form.Positions.Contains(i)) continue;
            if (f.Field.Default is null) operands.Add(Operand(f));
            else if (value != f.Field.Default) operands.Add(f.Field.Kind == FieldKind.Flag && value == 1 ? f.Name : $"{f.Name}={Operand(f)}");
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

    /// <summary>Names by address: the program's own, and L40 for a branch target that has none.</summary>
    static Dictionary<long, List<string>> Labels(IsaProgram program)
    {
        var labels = program.Symbols.Where(s => s.Kind == SymbolKind.Code).GroupBy(s => (long)s.Value).ToDictionary(g => g.Key, g => g.Select(s => s.Name).ToList());
        if (!program.Isa.Instructions.Any(i => i.Operands.Any(f => f.Relative))) return labels;
        var taken = program.Symbols.Select(s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var pc = 0; pc < program.Count; pc++)
        {
            if (program.Isa.Match(program.Words[pc]) is not { } info || !program.Isa.TryDecode(program.Words[pc], out _, out _)) continue;
            foreach (var field in info.Operands.Where(f => f.Relative))
            {
                var target = (long)pc * program.Isa.WordBytes + field.Decode(program.Words[pc]);
                if (target < 0 || target > (long)program.Count * program.Isa.WordBytes || target % program.Isa.WordBytes != 0 || labels.ContainsKey(target)) continue;
                var name = $"L{target:x}";
                while (!taken.Add(name)) name += "_";
                labels[target] = [name];
            }
        }
        return labels;
    }

    static void Data(IsaProgram program, StringBuilder text)
    {
        var labels = program.Symbols.Where(s => s.Kind == SymbolKind.Data).OrderBy(s => s.Value).ToList();
        var (next, here) = (0, -1L);
        void Before(BigInteger end)
        {
            for (; next < labels.Count && labels[next].Value < end; next++)
            {
                if (labels[next].Value != here) text.Append($".data 0x{here = (long)labels[next].Value:x}\n");
                text.Append($"{labels[next].Name}:\n");
            }
        }
        foreach (var segment in program.Data)
        {
            Before(segment.Address);
            text.Append($".data 0x{here = segment.Address:x}\n");
            for (var at = 0; at < segment.Bytes.Length;)
            {
                Before(here + 1);
                var stop = next < labels.Count && labels[next].Value < segment.End ? (int)(labels[next].Value - segment.Address) : segment.Bytes.Length;
                var bytes = segment.Bytes.Span[at..Math.Min(stop, at + BytesPerLine)];
                var zeros = segment.Bytes.Span[at..stop].IndexOfAnyExcept((byte)0) is >= 0 and var n ? n : stop - at;
                if (zeros > BytesPerLine) text.Append($".zero {zeros}\n");
                else text.Append(".byte ").AppendJoin(", ", bytes.ToArray().Select(b => $"0x{b:x2}")).Append('\n');
                at += zeros > BytesPerLine ? zeros : bytes.Length;
                here = segment.Address + at;
            }
        }
        Before(long.MaxValue);
    }

    /// <summary>256 bits at most; the least number has no positive counterpart of so many.</summary>
    static string Number(BigInteger value) => value.Sign >= 0 || value.GetBitLength() < 256 ? $"{value}" : $"~{-value - 1}";
}
