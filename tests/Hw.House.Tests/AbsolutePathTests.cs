using System.Text.RegularExpressions;

namespace Hw.House.Tests;

/// <summary>
/// No tracked text names a folder of one person's machine. Temporary files are asked for (mktemp, Path.GetTempPath),
/// never named.
/// </summary>
public partial class AbsolutePathTests
{
    // A path starts a word: `lib/home/x` and `https://host/home/x` are no absolute paths.
    [GeneratedRegex(@"(?<![\w.~*)}\]-])(/(?:work|home|root|Users)/|/tmp/\w|[A-Za-z]:\\Users\\)")]
    private static partial Regex Personal { get; }

    [Fact]
    public void NoFileNamesAFolderOfOneMachine() =>
        (from file in Repository.Files
         let text = Repository.Read(file)
         where !text.Contains('\0')
         from fault in Find(file, text)
         select fault).MustBeEmpty();

    [Theory]
    [InlineData("var root = \"/wo", "rk/hw\";")]
    [InlineData("see /ho", "me/ada/notes.md")]
    [InlineData("cp x /ro", "ot/x")]
    [InlineData("File.Create(\"/tm", "p/trace\")")]
    public void APlantedPathIsCaught(string head, string tail) => Assert.Single(Find("planted.cs", head + tail));

    [Theory]
    [InlineData("https://example.org/home/x")]
    [InlineData("log=$(mktemp)")]
    [InlineData("src/work/x and $(dir)/root/x")]
    public void OtherTextPasses(string text) => Assert.Empty(Find("planted.cs", text));

    static IEnumerable<string> Find(string file, string text) =>
        from line in text.Split('\n').Index()
        let match = Personal.Match(line.Item)
        where match.Success
        select $"{file}({line.Index + 1}): names {match.Value}…, a folder of one machine. Write it relative to the repository (HW_ROOT), or ask for a temporary file.";
}
