using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.Hdl;

namespace Hw.Cli.Bench.Simulators;

/// <summary>One lane of a BF16 matrix unit: 32 stationary elements in two copies, as the INT8 lane has them, and DOT32 with every moving row.</summary>
sealed class FloatDotLane : Module
{
    static readonly NumberFunction dot = NumberFunctions.All.Single(f => f.Name == "dot32-bf16");
    static readonly Interval element = UInt(16);

    public In Moving { get; } = Input(Row(Dot32.Depth, element));
    public In Load { get; } = Input(Bit);
    public In Feature { get; } = Input(element);
    public In Swap { get; } = Input(Bit);
    public Out Result { get; } = Output(UInt(32));

    readonly Reg shadow = Register(Row(Dot32.Depth, element)), active = Register(Row(Dot32.Depth, element)), sum = Register(UInt(32));

    protected override void Build()
    {
        When(Load, () => shadow.Next = shadow.ShiftIn(Feature));
        When(Swap, () => active.Next = shadow);
        var gives = new Signal[1];
        dot.Apply<Signal>([.. Moving.Elements, .. active.Elements], gives);
        sum.Next = gives[0];
        Result.Drive(sum);
    }
}

/// <summary>Lanes that share the moving row.</summary>
sealed class FloatDotLanes(int count) : Module
{
    public override string VerilogName => $"float_dot_lanes_{count}";

    public In Moving { get; } = Input(Row(Dot32.Depth, UInt(16)));
    public In Load { get; } = Input(Bit);
    public In Features { get; } = Input(Row(count, UInt(16)));
    public In Swap { get; } = Input(Bit);
    public Out Results { get; } = Output(Row(count, UInt(32)));

    readonly LaneArray<FloatDotLane> lanes = Instances(count, () => new FloatDotLane());

    protected override void Build()
    {
        lanes.Each(lane =>
        {
            lane.Moving.Drive(Moving);
            lane.Load.Drive(Load);
            lane.Feature.Drive(Features.Element(lane.Index));
            lane.Swap.Drive(Swap);
        });
        Results.Drive(lanes.All(lane => lane.Result));
    }
}
