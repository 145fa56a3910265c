using System.Diagnostics;

namespace Hw.Sim.Tests;

[Collection("simulator")]
public class BuildTests(Bench bench)
{
    /// <summary>A design nobody else builds: <paramref name="name"/> makes its text its own.</summary>
    SimDesign Own(string name)
    {
        string file = Path.Combine(bench.Folder, name + ".sv");
        File.WriteAllText(file, $"module {name} (input logic clock, output logic [7:0] y);\n  always_ff @(posedge clock) y <= y + 1;\nendmodule\n");
        return new SimDesign(name, [file], [SimPort.In("clock"), SimPort.Out("y", 8)]);
    }

    int Builds(string name) { lock (bench.Heard) return bench.Heard.Count(line => line.StartsWith($"building {name} ")); }

    static ulong AfterThree(CompiledDesign compiled)
    {
        using var sim = compiled.Start();
        sim.Step(3);
        return sim["y"].Value;
    }

    [Fact]
    public void What_is_in_the_cache_is_not_built_again()
    {
        var design = Own("cached");
        var first = bench.Builder.Build(design, BuildOptions.Quick);
        var second = bench.Builder.Build(design, BuildOptions.Quick);
        Assert.Equal((false, true, 1), (first.Cached, second.Cached, Builds("cached")));
        Assert.Equal(first.LibraryPath, second.LibraryPath);
        Assert.Equal(3ul, AfterThree(second));
        File.AppendAllText(design.Files[0], "// another text\n");
        Assert.False(bench.Builder.Build(design, BuildOptions.Quick).Cached);
        Assert.False(bench.Builder.Build(design, BuildOptions.Quick with { Compiler = Compiler.Gxx }).Cached);
        Assert.Equal(3, Builds("cached"));
        Assert.Contains(bench.Heard, line => line.StartsWith("building cached with g++ -O0"));
    }

    [Fact]
    public void A_damaged_entry_is_built_again()
    {
        var design = Own("damaged");
        string path;
        using (var first = bench.Builder.Build(design, BuildOptions.Quick)) path = first.LibraryPath;
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^100]);
        var again = bench.Builder.Build(design, BuildOptions.Quick);
        Assert.Equal((false, 2, 3ul), (again.Cached, Builds("damaged"), AfterThree(again)));
        File.Delete(Path.Combine(Path.GetDirectoryName(path)!, "manifest"));
        Assert.False(bench.Builder.Build(design, BuildOptions.Quick).Cached);
    }

    [Fact]
    public async Task Two_builders_of_one_design_build_it_once()
    {
        var design = Own("twice");
        var other = new VerilatorBuilder(Path.Combine(bench.Folder, "cache")) { Progress = bench.Builder.Progress };
        var both = await Task.WhenAll(Task.Run(() => bench.Builder.Build(design, BuildOptions.Quick)), Task.Run(() => other.Build(design, BuildOptions.Quick)));
        Assert.Equal(1, Builds("twice"));
        Assert.Equal(both[0].LibraryPath, both[1].LibraryPath);
        Assert.All(both, compiled => Assert.Equal(3ul, AfterThree(compiled)));
    }

    [Fact]
    public void A_syntax_error_names_file_and_line_and_command()
    {
        var broken = new SimDesign("broken", [Bench.File("broken.sv")], [SimPort.In("clock"), SimPort.Out("y")]);
        var error = Assert.Throws<SimBuildException>(() => bench.Open(broken));
        Assert.Contains("broken.sv:2:14: syntax error", error.Message);
        Assert.Contains("verilator --cc", error.Command);
        Assert.Contains("broken.sv:2:14", File.ReadAllText(error.LogPath));
        Assert.Empty(Directory.GetDirectories(Path.Combine(bench.Folder, "cache", "sim", "tmp")));
        Assert.Contains("there is no file", Assert.Throws<SimException>(() => bench.Open(broken with { Files = ["nowhere.sv"] })).Message);
    }

    [Theory]
    [InlineData("", "verilator", "apt install verilator")]
    [InlineData("verilator verilator_bin", "g++", "apt install g++")]
    public void A_missing_tool_is_named_with_its_remedy(string present, string missing, string remedy)
    {
        string path = Directory.CreateDirectory(Path.Combine(bench.Folder, "tools-without-" + missing)).FullName;
        foreach (string tool in present.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            File.CreateSymbolicLink(Path.Combine(path, tool), Tools.System.Require(tool));
        var builder = new VerilatorBuilder(Path.Combine(bench.Folder, "cache"), new Tools(path));
        var error = Assert.Throws<ToolMissingException>(() => builder.Build(Bench.Counter));
        Assert.Equal(missing, error.Tool);
        Assert.Contains("tools/bootstrap", error.Message);
        Assert.Contains(remedy, error.Message);
        Assert.Contains(new Tools(path).Survey(), t => t.Tool == missing && t.Version is null);
        Assert.Equal(missing, VerilatorBuilder.Missing(tools: new Tools(path)));
        Assert.Null(VerilatorBuilder.Missing());
    }

    [Fact]
    public void A_cache_that_cannot_be_written_says_so_in_one_line()
    {
        string file = Path.Combine(bench.Folder, "not-a-folder");
        File.WriteAllText(file, "");
        var error = Assert.Throws<SimCacheException>(() => new VerilatorBuilder(file).Build(Bench.Counter, BuildOptions.Quick));
        Assert.Contains("HW_CACHE", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Cancelling_stops_the_tools_and_leaves_nothing_behind()
    {
        var design = Own("cancelled");
        using var stop = new CancellationTokenSource();
        var builder = new VerilatorBuilder(Path.Combine(bench.Folder, "own-cache")) { Progress = _ => stop.CancelAfter(400) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => builder.BuildAsync(design, BuildOptions.Fast, stop.Token));
        foreach (string part in new[] { "sim", "runtime" })
        {
            Assert.Empty(Directory.GetDirectories(Path.Combine(bench.Folder, "own-cache", part, "tmp")));
            Assert.Equal(["locks", "tmp"], Directory.GetDirectories(Path.Combine(bench.Folder, "own-cache", part)).Select(Path.GetFileName).Order());
        }
        Assert.DoesNotContain(Process.GetProcesses(), p => CommandLine(p).Contains("own-cache"));
    }

    static string CommandLine(Process process)
    {
        try { return File.ReadAllText($"/proc/{process.Id}/cmdline"); }
        catch (IOException) { return ""; }
    }

    [Fact]
    public void A_bare_program_runs_the_same_cycles()
    {
        string program = bench.Builder.BuildBareMain(Bench.Counter, BuildOptions.Quick);
        using var process = Process.Start(new ProcessStartInfo(program, "--reset 2 --set enable=1 --run 1000 done --run 50") { RedirectStandardOutput = true })!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("101 ", lines[0]);
        Assert.StartsWith("50 ", lines[1]);
    }
}
