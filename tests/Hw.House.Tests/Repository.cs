using System.Diagnostics;
using System.Xml.Linq;

namespace Hw.House.Tests;

/// <summary>The checkout these tests were built in: its tracked files and its project files, read once.</summary>
static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>Paths as git tells them: relative to the root, with forward slashes; deleted files left out.</summary>
    public static readonly IReadOnlyList<string> Files = ListFiles();

    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj"));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static XDocument ReadXml(string file) => XDocument.Parse(Read(file));

    /// <summary>The arrows: references for code. What is referenced as an analyzer is read by the compiler only.</summary>
    public static ProjectGraph Graph() => new(Projects.ToDictionary(NameOf, project =>
        ReadXml(project).Descendants("ProjectReference").Where(reference => !IsAnalyzer(reference)).Select(reference => NameOf((string)reference.Attribute("Include")!)).ToArray()));

    public static bool IsAnalyzer(XElement reference) => (string?)reference.Attribute("OutputItemType") == "Analyzer" && (string?)reference.Attribute("ReferenceOutputAssembly") == "false";

    public static string NameOf(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Hw.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No Hw.sln above {AppContext.BaseDirectory}: the house tests read the checkout they were built in.");
    }

    static List<string> ListFiles()
    {
        // New files count before they are committed. A checkout owned by another user (as in CI) is still ours to read.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root, RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new InvalidOperationException($"`git ls-files` failed in {Root}: the house tests need a git checkout, not an archive.");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().Where(file => File.Exists(Path.Combine(Root, file)))];
    }
}
