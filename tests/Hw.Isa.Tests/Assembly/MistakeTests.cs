namespace Hw.Isa.Tests;

/// <summary>What is said of a wrong text: place, the line with a caret, cause, the nearest right thing; everything at once, nothing twice.</summary>
public class MistakeTests
{
    static string[] Wrong(string text, Files? files = null, AssemblyOptions? options = null)
    {
        Assert.Null(Assembler.TryAssemble(Toy.Isa, text, out var errors, "t.s", (options ?? new()) with { Sources = files }));
        Assert.NotEmpty(errors);
        return [.. errors.Select(e => e.ToString())];
    }

    [Theory]
    [InlineData("addi a0, b1, 3", 10, "addi: rs1 is a register x0 … x31, not 'b1'. Did you mean a1?")]
    [InlineData("addi a0, x40, 3", 10, "addi: rs1 is a register x0 … x31, not 'x40'. Did you mean x31?")]
    [InlineData("addi a0, a1, 2048", 14, "addi: imm is 2048; legal: -2048 … 2047")]
    [InlineData("addi a0 a1, 3", 9, "'a' is not expected here")]
    [InlineData("addi a0, a1", 12, "addi lacks its operand imm: addi rd, rs1, imm")]
    [InlineData("lw a0, 8 sp", 10, "'(' is missing here. Its form: lw rd, imm(rs1)")]
    [InlineData("lw a0, 8(sp", 12, "')' is missing here. Its form: lw rd, imm(rs1)")]
    [InlineData("lw a0", 6, "lw lacks its operand rs1: lw rd, imm(rs1)")]
    [InlineData("lw a0, 8(sp), 3", 15, "lw takes no operand '3' here. Its form: lw rd, imm(rs1)")]
    [InlineData("move a0 <- [a1], 3", 18, "move takes no operand '3' here. Its form: move to <- [from], [mode], [twice], [count]")]
    [InlineData("move a0 <- [a1], cont=3", 18, "move has no operand 'cont'. Did you mean count? Its form: move to <- [from], [mode], [twice], [count]")]
    [InlineData("move a0 <- [a1], to=a2", 18, "to is given twice")]
    [InlineData("beq a0, a1, 5000", 13, "beq: offset is 5000, 5000 bytes from here; legal: -4096 … 4094, multiples of 2")]
    [InlineData("beq a0, a1, .+1", 13, "beq: offset is 1, 1 bytes from here; legal: -4096 … 4094, multiples of 2")]
    [InlineData("beq a0, a1, here\nhire:", 13, "beq: offset cannot be 'here'. Did you mean hire?")]
    [InlineData("beq a0, a1, 1b\n1:", 13, "there is no label 1 before this line")]
    [InlineData("1: beq a0, a1, 1f", 16, "there is no label 1 after this line")]
    [InlineData("fence rq, w", 7, "fence: pred cannot be 'rq'. Did you mean R? Legal: W, R, O, I.")]
    [InlineData(".byte 1", 1, ".byte stands in data: write .data before it")]
    [InlineData(".data\nstop", 1, "stop stands in data: write .text before it")]
    [InlineData(".data\n.byte 256", 7, "256 does not fit 8 bits: -128 … 255")]
    [InlineData(".data\n.byte 1,", 9, "a value is missing")]
    [InlineData(".data\n.byte ,1", 7, "a value is missing")]
    [InlineData(".data\n.byte late\n.equ late, 300", 7, "300 does not fit 8 bits: -128 … 255")]
    [InlineData(".data\n.zero late\n.equ late, 3", 7, "'late' has no value yet, and one is needed here: define it above")]
    [InlineData(".data\n.zero 1<<60", 7, "a program has at most 1,073,741,824 bytes of data; this would make 1,152,921,504,606,846,976")]
    [InlineData(".data\n.zero -1", 7, "a number of bytes is 0 … 9,223,372,036,854,775,807, not -1")]
    [InlineData(".data -1", 7, "an address is 0 … 72,057,594,037,927,936, not -1")]
    [InlineData(".data\n.align 3", 8, "an alignment is a power of two, in bytes; 3 is none")]
    [InlineData(".data\n.float 1.5.2", 8, "'1.5.2' is no number: write 1.5, -2e-3, inf or nan")]
    [InlineData(".data\n.float 1e40", 8, "1e40 is beyond f32")]
    [InlineData(".data\n.e4m3 449, 500", 12, "500 is beyond e4m3")]
    [InlineData(".data\n.e4m3 inf", 7, "inf is beyond e4m3")]
    [InlineData(".data\n.ascii hi", 8, "text in quotation marks is missing")]
    [InlineData(".data\n.ascii \"hi", 8, "this quotation is never closed")]
    [InlineData(".data\n.ascii \"\\q\"", 9, "'\\q' means nothing: there are \\n \\t \\r \\0 \\\\ \\\" and \\'")]
    [InlineData(".data\n.quat 3", 1, "there is no directive '.quat'. Did you mean .quad?")]
    [InlineData(".data 0\n.quad 1\n.data 4\n.byte 1", 1, "the data at 0x4 … 0x4 lies where the data at 0x0 … 0x7 lies", 3)]
    [InlineData("x: stop\nX: stop", 1, "x already has a value, from t.s(1)")]
    [InlineData(".equ x, 1\n.set x, 2", 6, "x already has a value, from t.s(1)")]
    [InlineData("3x: stop", 1, "a label begins with a letter, or is a number")]
    [InlineData(".equ a, b + 1\n.equ b, a", 9, "the value of a needs itself", 1)]
    [InlineData(".set a, later\nlater:", 9, "'later' has no value yet, and one is needed here: define it above", 1)]
    [InlineData("lui a0, ''", 9, "write a character as 'A', or '\\n'")]
    [InlineData("lui a0, 5 @", 11, "'@' is not expected here")]
    [InlineData(".include \"none.s\"", 10, "there are no files here to include")]
    public void A_mistake_is_placed_and_explained(string text, int column, string message, int line = 0)
    {
        if (line == 0) line = message.Contains("before this") || message.Contains("cannot be") ? 1 : text.Count(c => c == '\n') + 1;
        if (text.Contains("late\n")) line = 2;
        Assert.Equal($"t.s({line},{column}): error {message}", Wrong(text)[0]);
    }

