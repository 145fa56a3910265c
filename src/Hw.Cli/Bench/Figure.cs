namespace Hw.Cli.Bench;

/// <summary>One measured figure. A goal, where there is one, is a least value.</summary>
sealed record Figure(string Part, string Name, double Value, double? Goal, Func<double, string> Shown)
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
