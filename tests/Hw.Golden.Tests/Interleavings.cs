namespace Hw.Golden.Tests;

/// <summary>Small traces of waits and signals, and the greatest count any semaphore reaches in any order the queues allow, by trying them all.</summary>
static class Interleavings
{
    /// <summary>One instruction: its queue, perhaps a wait, perhaps a signal.</summary>
    public readonly record struct Event(int Queue, int? Wait, int? Signal);

    /// <summary>Random, with every wait satisfied in program order; semaphore s goes from a random queue to another (or the same).</summary>
    public static List<Event> RandomTrace(Random random, int queues, int semaphores, int length)
    {
        var ends = Enumerable.Range(0, semaphores).Select(_ => (From: random.Next(queues), To: random.Next(queues))).ToArray();
        var (count, trace) = (new int[semaphores], new List<Event>());
        for (var i = 0; i < length; i++)
        {
            var queue = random.Next(queues);
            var wait = Pick(s => ends[s].To == queue && count[s] > 0);
            var signal = Pick(s => ends[s].From == queue);
            if (wait is { } w) count[w]--;
            if (signal is { } x) count[x]++;
            trace.Add(new(queue, wait, signal));

            int? Pick(Predicate<int> possible) =>
                random.Next(3) > 0 && Enumerable.Range(0, semaphores).Where(s => possible(s)).ToArray() is { Length: > 0 } all ? all[random.Next(all.Length)] : null;
        }
        return trace;
    }

    public static int Peak(List<Event> trace, int queues, int semaphores)
    {
        var lines = Enumerable.Range(0, queues).Select(q => trace.Where(e => e.Queue == q).ToArray()).ToArray();
        var (seen, peak) = (new HashSet<string>(), 0);
        Visit(new int[queues]);
        return peak;

        void Visit(int[] at)
        {
            if (!seen.Add(string.Join(',', at))) return;
            var count = new int[semaphores];
            for (var q = 0; q < queues; q++)
                foreach (var e in lines[q].Take(at[q]))
                {
                    if (e.Wait is { } w) count[w]--;
                    if (e.Signal is { } s) count[s]++;
                }
            peak = Math.Max(peak, count.Max());
            for (var q = 0; q < queues; q++)
            {
                if (at[q] == lines[q].Length || lines[q][at[q]].Wait is { } w && count[w] == 0) continue;
                at[q]++;
                Visit(at);
                at[q]--;
            }
        }
    }
}
