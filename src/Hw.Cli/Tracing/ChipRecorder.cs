using Hw.Cosim;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Tracing;

/// <summary>Listens to a running chip's records and remembers when each instruction was dispatched, began and retired.</summary>
sealed class ChipRecorder
{
    const string Dispatches = "dispatch", Begins = "_begin";
    readonly TxuSession session;
    readonly Dictionary<uint, long> dispatched = [], begun = [], retired = [];
    readonly (Dictionary<uint, long>? Times, ChannelKind Kind)[] channels;
    readonly ulong doorbell;

    /// <summary>Call after the doorbell, before the first cycle that is to be seen.</summary>
    public ChipRecorder(TxuSession session)
    {
        this.session = session;
        doorbell = session.Simulation.Cycle;
        channels = [.. session.Simulation.Design.Channels.Select(c => (c.Kind != ChannelKind.Retire ? null : c.Name == Dispatches ? dispatched : c.Name.EndsWith(Begins, StringComparison.Ordinal) ? begun : retired, c.Kind))];
        session.Simulation.Recording = RecordMode.Hashes;
    }

    /// <summary>Runs the program to its end.</summary>
    /// <returns>Null when it has not ended within so many cycles.</returns>
    public RtlEnd? Run(ulong maxCycles, CancellationToken token)
    {
        const ulong batch = 1 << 14;
        var simulation = session.Simulation;
        for (var last = simulation.Cycle + maxCycles; simulation.Cycle < last;)
        {
            token.ThrowIfCancellationRequested();
            var reason = simulation.Run(Math.Min(batch, last - simulation.Cycle), session.StopPort);
            foreach (ref readonly var record in simulation.Records)
                if (record.Kind == RecordKind.Retire && channels[record.Channel].Times is { } times) times[record.Order] = (long)(record.Cycle - doorbell);
            simulation.ClearRecords();
            if (reason == StopReason.StopPort) return session.End();
        }
        return null;
    }

    /// <summary>With the names of what was executed.</summary>
    /// <param name="label">What an instruction is for, by its place in the program.</param>
    public Schedule Schedule(string title, int lanes, long cycles, IsaProgram program, IReadOnlyList<(int Pc, Queue Queue, long Macs)> executed, Func<int, string> label)
    {
        var instructions = new List<Scheduled>();
        var last = new long[Enum.GetValues<Queue>().Length];
        foreach (var (order, (pc, queue, macs)) in executed.Index())
        {
            if (!retired.TryGetValue((uint)order, out var retires)) continue;       // the program ended before it did
            long? enters = dispatched.TryGetValue((uint)order, out var d) ? d : null;
            var begins = begun.TryGetValue((uint)order, out var b) ? b : queue == Queue.CT ? Math.Max(last[(int)queue], retires - 1) : Math.Max(last[(int)queue], enters ?? 0);
            last[(int)queue] = retires;
            instructions.Add(new(order, pc, queue, program.Isa.Text(program.Words[pc]), label(pc), program.PlaceOf(pc) is { IsKnown: true } place ? place.ToString() : "", macs, enters, begins, retires, retires));
        }
        return new(title, lanes, cycles, OneAtATime(instructions));
    }

    /// <summary>A unit is free for the next instruction when that one begins, though the older one retires later.</summary>
    static List<Scheduled> OneAtATime(List<Scheduled> instructions)
    {
        var next = new Dictionary<Queue, long>();
        for (var i = instructions.Count - 1; i >= 0; i--)
        {
            var it = instructions[i];
            if (next.TryGetValue(it.Queue, out var begins)) instructions[i] = it with { Ends = Math.Max(it.Begins, Math.Min(it.Ends, begins)) };
            next[it.Queue] = it.Begins;
        }
        return instructions;
    }
}
