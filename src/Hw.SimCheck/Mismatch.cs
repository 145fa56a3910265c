namespace Hw.SimCheck;

/// <summary>The first difference of a design: where, when, and what everyone showed there; or that a simulator broke down over it.</summary>
/// <param name="By">Whose trace differs from the reference.</param>
public sealed record Mismatch(string Design, string By, int Cycle, string Path, IReadOnlyList<(string By, string Value)> Values, string Replay)
{
    /// <summary>A simulator that throws where it should simulate is as wrong as one that shows another value.</summary>
    public static Mismatch Breakdown(string design, string by, Exception e, string replay) => new(design, by, 0, "", [(by, $"{e.GetType().Name}: {e.Message}")], replay);

    public override string ToString() => $"{Design}{(Path.Length > 0 ? $", cycle {Cycle}, {Path}" : "")}: {string.Join(", ", Values.GroupBy(v => v.Value).Select(g => $"{Names([.. g.Select(v => v.By)])} {g.Key}"))}\n    replay: {Replay}";

    static string Names(List<string> names) => names.Count <= 2 ? string.Join(" and ", names) : $"{names[0]} and {names.Count - 1} more";

    /// <summary>Compares the traces with the first of them; null when all agree.</summary>
    public static Mismatch? First(View view, string design, IReadOnlyList<Trace> traces, string replay)
    {
        var reference = traces[0];
        for (var cycle = 0; cycle < traces.Min(t => t.Frames.Count); cycle++)
            foreach (var other in traces.Skip(1))
            {
                if (view.Difference(reference.Frames[cycle], other.Frames[cycle]) is { } field)
                    return new(design, other.By, cycle, field.Path, [.. traces.Select(t => (t.By, field.Text(t.Frames[cycle])))], replay);
                if (reference.Memories.TryGetValue(cycle, out var memory) && other.Memories.TryGetValue(cycle, out var theirs) && view.MemoryDifference(memory, theirs) is { } word)
                    return new(design, other.By, cycle, word.Path, [.. traces.Where(t => t.Memories.ContainsKey(cycle)).Select(t => (t.By, word.Text(t.Memories[cycle])))], replay);
            }
        return null;
    }
}
