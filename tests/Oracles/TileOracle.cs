namespace Hw.Oracles;

/// <summary>LDT and STT by what goes where: byte b of element e of memory row j of tile (i1, i2) against byte b of slot j of on-chip row e.</summary>
public static class TileOracle
{
    const long Space = 1L << 40;

    /// <summary>Every byte of every tile: its DRAM address, and its SPAD row and place. Tiles in order, i1 fastest.</summary>
    public static IEnumerable<(long Address, long Row, int Place, int MemoryRow)> Bytes(long dram, long spad, int size, int e0, int e1, int e2, long st0, long st1, long st2)
    {
        for (var tile = 0; tile < e1 * e2; tile++)
            for (var j = 0; j < e0; j++)
                for (var e = 0; e < 32; e++)
                    for (var b = 0; b < size; b++)
                    {
                        var place = (j * size) + b;
                        yield return ((dram + 32 * (tile % e1 * st1 + tile / e1 * st2 + j * st0) + e * size + b) % Space, spad + tile * 32L * size + e * size + place / 32, place % 32, j);
                    }
    }

    /// <summary>The SPAD rows that a load writes, in order.</summary>
    public static List<(long Row, byte[] Data)> Load(Func<long, byte> memory, long dram, long spad, int size, int e0, int e1, int e2, long st0, long st1, long st2)
    {
        var rows = Enumerable.Range(0, e1 * e2 * 32 * size).Select(i => (Row: spad + i, Data: new byte[32])).ToList();
        foreach (var (address, row, place, _) in Bytes(dram, spad, size, e0, e1, e2, st0, st1, st2)) rows[(int)(row - spad)].Data[place] = memory(address);
        return rows;
    }

    /// <summary>The 32-byte pieces that a store writes, in order.</summary>
    public static List<(long Address, byte[] Data)> Store(byte[,] rows, long dram, long spad, int size, int e0, int e1, int e2, long st0, long st1, long st2) =>
        [.. Bytes(dram, spad, size, e0, e1, e2, st0, st1, st2).Select(x => (x.Address, Byte: rows[x.Row, x.Place])).Chunk(32).Select(c => (c[0].Address, c.Select(x => x.Byte).ToArray()))];
}
