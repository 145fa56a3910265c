using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.NumberCheck.Manual;

namespace Hw.NumberCheck.Tests;

/// <summary>The manual: nothing is left out, every link leads somewhere, the same bytes every time, and a text that changes shows on its page.</summary>
public class ManualTests
{
    static readonly Lazy<Dictionary<string, string>> manual = new(() => Pages(NumberManual.Write()));

    static Dictionary<string, string> Pages(IEnumerable<ManualPage> pages) => pages.ToDictionary(p => p.Path, p => p.Text);

    [Fact]
    public void Every_format_and_function_has_a_page_and_the_index_links_all()
    {
        string[] formats = ["fp32", "bf16", "fp16", "e5m2", "e4m3", "e3m2", "e2m3", "e2m1", "e8m0", "int8", "int4", "int32", .. BlockFormat.All.Select(b => b.Name)];
        var wanted = formats.Select(f => $"formats/{f}.md").Concat(NumberFunctions.All.Select(f => $"functions/{f.Name}.md")).ToArray();
        Assert.Empty(wanted.Except(manual.Value.Keys));
        Assert.Empty(manual.Value.Keys.Where(p => p.EndsWith(".md") && p != "index.md").Except(Links("index.md")));
        Assert.Empty(wanted.Except(Links("index.md")));
    }

    [Fact]
    public void Every_function_stands_in_one_section_of_the_index() =>
        Assert.All(NumberFunctions.All, f => Assert.Single(Regex.Matches(manual.Value["index.md"], Regex.Escape($"| [{f.Name}]("))));

    [Fact]
    public void Every_link_leads_somewhere_and_every_picture_is_shown()
    {
        var targets = manual.Value.Keys.Where(p => p.EndsWith(".md")).SelectMany(page => Links(page).Select(link => (page, link))).ToArray();
        Assert.All(targets, t => Assert.True(t.link == "../numerics.md" || manual.Value.ContainsKey(t.link), $"{t.page} links to {t.link}"));
        Assert.Empty(manual.Value.Keys.Where(p => p.EndsWith(".svg")).Except(targets.Select(t => t.link)));
    }

    /// <summary>What a page links to, relative to the manual's folder; places within a page are left off.</summary>
    static IEnumerable<string> Links(string page) => Regex.Matches(manual.Value[page], @"\]\(([^)#]+)[^)]*\)").Select(m =>
        Path.GetRelativePath("/manual", Path.GetFullPath(m.Groups[1].Value, Path.Combine("/manual", Path.GetDirectoryName(page)!))).Replace('\\', '/'));

    [Fact]
    public void Each_section_of_the_contract_that_is_linked_is_there()
    {
        var headings = File.ReadAllLines(Contract()).Where(l => l.StartsWith("## ")).Select(l => Regex.Replace(l[3..].ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-')).ToHashSet();
        var anchors = manual.Value.Values.SelectMany(text => Regex.Matches(text, @"numerics\.md#([^)]+)\)")).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(anchors);
        Assert.Empty(anchors.Except(headings));
    }

    static string Contract()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hw.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "docs/numerics.md");
    }

    [Fact]
    public void One_thread_and_another_culture_give_the_same_bytes()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new Commas();
            Assert.Equal(manual.Value, Pages(NumberManual.Write(threads: 1)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Writes 1.5 as 1,5 and −1 as ~1, which any text that forgets its culture would show.</summary>
    sealed class Commas : CultureInfo
    {
        public Commas() : base("") => NumberFormat = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" };
    }

    [Fact]
    public void Pictures_are_small_and_well_formed() => Assert.All(manual.Value.Where(p => p.Key.EndsWith(".svg")), p =>
    {
        Assert.True(p.Value.Length < 30_000, $"{p.Key} has {p.Value.Length} characters");
        Assert.DoesNotContain("NaN", string.Concat(XDocument.Parse(p.Value).Descendants().SelectMany(e => e.Attributes()).Select(a => a.Value)));
    });

    [Fact]
    public void No_page_reports_a_wrong_result() => Assert.Empty(manual.Value.Where(p => Regex.IsMatch(p.Value, @"\*\*wrong\*\*", RegexOptions.IgnoreCase)).Select(p => p.Key));

    /// <summary>One result in its last bit, on one special input: the page and its tables follow the text, whatever it says.</summary>
    [Theory]
    [InlineData("exp2", 0x40000000, 0x40800000)]
    [InlineData("gelu", 0x80000000, 0x80000000)]
    [InlineData("fp32-add", 0x3F800000, 0x40400000)]
    [InlineData("fp32-less", 0x3F800000, 1)]
    public void A_planted_wrong_value_changes_the_page(string name, long x, long y)
    {
        var function = NumberFunctions.All.Single(f => f.Name == name);
        var page = NumberManual.Write(new Flawed(function, x, y)).First();
        Assert.NotEqual(manual.Value[page.Path], page.Text);
        Assert.Equal(manual.Value[page.Path].Replace(function.GetType().Name, nameof(Flawed)), NumberManual.Write(new Flawed(function, x, -1)).First().Text);
    }

    /// <summary>The oracle finds a fault that is not rare, and the page says so and names the case.</summary>
    [Fact]
    public void A_text_beyond_its_bound_is_called_wrong_on_its_page()
    {
        var page = NumberManual.Write(new Doubled(NumberFunctions.All.Single(f => f.Name == "sigmoid"))).First();
        Assert.Contains("**WRONG**: x = ", page.Text);
        Assert.Contains("**wrong**", page.Text);
    }

    /// <summary>A function with the result's last bit turned over where the first operand is x and the result y.</summary>
    sealed class Flawed(NumberFunction right, long x, long y) : NumberFunction(right.Name, right.Summary, right.Takes, right.Gives)
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives)
        {
            right.Apply(takes, gives);
            gives[0] ^= (takes[0] == T.Constant(x)) & (gives[0] == T.Constant(y));
        }
    }

    sealed class Doubled(NumberFunction right) : NumberFunction(right.Name, right.Summary, right.Takes, right.Gives)
    {
        public override void Apply<T>(ReadOnlySpan<T> takes, Span<T> gives)
        {
            right.Apply(takes, gives);
            gives[0] += (gives[0] > T.Constant(0x00800000) & gives[0] < T.Constant(0x3F000000)).Mux(1 << 23, 0);
        }
    }
}
