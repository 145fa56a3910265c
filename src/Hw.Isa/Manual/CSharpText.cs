namespace Hw.Isa;

/// <summary>Finds where a declaration of C# ends: at the brace that closes its body, or at its semicolon, whatever stands in strings, characters and comments.</summary>
static class CSharpText
{
    /// <summary>From <paramref name="start"/> to the end of the declaration that begins there; null where it does not end.</summary>
    public static int? End(string text, int start)
    {
        var (depth, isExpression) = (0, false);
        for (var i = start; (i = Skip(text, i)) < text.Length; i++)
            switch (text[i])
            {
                case '(' or '[' or '{': depth++; break;
                case '=' when depth == 0: isExpression = true; break;     // its braces end nothing: "=> x switch { … };"
                case '}' when depth == 1 && !isExpression: return i + 1;
                case ')' or ']' or '}' when --depth < 0: return null;
                case ';' when depth == 0: return i + 1;
            }
        return null;
    }

    /// <summary>The first place from <paramref name="i"/> on that is in no comment, no string and no character.</summary>
    static int Skip(string text, int i)
    {
        while (i < text.Length)
        {
            var next = text[i] switch
            {
                '/' when At(text, i, "//") => Past(text, i, "\n"),
                '/' when At(text, i, "/*") => Past(text, i + 2, "*/"),
                '\'' => Quoted(text, i + 1, '\''),
                '"' when At(text, i, "\"\"\"") => Raw(text, i),
                '"' => Verbatim(text, i) ? PastVerbatim(text, i + 1) : Quoted(text, i + 1, '"'),
                _ => i,
            };
            if (next == i) return i;
            i = next;
        }
        return i;
    }

    static bool At(string text, int i, string what) => string.CompareOrdinal(text, i, what, 0, what.Length) == 0;
    static int Past(string text, int i, string what) => text.IndexOf(what, i, StringComparison.Ordinal) is >= 0 and var at ? at + what.Length : text.Length;
    static bool Verbatim(string text, int i) => i > 0 && (text[i - 1] == '@' || i > 1 && text[i - 1] == '$' && text[i - 2] == '@');

    static int Quoted(string text, int i, char quote)
    {
        for (; i < text.Length && text[i] != '\n'; i++)
            if (text[i] == '\\') i++;
            else if (text[i] == quote) return i + 1;
        return i;
    }

    static int PastVerbatim(string text, int i)
    {
        for (; i < text.Length; i++)
            if (text[i] == '"' && !At(text, i, "\"\"")) return i + 1;
            else if (text[i] == '"') i++;
        return i;
    }

    static int Raw(string text, int i)
    {
        var quotes = i;
        while (quotes < text.Length && text[quotes] == '"') quotes++;
        return Past(text, quotes, new string('"', quotes - i));
    }
}
