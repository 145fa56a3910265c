namespace Hw.Oracles;

/// <summary>RMSNorm (Zhang and Sennrich, 2019) and SwiGLU (Shazeer, 2020) in FP64.</summary>
public static class LayerOracle
{
    /// <summary>Row by row: x / √(mean of x² + epsilon) · w.</summary>
    public static double[,] RmsNorm(float[,] x, float[] w, double epsilon)
    {
        var (rows, width) = (x.GetLength(0), x.GetLength(1));
        var y = new double[rows, width];
        for (var i = 0; i < rows; i++)
        {
            var squares = Enumerable.Range(0, width).Sum(j => (double)x[i, j] * x[i, j]);
            for (var j = 0; j < width; j++) y[i, j] = x[i, j] / Math.Sqrt(squares / width + epsilon) * w[j];
        }
        return y;
    }

    /// <summary>gate / (1 + e^−gate) · up.</summary>
    public static double[,] SwiGlu(float[,] gate, float[,] up)
    {
        var y = new double[gate.GetLength(0), gate.GetLength(1)];
        for (var i = 0; i < y.GetLength(0); i++)
            for (var j = 0; j < y.GetLength(1); j++) y[i, j] = gate[i, j] / (1 + Math.Exp(-(double)gate[i, j])) * up[i, j];
        return y;
    }
}
