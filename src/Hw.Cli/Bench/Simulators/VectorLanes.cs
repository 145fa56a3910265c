using Hw.Bits;
using Hw.Hdl;
using Hw.Txu.Vector;

namespace Hw.Cli.Bench.Simulators;

/// <summary>The lanes of the TXU's vector unit alone: a row of operands a cycle through every block of the pipeline, one control for all.</summary>
sealed class VectorLanes(int count) : Module
{
    public override string VerilogName => $"vector_lanes_{count}";

    public In Kind { get; } = Input(UInt(4));
    public In Sums { get; } = Input(Row(count, Interval.UInt32));
    public In States { get; } = Input(Row(count, Interval.UInt32));
    public In Halves { get; } = Input(Row(count, UInt(16)));
    public In Octets { get; } = Input(Row(count, UInt(8)));
    public In Scalar { get; } = Input(UInt(16));
    public In FirstControl { get; } = Input(UInt(MultiplyControl.Fields.Width));
    public In Scale { get; } = Input(Interval.UInt32);
    public In Multiplier { get; } = Input(UInt(16));
    public In Shift { get; } = Input(UInt(6));
    public In SelectControl { get; } = Input(UInt(Txu.Vector.SelectControl.Fields.Width));
    public In AddControl { get; } = Input(UInt(Txu.Vector.AddControl.Fields.Width));
    public In Bias { get; } = Input(Interval.UInt32);
    public In FunctionControl { get; } = Input(UInt(Txu.Vector.FunctionControl.Fields.Width));
    public In LastControl { get; } = Input(UInt(Txu.Vector.LastControl.Fields.Width));
    public In Format { get; } = Input(UInt(2));
    public In SumControl { get; } = Input(UInt(Txu.Vector.SumControl.Fields.Width));
    public Out Results { get; } = Output(Row(count, Interval.UInt32));

    readonly LaneArray<VectorLane> lanes = Instances(count, () => new VectorLane());

    protected override void Build()
    {
        lanes.Each(lane =>
        {
            lane.Number.Drive(lane.Index);
            lane.Kind.Drive(Kind);
            lane.Acc.Drive(Sums.Element(lane.Index));
            lane.State.Drive(States.Element(lane.Index));
            lane.Half.Drive(Halves.Element(lane.Index));
            lane.Octet.Drive(Octets.Element(lane.Index));
            lane.Scalar.Drive(Scalar);
            lane.FirstControl.Drive(FirstControl);
            lane.Scale.Drive(Scale);
            lane.Multiplier.Drive(Multiplier);
            lane.Shift.Drive(Shift);
            lane.SelectControl.Drive(SelectControl);
            lane.AddControl.Drive(AddControl);
            lane.Bias.Drive(Bias);
            lane.FunctionControl.Drive(FunctionControl);
            lane.LastControl.Drive(LastControl);
            lane.Format.Drive(Format);
            lane.SumControl.Drive(SumControl);
        });
        Results.Drive(lanes.All(lane => lane.Result));
        Unused(Concat(lanes.All(lane => lane.ResultHalf), lanes.All(lane => lane.ResultOctet)), "they are bits of the results");
    }
}
