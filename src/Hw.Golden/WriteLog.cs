using Hw.Isa;

namespace Hw.Golden;

/// <summary>One write: a row of an on-chip memory, or a piece of DRAM.</summary>
public sealed record Written(int Memory, long Address, byte[] Data);

/// <summary>The sink that keeps everything: for tests and mismatch reports, not for long runs.</summary>
public sealed class WriteLog : IWriteSink
{
    readonly List<(Retired Instruction, List<Written> Writes)> entries = [];

    public IReadOnlyList<(Retired Instruction, List<Written> Writes)> Entries => entries;

    void IWriteSink.Begin(in Retired instruction) => entries.Add((instruction, []));
    void IWriteSink.Write(int memory, long address, ReadOnlySpan<byte> data) => entries[^1].Writes.Add(new(memory, address, data.ToArray()));
    void IWriteSink.End() { }
}
