namespace Hw.Oracles;

/// <summary>Random inputs of accuracy figures. The same seed gives the same numbers; every number is one that its format holds, so that a format's error is the algorithm's alone.</summary>
public sealed class Inputs(int seed)
{
    readonly Random random = new(seed);

    /// <summary>N(0, 1), by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>N(0, 1) + Bernoulli(0.001) · N(0, 10²): the outliers of FlashAttention-3 (Shah et al., 2024, §4.3).</summary>
    public double WithOutliers() => Normal() + (random.NextDouble() < 0.001 ? 10 * Normal() : 0);

    /// <param name="format">bf16, e4m3 or fp32: what the numbers are rounded to.</param>
    public static float[,] Matrix(int rows, int columns, Func<double> number, string format)
    {
        var matrix = new float[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) matrix[i, j] = Rounded(number(), format);
        return matrix;
    }

    public static float Rounded(double x, string format) => (float)FastConversionOracle.Decode(FloatFormat.Named(format), FastConversionOracle.Round(x, FloatFormat.Named(format), saturating: false));

    /// <summary>The bits of a number that the format holds.</summary>
    public static long Bits(float x, string format) => FastConversionOracle.Round(x, FloatFormat.Named(format), saturating: false);
}
