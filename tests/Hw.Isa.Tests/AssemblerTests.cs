using Hw.Isa.Txu;
using static Hw.Isa.Txu.Registers;

namespace Hw.Isa.Tests;

public class AssemblerTests
{
    static readonly IsaDefinition isa = TxuIsa.Definition;

    [Fact]
    public void Text_and_CSharp_give_the_same_words()
    {
        var text = Assembler.Assemble(isa, """
            ; a tile
            .equ ROWS, 4 * (8 - 4)
            .equ BASE 0x1_0000 | 1 << 8
              SETA  a1, BASE + 2*ROWS      # comment
              setl  A1, 2, -32
              SETS  s0, ROWS, 3, st0=64    // comment
              LOOP  65535
              LD    a0, a1, s0  wait(3, 4) signal(5)
              ENDL
              MM    a1, a2, a3, s15, ADD  signal(1,2)
              MM    a1, a2, a3, s15, type=INT8
              VQ    a1, a2, s3, scale=0xFFFF, 63
              ST    a1, a2, s3, acc
              NOP   VX
              FENCE LD|st
              FENCE 0
              HALT  wait(31)
              .word 0x12
            """);
        var p = new IsaProgram(isa);
        p.Add(new Seta(A(1), 0x10100 + 32));
        p.Add(new Setl(A(1), 2, -32));
        p.Add(new Sets(S(0), 16, 3, St0: 64));
        p.Add(new Loop(65535));
        p.Add(new Ld(A(0), A(1), S(0)), wait: [3, 4], signal: [5]);
        p.Add(new Endl());
        p.Add(new Mm(A(1), A(2), A(3), S(15), MmMode.ADD), signal: [1, 2]);
        p.Add(new Mm(A(1), A(2), A(3), S(15)));
        p.Add(new Vq(A(1), A(2), S(3), 0xFFFF, 63));
        p.Add(new St(A(1), A(2), S(3), Space.ACC));
        p.Add(new Nop(Queue.VX));
        p.Add(new Fence(Queues.LD | Queues.ST));
        p.Add(new Fence(Queues.None));
        p.Add(new Halt(), wait: [31]);
        p.AddWord(0x12);
        Assert.Equal(p.Words.Select(isa.Text), text.Words.Select(isa.Text));
        Assert.Equal(p.Words, text.Words);
        Assert.Equal(new SourcePlace("input.asm", 4), text.PlaceOf(0));
        Assert.Equal(new SourcePlace("input.asm", 18), text.PlaceOf(14));
    }

    [Theory]
    [InlineData("MN a1, a2, a3, s0", 1, "there is no instruction 'MN'. Did you mean MM?")]
    [InlineData("SET a1, 3", 1, "there is no instruction 'SET'. Did you mean SETA?")]
    [InlineData("wibbleflop", 1, "there is no instruction 'wibbleflop'.")]
    [InlineData("  MM a1, a2, a3", 16, "MM lacks its operand shape: MM acc, moving, stationary, shape, [mode], [type], [alpha], [tail], [lanes]")]
    [InlineData("MM a1, a2, a3, s0, AD", 20, "MM: mode cannot be 'AD'. Did you mean ADD? Legal: SET, ADD, SCALE.")]
    [InlineData("MM a1, a2, a3, s16", 16, "MM: shape is a register s0 … s15, not 's16'. Did you mean s15?")]
    [InlineData("MM a1, s2, a3, s0", 8, "MM: moving is a register a0 … a31, not 's2'. Did you mean a2?")]
    [InlineData("MM a1, a2, a3, s0, ADD, mode=ADD", 25, "mode is given twice")]
    [InlineData("MM a1, a2, a3, s0, SET, BF16, v1, 2, 3, 7", 41, "MM takes no operand '7' here. Its form: MM acc, moving, stationary, shape, [mode], [type], [alpha], [tail], [lanes]")]
    [InlineData("MM a1, a2, a3, s0, type=3", 25, "MM: type is 3; legal: INT8, BF16, E4M3")]
    [InlineData("MM a1, a2, a3, s0, tipe=0", 20, "MM has no operand 'tipe'. Did you mean type? Its form: MM acc, moving, stationary, shape, [mode], [type], [alpha], [tail], [lanes]")]
    [InlineData("LOOP 0", 6, "LOOP: count is 0; legal: 1 … 65535")]
    [InlineData("LOOP 1 << 16", 6, "LOOP: count is 65536; legal: 1 … 65535")]
    [InlineData("LOOP 3 wait(1)", 8, "LOOP cannot wait: its format 'short' has no semaphores")]
    [InlineData("LOOP (3", 6, "this parenthesis is never closed")]
    [InlineData("LOOP 3 +", 9, "a value is missing")]
    [InlineData("LOOP 3 $", 8, "'$' is not expected here")]
    [InlineData("LOOP 4 / (2 - 2)", 8, "division by zero")]
    [InlineData("LOOP 0x", 6, "'0x' is no number")]
    [InlineData("LOOP count", 6, "LOOP: count cannot be 'count'.")]
    [InlineData("ENDL 3", 6, "ENDL takes no operand '3' here. Its form: ENDL")]
    [InlineData("NOP MX", 5, "NOP: queue cannot be 'MX'. Did you mean MM? Legal: LD, ST, MM, VX, CT.")]
    [InlineData("HALT wait(32)", 11, "HALT: wait(32): there are semaphores 0 … 31")]
    [InlineData("HALT wait(1,2,3)", 6, "HALT: wait takes 1 … 2 semaphores, got 3")]
    [InlineData("HALT wait(1) wait(2)", 14, "wait is given twice")]
    [InlineData("HALT wait(1", 6, "this wait( is never closed")]
    [InlineData("HALT wait(1) 3", 14, "'3' is not expected here")]
    [InlineData("HALT ,", 6, "an operand is missing")]
    [InlineData(".equ 3, 4", 6, "write .equ NAME, value")]
    [InlineData(".word 1 << 128", 7, "a word is 128 bits, unsigned")]
    [InlineData(".wrd 1", 1, "there is no directive '.wrd'. Did you mean .word?")]
    public void Mistakes_are_named_and_placed(string line, int column, string message)
    {
        Assert.Null(Assembler.TryAssemble(isa, "; first line\n" + line, out var errors, "t.asm"));
        Assert.Equal($"t.asm(2,{column}): error {message}", Assert.Single(errors).ToString());
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var e = Assert.Throws<IsaException>(() => Assembler.Assemble(isa, "MN\nHALT\nLOOP 0\n.equ A, 1\n.equ a, 2"));
        Assert.Equal(["input.asm(1,1)", "input.asm(3,6)", "input.asm(5,6)"], e.Errors.Select(x => x.Split(':')[0]));
    }

