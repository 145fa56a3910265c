using Hw.Hdl;
using Hw.Txu.Vector;

namespace Hw.Cli.Bench.Simulators;

/// <summary>The lanes of the TXU's vector unit alone: a row of accumulators requantized to INT8 each cycle, one scale for all.</summary>
sealed class VectorLanes(int count) : Module
{
    public override string VerilogName => $"vector_lanes_{count}";

    public In Sums { get; } = Input(Row(count, Int32));
    public In Scale { get; } = Input(UInt(16));
    public In Shift { get; } = Input(UInt(6));
    public Out Results { get; } = Output(Row(count, Int8));

    readonly LaneArray<VectorLane> lanes = Instances(count, () => new VectorLane());

    protected override void Build()
    {
        lanes.Each(lane =>
        {
            lane.Sum.Drive(Sums.Element(lane.Index));
            lane.Scale.Drive(Scale);
            lane.Shift.Drive(Shift);
        });
        Results.Drive(lanes.All(lane => lane.Result));
    }
}
