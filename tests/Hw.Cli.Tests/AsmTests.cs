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
        Command.Hw("disasm", tree["a.hwp"], "-o", tree["b.asm"]).Passed();
        Command.Hw("asm", tree["b.asm"], "-o", tree["b.bin"]).Passed();
        Command.Hw("asm", text, "--raw").Passed();
        Assert.Equal(5 * 16, File.ReadAllBytes(tree["a.bin"]).Length);
        Assert.Equal(File.ReadAllBytes(tree["a.bin"]), File.ReadAllBytes(tree["b.bin"]));
        Assert.Contains("HALT code=7", Command.Hw("disasm", tree["a.bin"]).Out);
    }

    [Fact]
    public void Every_error_of_a_text_has_its_line_and_column_and_nothing_is_written()
    {
        using var tree = new Scratch();
        Command.Hw("asm", tree.Write("bad.asm", "HALT\nMMM a1\n  SETA a99, 0\n")).Refused(2, "bad.asm(2,1): error", "MM?", "    MMM a1\n    ^\n", "bad.asm(3,8): error", "SETA a99, 0\n           ^");
        Assert.Equal(["bad.asm"], Directory.EnumerateFiles(tree.Folder).Select(Path.GetFileName));
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
        Command.Hw("disasm", tree["good.asm"]).Refused(2, "say --raw");
        Command.Hw("disasm", "--raw", tree["good.asm"]).Refused(2, "no whole number");
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
        Command.Hw("isa", "encode", "MM a1").Refused(2, "line(1,", "    MM a1\n         ^");
        Assert.Contains("MM", Command.Hw("isa", "list", "--json").Passed().Json.GetProperty("instructions").EnumerateArray().Select(i => i.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_text_brings_its_files_and_shows_what_it_made()
    {
        using var tree = new Scratch();
        tree.Write("lib/more.asm", "HALT 3\n.data 0x40\n.tensor q, \"q.npy\"\n");
        File.WriteAllBytes(tree["lib/q.npy"], Npy("|u1", [2, 3], [1, 2, 3, 4, 5, 6]));
        var text = tree.Write("a.asm", "SETA a0, q.columns\n.include \"lib/more.asm\"\n");
        Assert.Contains("2 instructions, 32 bytes, 6 bytes of data", Command.Hw("asm", text, "--listing", tree["a.lst"]).Passed().Out);
        var listing = File.ReadAllText(tree["a.lst"]);
        foreach (var line in (string[])["     1  00000000  00000000000000000000000000006008 ", "     3  00000040  01 02 03 04 05 06 ", "0x00000040  data      q\n"]) Assert.Contains(line, listing);
        Assert.Contains("q:\n.byte 0x01, 0x02, 0x03", Command.Hw("disasm", tree["a.hwp"]).Passed().Out);
        Assert.Equal([1, 2, 3, 4], RunAndDump(tree, "a.hwp", "0x40,4"));
        Command.Hw("asm", text, "--raw").Refused(2, "6 bytes of data", "leave --raw out");
        File.WriteAllBytes(tree["lib/q.npy"], [1, 2, 3]);
        Command.Hw("asm", text).Refused(2, "more.asm(3,12): error", "q.npy: it ends in its head", "included at", "a.asm(2)");
        Command.Hw("run", tree.Write("far.asm", "HALT\n.data 1 << 40\n.byte 1\n")).Refused(2, "beyond the 1,099,511,627,776 bytes of memory");
    }

    [Fact]
    public void A_program_of_another_instruction_set_is_refused()
    {
        using var tree = new Scratch();
        Command.Hw("asm", tree.Write("a.asm", "HALT\n")).Passed();
        var image = File.ReadAllBytes(tree["a.hwp"]);
        image[48] ^= 1;
        System.Security.Cryptography.SHA256.HashData(image.AsSpan(48)).CopyTo(image.AsSpan(16));
        File.WriteAllBytes(tree["b.hwp"], image);
        foreach (var verb in (string[])["run", "cosim", "disasm"]) Command.Hw(verb, tree["b.hwp"]).Refused(2, "HW3006", "ssemble it again");
        image[^1] ^= 1;
        File.WriteAllBytes(tree["b.hwp"], image);
        Command.Hw("run", tree["b.hwp"]).Refused(2, "its check sum is wrong");
    }

    /// <summary>The program of the manual is taken from it, runs, and does what it says.</summary>
    [Fact]
    public void The_program_of_the_manual_runs()
    {
        using var tree = new Scratch();
        var manual = File.ReadAllText(Path.Combine(Command.Checkout, "docs/assembly.md"));
        var example = System.Text.RegularExpressions.Regex.Match(manual, "```txu (product.asm)\n(.*?)```", System.Text.RegularExpressions.RegexOptions.Singleline);
        Assert.True(example.Success);
        tree.Write(example.Groups[1].Value, example.Groups[2].Value);
        var weights = new byte[1024];
        new Random(8).NextBytes(weights);
        File.WriteAllBytes(tree["weights.npy"], Npy("|i1", [32, 32], weights));
        var sums = RunAndDump(tree, "product.asm", "0x3000,4096");
        for (var j = 0; j < 32; j++) Assert.Equal(W(0, j) - W(1, j) + 'A' * W(2, j) + 16 * W(3, j), BitConverter.ToInt32(sums, 4 * j));
        Assert.All(sums[128..], b => Assert.Equal(0, b));
        Assert.Contains("./hw run product.asm --dump 0x3000,4096,", manual);

        int W(int k, int j) => (sbyte)weights[k * 32 + j];
    }

    static byte[] RunAndDump(Scratch tree, string program, string what)
    {
        Command.Hw("run", tree[program], "--dump", $"{what},{tree["dump"]}").Passed();
        return File.ReadAllBytes(tree["dump"]);
    }

    static byte[] Npy(string type, int[] shape, byte[] data)
    {
        var header = System.Text.Encoding.ASCII.GetBytes($"{{'descr': '{type}', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}\n");
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. header, .. data];
    }
}
