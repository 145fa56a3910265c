using Hw.Sim;

namespace Hw.Cli.Bench.Simulators;

/// <summary>The simulations of one unit in its rig, kept for all stimuli. A turn is some milliseconds of cycles; what it shows is the checksum of all outputs since the reset.</summary>
sealed class UnitRace(string what, IReadOnlyList<(Contender Contender, Made Made)> field) : IDisposable
{
    const int Rounds = 7;
    const ulong Warm = 3 * Rig.Rows;
    const double Turn = 20e6;   // ns
    public IReadOnlyDictionary<Contender, Made> Made { get; } = field.ToDictionary(f => f.Contender, f => f.Made);
    readonly bool manyThreads = field.Any(f => f.Contender.Threads > 1);
    readonly ISimulation[] simulations = [.. field.Select(f => f.Made.Design.Start())];

    /// <param name="rows">Of <see cref="Stimulus.Rows"/>.</param>
    public IReadOnlyList<Lap> Run(uint[] rows, CancellationToken token)
    {
        var fastest = double.PositiveInfinity;
        foreach (var simulation in simulations)
        {
            Load(simulation, rows);
            simulation.Step(Warm);
            var clock = Work.Begin();
            simulation.Step(Warm);
            fastest = Math.Min(fastest, clock.Nanoseconds / Turn);
        }
        // as many cycles for everybody as the fastest needs for a fair part of its turn
        var cycles = Math.Max(Warm, (ulong)(Warm / fastest / 4));
        return Race.Run(what, [.. field.Zip(simulations, (f, s) => (f.Contender, (Func<Turn>)(() => Take(s, cycles, manyThreads))))], Rounds, token);
    }

    static Turn Take(ISimulation simulation, ulong cycles, bool manyThreads)
    {
        var clock = Work.Begin(manyThreads);
        simulation.Step(cycles);
        return new(clock.Nanoseconds / cycles, $"the checksum {simulation["checksum"].Value:x8} after {simulation.Cycle:N0} cycles");
    }

    static void Load(ISimulation simulation, uint[] rows)
    {
        simulation.Reset();
        simulation.Play([simulation["poke_valid"], simulation["poke_address"], simulation["poke_data"]], rows, Rig.Rows);
        simulation["poke_valid"].Value = 0;
        simulation.Reset();
    }

    public void Dispose()
    {
        foreach (var simulation in simulations) simulation.Dispose();
        foreach (var (_, made) in field) made.Dispose();
    }
}
