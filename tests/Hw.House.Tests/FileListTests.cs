namespace Hw.House.Tests;

/// <summary>
/// rtl/ holds one file list (*.f) per top, one path per line relative to the list (Verilator's -F): every file named
/// exists, and every Verilog file is named by a list, so nothing stale stays behind when a module is renamed.
/// </summary>
public class FileListTests
{
    [Fact]
    public void ListsAndFilesAgree() => Find(Repository.Files, Repository.Read).MustBeEmpty();

    [Theory]
    [InlineData("fifo.sv\nlane.sv", "rtl/top.f names lane.sv, and there is no rtl/lane.sv")]
    [InlineData("// nothing", "rtl/fifo.sv is in no file list")]
    public void APlantedDisagreementIsCaught(string list, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(Find(["rtl/fifo.sv", "rtl/top.f"], _ => list)));

    static IEnumerable<string> Find(IReadOnlyList<string> files, Func<string, string> read)
    {
        var rtl = files.Where(file => file.StartsWith("rtl/")).ToHashSet();
        var named = new HashSet<string>();
        foreach (var list in rtl.Where(file => file.EndsWith(".f")))
            foreach (var entry in Entries(read(list)))
            {
                var path = Resolve(Path.GetDirectoryName(list)!, entry);
                if (!rtl.Contains(path))
                    yield return $"{list} names {entry}, and there is no {path}. Run `make gen`.";
                named.Add(path);
            }
        foreach (var file in rtl.Where(file => Path.GetExtension(file) is ".sv" or ".v").Except(named))
            yield return $"{file} is in no file list of rtl/, so no build reads it. Run `make gen`, or delete it.";
    }

    static IEnumerable<string> Entries(string list) =>
        list.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] is not ('/' or '#' or '+' or '-'));

    static string Resolve(string folder, string entry) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(entry, Path.Combine(Repository.Root, folder))).Replace('\\', '/');
}
