namespace Hw.Cli.Bench.Simulators;

enum Kind { Lanes, Scalar, Chip }

/// <summary>One row of the table: a design under one stimulus, and how all contenders did.</summary>
sealed record Result(string Name, Kind Kind, string Stimulus, IReadOnlyList<Lap> Laps, IReadOnlyDictionary<Contender, Made> Made)
{
    public Lap? Of(Contender contender) => Laps.FirstOrDefault(l => l.Contender == contender);

    /// <summary>The fastest of Verilator's, on one thread.</summary>
    public Lap Best => Verilators.MinBy(l => l.Median)!;
    IEnumerable<Lap> Verilators => Laps.Where(l => l.Contender is VerilatorContender { Workers: 1 });

    /// <summary>The fastest flags of one compiler on one text, where these compete.</summary>
    public Lap? Fastest(Hw.Sim.Compiler compiler, bool otherText) =>
        Verilators.Where(l => l.Contender is VerilatorContender v && v.Compiler == compiler && v.OtherText == otherText).MinBy(l => l.Median);

    /// <summary>Verilator on several threads, in a race of its own.</summary>
    public Lap? Threaded => Laps.FirstOrDefault(l => l.Contender is { Threads: > 1 });

    /// <summary>How many times as fast as the best Verilator.</summary>
    public double? Ratio(Contender contender) => Of(contender)?.Over(Best);

    /// <summary>What the built-in simulator is to reach with vectors.</summary>
    public double Least => Kind switch { Kind.Lanes => 8, Kind.Scalar => 1, _ => 2 };
}
