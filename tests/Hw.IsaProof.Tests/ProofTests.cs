using System.Text.RegularExpressions;
using Hw.Isa.Rv32i;
using Hw.Isa.Txu;

namespace Hw.IsaProof.Tests;

/// <summary>The three agree; and a fault in any of them is found, with the word and the instruction named.</summary>
public class ProofTests
{
    static readonly string tiny = VerilogSide.Emit(Tiny.Isa);

    static string Text(ProofReport report) => string.Join('\n', report.Failures.Concat(report.Mismatches.Select(m => m.ToString())));

    [Theory, InlineData("tiny"), InlineData("txu"), InlineData("rv32i")]
    public void All_three_agree_on_every_part_of_the_space(string name)
    {
        var report = DecoderProof.Run(name switch { "tiny" => Tiny.Isa, "txu" => TxuIsa.Definition, _ => Rv32i.Definition });
        Assert.True(report.Passed, Text(report));
        Assert.True(report is { Passed: true, SolverProven: true });
    }

    [Fact]
    public void A_word_list_has_words_of_every_part()
    {
        var questions = new Questions(Tiny.Isa);
        Assert.Empty(questions.Unasked());
        Assert.Equal(1 << 16, Enumerable.Range(0, 1 << 16).Count(w => questions.Cells.Of((UInt128)w, questions.Table.Find((UInt128)w)) is >= 0 and var cell && cell < questions.Cells.Count));
        Assert.Contains(Enumerable.Range(0, questions.Count), i => questions.Cells.Name(questions.Cell(i)) == "DO, reserved bit 13 set");
    }

    [Fact]
    public void A_reserved_bit_that_the_Verilog_forgets_is_found()
    {
        var faulty = Regex.Replace(tiny, @"(is_hop: +must_be_zero = \d+'h)7000", "${1}3000");
        Assert.NotEqual(tiny, faulty);
        var text = Text(DecoderProof.Run(Tiny.Isa, new() { Verilog = faulty }));
        Assert.Matches(@"Tiny\.cs\(\d+\): 0x4\w\w1 \(HOP, reserved bit 14 set\)\n    table    HOP, refused: bit 14 must be 0\n    golden   the same\n    verilog  illegal is 0, not 1; cause is 0, not 2", text);
    }

    [Fact]
    public void A_wrong_word_that_no_list_has_is_found_by_the_solver()
    {
        var sound = VerilogSide.Emit(TxuIsa.Definition);
        var faulty = Regex.Replace(sound, @"assign illegal = (.*?);", "assign illegal = ($1) ^ (word == 128'h0000000000001234567009abcdef0020);", RegexOptions.Singleline);
        Assert.NotEqual(sound, faulty);
        var report = DecoderProof.Run(TxuIsa.Definition, new() { Verilog = faulty });
        Assert.False(report.SolverProven);
        Assert.Equal("0x0000000000001234567009abcdef0020", Assert.Single(report.Mismatches).WordText);
    }

    [Fact]
    public void A_codec_that_goes_wrong_is_found()
    {
        var questions = new Questions(Tiny.Isa);
        var fault = Faults.Of(Tiny.Isa).Single(f => f.ToString() == "NEG: V unsigned");
        var golden = new GoldenSide(new(Tiny.Isa), fault.Plant(Tiny.Isa), false);
        var wrong = DecoderProof.Disagreements(questions, golden, 100, default);
        Assert.NotEmpty(wrong);
        Assert.All(wrong, i => Assert.Equal("NEG", questions.Finding(i).Row!.Name));
    }

    [Fact]
    public void A_table_that_goes_wrong_is_found_by_both_others()
    {
        var misread = Tiny.Isa.Altered([.. Tiny.Isa.Instructions.Select(i => i.Type == typeof(Tiny.Hop) ? i with { Type = typeof(Tiny.Misread) } : i)]);
        var report = DecoderProof.Run(misread);
        Assert.False(report.Passed || report.SolverProven);
        Assert.Contains(report.Mismatches, m => m is { Golden: not null, Verilog: not null, Table.Row.Name: "HOP" });
    }

    [Fact]
    public void A_missing_tool_is_no_proof()
    {
        Assert.Throws<Sim.ToolMissingException>(() => DecoderProof.Run(Tiny.Isa, new() { Builder = new(tools: new("")) }));
    }
}
