namespace Hw.NumberCheck.Manual;

/// <summary>Errors gathered along an axis: of each piece of it the largest and the mean.</summary>
sealed class Bins(double low, double high, int count)
{
    readonly double[] max = new double[count], sum = new double[count];
    readonly int[] seen = new int[count];

    public int Count => count;

    /// <summary>The place in bin k that lies a fraction (0 … 1) into it.</summary>
    public double At(int k, double fraction) => low + (k + fraction) / count * (high - low);

    public void Add(int k, double error)
    {
        max[k] = Math.Max(max[k], error);
        sum[k] += error;
        seen[k]++;
    }

    /// <summary>NaN where nothing was seen.</summary>
    public IEnumerable<(double X, double Y)> Largest => Enumerable.Range(0, count).Select(k => (At(k, 0.5), seen[k] == 0 ? double.NaN : max[k]));
    public IEnumerable<(double X, double Y)> Mean => Enumerable.Range(0, count).Select(k => (At(k, 0.5), seen[k] == 0 ? double.NaN : sum[k] / seen[k]));
}
