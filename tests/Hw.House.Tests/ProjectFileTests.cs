using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hw.House.Tests;

/// <summary>Project files hold nothing that the arrows, the solution or the version table would not see.</summary>
public class ProjectFileTests
{
    static readonly string[] BuildFiles =
        [.. Repository.Files.Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")];

    [Fact]
    public void EveryProjectIsInTheSolution()
    {
        var solution = Regex.Matches(Repository.Read("Hw.sln"), "\"([^\"]*\\.csproj)\"").Select(match => match.Groups[1].Value.Replace('\\', '/')).ToList();
        Repository.Projects.Except(solution).Select(file => $"{file} is not in Hw.sln, so nobody builds it: dotnet sln Hw.sln add {file}")
            .Concat(solution.Except(Repository.Projects).Select(file => $"Hw.sln names {file}, which does not exist: dotnet sln Hw.sln remove {file}"))
            .MustBeEmpty();
    }

    [Fact]
    public void VersionsStandOnlyInDirectoryPackagesProps() =>
        BuildFiles.Where(file => file != "Directory.Packages.props").SelectMany(file => Versions(file, Repository.ReadXml(file))).MustBeEmpty();

    [Fact]
    public void CodeCrossesProjectsOnlyByProjectReference() =>
        BuildFiles.SelectMany(file => Smuggled(file, Repository.ReadXml(file))).MustBeEmpty();

    [Fact]
    public void AnalyzersAreReadByTheCompilerOnly() =>
        BuildFiles.SelectMany(file => Analyzers(file, Repository.ReadXml(file))).MustBeEmpty();

    [Theory]
    [InlineData("<ProjectReference Include='src/Hw.Isa.Analyzer/Hw.Isa.Analyzer.csproj' />", "is an analyzer")]
    [InlineData("<ProjectReference Include='src/Hw.Isa.Analyzer/Hw.Isa.Analyzer.csproj' OutputItemType='Analyzer' />", "is an analyzer")]
    [InlineData("<ProjectReference Include='src/Hw.Txu/Hw.Txu.csproj' OutputItemType='Analyzer' ReferenceOutputAssembly='false' />", "is no analyzer")]
    public void APlantedAnalyzerIsCaught(string item, string why) => Assert.Contains(why, Assert.Single(Analyzers("planted.csproj", Planted(item))));

    [Theory]
    [InlineData("<PackageReference Include='X' Version='1.0' />")]
    [InlineData("<PackageReference Include='X' VersionOverride='1.0' />")]
    [InlineData("<PackageReference Include='X'><Version>1.0</Version></PackageReference>")]
    [InlineData("<PackageVersion Include='X' Version='1.0' />")]
    public void APlantedVersionIsCaught(string item) => Assert.Single(Versions("planted.csproj", Planted(item)));

    [Theory]
    [InlineData("<Compile Include='..\\Hw.Txu\\Array.cs' />", "planted.csproj")]
    [InlineData("<Reference Include='Hw.Txu'><HintPath>Hw.Txu.dll</HintPath></Reference>", "planted.csproj")]
    [InlineData("<ProjectReference Include='src/Hw.Txu/Hw.Txu.csproj' />", "Directory.Build.props")]
    public void APlantedSmuggleIsCaught(string item, string file) => Assert.Single(Smuggled(file, Planted(item)));

    static XDocument Planted(string item) => XDocument.Parse($"<Project><ItemGroup>{item}</ItemGroup></Project>");

    static IEnumerable<string> Versions(string file, XDocument project) =>
        from item in project.Descendants()
        where item.Name.LocalName is "PackageReference" or "PackageVersion" or "GlobalPackageReference"
        where item.Name.LocalName == "PackageVersion" || item.Attribute("Version") is not null || item.Attribute("VersionOverride") is not null
              || item.Element("Version") is not null || item.Element("VersionOverride") is not null
        select $"{file} gives a version to {(string?)item.Attribute("Include")}: move it to Directory.Packages.props.";

    /// <summary>An analyzer is referenced as one, so that no code sees it, and nothing else is: else an arrow would be hidden. Test projects see anything.</summary>
    static IEnumerable<string> Analyzers(string file, XDocument project) =>
        from item in project.Descendants("ProjectReference")
        let name = Repository.NameOf((string?)item.Attribute("Include") ?? "")
        where !Repository.NameOf(file).EndsWith(".Tests") && Arrows.Analyzers.Contains(name) != Repository.IsAnalyzer(item)
        select Arrows.Analyzers.Contains(name) ? $"{file}: {name} is an analyzer: reference it with OutputItemType=\"Analyzer\" ReferenceOutputAssembly=\"false\"."
            : $"{file}: {name} is no analyzer of Arrows.cs: reference it as code, if the arrows allow.";

    static IEnumerable<string> Smuggled(string file, XDocument project) =>
        from item in project.Descendants()
        let include = (string?)item.Attribute("Include") ?? ""
        let why = item.Name.LocalName switch
        {
            "Compile" when include.Contains("..") => "compiles another project's source",
            "Reference" => "references an assembly by name",
            "ProjectReference" when !file.EndsWith(".csproj") => "gives a reference to every project",
            _ => null,
        }
        where why is not null
        select $"{file} {why} ({include}), which hides an arrow: use a ProjectReference in the project that needs it.";
}
