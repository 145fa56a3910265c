using Hw.Isa;
using Hw.Sim;

namespace Hw.Cosim;

/// <summary>A difference as the fast pass sees it: enough to run again and look closely.</summary>
/// <param name="Channel">Of the record that differs; −1 when none does.</param>
/// <param name="Since">All rows the instruction wrote on that channel come after this cycle.</param>
sealed record Found(DifferenceKind Kind, string Message, long Order, int Channel, ulong Cycle, ulong Since);

/// <summary>
/// Holds what the RTL reports against what the golden did. Instructions retire in the order of their queue, not of the program, so
/// a window of them is open: from the oldest that has not retired to the youngest that was seen.
/// </summary>
sealed class Comparison
{
    /// <summary>No machine has more under way; an order beyond is nonsense.</summary>
    const long MostInFlight = 1 << 16;
    const int Remembered = 6;

    readonly GoldenRun golden;
    readonly WriteView?[] views;
    readonly Action<Retirement>? heard;
    readonly Queue<Expected> arrived = new();
    readonly List<Open> window = [];
    int head;
    bool goldenEnded;
    readonly long[] lastOfChannel;
    readonly ulong[] lastSummary;
    readonly Queue<(long Order, Expected Expected, ulong Cycle)> lastRetired = new();

    public Comparison(GoldenRun golden, SimDesign design, IReadOnlyDictionary<string, WriteView> views, Action<Retirement>? heard)
    {
        (this.golden, this.heard) = (golden, heard);
        this.views = [.. design.Channels.Select(c => c.Kind == ChannelKind.Write
            ? views.GetValueOrDefault(c.Name) ?? throw new SimException($"channel `{c.Name}` of {design.Top} has no view that says which memory it writes") : null)];
        lastOfChannel = [.. design.Channels.Select(_ => -1L)];
        lastSummary = new ulong[design.Channels.Count];
    }

    /// <summary>Every instruction before this one has retired.</summary>
    public long Oldest { get; private set; }
    public long Instructions { get; private set; }
    public long Writes { get; private set; }
    public ulong LastCycle { get; private set; }
    public IEnumerable<(long Order, Expected Expected, ulong Cycle)> LastRetired => lastRetired;

    /// <summary>Not retired, though one younger or the golden's end has been seen.</summary>
    public IEnumerable<(long Order, Expected Expected)> InFlight =>
        window.Skip(head).Select((open, i) => (open, Order: Oldest + i)).Where(o => !o.open.Retired).Select(o => (o.Order, o.open.Expected));

    struct Open(Expected expected)
    {
        public readonly Expected Expected = expected;
        public int Matched;
        public bool Retired;
        public int MatchedMemories;   // bit by memory
    }

    /// <returns>What is wrong with this record, or null.</returns>
    public Found? Take(in SimRecord record)
    {
        var order = Oldest + (int)(record.Order - (uint)Oldest);   // 32 bits of it are recorded
        var since = lastSummary[record.Channel];
        var found = record.Kind == RecordKind.Retire ? Retire(order, record) : Wrote(order, record, since);
        if (record.Kind == RecordKind.Writes) lastSummary[record.Channel] = record.Cycle;
        return found;
    }

    Found? Wrote(long order, in SimRecord record, ulong since)
    {
        var view = views[record.Channel]!;
        var (channel, cycle) = (record.Channel, record.Cycle);
        Found Wrong(DifferenceKind kind, string message) => new(kind, message, order, channel, cycle, since);

        if (order < Oldest) return Wrong(DifferenceKind.ExtraWrites, $"{record.Count:N0} rows are written for instruction {order:N0} after it has retired");
        if (!Reach(order)) return Loose ? null : Wrong(DifferenceKind.ExtraWrites, $"{record.Count:N0} rows are written for instruction {order:N0}, {Beyond}");
        ref var open = ref At(order);
        if (open.Retired) return Wrong(DifferenceKind.ExtraWrites, $"{record.Count:N0} rows are written for instruction {order:N0} after it has retired");
        var name = Memory(view);
        if (!open.Expected.Find(view.Memory, out var summary)) return Wrong(DifferenceKind.ExtraWrites, $"{record.Count:N0} rows of {name} are written; the instruction writes none there");
        if ((open.MatchedMemories >> view.Memory & 1) != 0) return Wrong(DifferenceKind.ExtraWrites, $"{record.Count:N0} rows of {name} are written beyond the {summary.Count:N0} of the instruction");
        if (record.Count != summary.Count)
            return Wrong(record.Count < summary.Count ? DifferenceKind.MissingWrites : DifferenceKind.ExtraWrites, $"{record.Count:N0} rows of {name} are written, the golden writes {summary.Count:N0}");
        if (record.Value != summary.Hash) return Wrong(DifferenceKind.Data, $"the rows written to {name} differ");
        open.MatchedMemories |= 1 << view.Memory;
        open.Matched++;
        Writes += record.Count;
        return null;
    }

