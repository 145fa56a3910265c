using Hw.Encodings;

namespace Hw.Isa.Analyzer.Tests;

/// <summary>A definition that should fail for each code, with the full text of all that is said of it: the same in the editor and at run time.</summary>
public class CorpusTests
{
    static string Corpus(string file) => Path.Combine(AppContext.BaseDirectory, "Corpus", file);
    public static TheoryData<string> All => new(Codes.All.Keys);

    [Theory, MemberData(nameof(All))]
    public async Task Says_what_is_wrong_where_and_what_to_write(string code)
    {
        var definition = new Definitions(($"{code}.cs", File.ReadAllText(Corpus($"{code}.cs"))));
        Assert.Empty(definition.Errors);
        var expected = File.ReadAllLines(Corpus($"{code}.txt"));
        Assert.Contains(expected, line => line.Contains($" {code}: "));
        Same(expected, definition.AtRunTime().Select(f => f.ToString()));
        Same(expected, (await definition.InTheEditor()).Select(Definitions.Text));
    }

    [Fact]
    public void Each_file_of_the_corpus_has_a_code() =>
        Assert.Equal(Codes.All.Keys.Order(), Directory.GetFiles(Corpus(""), "*.cs").Select(f => Path.GetFileNameWithoutExtension(f)).Order());

    static void Same(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, got) = (string.Join('\n', expected.Order(StringComparer.Ordinal)), string.Join('\n', actual.Order(StringComparer.Ordinal)));
        Assert.True(wanted == got, $"wanted:\n{wanted}\ngot:\n{got}");
    }
}
