namespace Hw.Models;

/// <summary>What the host lays into DRAM before a run, and the room it keeps for results: one allocation after another, each 4 KiB aligned.</summary>
public sealed class DramImage(long start)
{
    const long Alignment = 4096;
    readonly List<(long Address, byte[] Bytes)> pieces = [];

    /// <summary>The first address beyond all allocations.</summary>
    public long End { get; private set; } = Align(start);
    public IReadOnlyList<(long Address, byte[] Bytes)> Pieces => pieces;

    public long Reserve(long bytes)
    {
        var at = End;
        End = Align(at + bytes);
        return at;
    }

    public long Place(byte[] bytes)
    {
        var at = Reserve(bytes.Length);
        pieces.Add((at, bytes));
        return at;
    }

    public void CopyTo(Dram dram)
    {
        foreach (var (address, bytes) in pieces) dram.Write(address, bytes);
    }

    static long Align(long address) => (address + Alignment - 1) / Alignment * Alignment;
}
