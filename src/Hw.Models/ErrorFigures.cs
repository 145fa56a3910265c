namespace Hw.Models;

/// <summary>How far values are from the float ones: RMS of the difference over RMS of the float values, and largest difference over largest float magnitude.</summary>
public readonly record struct ErrorFigures(double RelativeRms, double RelativeMax)
{
    public static ErrorFigures Of(ReadOnlySpan<float> expected, ReadOnlySpan<double> actual)
    {
        if (expected.Length != actual.Length) throw new ArgumentException($"{actual.Length} values cannot be compared with {expected.Length}");
        var (square, errorSquare, largest, error) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = actual[i] - expected[i];
            square += (double)expected[i] * expected[i];
            errorSquare += difference * difference;
            largest = Math.Max(largest, Math.Abs((double)expected[i]));
            error = Math.Max(error, Math.Abs(difference));
        }
        return new(Ratio(Math.Sqrt(errorSquare), Math.Sqrt(square)), Ratio(error, largest));

        static double Ratio(double part, double whole) => part == 0 ? 0 : part / whole;
    }

    public override string ToString() => $"{RelativeRms:P2} rms, {RelativeMax:P2} max";
}
