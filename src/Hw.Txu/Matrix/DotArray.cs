namespace Hw.Txu.Matrix;

/// <summary>C lanes side by side: one feature row fills a stationary element of every lane, one moving row meets all of them.</summary>
/// <param name="count">C, the tokens of a block.</param>
public sealed class DotArray(int count) : Module
{
    public override string VerilogName => $"dot_array_{count}";

    public In Moving { get; } = Input(Row(Dot32.Depth, Int8));
    public In Load { get; } = Input(Bit);
    /// <summary>one feature of C tokens</summary>
    public In Features { get; } = Input(Row(count, Int8));
    public In Swap { get; } = Input(Bit);
    public In Accumulators { get; } = Input(Row(count, Int32));
    public In Fresh { get; } = Input(Bit);
    public Out Results { get; } = Output(Row(count, Int32));

    readonly LaneArray<DotLane> lanes = Instances(count, () => new DotLane());

    protected override void Build()
    {
        lanes.Each(lane =>
        {
            lane.Moving.Drive(Moving);
            lane.Load.Drive(Load);
            lane.Feature.Drive(Features.Element(lane.Index));
            lane.Swap.Drive(Swap);
            lane.Accumulator.Drive(Accumulators.Element(lane.Index));
            lane.Fresh.Drive(Fresh);
        });
        Results.Drive(lanes.All(lane => lane.Result));
    }
}
