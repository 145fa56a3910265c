using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace Hw.Sim;

/// <summary>Runs a program, keeps what it printed, and leaves no child behind when cancelled.</summary>
public static class ToolRun
{
    static readonly SearchValues<char> NeedQuotes = SearchValues.Create(" '\"$\\*()");

    /// <summary>Exit code and all output, standard and error interleaved as they came.</summary>
    public static async Task<(int Code, string Output)> Run(string program, IEnumerable<string> arguments, string folder, CancellationToken token)
    {
        var output = new StringBuilder();
        using var process = new Process { StartInfo = Start(program, arguments, folder) };
        void Keep(object _, DataReceivedEventArgs line)
        {
            if (line.Data is not null) lock (output) output.AppendLine(line.Data);
        }
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);   // g++ is a driver: the compiler proper is its child
            process.WaitForExit();
            throw;
        }
        return (process.ExitCode, output.ToString());
    }

    /// <summary>Standard output of a short question.</summary>
    public static string Ask(string program, params string[] arguments)
    {
        using var process = Process.Start(Start(program, arguments, Path.GetTempPath()))!;
        var errors = process.StandardError.ReadToEndAsync();
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? answer : throw new SimException($"{Line(program, arguments)} failed: {errors.Result.Trim()}");
    }

    /// <summary>The command as one would type it.</summary>
    public static string Line(string program, IEnumerable<string> arguments)
        => string.Join(' ', arguments.Prepend(program).Select(a => a.AsSpan().ContainsAny(NeedQuotes) ? $"'{a.Replace("'", "'\\''")}'" : a));

    static ProcessStartInfo Start(string program, IEnumerable<string> arguments, string folder) => new(program, arguments)
    {
        WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    };
}
