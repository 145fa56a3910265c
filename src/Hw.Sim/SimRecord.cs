using System.Runtime.InteropServices;

namespace Hw.Sim;

public enum RecordMode
{
    /// <summary>Channels are not looked at.</summary>
    None = 0,
    /// <summary>One summary per instruction and write channel, and every retirement. The fast pass.</summary>
    Hashes = 1,
    /// <summary>Every row with its data, and every retirement.</summary>
    Full = 2,
}

public enum RecordKind : ushort
{
    /// <summary>Full: one row. <see cref="SimRecord.Value"/> is its address.</summary>
    Row = 0,
    /// <summary>Hashes: all rows one instruction wrote on one channel. <see cref="SimRecord.Value"/> is their <see cref="WriteHash"/>.</summary>
    Writes = 1,
    /// <summary>An instruction is done. <see cref="SimRecord.Value"/> is its pc, or 0.</summary>
    Retire = 2,
}

/// <summary>
/// One line of what a simulation did, 32 bytes, in the order it happened. A summary is emitted when its channel turns to another
/// instruction, when its instruction retires, or when flushed; in one cycle rows come before retirements, each in channel order.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
public readonly record struct SimRecord
{
    /// <summary>Rising edges before the one that made this record; of a summary, of its last row.</summary>
    public ulong Cycle { get; init; }
    /// <summary>Address, hash or pc: see <see cref="RecordKind"/>.</summary>
    public ulong Value { get; init; }
    /// <summary>Which dynamic instruction.</summary>
    public uint Order { get; init; }
    /// <summary>Rows summed up.</summary>
    public uint Count { get; init; }
    /// <summary>Where the row starts in the record buffer: <see cref="ISimulation.Data"/> knows.</summary>
    public uint Offset { get; init; }
    /// <summary>Index into <see cref="SimDesign.Channels"/>.</summary>
    public ushort Channel { get; init; }
    public RecordKind Kind { get; init; }
}