    [Fact]
    public void The_line_is_shown_with_a_caret()
    {
        Assert.Null(Assembler.TryAssemble(Toy.Isa, "stop\n\taddi a0, qq, 1   # why\n" + new string(' ', 300) + "nonsense", out var errors, "t.s"));
        Assert.Equal("t.s(2,11): error addi: rs1 is a register x0 … x31, not 'qq'.\n     addi a0, qq, 1   # why\n              ^", errors[0].Text);
        Assert.Equal('n', errors[1].Text.Split('\n')[1][errors[1].Text.Split('\n')[2].IndexOf('^')]);
    }

    [Fact]
    public void The_includes_that_led_there_are_named()
    {
        var files = new Files { ["lib/a.s"] = "stop\n.include \"b.s\"", ["lib/b.s"] = "\n\nstip" };
        Assert.Null(Assembler.TryAssemble(Toy.Isa, ".include \"lib/a.s\"", out var errors, "t.s", new() { Sources = files }));
        Assert.Equal("lib/b.s(3,1): error there is no instruction 'stip'. Did you mean stop?\n    stip\n    ^\n    included at lib/a.s(2)\n    included at t.s(1)", Assert.Single(errors).Text);
    }

    [Fact]
    public void Includes_that_go_round_or_too_deep_end()
    {
        Assert.StartsWith("b.s(1,10): error a.s includes itself", Assert.Single(Wrong(".include \"a.s\"", new() { ["a.s"] = ".include \"b.s\"", ["b.s"] = ".include \"./a.s\"" }))
            .Replace("./a.s", "a.s"));
        var deep = new Files();
        for (var i = 0; i < 100; i++) deep[$"{i}.s"] = $".include \"{i + 1}.s\"";
        Assert.Contains("includes nest at most 32 deep", Assert.Single(Wrong(".include \"0.s\"", deep)));
        var wide = new Files();
        for (var i = 0; i < 30; i++) wide[$"{i}.s"] = string.Concat(Enumerable.Repeat($".include \"{i + 1}.s\"\n", 4));
        wide["30.s"] = "stop\n";
        Assert.Contains("characters in all", Wrong(".include \"0.s\"", wide, new() { MaxText = 100_000 })[^1]);
    }

    [Fact]
    public void What_follows_from_a_mistake_is_not_said()
    {
        Assert.Equal(["t.s(1,10): error a value is missing"], Wrong(".equ X, 3+\nlui a0, X\n.equ Y, X\nlui a0, Y\n.data\n.byte X").Select(e => e.Replace("(1,11)", "(1,10)")));
        Assert.Single(Wrong("lui a0, nowhere\nlui a0, nowhere\nlui a0, nowhere"));
        Assert.Single(Wrong(".include \"gone.s\"\nlui a0, FROM_THERE", new()));
        Assert.Single(Wrong(".data\n.tensor q, \"gone.npy\"\n.text\nlui a0, q.rows\nlui a0, q", new()));
        Assert.Single(Wrong("here: frob\njal ra, here"));
        Assert.Single(Wrong("frob\nstop\nstop\nl: jal ra, l - 12"));     // the place of the wrong line is kept
    }

    [Fact]
    public void So_many_mistakes_are_enough() => Assert.Equal("t.s(101,1): error there are more than 100 errors; the rest is not shown", Wrong(string.Concat(Enumerable.Repeat("frob\n", 5000)))[^1]);

    [Fact]
    public void Mistakes_come_in_the_order_of_the_text() =>
        Assert.Equal(["t.s(1,", "t.s(2,", "t.s(3,", "t.s(4,"], Wrong("lui a0, no\nfrob\n.equ a, a\n lui a0, nope").Select(e => e[..6]));
}
