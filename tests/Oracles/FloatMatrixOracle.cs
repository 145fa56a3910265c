using static Hw.Oracles.FastFloatOracle;

namespace Hw.Oracles;

/// <summary>MM in BF16 and E4M3: one DOT32 of patterns for every chunk, row and lane, added to the accumulator, which α may scale before the first.</summary>
public static class FloatMatrixOracle
{
    /// <param name="mode">SET, ADD or SCALE.</param>
    /// <param name="tail">Features of the last chunk; 0 is 32.</param>
    /// <param name="live">Lanes whose stationary elements count; 0 is all.</param>
    public static void Run(Memories m, string type, string mode, long acc, Rows moving, long movingChunk, long stationary, long stationaryChunk, int rows, int chunks, int alpha, int tail, int live)
    {
        var (format, wide) = (type == "BF16" ? "bf16" : "e4m3", type == "BF16");
        if (tail == 0) tail = 32;
        if (live == 0) live = m.Lanes;
        for (var k = 0; k < chunks; k++)
            for (var r = 0; r < rows; r++)
            {
                var values = new uint[m.Lanes];
                for (var t = 0; t < m.Lanes; t++)
                {
                    var (a, b) = (new long[32], new long[32]);
                    for (var j = 0; j < (k == chunks - 1 ? tail : 32); j++)
                    {
                        a[j] = Element(moving.First + r * moving.Stride + k * movingChunk, j);
                        b[j] = t < live ? Element(stationary + k * stationaryChunk + j * (wide ? 2 : 1), t) : 0;
                    }
                    var old = k > 0 || mode == "ADD" ? m.Acc[acc + r, t] : mode == "SET" ? 0 : Mul(m.State[alpha, t], m.Acc[acc + r, t]);
                    values[t] = Add(old, (uint)FastDotOracle.Dot(format, a, format, b));
                }
                m.Write("ACC", acc + r, values);
            }

        long Element(long row, int e) => wide ? m.Bf16(row + e / 16, e % 16) : m.Spad[row, e];
    }
}
