using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hw.Isa.Tests;

/// <summary>The manual: it is the same everywhere, nothing in a definition's strings becomes markup, its links lead somewhere, its pictures show every bit once, and its examples assemble.</summary>
public partial class ManualTests
{
    public static TheoryData<string> Sets => KnownSets.Names;
    static readonly ManualSources sources = new(KnownSets.Checkout);
    static IReadOnlyList<GeneratedText> Of(string set) => [.. Manual.Write(KnownSets.Of(set), sources), .. Bindings.Write(KnownSets.Of(set), sources)];

    [Theory, MemberData(nameof(Sets))]
    public void It_is_the_same_whoever_asks(string set)
    {
        var one = Of(set);
        var culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NegativeSign, other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = ("~", ",", "'");
        CultureInfo.CurrentCulture = other;
        try { Assert.Equal(one.Select(t => (t.Path, t.Text)), Of(set).Select(t => (t.Path, t.Text))); }
        finally { CultureInfo.CurrentCulture = culture; }
        Assert.Equal(one.Count, one.Select(t => t.Path.ToLowerInvariant()).Distinct().Count());
        Assert.All(one, t => Assert.DoesNotContain("\r", t.Text));
        Assert.All(one, t => Assert.DoesNotContain(KnownSets.Checkout, t.Text));
    }

