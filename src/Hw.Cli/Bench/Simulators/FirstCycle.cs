using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Sim;
using Hw.Txu;
using Hw.TxuCosim;

namespace Hw.Cli.Bench.Simulators;

/// <summary>How long a fresh process takes from its start to the first cycle of the whole TXU, and what memory it has used then.</summary>
sealed record Start(string Name, bool IsOurs, double Seconds, double Megabytes);

/// <summary>Measures with children of its own kind: the wall clock of a process includes the runtime's start and every method compiled on the way.</summary>
static class FirstCycle
{
    const int Lanes = 32, Repeats = 5;

    /// <summary>Makes `hw bench` a child that runs one cycle of the chip in this simulator.</summary>
    public static readonly Option<string> Child = new("--first-cycle") { Hidden = true };

    public static IReadOnlyList<Start> Measure()
    {
        Elsewhere("verilator");     // the first one fills the build cache
        return [Of("built-in", "builtin"), Of("Verilator, build cache full", "verilator")];
    }

    static Start Of(string name, string engine)
    {
        var runs = Enumerable.Range(0, Repeats).Select(_ => Elsewhere(engine)).ToList();
        return new(name, engine == "builtin", Figure.Median(runs.Select(r => r.Seconds)), Figure.Median(runs.Select(r => r.Megabytes)));
    }

    static (double Seconds, double Megabytes) Elsewhere(string engine)
    {
        var host = Environment.ProcessPath!;
        string[] command = ["bench", Child.Name, engine];
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(host, Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(FirstCycle).Assembly.Location, .. command] : command) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadLine();
        var seconds = clock.Elapsed.TotalSeconds;
        process.WaitForExit();
        return process.ExitCode == 0 && double.TryParse(line, CultureInfo.InvariantCulture, out var megabytes) ? (seconds, megabytes)
            : throw new InvalidOperationException($"the child that runs the first cycle ended with exit code {process.ExitCode} and said '{line}'");
    }

    public static int Run(string engine, Terminal terminal)
    {
        var design = Design.Elaborate(() => new TxuSystem(Lanes, records: false));
        using IBuiltDesign built = engine == "builtin" ? BuiltInDesign.Compile(design) : new VerilatorBuilder().Build(Hw.Cosim.VerilogFolder.Write(design));
        using var simulation = built.Start();
        simulation.Reset(1);
        using var self = Process.GetCurrentProcess();
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{self.WorkingSet64 / 1048576.0:F0}"));
        return ExitCode.Pass;
    }
}
