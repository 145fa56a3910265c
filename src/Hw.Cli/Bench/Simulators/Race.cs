using Hw.Sim;

namespace Hw.Cli.Bench.Simulators;

/// <summary>One turn of a contender: what a cycle took, and what the simulation shows at the end, which must be the same for all.</summary>
readonly record struct Turn(double Nanoseconds, string Shows);

/// <summary>What came of one contender: nanoseconds per cycle, one figure for each round.</summary>
sealed record Lap(Contender Contender, IReadOnlyList<double> Nanoseconds)
{
    public double Median => Figure.Median(Nanoseconds);

    /// <summary>How many times as fast as another: of neighbours in time, so that a busy machine slows both.</summary>
    public double Over(Lap other) => Figure.Median(other.Nanoseconds.Zip(Nanoseconds, (theirs, ours) => theirs / ours));
}

/// <summary>Simulations of one design take turns over the same cycles. What computes something else is not faster: a difference ends the race.</summary>
static class Race
{
    /// <exception cref="SimException">Two contenders show different things.</exception>
    public static IReadOnlyList<Lap> Run(string what, IReadOnlyList<(Contender Contender, Func<Turn> Turn)> field, int rounds, CancellationToken token)
    {
        var times = field.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            var shows = new string[field.Count];
            for (var i = 0; i < field.Count; i++)
            {
                token.ThrowIfCancellationRequested();
                var who = (i + round) % field.Count;
                (times[who][round], shows[who]) = field[who].Turn();
            }
            for (var i = 1; i < field.Count; i++)
                if (shows[i] != shows[0])
                    throw new SimException($"{what}: {field[i].Contender.Name} shows {shows[i]}, {field[0].Contender.Name} shows {shows[0]}. Nothing is faster that computes something else: find the difference with ./hw sim check");
        }
        return [.. field.Zip(times, (f, t) => new Lap(f.Contender, t))];
    }
}
