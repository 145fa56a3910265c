using System.Diagnostics;
using System.Text;

namespace Hw.Isa.Rv32i.Tests;

/// <summary>Calls the tools of tools/bootstrap. A tool that is missing or refuses fails the test that wanted it.</summary>
static class Tools
{
    public const string Cross = "riscv64-unknown-elf-";
    static readonly string scratch = Directory.CreateTempSubdirectory("hw-rv32i-").FullName;

    static Tools() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(scratch, true);

    public static string Scratch(string name) => Path.Combine(scratch, name);

    /// <returns>Exit code, and what it wrote to standard output.</returns>
    public static (int Code, byte[] Output) Call(string tool, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = scratch };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} does not start: run tools/bootstrap test");
        var errors = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Complaints = errors.Result;
        return (process.ExitCode, output.ToArray());
    }

    [ThreadStatic] static string? Complaints;

    public static string Run(string tool, params IEnumerable<string> arguments)
    {
        var (code, output) = Call(tool, arguments);
        return code == 0 ? Encoding.UTF8.GetString(output) : throw new InvalidOperationException($"{tool} {string.Join(' ', arguments)} ended with {code}: {Complaints}");
    }
}
