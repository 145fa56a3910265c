namespace Hw.Oracles;

/// <summary>y[n, t] = requantize(Σk w[n, k] · x[k, t]), accumulated 32 features at a time with INT32 saturation.</summary>
public static class GemmOracle
{
    public static (int[,] Sum, sbyte[,] Quantized) Run(sbyte[,] w, sbyte[,] x, int scale, int shift)
    {
        var (outputs, features, tokens) = (w.GetLength(0), w.GetLength(1), x.GetLength(1));
        var (sums, quantized) = (new int[outputs, tokens], new sbyte[outputs, tokens]);
        for (var n = 0; n < outputs; n++)
            for (var t = 0; t < tokens; t++)
            {
                long sum = 0;
                for (var k0 = 0; k0 < features; k0 += 32)
                {
                    for (var k = k0; k < k0 + 32; k++) sum += (long)w[n, k] * x[k, t];
                    sum = Math.Clamp(sum, int.MinValue, int.MaxValue);
                }
                sums[n, t] = (int)sum;
                quantized[n, t] = (sbyte)RequantizeOracle.Of(sum, scale, shift);
            }
        return (sums, quantized);
    }
}
