using System.Diagnostics;
using Hw.Hdl.Verilog;

namespace Hw.Ip.Tests;

/// <summary>Every module's Verilog is read by Verilator -Wall without a waiver, by Icarus and by Yosys.</summary>
public class LintTests
{
    public static TheoryData<string> Modules => [.. Designs.Keys];

    static readonly Dictionary<string, Func<Design>> Designs = new()
    {
        ["fifo_2x8"] = () => Design.Elaborate(() => new Fifo(Interval.UInt8, 2)),
        ["fifo_5x8s"] = () => Design.Elaborate(() => new Fifo(Interval.Int8, 5)),
        ["fifo_16x256"] = () => Design.Elaborate(() => new Fifo(AxiBus.Beat, 16)),
    };

    [Theory, MemberData(nameof(Modules))]
    public void ThreeToolsReadIt(string name)
    {
        var design = Designs[name]();
        Assert.Equal(name, design.Name);
        var folder = Directory.CreateTempSubdirectory("hw-ip-lint-").FullName;
        try
        {
            var files = VerilogWriter.Write(design).Where(f => f.File.EndsWith(".sv")).ToList();
            foreach (var (file, text) in files) File.WriteAllText(Path.Combine(folder, file), text);
            var sources = string.Join(' ', files.Select(f => f.File));
            Accepts("verilator", $"--lint-only -Wall --top-module {name} {sources}", folder);
            Accepts("iverilog", $"-g2012 -Wall -Wno-timescale -o {name}.vvp -s {name} {sources}", folder);
            Accepts("yosys", $"-q -p \"read_verilog -sv {sources}; hierarchy -check -top {name}; proc; check -assert\"", folder);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>The tool succeeds and has nothing to say.</summary>
    static void Accepts(string tool, string arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && said.Length == 0, $"{tool} {arguments}\n{said}");
    }
}
