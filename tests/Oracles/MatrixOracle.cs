namespace Hw.Oracles;

/// <summary>MM by plain loops over whole memories: spad[row, byte], acc[row, lane]. Returns the accumulator's writes in order.</summary>
public static class MatrixOracle
{
    public static List<(long Row, int[] Lanes)> Run(sbyte[,] spad, int[,] acc, long accRow, long moving, long stationary,
        int rows, int chunks, int movingRowStride, int movingChunkStride, int stationaryChunkStride, bool accumulate)
    {
        var lanes = acc.GetLength(1);
        var writes = new List<(long, int[])>();
        for (var k = 0; k < chunks; k++)
            for (var r = 0; r < rows; r++)
            {
                var written = new int[lanes];
                for (var t = 0; t < lanes; t++)
                {
                    long sum = k == 0 && !accumulate ? 0 : acc[accRow + r, t];
                    for (var j = 0; j < 32; j++)
                        sum += (long)spad[moving + (long)r * movingRowStride + (long)k * movingChunkStride, j] * spad[stationary + (long)k * stationaryChunkStride + j, t];
                    acc[accRow + r, t] = written[t] = sum > int.MaxValue ? int.MaxValue : sum < int.MinValue ? int.MinValue : (int)sum;
                }
                writes.Add((accRow + r, written));
            }
        return writes;
    }
}
