using System.Diagnostics;
using System.Text.Json;

namespace Hw.Cli.Tests;

/// <summary>What a run of the command left: exit code, standard output, standard error.</summary>
sealed record Ran(int Exit, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>It failed as it should: this exit code, nothing that looks like a stack trace, these words in its message.</summary>
    public void Refused(int exit, params string[] words)
    {
        Assert.Equal((exit, Error), (Exit, Error));
        Assert.DoesNotContain("   at ", Error);
        Assert.DoesNotContain("Unhandled", Error);
        foreach (var word in words) Assert.Contains(word, Error + Out);
    }

    public Ran Passed()
    {
        Assert.True(Exit == 0, $"exit {Exit}\n{Out}\n{Error}");
        return this;
    }
}

/// <summary>The built command as a child process.</summary>
static class Command
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    public static string Checkout { get; } = FindCheckout();
    static string Program => Path.Combine(Checkout, "src/Hw.Cli/bin/Release/net10.0/hw.dll");

    public static Ran Hw(params string[] arguments) => Hw(arguments, []);

    public static Ran Hw(string[] arguments, Dictionary<string, string> environment, string? folder = null)
    {
        using var process = Start(arguments, environment, folder);
        return Wait(process);
    }

    /// <param name="within">A command that runs the command it is given, such as <c>nice</c>.</param>
    public static Process Start(string[] arguments, Dictionary<string, string>? environment = null, string? folder = null, string[]? within = null)
    {
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet";
        string[] line = [.. within ?? [], dotnet, Program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Checkout,
        };
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static Ran Wait(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"hw was still running after {patience}");
        }
        return new(process.ExitCode, output.Result, error.Result);
    }

    static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Hw.sln"))) return folder.FullName;
        throw new InvalidOperationException("these tests run the command of the checkout they were built in");
    }
}
