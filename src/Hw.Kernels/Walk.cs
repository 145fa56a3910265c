namespace Hw.Kernels;

/// <summary>The shapes that kernels walk, in 32-byte units or rows.</summary>
public static class Walk
{
    /// <summary>Units one after another.</summary>
    public static Shape Contiguous(int units) => new(units, 1, 1, 1, 0, 0);

    /// <summary>Runs of units one after another; each run starts <paramref name="pitch"/> units after the one before.</summary>
    public static Shape Runs(int units, int runs, int pitch) => new(units, runs, 1, 1, pitch, 0);

    /// <summary>Rows from one memory to another, both one after another (VQ).</summary>
    public static Shape RowToRow(int rows) => new(rows, 1, 1, 1, 1, 0);

    /// <summary>
    /// MM over <paramref name="rows"/> moving rows and <paramref name="chunks"/> chunks of 32 features: a weight row's chunks lie side by side,
    /// the stationary chunks one after another.
    /// </summary>
    public static Shape Product(int rows, int chunks) => new(rows, chunks, 1, chunks, 1, Hw.Bits.Dot32.Depth);
}
