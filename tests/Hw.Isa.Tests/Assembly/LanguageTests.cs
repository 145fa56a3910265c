using System.Buffers.Binary;
using System.Numerics;

namespace Hw.Isa.Tests;

/// <summary>The assembly language: operands as instructions write them, labels, constants, sections, data.</summary>
public class LanguageTests
{
    static readonly IsaDefinition isa = Toy.Isa;

    static IsaProgram Assemble(string text, Files? files = null) => Assembler.Assemble(isa, text, "t.s", new() { Sources = files });
    static uint[] Words(string text) => [.. Assemble(text).Words.Select(w => (uint)w)];
    static byte[] Data(string text, Files? files = null) => Assert.Single(Assemble(".data\n" + text, files).Data).Bytes.ToArray();
    static BigInteger Symbol(IsaProgram program, string name) => program.Symbols.Single(s => s.Name == name).Value;

    /// <summary>What GNU as makes of the same RISC-V text.</summary>
    [Theory]
    [InlineData("addi a0, a1, -5", 0xffb58513)]
    [InlineData("addi x10,x11,-5", 0xffb58513)]
    [InlineData("ADDI A0 , A1 , imm = 0-5  # comment", 0xffb58513)]
    [InlineData("lw a0, 8(sp)", 0x00812503)]
    [InlineData("lw a0, -2048 ( sp )", 0x80012503)]
    [InlineData("lw a0, (4+4)*2-8(sp)", 0x00812503)]
    [InlineData("sw fp, -4(s0)", 0xfe842e23)]
    [InlineData("beq a0, a1, .", 0x00b50063)]
    [InlineData("beq a0, a1, .+8", 0x00b50463)]
    [InlineData("beq a0, a1, . - 4096", 0x80b50063)]
    [InlineData("jal ra, .+0x1000", 0x000010ef)]
    [InlineData("lui a0, 0x12345", 0x12345537)]
    [InlineData("fence rw, w", 0x0310000f)]
    [InlineData("fence R|W, iorw", 0x03f0000f)]
    [InlineData("fence 3, 0", 0x0300000f)]
    [InlineData("stop", 0x00000073)]
    [InlineData("move a0 <- [a1]", 0x3005852b)]
    [InlineData("move a0<-[a1], twice, mode=FAR, count=9", 0x9065852b)]
    [InlineData("move a0<-[a1], count='\\n'-1", 0x9005852b)]
    public void A_line_is_the_word_that_it_says(string line, uint word) => Assert.Equal(word, Assert.Single(Words(line)));

    [Fact]
    public void Labels_lead_forwards_and_backwards()
    {
        Assert.Equal([Beq(12), Jal(1, 4), Beq(-8), Stop, Stop, Jal(0, -20), Jal(0, 4), Stop], Words("""
            start: again: beq a0, a1, .L1
            1:  jal ra, 1f
            1:  beq a0, a1, Start
            .L1: # a label alone
            stop
            1:
            stop
            jal x0, START       ; letters' case does not matter
            jal x0, end
            end: stop
            """));
        Assert.Equal([Jal(1, 4), Jal(1, -4), Jal(1, 0), Jal(1, -4)], Words("jal ra, 2f\n2: jal ra, 2b-4\n2: jal ra, 2b\njal ra, 2b"));
    }

    const uint Stop = 0x73;
    static uint Beq(int distance) => (uint)isa.Encode(new Toy.Beq(new(10), new(11), distance));
    static uint Jal(int rd, int distance) => (uint)isa.Encode(new Toy.Jal(new(rd), distance));

    [Fact]
    public void Constants_may_be_used_before_they_are_given()
    {
        var program = Assemble("""
            lui a0, FOUR
            .equ FOUR, TWO * 2
            .equ TWO, (end - start) / 4
            start: lui a0, .
            lui a0, FOUR << 1
            end:
            .set N, 1
            lui a0, N
            lui a0, LATE + N
            .set N, N + 1
            lui a0, N
            .equ LATE, 10
            """);
        Assert.Equal([4, 4, 8, 1, 11, 2], program.Words.Select(w => (int)(w >> 12)));
        Assert.Equal((4, 2, 2), ((int)Symbol(program, "FOUR"), (int)Symbol(program, "TWO"), (int)Symbol(program, "N")));
        Assert.Equal(SymbolKind.Code, program.Symbols.Single(s => s.Name == "end").Kind);
    }

    [Fact]
    public void A_long_chain_of_constants_resolves_from_either_end()
    {
        const int n = 20_000;
        var chain = Enumerable.Range(0, n).Select(i => $".equ c{i}, c{i + 1} + 1").ToList();
        Assert.Equal(n + 5, (int)(Words(string.Join('\n', chain) + $"\n.equ c{n}, 5\nlui a0, c0")[0] >> 12));
        chain.Reverse();
        Assert.Equal(n + 5, (int)(Words($"lui a0, c0\n.equ c{n}, 5\n" + string.Join('\n', chain))[0] >> 12));
    }

    [Fact]
    public void Data_is_what_it_says()
    {
        Assert.Equal("01ff80fe0201", Hex(".byte 1, -1, 0x80\n.byte ~1 ; two\n.half 0x102"));
        Assert.Equal("44332211" + "8877665544332211" + "fdffffff" + "78563412", Hex(".word32 0x11223344\n.quad 0x1122334455667788\n.long -3\n.word 0x12345678"));
        Assert.Equal("0000c03f" + "6f1203bb" + "0000807f" + "000080ff" + "0000c07f", Hex(".float 1.5, -2e-3, inf, -inf, nan"));
        Assert.Equal("803f0040" + "80ff" + "3800" + "7e81", Hex(".bf16 1, 2, -inf\n.e4m3 1, 0, 448, -0.001953125"));
        Assert.Equal("68693b2023200a00" + "c3a9" + "00", Hex(""".ascii "hi; # \n\0", "é" """ + "\n.asciz \"\""));
        Assert.Equal("01" + "000000" + "02" + "0000" + "03", Hex(".byte 1\n.align 4\n.byte 2\n.zero 2\n.byte 3"));
        static string Hex(string text) => Convert.ToHexStringLower(Data(text));
    }

