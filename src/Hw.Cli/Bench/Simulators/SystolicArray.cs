using Hw.Bits;
using Hw.Hdl;

namespace Hw.Cli.Bench.Simulators;

/// <summary>One cell of a weight-stationary array: keeps a weight, passes activations right and sums down.</summary>
sealed class SystolicCell : Module
{
    public In Left { get; } = Input(Int8);
    public In Above { get; } = Input(Int(21));
    /// <summary>weights move down by one row</summary>
    public In Load { get; } = Input(Bit);
    public In WeightAbove { get; } = Input(Int8);
    public Out Right { get; } = Output(Int8);
    public Out Below { get; } = Output(Int(21));
    public Out WeightBelow { get; } = Output(Int8);

    readonly Reg activation = Register(Int8), weight = Register(Int8), partial = Register(Int(21));

    protected override void Build()
    {
        activation.Next = Left;
        When(Load, () => weight.Next = WeightAbove);
        partial.Next = (Above + Left * weight).Fits(Int(21), "32 products of INT8 are 20 bits and a sign");
        Right.Drive(activation);
        Below.Drive(partial);
        WeightBelow.Drive(weight);
    }
}

/// <summary>One cycle of delay, for the triangles before and after an array.</summary>
sealed class Later(int bits) : Module
{
    public override string VerilogName => $"later_{bits}";
    public In From { get; } = Input(Int(bits));
    public Out To { get; } = Output(Int(bits));

    readonly Reg held = Register(Int(bits));

    protected override void Build()
    {
        held.Next = From;
        To.Drive(held);
    }
}

/// <summary>
/// An INT8 weight-stationary systolic array, a lane array for each row of cells. Row r of the activations enters r cycles late and column c of the sums leaves
/// N−1−c cycles late, so that both sides see straight rows.
/// </summary>
sealed class SystolicArray : Module
{
    readonly int n;
    readonly LaneArray<SystolicCell>[] rows;
    readonly LaneArray<Later>[] skew, align;

    public SystolicArray(int n)
    {
        this.n = n;
        Activations = Input(Row(n, Int8), "activations");
        Weights = Input(Row(n, Int8), "weights");
        Results = Output(Row(n, Int(21)), "results");
        rows = [.. Enumerable.Range(0, n).Select(r => Instances(n, () => new SystolicCell(), $"row_{r}"))];
        skew = [.. Enumerable.Range(1, n - 1).Select(r => Instances(n - r, () => new Later(8), $"skew_{r}"))];
        align = [.. Enumerable.Range(1, n - 1).Select(c => Instances(n - c, () => new Later(21), $"align_{c}"))];
    }

    public override string VerilogName => $"systolic_array_{n}";

    public In Activations { get; }
    public In Load { get; } = Input(Bit);
    public In Weights { get; }
    public Out Results { get; }

    protected override void Build()
    {
        var (entering, above, weights) = (Activations.Value, (Signal?)null, Weights.Value);
        for (var r = 0; r < n; r++)
        {
            // element 0 enters row r; the others wait one cycle more
            var (edge, sums, w) = (entering[7, 0], above, weights);
            var rights = rows[r].All(cell => cell.Right);
            var lefts = Signal.Concat([(edge, 8), (rights[8 * n - 9, 0], 8 * n - 8)]);
            rows[r].Each(cell =>
            {
                cell.Left.Drive(Element(lefts, cell.Index, 8));
                cell.Above.Drive(sums is { } s ? Element(s, cell.Index, 21) : 0);
                cell.Load.Drive(Load);
                cell.WeightAbove.Drive(Element(w, cell.Index, 8));
            });
            (above, weights) = (rows[r].All(cell => cell.Below), rows[r].All(cell => cell.WeightBelow));
            if (r < n - 1) entering = Delayed(skew[r], entering[8 * (n - r) - 1, 8], 8);
        }
        // column c of the last row is first ready in cycle c: the columns before the last wait for it
        var (straight, waiting) = (new Signal[n], above!.Value);
        for (var c = n - 1; c >= 0; c--)
        {
            straight[c] = waiting[21 * (c + 1) - 1, 21 * c];
            if (c > 0) waiting = Delayed(align[n - 1 - c], waiting[21 * c - 1, 0], 21);
        }
        Unused(weights, "the last row has nobody below");
        Unused(rows.Select(row => row.All(cell => cell.Right)[8 * n - 1, 8 * n - 8]).Aggregate((a, b) => a ^ b), "the last column has nobody to its right");
        Results.Drive(Signal.Concat([.. straight.Select(s => (s, 21))]));
    }

    static Signal Delayed(LaneArray<Later> stage, Signal row, int bits)
    {
        stage.Each(lane => lane.From.Drive(Element(row, lane.Index, bits)));
        return stage.All(lane => lane.To);
    }

    static Signal Element(Signal row, LaneIndex index, int bits) => Signal.Element(row, index, Int(bits));
}