    [Theory, MemberData(nameof(Sets))]
    public void No_string_becomes_markup(string set)
    {
        foreach (var t in Of(set))
        {
            if (t.Path.EndsWith(".svg")) XDocument.Parse(t.Text);
            if (t.Path.EndsWith(".svg") || t.Path.EndsWith(".html")) Assert.DoesNotContain("<script", t.Text);
            if (!t.Path.EndsWith(".md")) continue;
            var prose = Fences().Replace(t.Text, "");
            Assert.DoesNotContain("<script", prose);
            var columns = 0;
            foreach (var line in prose.Split('\n'))
            {
                var bars = Bars().Count(line);
                if (line.StartsWith('|') && columns > 0) Assert.True(columns == bars, $"{t.Path}: {line}");
                columns = line.StartsWith('|') ? bars : 0;
            }
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public void Links_lead_to_files_and_chapters(string set)
    {
        var texts = Of(set).ToDictionary(t => t.Path, t => t.Text);
        var links = 0;
        foreach (var (path, text) in texts.Where(t => t.Key.EndsWith(".md")))
            foreach (Match link in Links().Matches(Fences().Replace(text, "")))
            {
                links++;
                var (to, anchor) = (Uri.UnescapeDataString(link.Groups[1].Value), link.Groups[2].Value);
                var target = Path.GetRelativePath(KnownSets.Checkout, Path.GetFullPath(Path.Combine(KnownSets.Checkout, Path.GetDirectoryName(path)!, to))).Replace('\\', '/');
                Assert.True(texts.ContainsKey(target) || File.Exists(Path.Combine(KnownSets.Checkout, target)), $"{path} links to {target}, which is not there");
                if (anchor != "") Assert.Contains(anchor, Headings(File.ReadAllText(Path.Combine(KnownSets.Checkout, target))));
            }
        Assert.True(links > 3);
        var html = texts.Single(t => t.Key.EndsWith(".html")).Value;
        foreach (Match link in Inside().Matches(html)) Assert.Contains($"id=\"{link.Groups[1].Value}\"", html);
    }

    [Theory, MemberData(nameof(Sets))]
    public void Every_bit_is_drawn_once_and_no_two_labels_touch(string set)
    {
        var isa = KnownSets.Of(set);
        var pictures = Of(set).Where(t => t.Path.EndsWith(".svg")).ToList();
        Assert.True(pictures.Count > isa.Instructions.Length);
        foreach (var picture in pictures)
        {
            var labels = XDocument.Parse(picture.Text).Descendants().Where(e => e.Name.LocalName == "text").Select(Label).ToList();
            foreach (var (a, b) in labels.SelectMany((a, k) => labels.Skip(k + 1).Select(b => (a, b))))
                Assert.False(Math.Abs(a.Y - b.Y) < 9 && a.Left < b.Right - 0.5 && b.Left < a.Right - 0.5, $"{picture.Path}: {a.Words} and {b.Words} overlap");
        }
        foreach (var i in isa.Instructions)
        {
            var bits = XDocument.Parse(pictures.Single(p => p.Path == Manual.PageOf(isa, i).Replace(".md", ".svg")).Text).Descendants().Where(e => e.Name.LocalName == "rect" && (string?)e.Attribute("stroke") == "#2d3748");
            Assert.Equal(22 * isa.Shape.WordBits, bits.Sum(e => double.Parse(e.Attribute("width")!.Value, CultureInfo.InvariantCulture)));
        }
    }

    static (string Words, double Left, double Right, double Y) Label(XElement e)
    {
        double Number(string name, double otherwise) => e.Attribute(name) is { } a ? double.Parse(a.Value, CultureInfo.InvariantCulture) : otherwise;
        var width = e.Value.Length * Number("font-size", 12) * 0.6;
        var left = Number("x", 0) - (string?)e.Attribute("text-anchor") switch { "middle" => width / 2, "end" => width, _ => 0 };
        return (e.Value, left, left + width, Number("y", 0));
    }

    [Theory, MemberData(nameof(Sets))]
    public void Examples_assemble_to_the_word_beside_them(string set)
    {
        var isa = KnownSets.Of(set);
        foreach (var i in isa.Instructions)
        {
            var page = Of(set, Manual.PageOf(isa, i));
            var examples = Example().Matches(page);
            Assert.NotEmpty(examples);
            foreach (Match e in examples) Assert.Equal(e.Groups[2].Value, $"0x{Assembler.Assemble(isa, e.Groups[1].Value.Replace(@"\|", "|")).Words.Single().ToString("x" + isa.WordBytes * 2)}");
        }
    }

    static string Of(string set, string path) => pages.GetOrAdd(set, s => Manual.Write(KnownSets.Of(s), sources).ToDictionary(t => t.Path, t => t.Text))[path];
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Dictionary<string, string>> pages = new();

    /// <summary>Not only the record: also what it is declared to be, and the texts that that names.</summary>
    [Fact]
    public void The_page_has_the_text_that_the_golden_executes()
    {
        var (vbin, add) = (Of("txu", "docs/isa/txu/vbin.md"), Of("rv32i", "docs/isa/rv32i/add.md"));
        foreach (var words in (string[])["public readonly record struct Vbin(", "Numerics.Binary(op, a, b)", "BinaryOp.ADD => Arithmetic.Add(F, a, b),", "numbers/functions/fp32-add.md", "numerics.md#fp32-arithmetic"]) Assert.Contains(words, vbin);
        foreach (var words in (string[])["public readonly record struct Add(", "interface IRegisters<F>", "struct Sum"]) Assert.Contains(words, add);
    }

    [Fact]
    public void Every_line_has_an_owner_with_its_place()
    {
        var texts = Of("txu").ToDictionary(t => t.Path);
        Assert.Matches(@"^Vbin \(isa/txu/Vector/Vbin\.cs\(\d+\)\)$", texts["docs/isa/txu/vbin.md"].OwnerAt(1));
        Assert.Matches(@"^TxuIsa \(isa/txu/TxuIsa\.cs\(\d+\)\)$", texts["docs/isa/txu.md"].OwnerAt(1));
        foreach (var path in (string[])["docs/isa/txu.md", "docs/isa/txu.html", "isa/txu/bindings/txu_isa.h", "isa/txu/bindings/txu_isa.py"])
        {
            var lines = texts[path].Text.Split('\n');
            var line = Array.FindIndex(lines, l => l.Contains("VRED") && !l.Contains("SMX") && !l.Contains("Vrope"));
            Assert.StartsWith("Vred (", texts[path].OwnerAt(line + 1));
        }
        var lockText = Manual.OwnedByEntry(KnownSets.Of("txu"), sources, "lock", "{\n  \"instructions\": {\n    \"MM\": {\n      \"a\": 1\n    },\n    \"VQ\": {\n      \"a\": 1\n    }\n  },\n  \"z\": 0\n}\n");
        Assert.Equal(["TxuIsa", "TxuIsa", "Mm", "Mm", "Mm", "Vq", "Vq", "Vq", "TxuIsa", "TxuIsa"], Enumerable.Range(1, 10).Select(n => lockText.OwnerAt(n).Split(' ')[0]));
    }

    [Fact]
    public void The_proof_is_shown_while_it_is_of_this_definition()
    {
        var isa = Hostile.Definition;
        string Record(string hash) => $$$"""{"hash":"{{{hash}}}","instructions":{"IF":{"cubes":12,"words":34567,"mutants":40,"killed":39}},"rest":{"cubes":1,"words":2}}""";
        string Page(string? record) => Manual.Write(isa, sources with { Proof = ProofState.Read(record) }).Single(t => t.Path == "docs/isa/hostile/if.md").Text;
        Assert.Contains("proven at this hash: 12 cubes, 34,567 words, 39 of 40 mutants killed", Page(Record(isa.EncodingHash)));
        Assert.Contains("not proven since the definition changed", Page(Record(new string('0', 64))));
        foreach (var broken in (string?[])[null, "", "[", "[]", "7"]) Assert.Contains("not proven: there is no record", Page(broken));
        foreach (var odd in (string[])["""{"hash":7}""", "{}"]) Assert.Contains("not proven since", Page(odd));
    }

    [Fact]
    public void What_random_programs_had_in_them_is_said_of_the_very_definition()
    {
        var isa = Hostile.Definition;
        string Record(string hash) => $$$$"""{"hash":"{{{{hash}}}}","programs":2000,"instructions":{"IF":{"count":1234,"corners":5,"of":6}}}""";
        string Page(string? record, string? latency = null) => Manual.Write(isa, sources with { Coverage = CoverageState.Read(record), Latency = _ => latency }).Single(t => t.Path == "docs/isa/hostile/if.md").Text;
        Assert.Contains("1,234 times in 2,000 programs on which golden model and chip agree; 5 of 6 least", Page(Record(isa.Hash)));
        Assert.Contains("not run since the definition changed", Page(Record(isa.EncodingHash)));
        Assert.Contains("the record does not name it", Page(Record(isa.Hash).Replace("IF", "ELSE")));
        foreach (var broken in (string?[])[null, "", "[", "[]", "7"]) Assert.DoesNotContain("random programs", Page(broken));
        Assert.Contains("| latency | 49 cycles |", Page(null, "49 cycles"));
        Assert.DoesNotContain("| latency |", Page(null));
    }

    static IEnumerable<string> Headings(string markdown) => Titles().Matches(markdown).Select(m => "#" + string.Concat(m.Groups[1].Value.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-'));

    [GeneratedRegex("^`{3,}.*?^`{3,}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bars();
    [GeneratedRegex(@"(?<!\\)\]\(([^)#]*)(#[^)]*)?\)")]
    private static partial Regex Links();
    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex Inside();
    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Titles();
    [GeneratedRegex(@"^\| `(.*)` \| `(0x[0-9a-f]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Example();
}
