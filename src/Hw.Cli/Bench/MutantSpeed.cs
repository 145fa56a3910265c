using System.Diagnostics;
using Hw.Cosim;
using Hw.Hdl;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Bench;

/// <summary>What one mutant costs on the built-in simulator, from C# until lockstep has caught it: the chip elaborated and compiled anew with one fault in it, and one build with all of them behind a select.</summary>
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
            using var one = Build([plant], token);
            ready.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Catch(plant, one, token);
            caught.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        yield return new("mutants", $"mutant of the chip, C={Lanes}, a build of its own: to its first cycle, median", Figure.Median(ready), null, Milliseconds);
        yield return new("mutants", $"mutant of the chip, C={Lanes}, a build of its own: to its verdict, median", Figure.Median(caught), null, Milliseconds);

        var began = Stopwatch.GetTimestamp();
        using var all = Build(TxuPlants.All, token);
        foreach (var plant in TxuPlants.All) Catch(plant, all, token);
        yield return new("mutants", $"mutant of the chip, C={Lanes}, one build of {TxuPlants.All.Count}: to its verdict, mean", Stopwatch.GetElapsedTime(began).TotalMilliseconds / TxuPlants.All.Count, null, Milliseconds);
    }

    static TxuTarget Build(IReadOnlyList<Plant> plants, CancellationToken token)
    {
        var target = new TxuTarget(Lanes, new() { Engine = Engine.BuiltIn, Plants = plants, MemoryBytes = MemoryBytes });
        target.Built(token: token);
        return target;
    }

    static void Catch(Plant plant, TxuTarget target, CancellationToken token)
    {
        var job = target.Job(TxuPlants.Program(plant.Name), TxuPlants.Image(), new() { Plant = plant.Name, Watchdog = 3_000 });
        if (Lockstep.Run(job, new() { CompareMemory = true }, token).Passed) throw new SimException($"the plant {plant.Name} was not caught while it was measured");
    }

    static string Milliseconds(double v) => $"{v:N0} ms";
}
