namespace Hw.Cli.Tests;

/// <summary>Programs to binary and back, and instructions looked up.</summary>
public class AsmTests
{
    [Fact]
    public void Text_to_words_to_text_to_words_is_the_same()
    {
        using var tree = new Scratch();
        var text = tree.Write("a.asm", "SETA a1, 0x1000 ; here\nLOOP 3\nNOP MM wait(1) signal(2)\nENDL\nHALT 7\n");
        Command.Hw("asm", text).Passed();
        Command.Hw("disasm", tree["a.bin"], "-o", tree["b.asm"]).Passed();
        Command.Hw("asm", tree["b.asm"], "-o", tree["b.bin"]).Passed();
        Assert.Equal(5 * 16, File.ReadAllBytes(tree["a.bin"]).Length);
        Assert.Equal(File.ReadAllBytes(tree["a.bin"]), File.ReadAllBytes(tree["b.bin"]));
        Assert.Contains("HALT code=7", Command.Hw("disasm", tree["a.bin"]).Out);
    }

    [Fact]
    public void Every_error_of_a_text_has_its_line_and_column_and_nothing_is_written()
    {
        using var tree = new Scratch();
        Command.Hw("asm", tree.Write("bad.asm", "HALT\nMMM a1\n  SETA a99, 0\n")).Refused(2, "bad.asm(2,1): error", "MM?", "bad.asm(3,8): error");
        Assert.False(File.Exists(tree["bad.bin"]));
    }

    [Fact]
    public void Files_that_are_no_programs_are_refused()
    {
        using var tree = new Scratch();
        Command.Hw("asm", tree["good.asm"]).Refused(2, "no such file");
        tree.Write("good.asm", "HALT\n");
        Command.Hw("asm", tree["god.asm"]).Refused(2, "good.asm?");
        Command.Hw("asm", tree.Folder).Refused(2, "is a folder");
        Command.Hw("asm", tree["good.asm"], "-o", tree["good.asm"]).Refused(2, "overwritten");
        Command.Hw("disasm", tree["good.asm"]).Refused(2, "no whole number");
        Command.Hw("disasm", tree.Write("empty.bin", "")).Refused(2, "is empty");
        File.WriteAllBytes(tree["noise.asm"], [0xff, 0xfe, 0x00, 0xc3]);
        Command.Hw("asm", tree["noise.asm"]).Refused(2, "is no text");
    }

    [Fact]
    public void Instructions_are_encoded_decoded_and_shown()
    {
        Assert.Equal("0x000000000000000000c4100000000020\n", Command.Hw("isa", "encode", "MM a1, a2, a3, s0").Passed().Out);
        Assert.Equal("MM a1, a2, a3, s0\n", Command.Hw("isa", "decode", "0xc4100000000020").Passed().Out);
        Command.Hw("isa", "decode", "0x2f").Refused(1, "IllegalOpcode");
        Command.Hw("isa", "decode", "0xnoise").Refused(2, "is no word");
        Command.Hw("isa", "encode", "MM a1").Refused(2, "line(1,");
        Assert.Equal(25, Command.Hw("isa", "list", "--json").Passed().Json.GetProperty("instructions").GetArrayLength());
    }

}
