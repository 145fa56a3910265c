using System.Diagnostics;

namespace Hw.Hdl.Tests;

/// <summary>The other readers of the Verilog, run as their users run them.</summary>
static class Tools
{
    public sealed record Outcome(int ExitCode, string Output, string Errors)
    {
        public Outcome Expected() => ExitCode == 0 ? this : throw new InvalidOperationException($"exit code {ExitCode}\n{Output}\n{Errors}");
    }

    public static Outcome Run(string folder, string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }

    /// <summary>A folder that is gone when the test is done, unless HW_KEEP names a place to leave it.</summary>
    public sealed class Folder : IDisposable
    {
        static readonly string? Keep = Environment.GetEnvironmentVariable("HW_KEEP");
        public string Path { get; } = Keep is null ? Directory.CreateTempSubdirectory("hw-hdl-").FullName : Directory.CreateDirectory(Keep).FullName;
        public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);
        public void Dispose() { if (Keep is null) Directory.Delete(Path, recursive: true); }
    }
}
