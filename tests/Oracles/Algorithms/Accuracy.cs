namespace Hw.Oracles;

/// <summary>How far results are from exact ones.</summary>
public readonly record struct Accuracy(double MaxError, double RootMeanSquare, double Largest)
{
    /// <summary>The largest error, in units of the largest exact magnitude.</summary>
    public double MaxRelativeToMax => MaxError / Largest;

    public static Accuracy Of(double[,] exact, float[,] got)
    {
        if (exact.GetLength(0) != got.GetLength(0) || exact.GetLength(1) != got.GetLength(1)) throw new ArgumentException($"{got.GetLength(0)}×{got.GetLength(1)} results for {exact.GetLength(0)}×{exact.GetLength(1)} exact ones.");
        var (max, squares, largest) = (0.0, 0.0, 0.0);
        for (var i = 0; i < exact.GetLength(0); i++)
            for (var j = 0; j < exact.GetLength(1); j++)
            {
                // a NaN is an infinite error, not one that no comparison sees
                var error = float.IsNaN(got[i, j]) ? double.PositiveInfinity : Math.Abs(got[i, j] - exact[i, j]);
                (max, largest, squares) = (Math.Max(max, error), Math.Max(largest, Math.Abs(exact[i, j])), squares + error * error);
            }
        return new(max, Math.Sqrt(squares / exact.Length), largest);
    }

    /// <summary>The largest error in units of the last place of BF16 at the exact value's binade.</summary>
    public static double MaxBf16Ulp(double[,] exact, float[,] got)
    {
        var max = 0.0;
        for (var i = 0; i < exact.GetLength(0); i++)
            for (var j = 0; j < exact.GetLength(1); j++)
            {
                var ulp = Math.ScaleB(1, Math.Max(exact[i, j] == 0 ? -126 : Math.ILogB(exact[i, j]), -126) - 7);
                max = Math.Max(max, float.IsNaN(got[i, j]) ? double.PositiveInfinity : Math.Abs(got[i, j] - exact[i, j]) / ulp);
            }
        return max;
    }

    public override string ToString() => FormattableString.Invariant($"max {MaxRelativeToMax:E2} of max, RMSE {RootMeanSquare:E2}");
}
