using Google.Protobuf;
using Hw.Cli.Tracing.Perfetto;
using Hw.Isa.Txu;

namespace Hw.Cli.Tracing;

/// <summary>
/// A schedule as a trace for ui.perfetto.dev: a track per unit, one per queue that shows what its head waits for, and the array's utilization. One cycle is one
/// nanosecond there, so that times read as cycles.
/// </summary>
static class PerfettoTrace
{
    const ulong Process = 1, Units = 10, Queues = 20, Depths = 30, Utilization = 40;
    const uint Sequence = 1;
    const long Windows = 500, LeastWindow = 64;

    public static byte[] Write(Schedule schedule)
    {
        var packets = new List<TracePacket> { Describe(new() { Uuid = Process, Process = new() { Pid = 1, ProcessName = $"{schedule.Title}, 1 ns = 1 cycle" } }) };
        foreach (var queue in Enum.GetValues<Queue>()) Unit(packets, queue, [.. schedule.Instructions.Where(i => i.Queue == queue)]);

        packets.Add(Describe(new() { Uuid = Utilization, ParentUuid = Process, Name = "array utilization", Counter = new() { UnitName = "%" } }));
        var window = Math.Max(LeastWindow, schedule.Cycles / Windows);
        foreach (var (w, used) in schedule.Utilization(window).Index())
            packets.Add(Event(w * window, new() { Type = TrackEvent.Types.Type.Counter, TrackUuid = Utilization, DoubleCounterValue = 100 * used }));
        packets[0].SequenceFlags = 1;       // incremental state begins here
        return new Trace { Packet = { packets.OrderBy(p => p.HasTimestamp ? p.Timestamp : 0) } }.ToByteArray();     // stable: an end stays before the begin of its cycle
    }

    static void Unit(List<TracePacket> packets, Queue queue, IReadOnlyList<Scheduled> instructions)
    {
        if (instructions.Count == 0) return;
        packets.Add(Describe(new() { Uuid = Units + (ulong)queue, ParentUuid = Process, Name = $"{queue} unit" }));
        foreach (var i in instructions) Slice(packets, Units + (ulong)queue, i.Begins, Math.Max(i.Begins, i.Ends), i);
        if (instructions.All(i => i.Dispatched is null)) return;

        packets.Add(Describe(new() { Uuid = Queues + (ulong)queue, ParentUuid = Process, Name = $"{queue} queue: head waits" }));
        packets.Add(Describe(new() { Uuid = Depths + (ulong)queue, ParentUuid = Process, Name = $"{queue} queue: instructions", Counter = new() }));
        var before = 0L;
        foreach (var i in instructions)
        {
            if (Math.Max(before, i.Dispatched ?? 0) is var heads && heads < i.Begins) Slice(packets, Queues + (ulong)queue, heads, i.Begins, i);
            before = Math.Max(before, i.Begins);
        }
        var depth = 0;
        foreach (var (cycle, step) in instructions.SelectMany(i => new[] { (Cycle: i.Dispatched ?? i.Begins, Step: 1), (Cycle: i.Begins, Step: -1) }).OrderBy(e => e.Cycle).ThenByDescending(e => e.Step))
            packets.Add(Event(cycle, new() { Type = TrackEvent.Types.Type.Counter, TrackUuid = Depths + (ulong)queue, CounterValue = depth += step }));
    }

    static void Slice(List<TracePacket> packets, ulong track, long from, long to, Scheduled i)
    {
        var begin = new TrackEvent { Type = TrackEvent.Types.Type.SliceBegin, TrackUuid = track, Name = i.Text, Categories = { $"{i.Queue}" } };
        if (i.Label.Length > 0) begin.DebugAnnotations.Add(new DebugAnnotation { Name = "label", StringValue = i.Label });
        if (i.Source.Length > 0) begin.DebugAnnotations.Add(new DebugAnnotation { Name = "source", StringValue = i.Source });
        foreach (var (name, value) in new[] { ("order", i.Order), ("pc", i.Pc), ("retires", i.Retires) }) begin.DebugAnnotations.Add(new DebugAnnotation { Name = name, UintValue = (ulong)value });
        packets.Add(Event(from, begin));
        packets.Add(Event(to, new() { Type = TrackEvent.Types.Type.SliceEnd, TrackUuid = track }));
    }

    static TracePacket Describe(TrackDescriptor track) => new() { TrustedPacketSequenceId = Sequence, TrackDescriptor = track };
    static TracePacket Event(long cycle, TrackEvent what) => new() { TrustedPacketSequenceId = Sequence, Timestamp = (ulong)cycle, TrackEvent = what };
}
