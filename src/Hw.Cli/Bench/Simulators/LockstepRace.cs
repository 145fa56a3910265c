using Hw.Cosim;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Bench.Simulators;

/// <summary>Golden and chip in lockstep at the product of the speed figures: what somebody waits for who checks a program. By the wall clock, for the golden runs beside.</summary>
static class LockstepRace
{
    const int Lanes = 32, Size = 512, Rounds = 5;

    /// <summary>Names and cycles per second, and how many times the first one's.</summary>
    public static IReadOnlyList<(string Name, double CyclesPerSecond, double OfFirst)> Run(Terminal terminal, CancellationToken token)
    {
        var work = GemmWorkload.Make(Size, Size, Lanes);
        (string Name, TxuTarget Target)[] field =
        [
            ("Verilator, clang -O3", new(Lanes, new() { Simulator = new(Profile.Fast, Compiler.Clang), Progress = terminal.Progress })),
            ("Verilator, g++ -O3", new(Lanes, new() { Simulator = new(Profile.Fast, Compiler.Gxx), Progress = terminal.Progress })),
            ("built-in", new(Lanes, new() { Engine = Engine.BuiltIn })),
        ];
        try
        {
            var speeds = field.Select(_ => new double[Rounds]).ToArray();
            foreach (var (_, target) in field) target.Built(token: token);
            for (var round = 0; round < Rounds; round++)
                for (var i = 0; i < field.Length; i++)
                {
                    var verdict = Lockstep.Run(field[i].Target.Job(work.Program.Code, work.Memory), token: token);
                    if (!verdict.Passed) throw new SimException($"lockstep found a difference while it was measured, {field[i].Name}: {verdict.Summary}");
                    speeds[i][round] = verdict.Cycles / verdict.Elapsed.TotalSeconds;
                }
            return [.. field.Zip(speeds, (f, s) => (f.Name, Figure.Median(s), Figure.Median(s.Zip(speeds[0], (ours, first) => ours / first))))];
        }
        finally { foreach (var (_, target) in field) target.Dispose(); }
    }
}
