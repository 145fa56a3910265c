namespace Hw.Cli.Bench;

/// <summary>What a figure is to reach: at least this much, or at most.</summary>
readonly record struct Goal(double Bound, bool IsMost)
{
    public static implicit operator Goal(double least) => new(least, false);
    public static Goal AtMost(double most) => new(most, true);
    public bool IsMet(double value) => IsMost ? value <= Bound : value >= Bound;
    public string Shown(Func<double, string> shown) => $"{(IsMost ? "≤" : "≥")} {shown(Bound)}";
}

/// <summary>One measured figure.</summary>
sealed record Figure(string Part, string Name, double Value, Goal? Goal, Func<double, string> Shown)
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
