using System.Globalization;

namespace Hw.Oracles;

/// <summary>
/// Encodings written down by hand, a line per instruction: its fixed bits, then what other bits are legal for, `hi..lo=value` and `hi..lo:least-greatest`. A field without a colon takes every pattern, and bits that a
/// line does not name must be zero. Of two lines that both fit, the one with more fixed bits is meant.
/// </summary>
public sealed class EncodingOracle
{
    sealed record Line(string Name, UInt128 Mask, UInt128 Match, UInt128 Named, List<(int Hi, int Lo, List<(long Least, long Greatest)> Legal)> Limits);

    readonly List<Line> lines = [];

    public EncodingOracle(string text, int wordBits)
    {
        var all = UInt128.MaxValue >> (128 - wordBits);
        foreach (var words in text.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 0))
        {
            var (mask, match, named) = (UInt128.Zero, UInt128.Zero, UInt128.Zero);
            var limits = new List<(int, int, List<(long, long)>)>();
            foreach (var word in words[1..])
            {
                var parts = word.Split('=', ':');
                var ends = parts[0].Split("..");
                var (hi, lo) = (Number(ends[0]), Number(ends[^1]));
                var bits = ((UInt128.One << (int)(hi - lo + 1)) - 1) << (int)lo;
                named |= bits;
                if (word.Contains('=')) (mask, match) = (mask | bits, match | (UInt128)Number(parts[1]) << (int)lo);
                else if (word.Contains(':')) limits.Add(((int)hi, (int)lo, [.. parts[1].Split(',').Select(r => (Number(r.Split('-')[0]), Number(r.Split('-')[^1])))]));
            }
            lines.Add(new(words[0], mask, match, named & all, limits));
        }
        All = all;
    }

    UInt128 All { get; }
    public IEnumerable<string> Names => lines.Select(l => l.Name);

    /// <summary>The instruction, or null; and 0 legal, 1 no instruction, 2 a set bit that must be zero or no semaphore, 3 an illegal operand. Limits of bits 8 … 31 with four entries of six bits are semaphores.</summary>
    public (string? Name, int Cause) Find(UInt128 word)
    {
        var line = lines.Where(l => (word & l.Mask) == l.Match).OrderByDescending(l => UInt128.PopCount(l.Mask)).FirstOrDefault();
        if (line is null) return (null, 1);
        if ((word & ~line.Named & All) != 0) return (line.Name, 2);
        var bad = line.Limits.Where(f => (long)(word >> f.Lo & ((UInt128.One << (f.Hi - f.Lo + 1)) - 1)) is var value && !f.Legal.Any(r => r.Least <= value && value <= r.Greatest)).ToList();
        return (line.Name, bad.Count == 0 ? 0 : bad.Any(f => Semaphores.Contains((f.Hi, f.Lo)) && f.Legal.Contains((32, 63))) ? 2 : 3);
    }

    static readonly (int, int)[] Semaphores = [(13, 8), (19, 14), (25, 20), (31, 26)];

    static long Number(string text) => text.StartsWith("0x", StringComparison.Ordinal) ? long.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>After the tables of the RISC-V unprivileged manual (RV32I 2.1, Zihintpause), in the manner of riscv-opcodes.</summary>
    public const string Rv32i = """
        lui    31..12 11..7 6..0=0x37
        auipc  31..12 11..7 6..0=0x17
        jal    31..12 11..7 6..0=0x6f
        jalr   31..20 19..15 14..12=0 11..7 6..0=0x67
        beq    31..25 24..20 19..15 14..12=0 11..7 6..0=0x63
        bne    31..25 24..20 19..15 14..12=1 11..7 6..0=0x63
        blt    31..25 24..20 19..15 14..12=4 11..7 6..0=0x63
        bge    31..25 24..20 19..15 14..12=5 11..7 6..0=0x63
        bltu   31..25 24..20 19..15 14..12=6 11..7 6..0=0x63
        bgeu   31..25 24..20 19..15 14..12=7 11..7 6..0=0x63
        lb     31..20 19..15 14..12=0 11..7 6..0=0x03
        lh     31..20 19..15 14..12=1 11..7 6..0=0x03
        lw     31..20 19..15 14..12=2 11..7 6..0=0x03
        lbu    31..20 19..15 14..12=4 11..7 6..0=0x03
        lhu    31..20 19..15 14..12=5 11..7 6..0=0x03
        sb     31..25 24..20 19..15 14..12=0 11..7 6..0=0x23
        sh     31..25 24..20 19..15 14..12=1 11..7 6..0=0x23
        sw     31..25 24..20 19..15 14..12=2 11..7 6..0=0x23
        addi   31..20 19..15 14..12=0 11..7 6..0=0x13
        slti   31..20 19..15 14..12=2 11..7 6..0=0x13
        sltiu  31..20 19..15 14..12=3 11..7 6..0=0x13
        xori   31..20 19..15 14..12=4 11..7 6..0=0x13
        ori    31..20 19..15 14..12=6 11..7 6..0=0x13
        andi   31..20 19..15 14..12=7 11..7 6..0=0x13
        slli   31..25=0 24..20 19..15 14..12=1 11..7 6..0=0x13
        srli   31..25=0 24..20 19..15 14..12=5 11..7 6..0=0x13
        srai   31..25=32 24..20 19..15 14..12=5 11..7 6..0=0x13
        add    31..25=0 24..20 19..15 14..12=0 11..7 6..0=0x33
        sub    31..25=32 24..20 19..15 14..12=0 11..7 6..0=0x33
        sll    31..25=0 24..20 19..15 14..12=1 11..7 6..0=0x33
        slt    31..25=0 24..20 19..15 14..12=2 11..7 6..0=0x33
        sltu   31..25=0 24..20 19..15 14..12=3 11..7 6..0=0x33
        xor    31..25=0 24..20 19..15 14..12=4 11..7 6..0=0x33
        srl    31..25=0 24..20 19..15 14..12=5 11..7 6..0=0x33
        sra    31..25=32 24..20 19..15 14..12=5 11..7 6..0=0x33
        or     31..25=0 24..20 19..15 14..12=6 11..7 6..0=0x33
        and    31..25=0 24..20 19..15 14..12=7 11..7 6..0=0x33
        fence      31..28 27..24 23..20 19..15 14..12=0 11..7 6..0=0x0f
        fence.tso  31..28=8 27..24=3 23..20=3 19..15 14..12=0 11..7 6..0=0x0f
        pause      31..28=0 27..24=1 23..20=0 19..15=0 14..12=0 11..7=0 6..0=0x0f
        ecall   31..20=0 19..7=0 6..0=0x73
        ebreak  31..20=1 19..7=0 6..0=0x73
        """;

    /// <summary>The TXU at version 0.2, after its manual of that version. SEM stands for its four semaphore references.</summary>
    public static readonly string Txu = """
        NOP    7..0=0x01 SEM 46..44:0-4
        HALT   7..0=0x02 SEM 59..44
        FENCE  7..0=0x03 SEM 47..44
        LOOP   7..0=0x04 23..8:1-65535 39..24
        ENDL   7..0=0x05
        SETA   7..0=0x08 12..8 52..13
        SETL   7..0=0x09 12..8 14..13 46..15
        SETS   7..0=0x0a 11..8 24..12:1-8191 37..25:1-8191 50..38:1-8191 74..51 98..75 122..99
        SETQ   7..0=0x0b 12..8 18..13
        SETC   7..0=0x0c 11..8 43..12 75..44 95..76 115..96
        LD     7..0=0x10 SEM 48..44 53..49 57..54 58
        ST     7..0=0x11 SEM 48..44 53..49 57..54 58
        LDT    7..0=0x12 SEM 48..44 53..49 57..54 58
        STT    7..0=0x13 SEM 48..44 53..49 57..54 58
        MM     7..0=0x20 SEM 35..32:0-2 37..36:0-2 48..44 53..49 58..54 62..59 67..63 72..68 77..73
        VQ     7..0=0x30 SEM 35..32:0-2 36 48..44 53..49 62..59 71..68 102..87 108..103
        VDQ    7..0=0x31 SEM 35..32:0-3 36 48..44 53..49 62..59 71..68
        VBIN   7..0=0x32 SEM 48..44 53..49 58..54 62..59 78..77 80..79 82..81 86..83:0-4
        VACT   7..0=0x33 SEM 36 48..44 53..49 62..59 71..68 78..77 80..79 86..83:0-5
        VGLU   7..0=0x34 SEM 48..44 53..49 58..54 62..59 78..77 80..79 82..81
        VRED   7..0=0x35 SEM 36 53..49 62..59 67..63 80..79 86..83:0-2
        VNRM   7..0=0x36 SEM 48..44 53..49 58..54 62..59 67..63 78..77 80..79
        VROPE  7..0=0x37 SEM 48..44 53..49 58..54 62..59 78..77 80..79 82..81
        SMX    7..0=0x38 SEM 35..32:1-2 36 37 38 48..44 53..49 58..54 62..59 67..63 71..68 76..72
        SMXF   7..0=0x39 SEM 48..44 53..49 62..59 67..63 78..77
        """.Replace("SEM", "13..8:0,32-63 19..14:0,32-63 25..20:0,32-63 31..26:0,32-63");
}
