using Hw.SimCheck.Graphs;

namespace Hw.SimCheck;

/// <summary>
/// Where a run begins and what comes in: a legal state (every value drawn from its declared range, rows element by element), and for
/// each cycle the reset and the inputs. Reset is the first word of a row of inputs; the rest are in the order of the ports.
/// </summary>
public sealed class Stimulus
{
    /// <summary>By place in the <see cref="StateMap"/>: one value, or the words of a memory.</summary>
    public required BigInteger[][] State { get; init; }
    public List<BigInteger[]> Cycles { get; } = [];

    public static Stimulus Begin(View view, Choices choose)
    {
        var state = new BigInteger[view.State.Count + view.Memories.Count][];
        foreach (var (i, element) in view.State.Concat(view.Memories).OrderBy(e => e.Index))
            state[i] = [.. Enumerable.Range(0, Math.Max(1, element.Depth)).Select(_ => Draw(element.Shape, choose))];
        return new() { State = state };
    }

    /// <summary>Zeros, or what is nearest to them within the ranges.</summary>
    public static Stimulus BeginAtZero(View view) => new()
    {
        State = [.. view.State.Concat(view.Memories).OrderBy(e => e.Index).Select(e => Enumerable.Repeat(BigInteger.Clamp(0, e.Element.Shape.Range.Min, e.Element.Shape.Range.Max), Math.Max(1, e.Element.Depth)).ToArray())],
    };

    /// <summary>The inputs of one more cycle: some stay as they were, now and then all of them, so that there are idle units too.</summary>
    public static BigInteger[] Row(View view, BigInteger[]? before, bool reset, Choices choose)
    {
        if (before is not null && choose.OneIn(5)) return [reset ? 1 : 0, .. before[1..]];
        return [reset ? 1 : 0, .. view.Inputs.Select((p, i) => before is not null && choose.OneIn(4) ? before[i + 1] : Draw(p.Shape, choose))];
    }

    static BigInteger Draw(Shape shape, Choices choose)
    {
        if (!shape.IsRow) return choose.In(shape.Element);
        var (row, width) = (BigInteger.Zero, shape.Element.Width);
        for (var i = shape.Count - 1; i >= 0; i--) row = row << width | choose.In(shape.Element) & Interval.UInt(width).Max;
        return row;
    }
}
