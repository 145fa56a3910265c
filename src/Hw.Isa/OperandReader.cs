using System.Numerics;
using System.Text.RegularExpressions;

namespace Hw.Isa;

/// <summary>Reads what follows a mnemonic on its line: operands, then wait(…) and signal(…).</summary>
sealed partial class OperandReader(IsaDefinition isa, InstructionInfo info, string line, int from, int end, Dictionary<string, BigInteger> constants)
{
    readonly long?[] values = new long?[info.Operands.Length];

    public UInt128 Word()
    {
        var clauses = Clauses().Where(m => m.Index >= from && m.Index < end).ToList();
        var operandsEnd = clauses.Count > 0 ? clauses[0].Index : end;
        foreach (var (start, stop) in Items(from, operandsEnd)) Operand(start, stop);

        for (var i = 0; i < values.Length; i++)
            values[i] ??= info.Operands[i].Default ?? throw new TextError(operandsEnd, $"{info} lacks its operand {Lower(info.Operands[i])}: {Usage()}");

        var word = isa.Encode(info, [.. values.Select(v => v!.Value)]);
        for (var c = 0; c < clauses.Count; c++)
            word |= Clause(clauses[c], c + 1 < clauses.Count ? clauses[c + 1].Index : end, clauses.Take(c));
        return word;
    }

    void Operand(int start, int stop)
    {
        var text = line[start..stop];
        if (Named().Match(text) is { Success: true } named)
        {
            var name = named.Groups[1].Value;
            Set(Index(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var i ? i
                : throw new TextError(start, $"{info} has no operand '{Assembler.Shown(name)}'.{Nearest.Hint(name, info.Operands.Select(Lower))} Its form: {Usage()}"),
                start, start + named.Length, stop);
        }
        else if (Index(f => f.Kind == FieldKind.Flag && f.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var flag)
        {
            if (values[flag] is not null) throw new TextError(start, $"{text} is given twice");
            values[flag] = 1;
        }
        else if (Next() is >= 0 and var next) Set(next, start, start, stop);
        else throw new TextError(start, $"{info} takes no operand '{Assembler.Shown(text)}' here.{Nearest.Hint(text, Flags())} Its form: {Usage()}");
    }

    int Next()
    {
        for (var i = 0; i < values.Length; i++)
            if (values[i] is null && info.Operands[i].Kind != FieldKind.Flag) return i;
        return -1;
    }

    int Index(Predicate<Field> which) => Array.FindIndex([.. info.Operands], which);
    IEnumerable<string> Flags() => info.Operands.Where(f => f.Kind == FieldKind.Flag).Select(Lower);

    void Set(int i, int place, int start, int stop)
    {
        var field = info.Operands[i];
        if (values[i] is not null) throw new TextError(place, $"{Lower(field)} is given twice");
        var value = Value(field, start, stop);
        if (value < long.MinValue || value > long.MaxValue || !field.IsLegal((long)value))
            throw new TextError(Assembler.Skip(line, start, stop), $"{info}: {Lower(field)} is {value}; legal: {field.LegalText}");
        values[i] = (long)value;
    }

    BigInteger Value(Field field, int start, int stop)
    {
        start = Assembler.Skip(line, start, stop);
        if (field.Kind == FieldKind.Register)
        {
            var text = line[start..stop].TrimEnd();
            return text.StartsWith(field.Prefix, StringComparison.OrdinalIgnoreCase) && long.TryParse(text.AsSpan(field.Prefix.Length), System.Globalization.NumberStyles.None, null, out var index) && field.IsLegal(index)
                ? index : throw new TextError(start, $"{info}: {Lower(field)} is a register {field.LegalText}, not '{Assembler.Shown(text)}'.{Hint(text, field)}");
        }
        return new Expression(line, start, stop, name => Member(field, name) ?? (constants.TryGetValue(name, out var v) ? v : null), name =>
            $"{info}: {Lower(field)} cannot be '{Assembler.Shown(name)}'.{Nearest.Hint(name, [.. field.Type.IsEnum ? Enum.GetNames(field.Type) : [], .. constants.Keys, .. Flags()])}"
            + (field.Type.IsEnum ? $" Legal: {field.LegalText}." : "")).Value();
    }

    /// <summary>a40 becomes a31, b3 becomes a3.</summary>
    static string Hint(string text, Field field)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        return digits.Length is > 0 and < 9 ? $" Did you mean {field.Prefix}{Math.Min(int.Parse(digits), field.Legal[^1].Max)}?" : "";
    }

    static BigInteger? Member(Field field, string name) =>
        field.Type.IsEnum && Enum.GetNames(field.Type).FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } member
            ? Convert.ToInt64(Enum.Parse(field.Type, member)) : null;

