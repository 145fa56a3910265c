using System.Diagnostics;
using Hw.Cosim;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Bench;

/// <summary>What one mutant costs on the built-in simulator: the chip elaborated and compiled anew with one fault in it, then lockstep until that is caught. The first pays for the runtime's warm-up.</summary>
static class MutantSpeed
{
    const int Lanes = 4, MemoryBytes = 1 << 20;

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token)
    {
        var (ready, caught) = (new List<double>(), new List<double>());
        foreach (var (i, plant) in TxuPlants.All.Index())
        {
            terminal.Bar(plant.Name, (double)i / TxuPlants.All.Count);
            var start = Stopwatch.GetTimestamp();
            using var target = new TxuTarget(Lanes, new() { Engine = Engine.BuiltIn, Plants = TxuPlants.For(plant.Name, Engine.BuiltIn), MemoryBytes = MemoryBytes });
            target.Built(token: token);
            ready.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var job = target.Job(TxuPlants.Program(plant.Name), TxuPlants.Image(), new() { Plant = plant.Name, Watchdog = 3_000 });
            if (Lockstep.Run(job, new() { CompareMemory = true }, token).Passed) throw new SimException($"the plant {plant.Name} was not caught while it was measured");
            caught.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        yield return new("mutants", $"mutant of the chip, C={Lanes}, from C# to its first cycle, median of {ready.Count}", Figure.Median(ready), null, Milliseconds);
        yield return new("mutants", $"mutant of the chip, C={Lanes}, from C# to its verdict, median of {caught.Count}", Figure.Median(caught), null, Milliseconds);
        yield return new("mutants", "the slowest of them, from C# to its verdict", caught.Max(), null, Milliseconds);
    }

    static string Milliseconds(double v) => $"{v:N0} ms";
}
