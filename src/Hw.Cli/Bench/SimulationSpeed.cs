using System.Diagnostics;
using System.Globalization;
using Hw.Cosim;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Bench;

/// <summary>
/// What driving from C# costs, and what lockstep costs: cycles per second as a ratio to a plain C++ loop over the same chip without
/// the retire-and-write port. The three take turns, and a ratio is of neighbours in time: a busy or throttled machine slows all three.
/// </summary>
static class SimulationSpeed
{
    const int Tokens = 2048, Size = 512, Lanes = 32, Repeats = 5;

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token) =>
        new[] { Compiler.Gxx, Compiler.Clang }.SelectMany(compiler => Measure(compiler, terminal, token));

    static IEnumerable<Figure> Measure(Compiler compiler, Terminal terminal, CancellationToken token)
    {
        var options = new BuildOptions(Profile.Fast, compiler);
        var work = GemmWorkload.Make(Tokens, Size, Lanes);
        using var bare = new TxuTarget(Lanes, new() { Records = false, Simulator = options, Progress = terminal.Progress });
        using var recording = new TxuTarget(Lanes, new() { Simulator = options, Progress = terminal.Progress });
        bare.Built(token: token);
        recording.Built(token: token);
        using var main = new BareRun(bare.Job(work.Program.Code, work.Memory), new VerilatorBuilder { Progress = terminal.Progress }.BuildBareMain(bare.Design, options, token));
        var (driven, lockstep, speeds) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Repeats; i++)
        {
            terminal.Bar($"{compiler}: repeat {i + 1} of {Repeats}", (double)i / Repeats);
            token.ThrowIfCancellationRequested();
            var yardstick = main.CyclesPerSecond();
            speeds.Add(yardstick);
            driven.Add(Driven(bare.Job(work.Program.Code, work.Memory), token) / yardstick);
            lockstep.Add(InLockstep(recording.Job(work.Program.Code, work.Memory), token) / yardstick);
        }
        yield return new("speed", $"C++ loop, C={Lanes}, {compiler}", Figure.Median(speeds), null, v => $"{v:N0} cycles/s");
        yield return new("speed", $"driven from C#, of the C++ loop, {compiler}", Figure.Median(driven), 0.95, v => $"{v:F3}");
        yield return new("speed", $"in lockstep, of the C++ loop without retire port, {compiler}", Figure.Median(lockstep), 0.90, v => $"{v:F3}");
    }

    static double Driven(TxuJob job, CancellationToken token)
    {
        using var session = job.Start(token: token);
        session.Begin();
        var (start, clock) = (session.Simulation.Cycle, Stopwatch.StartNew());
        session.Simulation.Run(ulong.MaxValue, session.StopPort);
        return (session.Simulation.Cycle - start) / clock.Elapsed.TotalSeconds;
    }

    static double InLockstep(TxuJob job, CancellationToken token)
    {
        var verdict = Lockstep.Run(job, token: token);
        return verdict.Passed ? verdict.Cycles / verdict.Elapsed.TotalSeconds : throw new SimException($"lockstep found a difference while it was measured: {verdict.Summary}");
    }

    /// <summary>The bare main with the job's memory, and the register writes that start it, as a file to play.</summary>
    sealed class BareRun(TxuJob job, string program) : IDisposable
    {
        readonly string memory = Save(job.MemoryRows()), start = Save(DoorbellRows.Of(job));

        public double CyclesPerSecond()
        {
            var s = job.Settings;
            string[] arguments =
            [
                "--set", $"settings_latency={s.Latency}", "--set", $"settings_stalls={(int)s.Stalls}", "--set", $"seed={s.Seed}", "--reset", "4",
                "--play", memory, "poke_valid,poke_address,poke_data", "--set", "poke_valid=0",
                "--play", start, string.Join(',', DoorbellRows.Ports), "--run", "1000000000", "irq",
            ];
            var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
            using var process = Process.Start(info)!;
            var printed = process.StandardOutput.ReadToEnd().Split(' ');
            process.WaitForExit();
            return process.ExitCode == 0 && printed.Length == 3 ? double.Parse(printed[2], CultureInfo.InvariantCulture) : throw new SimException($"{program} failed with exit code {process.ExitCode}");
        }

        static string Save(ReadOnlySpan<uint> rows)
        {
            var file = Path.GetTempFileName();
            File.WriteAllBytes(file, System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows).ToArray());
            return file;
        }

        public void Dispose()
        {
            File.Delete(memory);
            File.Delete(start);
        }
    }
}