    [Fact]
    public void Disassembly_assembles_to_the_same_bytes()
    {
        var random = new Random(3);
        var p = new IsaProgram(isa);
        foreach (var info in isa.Instructions)
            for (var n = 0; n < 100; n++) p.AddWord(RandomWords.Legal(isa, info, random).Word);
        p.AddWord((UInt128)0x02 | (UInt128)0x21 << 14 | (UInt128)0x3F << 26);   // only the second wait and the second signal
        p.AddWord(UInt128.MaxValue);
        p.AddWord(0);
        for (var n = 0; n < 1000; n++) p.AddWord(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()));
        Assert.Equal(p.ToBytes(), Assembler.Assemble(isa, p.Disassemble()).ToBytes());
        Assert.Equal("HALT  wait(-, 1)  signal(-, 31)", isa.Text(p.Words[100 * isa.Instructions.Length]));
    }

    [Fact]
    public void An_illegal_word_says_why() =>
        Assert.Equal($".word 0x00000000000000000000000000000000   ; IllegalOpcode: opcode 0x00 is no instruction of txu {isa.Version}", isa.Text(0));

    /// <summary>No text makes the assembler fail other than by reporting errors: noise, and legal programs with noise in them.</summary>
    [Fact]
    public void No_text_crashes_the_assembler()
    {
        var random = new Random(11);
        string[] pieces = ["MM", "SETA", "a1", "s0", ",", "(", ")", "wait(", "signal(", "-", "~", "<<", ">>", "0x", "0b2", "1_0", "=", ".equ", ".word", "X", "/", "%", "0", "|", "\t", "é", "\0", "99999999999999999999999999", "a99999999999999999999", "ADD", ";", "\r"];
        for (var n = 0; n < 20_000; n++)
        {
            var noise = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
                random.Next(3) == 0 ? ((char)random.Next(1, 0x3000)).ToString() : pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            if (Assembler.TryAssemble(isa, noise, out var errors) is { } program)
                Assert.Equal(program.ToBytes(), Assembler.Assemble(isa, program.Disassemble()).ToBytes());
            else Assert.NotEmpty(errors);
        }
        foreach (var deep in new[] { new string('(', 100_000), new string('-', 100_000), "1" + string.Concat(Enumerable.Repeat("<<255", 10_000)), new string('9', 100_000) })
            Assert.Null(Assembler.TryAssemble(isa, "LOOP " + deep, out _));
    }

    [Fact]
    public void Expressions_follow_C()
    {
        Assert.Equal((UInt128)(2 + 3 * 4), Word("2 + 3 * 4"));
        Assert.Equal((UInt128)(1 << 2 + 1 | 8 & 12 ^ 3), Word("1 << 2 + 1 | 8 & 12 ^ 3"));
        Assert.Equal((UInt128)(-(-7) % 4 - ~2), Word("-(-7) % 4 - ~2"));
        Assert.Equal((UInt128)(100 >> 2 >> 1), Word("100 >> 2 >> 1"));
        Assert.Equal((UInt128)0b1010_0101, Word("0b1010_0101"));

        static UInt128 Word(string expression) => Assembler.Assemble(isa, ".word " + expression).Words[0];
    }
}