    Found? Retire(long order, in SimRecord record)
    {
        var (channel, cycle) = (record.Channel, record.Cycle);
        Found Wrong(DifferenceKind kind, string message) => new(kind, message, order, channel, cycle, cycle);

        LastCycle = cycle;
        if (order < Oldest) return Wrong(DifferenceKind.Retirement, $"instruction {order:N0} retires a second time");
        if (!Reach(order)) return Loose ? null : Wrong(DifferenceKind.Retirement, $"instruction {order:N0} retires, {Beyond}");
        ref var open = ref At(order);
        if (open.Retired) return Wrong(DifferenceKind.Retirement, $"instruction {order:N0} retires a second time");
        if (order <= lastOfChannel[channel])
            return Wrong(DifferenceKind.Retirement, $"instruction {order:N0} retires after instruction {lastOfChannel[channel]:N0} of the same queue");
        if (open.Matched != open.Expected.Memories)
            return Wrong(DifferenceKind.MissingWrites, "it retires without having written anything; the golden writes " + Rows(open.Expected));
        open.Retired = true;
        lastOfChannel[channel] = order;
        Instructions++;
        lastRetired.Enqueue((order, open.Expected, cycle));
        if (lastRetired.Count > Remembered) lastRetired.Dequeue();
        heard?.Invoke(new(order, open.Expected.Pc, open.Expected.Queue, cycle));
        Close();
        return null;
    }

    /// <summary>What a write channel writes; null of a retire channel.</summary>
    public WriteView? ViewOf(int channel) => views[channel];

    /// <summary>An instruction that is open or has just retired.</summary>
    public Expected? Find(long order)
    {
        foreach (var r in lastRetired) if (r.Order == order) return r.Expected;
        return order >= Oldest && order - Oldest < window.Count - head ? At(order).Expected : null;
    }

    /// <summary>What is missing now that the RTL has ended, or null.</summary>
    public Found? Finish(ulong cycle)
    {
        Reach(Oldest);
        return head == window.Count ? null
            : new(DifferenceKind.NotRetired, $"the program has ended, and instruction {Oldest:N0} has not retired", Oldest, -1, cycle, cycle);
    }

    /// <summary>Lets the golden run to its end; afterwards its outcome is known.</summary>
    public void Drain()
    {
        while (!goldenEnded) goldenEnded = golden.Next() is null;
    }

    /// <summary>The golden ended in a trap that does not stop instructions younger than it: they are not compared.</summary>
    bool Loose => goldenEnded && LockstepRun.IsLoose(golden.Outcome.Cause);

    /// <summary>Why there is no such instruction.</summary>
    string Beyond => goldenEnded ? $"but the golden has ended: {golden.Outcome.Message}" : "which is none of those under way";

    string Memory(WriteView view) => golden.Machine.Isa.Shape.Memories[view.Memory].Name;

    string Rows(Expected e) => string.Join(" and ", new[] { e.First }.Concat(e.More ?? []).Select(s => $"{s.Count:N0} rows of {golden.Machine.Isa.Shape.Memories[s.Memory].Name}"));

    ref Open At(long order) => ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(window)[head + (int)(order - Oldest)];

    /// <summary>Opens the window up to an instruction. False when the golden does not execute it.</summary>
    bool Reach(long order)
    {
        if (order - Oldest > MostInFlight) return false;
        while (window.Count - head <= order - Oldest)
        {
            while (arrived.Count == 0)
            {
                if (goldenEnded) return false;
                if (golden.Next() is not { } block)
                {
                    goldenEnded = true;
                    return false;
                }
                foreach (var expected in block) arrived.Enqueue(expected);
            }
            window.Add(new(arrived.Dequeue()));
        }
        return true;
    }

    void Close()
    {
        while (head < window.Count && window[head].Retired)
        {
            head++;
            Oldest++;
        }
        if (head == window.Count || head > 4096)
        {
            window.RemoveRange(0, head);
            head = 0;
        }
    }
}
