namespace Hw.Kernels;

/// <summary>The shapes that kernels walk, in 32-byte units or rows.</summary>
public static class Walk
{
    /// <summary>Units one after another.</summary>
    public static Shape Contiguous(int units) => new(units, 1, 1, 1, 0, 0);

    /// <summary>Runs of units one after another; each run starts <paramref name="pitch"/> units after the one before.</summary>
    public static Shape Runs(int units, int runs, int pitch) => new(units, runs, 1, 1, pitch, 0);

    /// <summary>Rows from one memory to another, each with its stride: 2 for rows of BF16, which are two SPAD rows, else 1.</summary>
    public static Shape Rows(int rows, int to, int from, int with = 0) => new(rows, 1, 1, to, from, with);

    /// <summary>
    /// MM over <paramref name="rows"/> moving rows of <paramref name="pitch"/> SPAD rows each, and <paramref name="chunks"/> chunks of 32 features: a moving row's chunks are
    /// <paramref name="step"/> SPAD rows apart, the stationary chunks one after another.
    /// </summary>
    public static Shape Product(int rows, int chunks, int pitch, int step, int element) => new(rows, chunks, 1, pitch, step, Hw.Bits.Dot32.Depth * element);
}
