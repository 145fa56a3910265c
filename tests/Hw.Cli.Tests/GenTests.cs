namespace Hw.Cli.Tests;

/// <summary>Generation: the checkout is what its definitions give, and every way in which it might not be is named, with the C# symbol behind the line.</summary>
public class GenTests
{
    /// <summary>A file, what in it is changed to what, and who owns that line.</summary>
    static readonly (string File, string From, string To, string Owner)[] edited =
    [
        ("rtl/txu_decoder.sv", "endmodule", "endmodule ", "Decoder (src/Hw.IsaRtl/Decoder.cs)"),
        ("rtl/dispatcher.sv", "module dispatcher", "module  dispatcher", "Dispatcher (src/Hw.Txu/Control/Dispatcher.cs)"),
        ("rtl/txu_32.f", "dispatcher.sv", "despatcher.sv", "TxuChip"),
        ("docs/isa/txu.md", "| `0x32` | [VBIN]", "| `0x33` | [VBIN]", "Vbin (isa/txu/Vector/Vbin.cs("),
        ("docs/isa/txu/mm.md", "# MM", "# MMM", "Mm (isa/txu/Matrix/Mm.cs("),
        ("docs/isa/txu/vred.svg", "VRED", "VBLUE", "Vred (isa/txu/Vector/Vred.cs("),
        ("docs/isa/rv32i/lb.md", "sign-extended", "zero-extended", "Lb (isa/rv32i/Memory.cs("),
        ("isa/txu/bindings/txu_isa.h", "#define TXU_SMX_OPCODE 0x38", "#define TXU_SMX_OPCODE 0x39", "Smx (isa/txu/Vector/Smx.cs("),
        ("isa/txu/bindings/txu_isa.py", "def smxf(", "def smfx(", "Smxf (isa/txu/Vector/"),
        ("isa/rv32i/bindings/rv32i_isa.h", "RV32I_ISA_VERSION", "RV32I_VERSION", "Rv32i (isa/rv32i/Rv32i.cs("),
    ];
    static readonly (string File, string Owner)[] deleted =
        [("rtl/txu_32.sv", "TxuChip"), ("docs/numbers/pictures/sqnr.svg", "SqnrPlot"), ("docs/isa/txu/halt.md", "Halt (isa/txu/Control/Halt.cs("), ("isa/rv32i/bindings/rv32i_isa.py", "Rv32i (isa/rv32i/Rv32i.cs(")];
    static readonly (string File, string Text, string Word)[] stale =
    [
        ("rtl/old_unit.sv", "// From Hw.Txu/OldUnit.cs (OldUnit). Generated: edit the C#, then `make gen`.\nmodule old_unit; endmodule\n", "OldUnit (src/Hw.Txu/OldUnit.cs)"),
        ("rtl/old_top.f", "old_unit.sv\n", "stale"), ("docs/isa/old.md", "# old\n", "stale"), ("docs/isa/txu/old.svg", "<svg/>\n", "stale"), ("docs/isa/old.html", "<p>\n", "stale"),
        ("docs/numbers/pictures/old.svg", "<svg/>\n", "stale"), ("isa/txu/bindings/old_isa.h", "\n", "stale"), ("isa/txu/bindings/old_isa.py", "\n", "stale"),
    ];

    /// <summary>All of it in one copy of the checkout's files: each generation costs seconds. What is not changed there is what the definitions give.</summary>
    [Fact]
    public void Edited_deleted_and_stale_files_are_drift_and_gen_heals_them()
    {
        using var tree = new Scratch();
        var checkedIn = CheckedIn();
        foreach (var file in checkedIn) tree.Write(file, File.ReadAllText(Path.Combine(Command.Checkout, file)));
        foreach (var (file, from, to, _) in edited) Edit(tree[file], from, to);
        Edit(tree["isa/txu/isa.lock.json"], "\"queue\": \"MM\"", "\"queue\": \"VX\"");
        foreach (var (file, _) in deleted) File.Delete(tree[file]);
        foreach (var (file, text, _) in stale) tree.Write(file, text);

        var check = Gen(tree, "--check", "--json");
        var drifts = check.Json.GetProperty("drift").EnumerateArray().ToDictionary(d => d.GetProperty("path").GetString()!, d => (Kind: d.GetProperty("kind").GetString(), Owner: d.GetProperty("owner").GetString()!));
        foreach (var (file, from, to, owner) in edited)
        {
            check.Refused(1, $"{file}(", "make gen");
            Assert.StartsWith(owner, drifts[file].Owner);
            Assert.Contains(from, check.Out + check.Error);
            Assert.Contains(to.Trim(), check.Out + check.Error);
        }
        Assert.StartsWith("Mm (isa/txu/Matrix/Mm.cs(", drifts["isa/txu/isa.lock.json"].Owner);
        foreach (var (file, owner) in deleted) check.Refused(1, $"{file} is missing", owner, "make gen");
        foreach (var (file, _, word) in stale) check.Refused(1, file, word);
        var planted = edited.Select(e => e.File).Concat(deleted.Select(d => d.File)).Concat(stale.Select(s => s.File)).Append("isa/txu/isa.lock.json").ToHashSet();
        Assert.DoesNotContain(drifts.Keys, d => !planted.Contains(d));       // else the checkout itself is not what its definitions give: make gen
        Assert.Equal(planted.Count, drifts.Count);
        Assert.All(stale, s => Assert.Equal("stale", drifts[s.File].Kind));

        Gen(tree).Passed();
        foreach (var file in checkedIn) Assert.Equal(File.ReadAllBytes(Path.Combine(Command.Checkout, file)), File.ReadAllBytes(tree[file]));
        foreach (var (file, _, _) in stale) Assert.False(File.Exists(tree[file]));
    }

    static void Edit(string path, string from, string to)
    {
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);
    }

    /// <summary>Generated files, and what generation reads besides the built definitions: the C# that pages quote, the locks, the records.</summary>
    static List<string> CheckedIn() =>
        [.. ((string[])["rtl", "docs/isa", "docs/numbers", "isa"]).SelectMany(f => Directory.EnumerateFiles(Path.Combine(Command.Checkout, f), "*", SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(Command.Checkout, p)).Where(p => !p.Split('/').Any(f => f is "bin" or "obj"))];

    static Ran Gen(Scratch tree, params string[] options) => Command.Hw(["gen", .. options], new() { ["HW_ROOT"] = tree.Folder });
}
