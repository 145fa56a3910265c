using System.Text;
using Hw.Isa.Txu;

namespace Hw.Isa.Tests;

/// <summary>No text crashes the assembler, hangs it or takes memory without bound: it gives a program, which comes back from its disassembly, or errors.</summary>
public class AssemblerFuzzTests
{
    static readonly string[] words =
    [
        "addi", "lw", "sw", "beq", "jal", "lui", "fence", "move", "stop", "MM", "SETA", "LD", "LOOP", "HALT", "a0", "x1", "sp", "s0", "fp", "rw", "iorw", "ADD", "wait(", "signal(", "twice", "count=",
        ".equ", ".set", ".word", ".text", ".data", ".globl", ".include", ".tensor", ".byte", ".half", ".word32", ".quad", ".float", ".bf16", ".e4m3", ".ascii", ".asciz", ".zero", ".space", ".align",
        "a:", "b:", "1:", "x:", "a", "b", "x", "1b", "1f", "9f", "q.rows", ".", "$", ",", "(", ")", "[", "]", "<-", "=", "+", "-", "*", "/", "%", "<<", ">>", "|", "&", "^", "~", "0", "1", "7", "-1", "4096", "0x", "0x1_0", "0b101",
        "1<<60", "1<<255", "99999999999999999999", "1e999", "nan", "-inf", "1.5", "\"a.s\"", "\"w.npy\"", "\"\\n\"", "\"", "'", "'a'", "as", "bf16", "i8", ";", "#", "//", "\t", "\r", "\0", "é", "\ud83d", "𝟙", "\u2028", "\n", "\n", "\n", "\n",
    ];

    static readonly string[] programs =
    [
        "start: again: beq a0, a1, .L1\n1: jal ra, 1f\n1: beq a0, a1, start\n.L1:\nlw a0, 8(sp)\nsw fp, -4(s0)\nfence rw, w\nmove a0 <- [a1], twice, count=9\n.equ FOUR, TWO * 2\n.equ TWO, (end - start) / 4\nlui a0, FOUR\nend: stop\n",
        ".data 0x100\nd: .byte 1, -1, 'a'\n.half 0x102\n.quad d, end\n.float 1.5, -2e-3, inf\n.bf16 1, 2\n.ascii \"hi; \\n\"\n.align 64\n.zero 100\nend:\n.tensor q, \"w.npy\" as bf16\n.word q.size\n.include \"a.s\"\n",
        ".equ N, 3\n.set M, N\nSETA a1, 0x1000 + N\nLOOP N\nMM a1, a2, a3, s0, ADD wait(0, 1) signal(2)\nLD a0, a1, s1 wait(-, 3)\nENDL\nHALT code=7\n.word 1 << 127\n",
    ];

    static Files Sources()
    {
        var files = new Files { ["a.s"] = "stop\n.equ INC, 4\n", ["self.s"] = ".include \"self.s\"" };
        files.Tensors["w.npy:"] = new(Numeral.F32, [2, 2], new byte[16]);
        return files;
    }

    static void Try(string text)
    {
        foreach (var isa in (IsaDefinition[])[Toy.Isa, TxuIsa.Definition])
        {
            var program = Assembler.TryAssemble(isa, text, out var errors, "f.s", new() { Sources = Sources(), MaxDataBytes = 1 << 20, MaxWords = 1 << 16, MaxText = 1 << 22 });
            Assert.Equal(program is null, errors.Length > 0);
            foreach (var error in errors) Assert.True(error.Text.Length < 4000 && error.Line > 0 && error.Column > 0, error.Text);
            if (program is not null) DisassemblyTests.Same(program, Assembler.Assemble(isa, program.Disassemble()), symbols: true);
        }
    }

    [Fact]
    public void Noise_is_no_trouble() => Fuzz.For(TimeSpan.FromSeconds(1), 1, random => Try(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ =>
        random.Next(20) == 0 ? ((char)random.Next(1, 0x10000)).ToString() : words[random.Next(words.Length)] + (random.Next(3) == 0 ? "" : " ")))));

    [Fact]
    public void Good_programs_gone_bad_are_no_trouble() => Fuzz.For(TimeSpan.FromSeconds(1), 2, random =>
    {
        var text = programs[random.Next(programs.Length)];
        if (random.Next(2) == 0) Try(Encoding.UTF8.GetString(Fuzz.Mutated(Encoding.UTF8.GetBytes(text), random)));
        else
        {
            var parts = text.Split(' ').ToList();
            for (var n = random.Next(1, 4); n > 0; n--) parts[random.Next(parts.Count)] = words[random.Next(words.Length)];
            Try(string.Join(' ', parts));
        }
    });

    [Fact]
    public void Bytes_are_no_trouble() => Fuzz.For(TimeSpan.FromSeconds(0.3), 3, random =>
    {
        var bytes = new byte[random.Next(1, 500)];
        random.NextBytes(bytes);
        Try(Encoding.Latin1.GetString(bytes));
    });

    public static TheoryData<string, string> Giants => new()
    {
        { "deep parentheses", ".word " + new string('(', 60_000) },
        { "deep signs", ".word " + new string('-', 60_000) },
        { "a long sum", ".word 0" + string.Concat(Enumerable.Repeat("+1", 30_000)) },
        { "growing shifts", ".word 1" + string.Concat(Enumerable.Repeat("<<255", 10_000)) },
        { "a long number", ".word " + new string('9', 60_000) },
        { "a long name", ".word " + new string('n', 60_000) },
        { "a name of dots", ".equ x, " + new string('.', 60_000) + "\n.word x" },
        { "a long label", new string('n', 60_000) + ":" },
        { "many labels", string.Concat(Enumerable.Repeat("l:", 30_000)) },
        { "a line without end", new string(' ', 5_000_000) },
        { "many lines", new string('\n', 5_000_000) },
        { "much zero", ".data\n.zero 1 << 60" },
        { "much zero, often", ".data\n" + string.Concat(Enumerable.Repeat(".zero 1000000\n", 10_000)) },
        { "far data", ".data 1 << 56\n.quad 1\n.data (1 << 56) + 1\n" },
        { "many segments", string.Concat(Enumerable.Range(0, 50_000).Select(i => $".data {i * 8}\n.byte 1\n")) },
        { "unknown names", string.Concat(Enumerable.Range(0, 50_000).Select(i => $"lui a0, unknown{i}\nl{i}:\n")) },
        { "a circle", string.Concat(Enumerable.Range(0, 50_000).Select(i => $".equ c{i}, c{(i + 1) % 50_000}\n")) },
        { "one that all need", string.Concat(Enumerable.Range(0, 20_000).Select(i => $".equ c{i}, " + string.Join('+', Enumerable.Range(1, 5).Select(k => $"c{i + k}")) + " & 255\n")) },
        { "settings", string.Concat(Enumerable.Range(0, 50_000).Select(i => $".set n, {i}\nlui a0, n + late\n")) + "late:" },
        { "numbered labels", string.Concat(Enumerable.Repeat("1: lui a0, (1f - 1b) + (1f - .)\n", 50_000)) },
        { "itself", ".include \"self.s\"" },
    };

    [Theory, MemberData(nameof(Giants))]
    public void Giants_are_no_trouble(string what, string text)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assembler.TryAssemble(Toy.Isa, text, out _, "f.s", new() { Sources = Sources(), MaxDataBytes = 1 << 24 });
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{what}: {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 512L << 20, $"{what}: {GC.GetAllocatedBytesForCurrentThread() - before:N0} bytes");
    }
}
