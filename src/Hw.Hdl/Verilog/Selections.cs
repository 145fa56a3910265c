namespace Hw.Hdl.Verilog;

/// <summary>A <see cref="Selection"/> as the table that it is: one line for each value, after what chooses it. The default arm is always there, so nothing is remembered.</summary>
static class Selections
{
    const int Column = 28, Width = 100;

    /// <param name="target">The name that is assigned, and how wide it is.</param>
    public static IEnumerable<string> Lines(Selection selection, Name target, Expressions print)
    {
        var values = selection.Arms.Select(a => a.Value).Append(selection.Otherwise).ToList();
        var table = target.Width > 8 && values.All(v => v is { Op: Op.Constant, Detail: null or Hex.Digits { Name: null } });
        string Value(Node v) => table ? Hex.Text(v.Value, target.Width) : print.To(target.Width, target.IsSigned, v);
        string Label(Node line) => selection.Key is { } key ? Constant(line.Operands[1], key, print) : print.Conjunct(line);
        var rows = selection.Arms.Select(a => (Labels: Filled(a.Lines.Select(Label)).ToList(), Value: Value(a.Value))).Append((["default"], Value(selection.Otherwise))).ToList();
        var column = rows.Where(r => r.Labels is [{ Length: < Column }]).Max(r => r.Labels[0].Length) + 2;
        yield return "always_comb";
        yield return $"  unique case ({(selection.Key is { } k ? print.Natural(k) : "1'b1")})";
        foreach (var (labels, value) in rows)
        {
            foreach (var line in labels[..^1]) yield return $"    {line}";
            if (labels is [{ Length: < Column } only]) yield return $"    {$"{only}:".PadRight(column)}{target.Text} = {value};";
            else
            {
                yield return $"    {labels[^1]}:";
                yield return $"      {target.Text} = {value};";
            }
        }
        yield return "  endcase";
    }

    static string Constant(Node constant, Node key, Expressions print) => constant.Detail is null or Hex.Digits { Name: null } ? Hex.Text(constant.Value, key.Range.Width) : print.At(constant, key.Range.Width, false);

    static IEnumerable<string> Filled(IEnumerable<string> labels)
    {
        var line = "";
        foreach (var label in labels)
            if (line.Length == 0) line = label;
            else if (line.Length + label.Length < Width) line = $"{line}, {label}";
            else { yield return $"{line},"; line = label; }
        yield return line;
    }
}
