using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>Tables of computed cases in Markdown. Operands with one name and a number, such as a0 … a31, stand in one column.</summary>
static class Tables
{
    /// <summary>A row each: operands, results, and with a judge the error in ulp.</summary>
    public static string Cases(NumberFunction f, IEnumerable<long[]> cases, Judge? ulps = null)
    {
        var (takes, gives) = (Columns(f.Takes), Columns(f.Gives));
        var text = $"| {string.Join(" | ", takes.Concat(gives).Select(c => c.Title))} |{(ulps is null ? "" : " error in ulp |")}\n"
            + $"|{string.Concat(Enumerable.Repeat("---|", takes.Count + gives.Count))}{(ulps is null ? "" : "---:|")}\n";
        foreach (var row in cases)
        {
            var result = Patterns.Apply(f, row);
            var cells = takes.Select(c => Cell(c, row)).Concat(gives.Select(c => Cell(c, result)));
            text += $"| {string.Join(" | ", cells)} |{(ulps is null ? "" : $" {Error(ulps.Of(row, result))} |")}\n";
        }
        return text;
    }

    /// <summary>Two operands: the first goes down, the second across; results as values.</summary>
    public static string Square(NumberFunction f)
    {
        var (a, b) = (f.Takes[0], f.Takes[1]);
        var across = Patterns.Specials(b.Format);
        var text = $"| {a.Name} ↓ {b.Name} → | {string.Join(" | ", across.Select(v => Notation.Value(b.Format, v)))} |\n|---|{string.Concat(across.Select(_ => "---|"))}\n";
        foreach (var down in Patterns.Specials(a.Format))
            text += $"| **{Notation.Value(a.Format, down)}** | {string.Join(" | ", across.Select(v => Notation.Value(f.Gives[0].Format, Patterns.Apply(f, [down, v])[0])))} |\n";
        return text;
    }

    static string Error(Judgement judgement) => judgement.IsRight ? $"{judgement.Ulp:f3}" : $"**wrong**: {judgement.Expected}";

    sealed record Column(string Title, NumberFormat Format, int Start, int Count);

    static List<Column> Columns(IReadOnlyList<Operand> operands)
    {
        var columns = new List<Column>();
        for (var k = 0; k < operands.Count;)
        {
            var (stem, count) = (Stem(operands[k].Name), 1);
            while (stem != operands[k].Name && k + count < operands.Count && Stem(operands[k + count].Name) == stem) count++;
            var name = count == 1 ? operands[k].Name : $"{operands[k].Name} … {operands[k + count - 1].Name}";
            columns.Add(new($"{name}: {operands[k].Format}", operands[k].Format, k, count));
            k += count;
        }
        return columns;
    }

    static string Stem(string name) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>Equal neighbours are counted; a row without such is written as bare patterns.</summary>
    static string Cell(Column column, long[] all)
    {
        var row = all.AsSpan(column.Start, column.Count);
        var runs = new List<(long Pattern, int Count)>();
        foreach (var pattern in row)
            if (runs.Count > 0 && runs[^1].Pattern == pattern) runs[^1] = (pattern, runs[^1].Count + 1);
            else runs.Add((pattern, 1));
        if (runs.Count <= 4) return string.Join(", ", runs.Select(r => (r.Count > 1 ? $"{r.Count} × " : "") + Code(column.Format, r.Pattern)));
        return $"`{string.Join(' ', row.ToArray().Select(p => Bits(column.Format, p)))}`";
    }

    public static string Code(NumberFormat format, long pattern) =>
        format is IntegerFormat ? Notation.Value(format, pattern) : $"`0x{Bits(format, pattern)}` {Notation.Value(format, pattern)}";

    /// <summary>The pattern in hexadecimal, as many digits as the format needs.</summary>
    public static string Bits(NumberFormat format, long pattern) => (pattern & ((1L << format.Width) - 1)).ToString("X" + (format.Width + 3) / 4);
}
