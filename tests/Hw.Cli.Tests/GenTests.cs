namespace Hw.Cli.Tests;

/// <summary>Generation: the checkout is what its definitions give, and every way in which it might not be is named.</summary>
public class GenTests
{
    static readonly (string File, string Owner)[] edited = [("rtl/txu_decoder.sv", "Decoder"), ("rtl/txu_32.f", "TxuChip"), ("docs/isa/txu.md", "TxuIsa")];
    static readonly (string File, string Owner)[] deleted = [("rtl/txu_32.sv", "TxuChip"), ("docs/numbers/pictures/sqnr.svg", "SqnrPlot")];
    static readonly (string File, string Text, string Word)[] stale =
    [
        ("rtl/old_unit.sv", "// From Hw.Txu/OldUnit.cs (OldUnit). Generated: edit the C#, then `make gen`.\nmodule old_unit; endmodule\n", "OldUnit"),
        ("rtl/old_top.f", "old_unit.sv\n", "stale"), ("docs/isa/old.md", "# old\n", "stale"), ("docs/numbers/pictures/old.svg", "<svg/>\n", "stale"),
    ];

    [Fact]
    public void The_checkout_is_what_the_definitions_give() => Command.Hw("gen", "--check").Passed();

    /// <summary>All of it in one tree: each generation costs seconds.</summary>
    [Fact]
    public void Edited_deleted_and_stale_files_are_drift_and_gen_heals_them()
    {
        using var tree = new Scratch();
        Gen(tree).Passed();
        var before = edited.Concat(deleted).ToDictionary(f => f.File, f => File.ReadAllBytes(tree[f.File]));
        foreach (var (file, _) in edited) File.AppendAllText(tree[file], "\n");
        foreach (var (file, _) in deleted) File.Delete(tree[file]);
        foreach (var (file, text, _) in stale) tree.Write(file, text);

        var check = Gen(tree, "--check", "--json");
        foreach (var (file, owner) in edited) check.Refused(1, file, owner, "make gen");
        foreach (var (file, owner) in deleted) check.Refused(1, $"{file} is missing", owner, "make gen");
        foreach (var (file, _, word) in stale) check.Refused(1, file, word);
        var drifts = check.Json.GetProperty("drift").EnumerateArray().ToDictionary(d => d.GetProperty("path").GetString()!, d => d.GetProperty("kind").GetString());
        Assert.Equal(edited.Length + deleted.Length + stale.Length, drifts.Count);
        Assert.All(stale, s => Assert.Equal("stale", drifts[s.File]));

        Gen(tree).Passed();
        foreach (var (file, bytes) in before) Assert.Equal(bytes, File.ReadAllBytes(tree[file]));
        foreach (var (file, _, _) in stale) Assert.False(File.Exists(tree[file]));
        Gen(tree, "--check").Passed();
    }

    static Ran Gen(Scratch tree, params string[] options) => Command.Hw(["gen", .. options], new() { ["HW_ROOT"] = tree.Folder });
}