    /// <summary>Half way between two neighbours the even one; one part in a thousand billion further, the nearer one.</summary>
    [Fact]
    public void Fractions_are_rounded_once()
    {
        Assert.Equal([0x3f80, 0x3f81, 0x3f82], Numbers(".bf16 1.00390625, 1.00390625000001, 1.01171875"));
        Assert.Equal([0x3f80, 0x0001], Numbers(".bf16 0.999999999, 9.2e-41"));
        static int[] Numbers(string text) => [.. Data(text).Chunk(2).Select(b => (int)BinaryPrimitives.ReadUInt16LittleEndian(b))];
    }

    [Fact]
    public void Sections_lie_where_they_are_put_and_know_each_other()
    {
        var program = Assemble("""
            lui a0, table >> 12
            .data 0x4000
            table: .word32 code, end, . - table
            .text
            code: lui a0, end - table
            .data
            .byte 9
            end:
            .data 0x100
            early: .quad early
            """);
        Assert.Equal([4, 13], program.Words.Select(w => (int)(w >> 12)));
        Assert.Equal([0x100L, 0x4000L], program.Data.Select(d => d.Address));
        Assert.Equal("04000000" + "0d400000" + "08000000" + "09", Convert.ToHexStringLower(program.Data[1].Bytes.Span));
        Assert.Equal(0x400d, (int)Symbol(program, "end"));
    }

    [Fact]
    public void Included_text_is_read_where_it_stands()
    {
        var files = new Files { ["lib/a.s"] = ".include \"b.s\"\nA: addi a0, a0, B", ["lib/b.s"] = ".equ B, 7\nstop" };
        var program = Assemble("stop\n.include \"lib/a.s\"\njal ra, A", files);
        Assert.Equal(Words("stop\nstop\naddi a0, a0, 7\njal ra, .-4"), program.Words.Select(w => (uint)w));
        Assert.Equal([new("t.s", 1), new("lib/b.s", 2), new("lib/a.s", 2), new("t.s", 3)], Enumerable.Range(0, 4).Select(program.PlaceOf));
    }

    [Fact]
    public void Tensors_are_placed_described_and_converted()
    {
        byte[] values = [.. new[] { 1f, -2.5f, 1e30f, 0.001f, float.NaN, 100f }.SelectMany(BitConverter.GetBytes)];
        var files = new Files();
        files.Tensors["w.npy:"] = files.Tensors["m.safetensors:q"] = new(Numeral.F32, [1, 2, 3], values);
        files.Tensors["i.npy:"] = new(Numeral.Named("i16")!, [3], new byte[] { 1, 0, 0xff, 0xff, 0x2c, 0x01 });
        var program = Assemble(".data\nlui: .byte 0\n.align 4\n.tensor w, \"w.npy\"\n.tensor q, \"m.safetensors\", \"q\" as bf16\n.tensor i, \"i.npy\" as f32\n.word32 w, q.size, w.rows, w.columns, w.d1, w.count, q.element", files);
        Assert.Equal("00000000" + Convert.ToHexStringLower(values) + "803f20c04a71833ac07fc842" + "0000803f000080bf00009643" + "04000000" + "0c000000" + "02000000" + "03000000" + "02000000" + "06000000" + "02000000",
            Convert.ToHexStringLower(program.Data[0].Bytes.Span));
        Assert.Equal("01ff", Convert.ToHexStringLower(Data(".tensor i, \"j.npy\" as i8", With("j.npy:", new(Numeral.Named("i16")!, [2], new byte[] { 1, 0, 0xff, 0xff })))));
        Wrong(".tensor w, \"w.npy\" as e4m3", "element 2 is 1.0000000150474662E+30, beyond e4m3");
        Wrong(".tensor i, \"i.npy\" as i8", "element 2 is 300, beyond i8");
        Wrong(".tensor w, \"w.npy\" as bf17", "there is no number type 'bf17'. Did you mean bf16?");

        void Wrong(string line, string why) => Assert.Contains(why, Assert.Throws<IsaException>(() => Assemble(".data\n" + line, files)).Message.Replace("E+0", "E+"));
        static Files With(string name, Tensor tensor) { var files = new Files(); files.Tensors[name] = tensor; return files; }
    }

    [Fact]
    public void A_listing_shows_what_each_line_made()
    {
        var text = new StringWriter();
        Assembler.Assemble(isa, "go: stop ; first\n.data 0x10\nd: .byte 1,2,3\n.zero 100\n.include \"i.s\"\n", "t.s", new() { Listing = text, Sources = new Files { ["i.s"] = ".equ N, 3\n.text\nlui a0, N" } });
        Assert.Equal($"""
            toy 1.0 {isa.Hash}

            t.s
                 1  00000000  00000073                               go: stop ; first
                 2                                                   .data 0x10
                 3  00000010  01 02 03                               d: .byte 1,2,3
                 4  00000013  00 00 00 00 00 00 00 00 … 100 bytes    .zero 100
                 5                                                   .include "i.s"

            i.s
                 1                                                   .equ N, 3
                 2                                                   .text
                 3  00000004  00003537                               lui a0, N

            symbols
                        0x00000000  code      go
                        0x00000010  data      d
                                 3  constant  N

            """.Replace("\r", ""), text.ToString());
    }
}
