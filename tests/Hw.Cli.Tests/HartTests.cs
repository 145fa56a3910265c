using System.Text;
using System.Text.RegularExpressions;

namespace Hw.Cli.Tests;

/// <summary>`hw run` of RV32I: text, ELF files, and what they may not ask for. The page about it prints what it says.</summary>
public partial class HartTests
{
    static readonly string page = File.ReadAllText(Path.Combine(Command.Checkout, "docs/tutorials/another-instruction-set.md"));

    [Fact]
    public void The_pages_commands_print_what_it_shows()
    {
        using var tree = new Scratch();
        tree.Write("hello.s", Block("asm"));
        var shown = Block("console");
        var printed = new StringBuilder();
        foreach (var line in shown.Split('\n').Where(l => l.StartsWith("$ ./hw ")))
            printed.Append(line).Append('\n').Append(Command.Hw([.. Word().Matches(line[7..]).Select(m => m.Value.Trim('"'))], [], tree.Folder).Passed().Out);
        Assert.Equal(shown, printed.ToString());
        Assert.Equal(3, Regex.Count(shown, @"^\$", RegexOptions.Multiline));
    }

    static string Block(string language) => Regex.Match(page, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    [Fact]
    public void An_ELF_file_says_itself_what_it_is()
    {
        using var tree = new Scratch();
        tree.Write("p.s", ".globl _start\n_start: li a7, 93\nli a0, 5\necall\n");
        foreach (var (tool, arguments) in ((string, string[])[])[("as", ["-march=rv32i", "-mabi=ilp32", "-o", tree["p.o"], tree["p.s"]]), ("ld", ["-m", "elf32lriscv", "-o", tree["p.elf"], tree["p.o"]])])
        {
            using var process = System.Diagnostics.Process.Start("riscv64-unknown-elf-" + tool, arguments);
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        Assert.Equal("halted with code 5 after 3 instructions\n", Command.Hw("run", tree["p.elf"]).Passed().Out);
        Assert.Equal(5, Command.Hw("run", tree["p.elf"], "--json").Passed().Json.GetProperty("code").GetInt32());
        File.WriteAllBytes(tree["cut.elf"], File.ReadAllBytes(tree["p.elf"])[..100]);
        Command.Hw("run", tree["cut.elf"]).Refused(2, "cut.elf", "cut off");
    }

    [Theory]
    [InlineData("ebreak\n", "", 2, "Breakpoint")]
    [InlineData("loop: jal zero, loop\n", "--limit 1000", 3, "still running after 1,000")]
    [InlineData("lw a0, -4(zero)\n", "", 2, "memory ends at 0x04000000")]
    [InlineData("jalr zero, 2(zero)\n", "", 2, "Misaligned")]
    [InlineData("ecall\n", "--lanes 4", 2, "leave it out")]
    [InlineData("ecall\n", "--engine builtin", 2, "only a golden model")]
    [InlineData("adi a0, a0, 1\n", "", 2, "p.s(1,1)")]
    public void What_goes_wrong_is_said(string text, string options, int exit, string words)
    {
        using var tree = new Scratch();
        tree.Write("p.s", text);
        Command.Hw(["run", "p.s", "--isa", "rv32i", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)], [], tree.Folder).Refused(exit, words);
    }
}
