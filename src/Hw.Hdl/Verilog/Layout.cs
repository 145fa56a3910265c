namespace Hw.Hdl.Verilog;

/// <summary>
/// Breaks a line that is too long to read where a designer would: between the arms of a choice, before the operator that binds
/// least, between the parts of a concatenation. A continuation begins with its operator.
/// </summary>
static class Layout
{
    const int Width = 120;

    /// <summary>Loosest first.</summary>
    static readonly string[][] Operators =
        [[" : "], [" ? "], [" || "], [" && "], [" | "], [" ^ "], [" & "], [" == ", " != "], [" < ", " <= ", " > ", " >= "], [" << ", " >> ", " >>> "], [" + ", " - "], [" * "]];

    /// <summary>A statement, `head = expression;`, `if (expression) …`, `.port (expression),`, as one line or as several.</summary>
    public static IEnumerable<string> Break(string line)
    {
        if (line.Length <= Width) return [line];
        var indent = line[..^line.TrimStart().Length];
        if (Clause(line) is var (clause, rest)) return [.. Break(clause), .. Break($"{indent}  {rest}")];
        if (Expression(line) is not var (start, end)) return [line];
        var (head, body, tail) = (line[..start].TrimEnd(), line[start..end], line[end..]);
        if (Bracketed(body)) return [$"{head} {body[0]}", .. Parts(body, indent + "    "), $"{indent}{body[^1]}{tail}"];
        var lines = Split(body, indent + "    ");
        lines = [.. lines[..^1], lines[^1] + tail];
        return head[^1] == '(' ? [head + lines[0].TrimStart(), .. lines[1..]] : [head, .. lines];
    }

    /// <summary>`if (…)`, `else`, `assert (…)` and what follows on the same line.</summary>
    static (string Head, string Tail)? Clause(string line)
    {
        var text = line.TrimStart();
        var start = line.Length - text.Length;
        if (Array.Find(["if (", "else if (", "assert ("], text.StartsWith) is { } word) start = Close(line, start + word.Length - 1) + 1;
        else if (text.StartsWith("else ", StringComparison.Ordinal)) start += 4;
        else return null;
        return line[start..].Trim() is { Length: > 0 } rest && rest is not ("begin" or ";") ? (line[..start], rest) : null;
    }

    /// <summary>Where the expression of a statement begins and ends.</summary>
    static (int Start, int End)? Expression(string line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (depth == 0 && line[i] == '(' && i > 0 && line[i - 1] == ' ') return (i + 1, Close(line, i));
            depth += Step(line[i]);
            foreach (var assign in (string[])[" = ", " <= "])
                if (depth == 0 && At(line, i, assign) && line.LastIndexOf(';') is var end && end > i) return (i + assign.Length, end);
        }
        return null;
    }

    static List<string> Split(string text, string indent)
    {
        if (indent.Length + text.Length <= Width) return [indent + text];
        foreach (var level in Operators)
            if (Cut(text, level) is { Count: > 1 } terms) return [.. Split(terms[0], indent + "  "), .. terms.Skip(1).SelectMany(t => Continue(t, indent))];
        var open = text.IndexOfAny(['(', '{']);
        return open < 0 || Close(text, open) != text.Length - 1 ? [indent + text]
            : [$"{indent}{text[..(open + 1)]}", .. Parts(text[open..], indent + "  "), $"{indent}{text[^1]}"];
    }

    static IEnumerable<string> Continue(string term, string indent)
    {
        var word = term.IndexOf(' ') + 1;
        var lines = Split(term[word..], indent + "  ");
        return lines.Select((l, i) => i == 0 ? $"{indent}{term[..word]}{l.TrimStart()}" : l);
    }

    /// <summary>What stands between a pair of brackets, cut at its commas.</summary>
    static IEnumerable<string> Parts(string bracketed, string indent)
    {
        var parts = Cut(bracketed[1..^1], [", "]);
        for (var i = 0; i < parts.Count; i++)
        {
            var lines = Split(i == 0 ? parts[i] : parts[i][1..].TrimStart(), indent);
            foreach (var line in lines[..^1]) yield return line;
            yield return i < parts.Count - 1 ? lines[^1] + "," : lines[^1];
        }
    }

    /// <summary>The text cut before each of the operators that stands outside all brackets.</summary>
    static List<string> Cut(string text, string[] operators)
    {
        var (pieces, depth, start) = (new List<string>(), 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += Step(text[i]);
            if (depth != 0 || i == start || !Array.Exists(operators, o => At(text, i, o))) continue;
            pieces.Add(text[start..i]);
            start = text[i] == ' ' ? i + 1 : i;
        }
        pieces.Add(text[start..]);
        return pieces;
    }

    static bool Bracketed(string text) => text[0] is '{' or '(' && Close(text, 0) == text.Length - 1;

    public static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
            if ((depth += Step(text[i])) == 0) return i;
        return text.Length - 1;
    }

    static int Step(char c) => c is '(' or '{' or '[' ? 1 : c is ')' or '}' or ']' ? -1 : 0;
    static bool At(string text, int i, string word) => string.CompareOrdinal(text, i, word, 0, word.Length) == 0;
}
