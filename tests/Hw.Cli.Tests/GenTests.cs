namespace Hw.Cli.Tests;

/// <summary>Generation: the checkout is what its definitions give, and every way in which it might not be is named.</summary>
public class GenTests
{
    [Fact]
    public void The_checkout_is_what_the_definitions_give() => Command.Hw("gen", "--check").Passed();

    [Theory]
    [InlineData("rtl/txu_decoder.sv", "Decoder")]
    [InlineData("rtl/txu_32.sv", "TxuChip")]
    [InlineData("rtl/txu_32.f", "TxuChip")]
    [InlineData("docs/isa/txu.md", "TxuIsa")]
    [InlineData("docs/numbers/pictures/sqnr.svg", "SqnrPlot")]
    public void An_edited_or_deleted_file_is_drift_and_gen_heals_it(string file, string owner)
    {
        using var tree = new Scratch();
        Gen(tree).Passed();
        var before = File.ReadAllBytes(tree[file]);
        File.AppendAllText(tree[file], "\n");
        Gen(tree, "--check").Refused(1, file, owner, "make gen");
        File.Delete(tree[file]);
        Gen(tree, "--check").Refused(1, $"{file} is missing", owner, "make gen");
        Gen(tree).Passed();
        Assert.Equal(before, File.ReadAllBytes(tree[file]));
        Gen(tree, "--check").Passed();
    }

    [Theory]
    [InlineData("rtl/old_unit.sv", "// From Hw.Txu/OldUnit.cs (OldUnit). Generated: edit the C#, then `make gen`.\nmodule old_unit; endmodule\n", "OldUnit")]
    [InlineData("rtl/old_top.f", "old_unit.sv\n", "stale")]
    [InlineData("docs/isa/old.md", "# old\n", "stale")]
    [InlineData("docs/numbers/pictures/old.svg", "<svg/>\n", "stale")]
    public void A_file_nothing_generates_is_stale_and_gen_removes_it(string file, string text, string word)
    {
        using var tree = new Scratch();
        Gen(tree).Passed();
        tree.Write(file, text);
        var check = Gen(tree, "--check", "--json");
        check.Refused(1, file, word);
        var drift = Assert.Single(check.Json.GetProperty("drift").EnumerateArray());
        Assert.Equal((file, "stale"), (drift.GetProperty("path").GetString(), drift.GetProperty("kind").GetString()));
        Gen(tree).Passed();
        Assert.False(File.Exists(tree[file]));
    }

    static Ran Gen(Scratch tree, params string[] options) => Command.Hw(["gen", .. options], new() { ["HW_ROOT"] = tree.Folder });
}
