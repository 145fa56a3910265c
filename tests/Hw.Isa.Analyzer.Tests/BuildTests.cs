using System.Diagnostics;

namespace Hw.Isa.Analyzer.Tests;

/// <summary>A project that references the analyzer as isa/txu does, built by the real compiler: the analyzer and its library reach it, and an overlap stops the build where it was written.</summary>
public class BuildTests
{
    static readonly string root = FindRoot(), folder = Path.Combine(root, "out", "analyzer-test");

    [Fact]
    public void An_overlap_fails_the_build_at_its_line()
    {
        Directory.CreateDirectory(folder);
        var (source, project) = (Path.Combine(folder, "Overlap.cs"), Path.Combine(folder, "Overlap.csproj"));
        File.WriteAllText(source, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", "HW1001.cs")));
        // What it references was built with this test: the build looks at the project alone.
        File.WriteAllText(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><BuildProjectReferences>false</BuildProjectReferences></PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="..\..\src\Hw.Isa\Hw.Isa.csproj" />
                <ProjectReference Include="..\..\src\Hw.Isa.Analyzer\Hw.Isa.Analyzer.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
              </ItemGroup>
            </Project>
            """);
        var start = new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-v", "q", "--nologo", project]) { RedirectStandardOutput = true, WorkingDirectory = root };
        using var build = Process.Start(start)!;
        var said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 1, said);
        Assert.Matches(@"Overlap\.cs\(7,2\): error HW1001: VMIN and VMAX both match 0x22 \(mask 0xFF\)\. VMAX is at \S*Overlap\.cs\(10\)\. Free opcodes nearby: 0x1F–0x21, 0x23–0x25\.", said);
        Assert.DoesNotContain("CS8032", said);
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Hw.sln"))) return folder.FullName;
        throw new InvalidOperationException($"no Hw.sln above {AppContext.BaseDirectory}");
    }
}
