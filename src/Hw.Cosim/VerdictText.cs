using System.Text;

namespace Hw.Cosim;

/// <summary>A verdict as people read it on a terminal.</summary>
static class VerdictText
{
    public static string Of(Verdict v)
    {
        var text = new StringBuilder();
        text.Append(v.Passed ? "✓ " : "✗ ").Append(Head(v)).Append('\n');
        if (v.First is { } d) Details(text, v, d);
        if (v.Passed) text.Append($"  {v.Title}   {v.Cycles:N0} cycles\n");
        else
        {
            text.Append($"  {v.Title}\n");
            if (v.Replay.Length > 0) text.Append($"  replay: {v.Replay}\n");
            if (v.WaveFile is not null) text.Append($"  waves: {v.WaveFile}\n");
        }
        return text.ToString().TrimEnd();
    }

    static string Head(Verdict v) => v.Kind switch
    {
        VerdictKind.Mismatch when v.First?.Instruction is { } i => $"instruction {i.Order + 1:N0}{Of(v.Golden?.Executed)} differs   {i.Source}   cycle {v.First.Cycle:N0}",
        VerdictKind.Hang => $"hang: {v.Summary}",
        VerdictKind.HarnessViolation => $"violation at cycle {v.First?.Cycle:N0}: {v.Summary}",
        VerdictKind.ProgramError => $"the program is wrong: {v.Summary}",
        VerdictKind.BuildFailed => $"no RTL to run: {v.Summary}",
        _ => v.Summary,
    };

    static string Of(long? count) => count is { } n ? $" of {n:N0}" : "";

    static void Details(StringBuilder text, Verdict v, Difference d)
    {
        if (d.Instruction is { } i) text.Append($"  {i.Queue}  {i.Text}   pc {i.Pc}{(v.Kind == VerdictKind.Mismatch ? "" : $"   {i.Source}")}\n");
        if (d.Element is { } e)
        {
            text.Append($"  {e.RowText} {e.Name} {e.Index}   rtl {e.RtlHex} ({e.Rtl:N0})   golden {e.GoldenHex} ({e.Golden:N0})\n");
            text.Append($"  {e.DifferingElements:N0} of {e.Elements:N0} elements differ, in {e.DifferingRows:N0} of {e.Rows:N0} rows, {Where(e)}\n");
        }
        else if (v.Kind == VerdictKind.Mismatch && d.Instruction is not null) text.Append($"  {d.Message}\n");
        foreach (var r in d.LastRetired) text.Append($"  retired   cycle {r.Cycle,8:N0}   #{r.Instruction.Order,-6:N0} {r.Instruction.Text}\n");
        foreach (var f in d.InFlight) text.Append($"  in flight                  #{f.Order,-6:N0} {f.Text}\n");
    }

    static string Where(ElementDifference e) => e.Indices.Count == 1 ? $"all in {e.Name} {e.Indices[0]}"
        : $"in {e.Name}s {string.Join(", ", Ranges(e.Indices))}";

    /// <summary>1 2 3 7 → 1..3, 7</summary>
    static IEnumerable<string> Ranges(IReadOnlyList<int> sorted)
    {
        for (var i = 0; i < sorted.Count;)
        {
            var j = i;
            while (j + 1 < sorted.Count && sorted[j + 1] == sorted[j] + 1) j++;
            yield return i == j ? $"{sorted[i]}" : $"{sorted[i]}..{sorted[j]}";
            i = j + 1;
        }
    }
}
