using System.Globalization;
using System.Text;

namespace Hw.Kernels;

/// <summary>A part of the chain of events that a run's length is: what the run waited for during so many cycles.</summary>
public sealed record Bound(string What, long Cycles);

/// <summary>What a timeline says in words: each queue's time, and what the run as a whole is bound by.</summary>
public static class TimelineReport
{
    /// <summary>
    /// The critical path, by what it consists of, longest first; the cycles add up to the run. From the last instruction to be done back through what each one waited for last: its unit
    /// while it worked on the one before, a queue that had to signal, dispatch.
    /// </summary>
    public static IReadOnlyList<Bound> Bounds(this Timeline t)
    {
        var parts = new Dictionary<string, long>();
        if (t.Slices.Count == 0) return [new("dispatch", t.Cycles)];
        var at = Enumerable.Range(0, t.Slices.Count).MaxBy(i => t.Slices[i].Done);
        Add("dispatch", t.Cycles - t.Slices[at].Done);
        for (var until = t.Slices[at].Done; ;)
        {
            var s = t.Slices[at];
            if (until > s.End) Add($"{s.Queue} latency", until - s.End);
            Add($"{s.Queue} work", Math.Min(until, s.End) - s.Start);
            until = s.Start;
            if (s.By < 0)
            {
                Add("dispatch", until);
                break;
            }
            var by = t.Slices[s.By];
            if (s.Cause == Cause.Dispatch)
            {
                Add("dispatch", until - Math.Min(until, by.Start));
                until = Math.Min(until, by.Start);
            }
            else if (until > by.Done)                      // the stationary operand is loaded first
            {
                Add($"{s.Queue} latency", until - by.Done);
                until = by.Done;
            }
            at = s.By;
            if (until < by.Start) until = by.Start;
        }
        return [.. parts.Where(p => p.Value > 0).OrderByDescending(p => p.Value).Select(p => new Bound(p.Key, p.Value))];

        void Add(string what, long cycles) => parts[what] = parts.GetValueOrDefault(what) + cycles;
    }

    /// <summary>A row for each queue (instructions, cycles its unit worked, cycles it stood still and for what), then what bounds the run.</summary>
    public static string Table(this Timeline t)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{t.Cycles:N0} cycles, the array multiplies in {t.Utilization:P1} of them");
        text.AppendLine("queue  instructions       busy      %   stands still for:  dispatch       LD       ST       MM       VX");
        for (var q = Queue.LD; q <= Queue.VX; q++)
        {
            var (busy, free, idle) = (0L, 0L, new long[Enum.GetValues<Cause>().Length]);
            var mine = t.Slices.Where(s => s.Queue == q).ToList();
            foreach (var s in mine)
            {
                busy += s.End - s.Start;
                idle[(int)s.Cause] += Math.Max(0, s.Start - free);
                free = Math.Max(free, s.End);
            }
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{q,-5}  {mine.Count,12:N0} {busy,10:N0} {100.0 * busy / t.Cycles,6:F1} {"",20} {idle[(int)Cause.Dispatch],8:N0} {idle[0],8:N0} {idle[1],8:N0} {idle[2],8:N0} {idle[3],8:N0}");
        }
        text.Append("bound by: ").AppendJoin(", ", t.Bounds().Take(4).Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.What} {100.0 * b.Cycles / t.Cycles:F1} %"))).AppendLine();
        return text.ToString();
    }
}
