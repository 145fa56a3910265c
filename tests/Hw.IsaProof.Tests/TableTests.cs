using Hw.Isa.Rv32i;
using Hw.Isa.Txu;
using Hw.Oracles;

namespace Hw.IsaProof.Tests;

/// <summary>The table is right: on every word of a small set, against text by hand, and on the real ones against encodings that were written down.</summary>
public class TableTests
{
    [Fact]
    public void Every_word_of_a_small_set_is_what_its_declarations_say()
    {
        var table = new EncodingTable(Tiny.Isa);
        for (var word = 0; word < 1 << 16; word++)
        {
            var finding = table.Find((UInt128)word);
            Assert.Equal((word, Tiny.Meaning(word)), (word, (finding.Row?.Name, finding.Cause)));
        }
    }

    [Fact]
    public void A_row_is_a_picture_of_the_word()
    {
        var rows = new EncodingTable(Tiny.Isa).Rows.ToDictionary(r => r.Name, r => r.Picture);
        Assert.Equal(".zzz........0001", rows["HOP"]);
        Assert.Equal("01zz....-...0010", rows["DO"]);
        Assert.Equal("0100....-0100010", rows["DOTWO"]);
        Assert.Equal("............0011", rows["MARK"]);
        Assert.Equal("0000....zzz.0100", rows["NEG"]);
    }

    [Fact]
    public void A_field_knows_its_value_and_what_is_illegal()
    {
        var by = new EncodingTable(Tiny.Isa).Rows.Single(r => r.Name == "HOP").Operands[1];
        Assert.Equal((-32, 30, 2), (by.Value(0x8000), by.Value(0x0F00), by.Value(0x0100)));
        Assert.Equal((UInt128)0x8301, by.Put(0x0001, 0b10011));
        var v = new EncodingTable(Tiny.Isa).Rows.Single(r => r.Name == "NEG").Operands[0];
        Assert.Equal([(0, 4), (11, 15)], v.LegalPatterns());
        Assert.Equal([(5L, 10L)], v.Gaps());
    }

    [Theory, InlineData("txu"), InlineData("rv32i")]
    public void What_is_written_down_by_hand_is_what_the_table_says(string name)
    {
        var isa = name == "txu" ? TxuIsa.Definition : Rv32i.Definition;
        var oracle = name == "txu" ? new EncodingOracle(EncodingOracle.Txu, 128) : new EncodingOracle(EncodingOracle.Rv32i, 32);
        var questions = new Questions(isa);
        Assert.Empty(oracle.Names.Except(questions.Table.Rows.Select(r => r.Name)));
        var written = oracle.Names.ToHashSet();
        for (var i = 0; i < questions.Count; i += name == "txu" ? 1 : 5)
        {
            var finding = questions.Finding(i);
            if (finding.Row is not null && !written.Contains(finding.Row.Name)) continue;     // added since
            var (by, cause) = oracle.Find(questions.Word(i));
            if ((by, cause) != (finding.Row?.Name, (int)finding.Cause)) Assert.Fail($"0x{questions.Word(i):x}: written down as {by}, cause {cause}; the table says {finding}");
        }
    }
}
