using System.Globalization;
using System.Text;

namespace Hw.Isa;

/// <summary>Names of files, links between them, and names that other languages accept, from strings that may be anything.</summary>
static class Paths
{
    /// <summary>A mnemonic as a file's name, alike on every file system: small letters and digits as they are, the rest as -XX. No two mnemonics share one.</summary>
    public static string Slug(string name)
    {
        var text = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(name.ToLowerInvariant()))
            if (char.IsAsciiLetterOrDigit((char)b) || b == '.' && text.Length > 0) text.Append((char)b);
            else text.Append($"-{b:x2}");
        return text.Length == 0 ? "-" : text.ToString();
    }

    /// <summary>From one file of the checkout to another.</summary>
    public static string Link(string from, string to)
    {
        var anchor = to.IndexOf('#') is >= 0 and var at ? to[at..] : "";
        string[] here = from.Split('/')[..^1], there = to[..^anchor.Length].Split('/');
        var common = here.Zip(there[..^1]).TakeWhile(p => p.First == p.Second).Count();
        var path = string.Concat(Enumerable.Repeat("../", here.Length - common)) + string.Join('/', there[common..].Select(Uri.EscapeDataString));
        return path.Replace("(", "%28").Replace(")", "%29") + anchor;
    }

    /// <summary>On one line, without characters that no reader sees.</summary>
    public static string Flat(string text) => Seen(text.Replace('\n', ' '));

    /// <summary>The same over several lines.</summary>
    public static string Seen(string text)
    {
        var seen = new StringBuilder();
        foreach (var rune in text.Replace("\t", "    ").EnumerateRunes())
            if (rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                seen.Append(rune.ToString());
        return seen.ToString();
    }

    /// <summary>As XML and HTML take it, in text and in quotes.</summary>
    public static string Xml(string text) => Seen(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");

    /// <summary>BinaryOp is binary_op: what of a name other languages take, words parted by underlines.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsAsciiLetterUpper(c) && i > 0 && (char.IsAsciiLetterLower(name[i - 1]) || i + 1 < name.Length && char.IsAsciiLetterUpper(name[i - 1]) && char.IsAsciiLetterLower(name[i + 1]))) text.Append('_');
            text.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_');
        }
        return text.Length > 0 && !char.IsAsciiDigit(text[0]) ? text.ToString() : "_" + text;
    }
}
