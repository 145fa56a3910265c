using System.Globalization;
using System.Numerics;

namespace Hw.Isa;

/// <summary>Where the names of an expression are looked up.</summary>
interface INames
{
    /// <returns>The value; null when there is none yet, and then the line is read again when every name is known.</returns>
    /// <exception cref="TextError">There is none and there will be none.</exception>
    BigInteger? Value(ReadOnlySpan<char> name, int column, FieldForm? field);
}

/// <summary>
/// Integer expressions of assembly: numbers (12, 0x1F, 0b101, 'A', digits grouped by _), names, parentheses, unary - ~ +, and binary
/// | ^ &amp; &lt;&lt; &gt;&gt; + - * / % with C's precedence. Reads as far as it goes and stops there. Any text gives a value or a <see cref="TextError"/>; nothing grows beyond 256 bits.
/// </summary>
ref struct Expression(ReadOnlySpan<char> text, int at, INames names, FieldForm? field)
{
    public const int MaxBits = 256;
    const int MaxDepth = 64;
    readonly ReadOnlySpan<char> text = text;
    int depth;

    /// <summary>Where it stopped.</summary>
    public int At { get; private set; } = at;
    /// <summary>Some name has no value yet, so the result means nothing.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The value of the expression that begins here.</summary>
    public BigInteger Read() => Binary(1);

    BigInteger Binary(int least)
    {
        var left = Unary();
        while (Operator(out var width) is var level && level >= least)
        {
            var (place, op) = (At, text[At]);
            At += width;
            var right = Binary(level + 1);
            left = IsOpen ? default : Bounded(Apply(op, left, right, place), place);
        }
        return left;
    }

    static BigInteger Apply(char op, BigInteger a, BigInteger b, int place) => op switch
    {
        '|' => a | b, '^' => a ^ b, '&' => a & b, '+' => a + b, '-' => a - b, '*' => a * b,
        '/' or '%' when b.IsZero => throw new TextError(place, "division by zero"),
        '/' => a / b,
        '%' => a % b,
        _ when b < 0 || b >= MaxBits => throw new TextError(place, $"a shift is 0 … {MaxBits - 1}"),
        '<' => a << (int)b,
        _ => a >> (int)b,
    };

    /// <returns>How tightly the operator here binds; 0 when there is none.</returns>
    int Operator(out int width)
    {
        Blank();
        width = 1;
        switch (At < text.Length ? text[At] : '\0')
        {
            case '|': return 1;
            case '^': return 2;
            case '&': return 3;
            case '<' or '>' when At + 1 < text.Length && text[At + 1] == text[At]: width = 2; return 4;
            case '+' or '-': return 5;
            case '*' or '/' or '%': return 6;
            default: return 0;
        }
    }

    BigInteger Unary()
    {
        Blank();
        if (++depth > MaxDepth) throw new TextError(At, $"an expression nests at most {MaxDepth} deep");
        if (At >= text.Length) throw new TextError(At, "a value is missing");
        BigInteger value;
        switch (text[At])
        {
            case '-': At++; value = -Unary(); break;
            case '~': At++; value = ~Unary(); break;
            case '+': At++; value = Unary(); break;
            case '(':
                var open = At++;
                value = Binary(1);
                Blank();
                if (At >= text.Length || text[At] != ')') throw new TextError(open, "this parenthesis is never closed");
                At++;
                break;
            default: value = Atom(); break;
        }
        depth--;
        return value;
    }

    BigInteger Atom()
    {
        var start = At;
        if (text[At] == '\'') return Character();
        var word = Lexis.Word(text, start);
        if (word.IsEmpty) throw new TextError(start, text[start] == ',' ? "a value is missing" : $"'{Lexis.Shown(text, start)}' is not expected here");
        At += word.Length;
        if (char.IsAsciiDigit(word[0]) && !Lexis.IsNumbered(word)) return Bounded(Number(word) ?? throw new TextError(start, $"'{Lexis.Shown(word)}' is no number"), start);
        if (word.Length > Lexis.MaxName) throw new TextError(start, $"a name has at most {Lexis.MaxName} characters");
        if (names.Value(word, start, field) is { } value) return value;
        IsOpen = true;
        return default;
    }

    /// <summary>'A', and as in C '\n' and '\''.</summary>
    BigInteger Character()
    {
        var start = At;
        var rest = text[(start + 1)..];
        var (value, length) = rest.IsEmpty || rest[0] == '\'' ? (-1, 0) : rest[0] != '\\' ? (rest[0], 1) : (rest.Length > 1 ? Lexis.Escape(rest[1]) : -1, 2);
        if (value < 0 || rest.Length <= length || rest[length] != '\'' || char.IsSurrogate((char)value)) throw new TextError(start, "write a character as 'A', or '\\n'");
        At += length + 2;
        return value;
    }

    static BigInteger? Number(ReadOnlySpan<char> word)
    {
        if (word.Length <= 18)
        {
            var (quick, at, shift) = (0L, 0, 0);
            if (word.Length > 2 && word[0] == '0' && (word[1] | 32) == 'x') (at, shift) = (2, 4);
            for (; at < word.Length; at++)
            {
                var c = word[at];
                var digit = c <= '9' ? c - '0' : shift == 0 ? -1 : (c | 32) is >= 'a' and <= 'f' ? (c | 32) - 'a' + 10 : -1;
                if (digit < 0 || shift > 0 && quick >> 59 != 0) break;
                quick = shift > 0 ? quick << 4 | (uint)digit : quick * 10 + digit;
            }
            if (at == word.Length) return quick;
        }
        var digits = word.ToString().Replace("_", "");
        if (digits.Length > MaxBits || digits.Length == 0) return null;
        var (style, skip) = digits.Length > 2 && digits[0] == '0' ? (digits[1] | 32) switch
        {
            'x' => (NumberStyles.AllowHexSpecifier, 2), 'b' => (NumberStyles.AllowBinarySpecifier, 2), _ => (NumberStyles.None, 0),
        } : (NumberStyles.None, 0);
        return BigInteger.TryParse((skip > 0 ? "0" : "") + digits[skip..], style, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    void Blank() => At = Lexis.Skip(text, At);

    static BigInteger Bounded(BigInteger value, int place) =>
        value.GetBitLength() <= MaxBits ? value : throw new TextError(place, $"a value has at most {MaxBits} bits");
}

/// <summary>What every reader of assembly text shares: blanks, words, and names shown in messages.</summary>
static class Lexis
{
    public const int MaxName = 255;
    const int Most = 32;

    public static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    public static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '$';

    /// <summary>The letters, digits, _ . and $ from here on.</summary>
    public static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && IsWordPart(text[end])) end++;
        if (end == at + 1 && text[at] == '$') end = at;
        return text[at..end];
    }

    /// <summary>1b or 1f: the nearest label 1 before or after.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> word) => word.Length > 1 && (word[^1] | 32) is 'b' or 'f' && !word[..^1].ContainsAnyExceptInRange('0', '9');

    /// <summary>What \n and its like mean; −1 when nothing.</summary>
    public static int Escape(char c) => c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', '\\' => '\\', '"' => '"', '\'' => '\'', _ => -1 };

    public static string Shown(ReadOnlySpan<char> name) => name.Length <= Most ? name.ToString() : $"{name[..Most]}…";

    /// <summary>The character here, whole.</summary>
    public static string Shown(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? text.Slice(at, 2).ToString() : char.IsControl(text[at]) || char.IsSurrogate(text[at]) ? $"U+{(int)text[at]:X4}" : text[at].ToString();
}
