using System.Globalization;
using Hw.Isa.Txu;

namespace Hw.Cli.Tracing;

/// <summary>A schedule in words: how full each unit is and of what, and what it waits for while it is empty.</summary>
static class ScheduleReport
{
    const int Cells = 32;
    const double Worth = 0.005;     // a smaller share is not named

    public static IEnumerable<string> Lines(Schedule schedule)
    {
        var cycles = Math.Max(1.0, schedule.Cycles);
        yield return Text($"{schedule.Title}: {schedule.Cycles:N0} cycles, {schedule.Used:P1} of the array in products of live lanes and features");
        foreach (var unit in (Queue[])[Queue.LD, Queue.MM, Queue.VX, Queue.ST])
        {
            var instructions = schedule.Instructions.Where(i => i.Queue == unit).ToList();
            var (busy, waits) = (new Dictionary<string, double>(), new Dictionary<string, double>());
            var until = 0L;
            foreach (var i in instructions)
            {
                var here = Math.Clamp(i.Dispatched ?? until, until, Math.Max(until, i.Begins));       // in its queue
                Add(waits, "dispatch", (here - until) / cycles);
                Add(waits, i.Waited.Length > 0 ? i.Waited : "semaphores", (Math.Max(here, i.Begins) - here) / cycles);
                Add(busy, i.Kind, (i.Ends - Math.Max(i.Begins, Math.Min(until, i.Ends))) / cycles);
                until = Math.Max(until, i.Ends);
            }
            Add(waits, "the end", (schedule.Cycles - until) / cycles);
            var full = busy.Values.Sum();
            yield return Text($"  {unit}  {Bar(full)}  {full,6:P1} busy, {instructions.Count:N0} instructions: {Shares(busy)}");
            yield return $"      {new string(' ', Cells)}  empty, and waits for: {Shares(waits)}";
        }

        static void Add(Dictionary<string, double> shares, string name, double share) => shares[name] = shares.GetValueOrDefault(name) + share;
    }

    static string Shares(Dictionary<string, double> shares) =>
        shares.Any(s => s.Value >= Worth) ? string.Join(", ", shares.Where(s => s.Value >= Worth).OrderByDescending(s => s.Value).Select(s => Text($"{s.Key} {s.Value:P1}"))) : "nothing";

    static string Bar(double share) => new string('█', (int)Math.Round(Math.Clamp(share, 0, 1) * Cells)).PadRight(Cells, '·');
    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
