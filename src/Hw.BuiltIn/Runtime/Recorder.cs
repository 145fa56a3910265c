using Hw.Sim;

namespace Hw.BuiltIn.Runtime;

/// <summary>What the channels of a running design leave behind, as Hw.Sim's native step loop does it (hw_sim.h is the other text of this contract).</summary>
sealed unsafe class Recorder
{
    const int First = 1 << 14, DataFirst = 1 << 19;

    struct Open { public ulong Hash, Cycle; public uint Order; public uint Count; }

    sealed record Tap(int Index, ChannelKind Kind, int Valid, (int At, int Bytes) Order, (int At, int Bytes) Address, (int At, int Words, int Bytes)[] Data);

    readonly Tap[] taps;
    readonly Open[] open;
    readonly uint[] row = new uint[WriteHash.MaxWords];
    SimRecord[] records = new SimRecord[First];
    uint[] data = new uint[1 << 12];
    int recordCount, dataCount;

    public Recorder(SimDesign design, Code.Frame frame)
    {
        (int, int) At(string? name) => name is null ? (-1, 0) : (frame.Port(name), Code.Frame.NumberBytes(design.Port(name).Width));
        // in one cycle rows come before retirements
        taps = [.. design.Channels.Select((c, i) => new Tap(i, c.Kind, frame.Port(c.Valid), At(c.Order), At(c.Address),
            [.. c.Data.Select(d => (frame.Port(d), design.Port(d).Words, design.Port(d).Width > 64 ? 0 : Code.Frame.NumberBytes(design.Port(d).Width)))])).OrderBy(t => t.Kind)];
        open = new Open[design.Channels.Count];
    }

    public RecordMode Mode { get; set; }
    public ReadOnlySpan<SimRecord> Records => records.AsSpan(0, recordCount);
    public ReadOnlySpan<uint> Data(uint offset, int words) => data.AsSpan((int)offset, words);
    public bool WantsToBeRead => recordCount > First / 2 || dataCount > DataFirst / 2;
    public void Clear() => (recordCount, dataCount) = (0, 0);

    public void Flush()
    {
        for (var c = 0; c < open.Length; c++) if (open[c].Count > 0) Close(c);
    }

    /// <summary>Between settling and the edge.</summary>
    public void Sample(byte* ports, ulong cycle)
    {
        foreach (var tap in taps)
        {
            if (ports[tap.Valid] == 0) continue;
            var order = (uint)Number(ports, tap.Order);
            if (tap.Kind == ChannelKind.Retire) Retire(tap.Index, order, Number(ports, tap.Address), cycle);
            else Write(tap, order, Number(ports, tap.Address), Row(ports, tap), cycle);
        }
    }

    static ulong Number(byte* ports, (int At, int Bytes) place) => place.Bytes switch
    {
        0 => 0,
        1 => ports[place.At],
        2 => *(ushort*)(ports + place.At),
        4 => *(uint*)(ports + place.At),
        _ => *(ulong*)(ports + place.At),
    };

    ReadOnlySpan<uint> Row(byte* ports, Tap tap)
    {
        if (tap.Data is [{ Bytes: 0 } only]) return new(ports + only.At, only.Words);
        var at = 0;
        foreach (var (from, words, bytes) in tap.Data)
        {
            if (bytes == 0) new ReadOnlySpan<uint>(ports + from, words).CopyTo(row.AsSpan(at));
            else
            {
                var value = Number(ports, (from, bytes));
                row[at] = (uint)value;
                if (words > 1) row[at + 1] = (uint)(value >> 32);
            }
            at += words;
        }
        return row.AsSpan(0, at);
    }

    void Emit(SimRecord record)
    {
        if (recordCount == records.Length) Array.Resize(ref records, recordCount * 2);
        records[recordCount++] = record;
    }

    void Close(int channel)
    {
        ref var o = ref open[channel];
        Emit(new() { Cycle = o.Cycle, Value = o.Hash, Order = o.Order, Count = o.Count, Channel = (ushort)channel, Kind = RecordKind.Writes });
        o.Count = 0;
    }

    void Write(Tap tap, uint order, ulong address, ReadOnlySpan<uint> words, ulong cycle)
    {
        if (Mode == RecordMode.Full)
        {
            Emit(new() { Cycle = cycle, Value = address, Order = order, Count = 1, Offset = (uint)dataCount, Channel = (ushort)tap.Index, Kind = RecordKind.Row });
            if (dataCount + words.Length > data.Length) Array.Resize(ref data, Math.Max(data.Length * 2, dataCount + words.Length));
            words.CopyTo(data.AsSpan(dataCount));
            dataCount += words.Length;
            return;
        }
        ref var o = ref open[tap.Index];
        if (o.Count > 0 && o.Order != order) Close(tap.Index);
        if (o.Count == 0) (o.Hash, o.Order) = (WriteHash.Start, order);
        o.Hash = WriteHash.Add(o.Hash, address, words);
        o.Cycle = cycle;
        o.Count++;
    }

    void Retire(int channel, uint order, ulong pc, ulong cycle)
    {
        for (var c = 0; c < open.Length; c++) if (open[c].Count > 0 && open[c].Order == order) Close(c);
        Emit(new() { Cycle = cycle, Value = pc, Order = order, Count = 1, Channel = (ushort)channel, Kind = RecordKind.Retire });
    }
}
