using System.Diagnostics;
using Hw.Hdl.Verilog;

namespace Hw.Ip.Tests;

/// <summary>A design's Verilog in a folder of its own, where tools run that must succeed and have nothing to say.</summary>
sealed class VerilogFolder : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("hw-ip-").FullName;

    public VerilogFolder(Design design)
    {
        var files = VerilogWriter.Write(design).Where(f => f.File.EndsWith(".sv")).ToList();
        foreach (var (file, text) in files) Write(file, text);
        Sources = string.Join(' ', files.Select(f => f.File));
    }

    public string Sources { get; }
    public void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    public void Run(string tool, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && said.Length == 0, $"{tool} {arguments}\n{said}");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
