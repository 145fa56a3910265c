using System.Globalization;
using System.Text.RegularExpressions;

namespace Hw.Isa.Rv32i.Tests;

/// <summary>The assembler and the disassembler of GNU binutils, for RV32I and PAUSE and nothing else.</summary>
static partial class Gnu
{
    public static byte[] Assemble(string text)
    {
        var (source, unit, bytes) = (Tools.Scratch("gnu.s"), Tools.Scratch("gnu.o"), Tools.Scratch("gnu.bin"));
        File.WriteAllText(source, text);
        Tools.Run(Tools.Cross + "as", "-march=rv32i_zihintpause", "-mabi=ilp32", "-mno-relax", "-o", unit, source);
        Tools.Run(Tools.Cross + "objcopy", "-O", "binary", "-j", ".text", unit, bytes);
        return File.ReadAllBytes(bytes);
    }

    /// <summary>What each word reads as, first operands of the mnemonic and then the operands, plain: see <see cref="Plain"/>. A word that is no instruction reads as nothing.</summary>
    public static List<string> Disassemble(IEnumerable<uint> words)
    {
        // .insn, because a .word would be data; the unit says which extensions are meant, where a bare binary means all of them
        Assemble(string.Concat(words.Select(w => $".insn 0x{w:x8}\n")));
        var lines = Line().Matches(Tools.Run(Tools.Cross + "objdump", "-d", "-M", "no-aliases", Tools.Scratch("gnu.o")));
        return [.. lines.Select(l => l.Groups[3].Value.StartsWith('.') ? "" : Plain(l.Groups[3].Value, uint.Parse(l.Groups[1].Value, NumberStyles.HexNumber), hexTargets: true))];
    }

    /// <summary>Words with one blank between them: numbers in decimal, targets as addresses, no remarks.</summary>
    public static string Plain(string text, uint at, bool hexTargets)
    {
        var parts = Remark().Replace(text, "").Split([' ', '\t', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (parts[0] is ['b', ..] or "jal") parts[^1] = $"to {(hexTargets ? uint.Parse(parts[^1], NumberStyles.HexNumber) : (uint)(at + long.Parse(parts[^1].TrimStart('.'), NumberStyles.AllowLeadingSign))):x}";
        if (parts[0] == "fence") parts = [.. parts.Select(p => p == "unknown" ? "0" : p)];
        return string.Join(' ', parts.Select(p => p.StartsWith("0x") ? $"{long.Parse(p[2..], NumberStyles.HexNumber)}" : p));
    }

    [GeneratedRegex(@"^ *([0-9a-f]+):\s+([0-9a-f]+)\s+(.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"<.*>|#.*|;.*")]
    private static partial Regex Remark();
}