    UInt128 Clause(Match clause, int stop, IEnumerable<Match> before)
    {
        var name = clause.Groups[1].Value.ToLowerInvariant();
        if (before.Any(b => b.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase))) throw new TextError(clause.Index, $"{name} is given twice");
        var fields = name == "wait" ? info.Waits : info.Signals;
        if (fields.IsEmpty) throw new TextError(clause.Index, $"{info} cannot {name}: its format '{info.Format.Name}' has no semaphores");
        var close = line.LastIndexOf(')', stop - 1, stop - clause.Index);
        if (close < 0) throw new TextError(clause.Index, $"this {name}( is never closed");
        if (Assembler.Skip(line, close + 1, stop) is var rest && rest < stop) throw new TextError(rest, $"'{line[rest]}' is not expected here");

        var items = Items(clause.Index + clause.Length, close).ToList();
        if (items.Count == 0 || items.Count > fields.Length) throw new TextError(clause.Index, $"{info}: {name} takes 1 … {fields.Length} semaphores, got {items.Count}");
        var word = UInt128.Zero;
        for (var i = 0; i < items.Count; i++)
        {
            var (start, end) = items[i];
            if (line[start..end] == "-") continue;
            var value = new Expression(line, start, end, n => constants.TryGetValue(n, out var v) ? v : null, n => $"there is no constant '{Assembler.Shown(n)}'.{Nearest.Hint(n, constants.Keys)}").Value();
            if (value < 0 || value >= isa.Shape.Semaphores.Count) throw new TextError(start, $"{info}: {name}({value}): there are semaphores 0 … {isa.Shape.Semaphores.Count - 1}");
            word |= fields[i].Encode((1L << (fields[i].Bits.Width - 1)) + (long)value);
        }
        return word;
    }

    /// <summary>The trimmed items between commas; none when all is blank.</summary>
    IEnumerable<(int Start, int Stop)> Items(int start, int stop)
    {
        if (Assembler.Skip(line, start, stop) >= stop) yield break;
        for (var at = start; at <= stop;)
        {
            var comma = line.IndexOf(',', at, stop - at);
            var (first, last) = (Assembler.Skip(line, at, comma < 0 ? stop : comma), comma < 0 ? stop : comma);
            while (last > first && char.IsWhiteSpace(line[last - 1])) last--;
            if (first >= last) throw new TextError(Math.Min(first, line.Length), "an operand is missing");
            yield return (first, last);
            if (comma < 0) yield break;
            at = comma + 1;
        }
    }

    /// <summary>The instruction's form, for messages: LOOP count — with what may be left out in brackets.</summary>
    string Usage() => $"{info} {string.Join(", ", info.Operands.Select(f => f.Default is null ? Lower(f) : $"[{Lower(f)}]"))}".TrimEnd();

    static string Lower(Field f) => f.Name.ToLowerInvariant();

    MatchCollection Clauses() => ClauseStart().Matches(line);

    [GeneratedRegex(@"(?<![\w.])(wait|signal)\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseStart();

    [GeneratedRegex(@"^(\w+)\s*=(?!=)")]
    private static partial Regex Named();
}
