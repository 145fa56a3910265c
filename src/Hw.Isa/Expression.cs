using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Hw.Isa;

/// <summary>
/// Integer expressions of assembly: numbers (12, 0x1F, 0b101, digits grouped by _), names, parentheses, unary - ~, and binary
/// | ^ &amp; &lt;&lt; &gt;&gt; + - * / % with C's precedence. Any text gives a value or a <see cref="TextError"/>; nothing grows beyond 256 bits.
/// </summary>
sealed class Expression(string text, int from, int to, Func<string, BigInteger?> lookup, Func<string, string> unknown)
{
    const int MaxBits = 256, MaxDepth = 64;
    static readonly string[][] levels = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "%"]];
    int at = from, depth;

    /// <summary>The value of the whole range from … to of the text.</summary>
    public BigInteger Value()
    {
        var value = Binary(0);
        Blank();
        return at >= to ? value : throw new TextError(at, $"'{text[at]}' is not expected here");
    }

    BigInteger Binary(int level)
    {
        if (level == levels.Length) return Unary();
        var left = Binary(level + 1);
        while (Operator(levels[level], out var op, out var place))
        {
            var right = Binary(level + 1);
            left = Bounded(Apply(op, left, right, place), place);
        }
        return left;
    }

    static BigInteger Apply(string op, BigInteger a, BigInteger b, int place) => op switch
    {
        "|" => a | b, "^" => a ^ b, "&" => a & b, "+" => a + b, "-" => a - b, "*" => a * b,
        "/" or "%" when b.IsZero => throw new TextError(place, "division by zero"),
        "/" => a / b,
        "%" => a % b,
        _ when b < 0 || b >= MaxBits => throw new TextError(place, $"a shift is 0 … {MaxBits - 1}"),
        "<<" => a << (int)b,
        _ => a >> (int)b,
    };

    BigInteger Unary()
    {
        Blank();
        if (++depth > MaxDepth) throw new TextError(at, $"an expression nests at most {MaxDepth} deep");
        try
        {
            if (at >= to) throw new TextError(at, "a value is missing");
            switch (text[at])
            {
                case '-': at++; return -Unary();
                case '~': at++; return ~Unary();
                case '(':
                    var open = at++;
                    var value = Binary(0);
                    Blank();
                    if (at >= to || text[at] != ')') throw new TextError(open, "this parenthesis is never closed");
                    at++;
                    return value;
                default: return Atom();
            }
        }
        finally { depth--; }
    }

    BigInteger Atom()
    {
        var start = at;
        while (at < to && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.')) at++;
        if (at == start) throw new TextError(start, $"'{text[start]}' is not expected here");
        var word = text[start..at];
        return char.IsAsciiDigit(word[0])
            ? Bounded(Number(word) ?? throw new TextError(start, $"'{Shown(word)}' is no number"), start)
            : lookup(word) ?? throw new TextError(start, unknown(word));
    }

    static BigInteger? Number(string word)
    {
        var digits = word.Replace("_", "");
        if (digits.Length > MaxBits) return null;
        var (style, skip) = digits.Length > 2 && digits[0] == '0' ? (digits[1] | 32) switch
        {
            'x' => (NumberStyles.AllowHexSpecifier, 2), 'b' => (NumberStyles.AllowBinarySpecifier, 2), _ => (NumberStyles.None, 0),
        } : (NumberStyles.None, 0);
        return BigInteger.TryParse((skip > 0 ? "0" : "") + digits[skip..], style, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    bool Operator(string[] any, [NotNullWhen(true)] out string? op, out int place)
    {
        Blank();
        place = at;
        op = any.FirstOrDefault(o => at + o.Length <= to && string.CompareOrdinal(text, at, o, 0, o.Length) == 0);
        at += op?.Length ?? 0;
        return op is not null;
    }

    void Blank() { while (at < to && char.IsWhiteSpace(text[at])) at++; }

    static BigInteger Bounded(BigInteger value, int place) =>
        value.GetBitLength() <= MaxBits ? value : throw new TextError(place, $"a value has at most {MaxBits} bits");

    static string Shown(string word) => word.Length <= 32 ? word : word[..32] + "…";
}

/// <summary>A mistake at a column (from 0) of the line being read.</summary>
sealed class TextError(int column, string message) : Exception(message)
{
    public int Column { get; } = column;
}
