namespace Hw.Oracles;

/// <summary>softmax(scale · Q·Kᵀ, masked) · V in FP64, row by row, with the row's true maximum.</summary>
public static class AttentionOracle
{
    /// <param name="query">Position of the first query; that of the first key is 0.</param>
    /// <param name="window">A query sees so many keys, itself the last; 0: all.</param>
    public static double[,] Run(float[,] q, float[,] k, float[,] v, double scale, bool causal, int query = 0, int window = 0)
    {
        var (queries, keys, depth, width) = (q.GetLength(0), k.GetLength(0), q.GetLength(1), v.GetLength(1));
        var output = new double[queries, width];
        for (var i = 0; i < queries; i++)
        {
            var seen = Enumerable.Range(0, keys).Where(j => RowsOracle.Sees(query + i, j, causal, keys, window)).ToArray();
            if (seen.Length == 0) continue;
            var scores = seen.Select(j => scale * Enumerable.Range(0, depth).Sum(f => (double)q[i, f] * k[j, f])).ToArray();
            var largest = scores.Max();
            var weights = scores.Select(s => Math.Exp(s - largest)).ToArray();
            var sum = weights.Sum();
            for (var f = 0; f < width; f++) output[i, f] = seen.Select((j, n) => weights[n] * v[j, f]).Sum() / sum;
        }
        return output;
    }
}
