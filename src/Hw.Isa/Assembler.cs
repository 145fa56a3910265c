using System.Collections.Immutable;
using System.Numerics;

namespace Hw.Isa;

/// <summary>A mistake in assembly text, as compilers print it: <c>file(line,column): error message</c>.</summary>
public sealed record AssemblyError(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): error {Message}";
}

/// <summary>
/// Assembly text of any ISA to words. A line is
/// <code>MM a1, a2, a3, s0, accumulate  wait(3, 4) signal(5)   ; comment</code>
/// operands in declared order; those with a default may be left out or given as <c>name=value</c>; a flag is given by its name.
/// <c>.equ NAME, expression</c> names a constant, <c>.word expression</c> is a word as it stands. ; # and // begin a comment.
/// Letters' case does not matter. All errors are found in one pass, and no text makes it fail otherwise.
/// </summary>
public sealed class Assembler
{
    readonly IsaDefinition isa;
    readonly string file;
    readonly IsaProgram program;
    readonly Dictionary<string, BigInteger> constants = new(StringComparer.OrdinalIgnoreCase);
    readonly List<AssemblyError> errors = [];

    Assembler(IsaDefinition isa, string file) => (this.isa, this.file, program) = (isa, file, new(isa));

    /// <exception cref="IsaException">Every error of the text.</exception>
    public static IsaProgram Assemble(IsaDefinition isa, string text, string file = "input.asm") =>
        TryAssemble(isa, text, out var errors, file) ?? throw new IsaException([.. errors.Select(e => e.ToString())]);

    /// <returns>The program, or null and the errors.</returns>
    public static IsaProgram? TryAssemble(IsaDefinition isa, string text, out ImmutableArray<AssemblyError> errors, string file = "input.asm")
    {
        var assembler = new Assembler(isa, file);
        var line = 0;
        foreach (var source in text.Split('\n'))
        {
            line++;
            try { assembler.Line(source, line); }
            catch (TextError e) { assembler.errors.Add(new(file, line, e.Column + 1, e.Message)); }
        }
        errors = [.. assembler.errors];
        return errors.IsEmpty ? assembler.program : null;
    }

    void Line(string line, int number)
    {
        var end = line.Length;
        foreach (var comment in (string[])[";", "#", "//"])
            if (line.IndexOf(comment, StringComparison.Ordinal) is >= 0 and var c) end = Math.Min(end, c);
        var start = Skip(line, 0, end);
        if (start == end) return;
        var after = start;
        while (after < end && !char.IsWhiteSpace(line[after])) after++;
        var name = line[start..after];
        if (name.Equals(".equ", StringComparison.OrdinalIgnoreCase)) Constant(line, after, end);
        else if (name.Equals(".word", StringComparison.OrdinalIgnoreCase)) program.AddWord(Word(line, after, end), new(file, number));
        else if (isa.Find(name) is { } info) program.AddWord(new OperandReader(isa, info, line, after, end, constants).Word(), new(file, number));
        else throw new TextError(start, $"there is no instruction '{Shown(name)}'.{Nearest.Hint(name, isa.Instructions.Select(i => i.Mnemonic).Append(".equ").Append(".word"))}");
    }

    void Constant(string line, int at, int end)
    {
        var start = Skip(line, at, end);
        var after = start;
        while (after < end && (char.IsAsciiLetterOrDigit(line[after]) || line[after] == '_')) after++;
        if (after == start || char.IsAsciiDigit(line[start])) throw new TextError(start, "write .equ NAME, value");
        var value = Skip(line, after, end);
        if (value < end && line[value] is ',' or '=') value++;
        if (!constants.TryAdd(line[start..after], Evaluate(line, value, end)))
            throw new TextError(start, $"{Shown(line[start..after])} already has a value");
    }

    UInt128 Word(string line, int at, int end)
    {
        var value = Evaluate(line, at, end);
        return value >= 0 && value < BigInteger.One << isa.Shape.WordBits ? (UInt128)value : throw new TextError(Skip(line, at, end), $"a word is {isa.Shape.WordBits} bits, unsigned");
    }

    BigInteger Evaluate(string line, int at, int end) =>
        new Expression(line, at, end, n => constants.TryGetValue(n, out var v) ? v : null,
            n => $"there is no constant '{Shown(n)}'.{Nearest.Hint(n, constants.Keys)}").Value();

    internal static int Skip(string line, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(line[at])) at++;
        return at;
    }

    internal static string Shown(string name) => name.Length <= 32 ? name : name[..32] + "…";
}
