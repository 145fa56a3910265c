namespace Hw.Txu.Vector;

/// <summary>
/// The lanes of the vector unit, a row a cycle: operand → multiply → select → add → function or elementwise operation → multiply → convert → sum, an array of equal blocks for each. Every block
/// does with a row what its control says when the row arrives there, and may keep it for the rows that follow: that is how two rows meet. A block that a row does
/// not need sees 0, and rests.
/// </summary>
public sealed class VectorLanes(int lanes) : Module
{
    public override string VerilogName => $"vector_lanes_{lanes}";

    /// <summary>From the arrival of a row's data: when it enters each block, and when its result is there.</summary>
    public const int First = OperandBlock.Latency, Select = First + MultiplyBlock.Latency, Add = Select + SelectBlock.Latency, Function = Add + AddBlock.Latency,
        Last = Function + FunctionBlock.Latency, Convert = Last + LastMultiplyBlock.Latency, Sums = Convert + ConvertBlock.Latency, Latency = Sums + SumBlock.Latency;

    /// <summary>as Operand</summary>
    public In Kind { get; } = Input(UInt(4));
    public In Acc { get; } = Input(Row(lanes, Word));
    public In State { get; } = Input(Row(lanes, Word));
    public In Halves { get; } = Input(Row(lanes, UInt16));
    public In Octets { get; } = Input(Row(lanes, UInt8));
    /// <summary>an element for all lanes, BF16</summary>
    public In Scalar { get; } = Input(UInt16);
    public In FirstControl { get; } = Input(UInt(MultiplyControl.Fields.Width));
    public In Scale { get; } = Input(Word);
    public In Multiplier { get; } = Input(UInt16);
    public In Shift { get; } = Input(UInt(6));
    public In SelectControl { get; } = Input(UInt(Vector.SelectControl.Fields.Width));
    public In AddControl { get; } = Input(UInt(Vector.AddControl.Fields.Width));
    public In Bias { get; } = Input(Word);
    public In FunctionControl { get; } = Input(UInt(Vector.FunctionControl.Fields.Width));
    public In ElementwiseControl { get; } = Input(UInt(Vector.ElementwiseControl.Fields.Width));
    public In LastControl { get; } = Input(UInt(Vector.LastControl.Fields.Width));
    public In Format { get; } = Input(UInt(2));
    public In SumControl { get; } = Input(UInt(Vector.SumControl.Fields.Width));
    public Out Result { get; } = Output(Row(lanes, Word));
    /// <summary>its low bits: elements of a pair of rows, and of a row</summary>
    public Out ResultHalves { get; } = Output(Row(lanes, UInt16));
    public Out ResultOctets { get; } = Output(Row(lanes, UInt8));

    readonly LaneArray<OperandBlock> operands = Instances(lanes, () => new OperandBlock());
    readonly LaneArray<MultiplyBlock> firstMultipliers = Instances(lanes, () => new MultiplyBlock());
    readonly LaneArray<RequantizeBlock> requantizers = Instances(lanes, () => new RequantizeBlock());
    readonly LaneArray<SelectBlock> selectors = Instances(lanes, () => new SelectBlock());
    readonly LaneArray<AddBlock> adders = Instances(lanes, () => new AddBlock());
    readonly LaneArray<FunctionBlock> functions = Instances(lanes, () => new FunctionBlock());
    readonly LaneArray<ElementwiseBlock> operations = Instances(lanes, () => new ElementwiseBlock());
    readonly LaneArray<LastMultiplyBlock> lastMultipliers = Instances(lanes, () => new LastMultiplyBlock());
    readonly LaneArray<ConvertBlock> converters = Instances(lanes, () => new ConvertBlock());
    readonly LaneArray<SumBlock> sums = Instances(lanes, () => new SumBlock());
    readonly LaneArray<Adder> sumAdders = Instances(lanes, () => new Adder());

    protected override void Build()
    {
        Signal Lane(Signal row, LaneIndex lane) => Signal.Element(row, lane, Word);

        operands.Each(block =>
        {
            block.Kind.Drive(Kind);
            block.Acc.Drive(Acc.Element(block.Index));
            block.State.Drive(State.Element(block.Index));
            block.Half.Drive(Halves.Element(block.Index));
            block.Octet.Drive(Octets.Element(block.Index));
            block.Scalar.Drive(Scalar);
        });
        firstMultipliers.Each(block =>
        {
            block.Control.Drive(FirstControl);
            block.Scale.Drive(Scale);
            block.X.Drive(Lane(operands.All(o => o.Y), block.Index));
        });
        requantizers.Each(block =>
        {
            block.Multiplier.Drive(Multiplier);
            block.Shift.Drive(Shift);
            block.X.Drive(Lane(operands.All(o => o.Sum), block.Index));
        });
        selectors.Each(block =>
        {
            block.Control.Drive(SelectControl);
            block.Lane.Drive(block.Index);
            block.X.Drive(Lane(firstMultipliers.All(m => m.Y), block.Index));
        });
        adders.Each(block =>
        {
            block.Control.Drive(AddControl);
            block.Bias.Drive(Bias);
            block.X.Drive(Lane(selectors.All(s => s.Y), block.Index));
            block.Narrow.Drive(Signal.Element(requantizers.All(r => r.Y), block.Index, Int8));
            block.Unseen.Drive(Signal.Element(selectors.All(s => s.Unseen), block.Index, Bit));
        });
        functions.Each(block =>
        {
            block.Control.Drive(FunctionControl);
            block.X.Drive(Lane(adders.All(a => a.Argument), block.Index));
            block.Unseen.Drive(Signal.Element(adders.All(a => a.ArgumentUnseen), block.Index, Bit));
        });
        operations.Each(block =>
        {
            block.Control.Drive(ElementwiseControl);
            block.X.Drive(Lane(adders.All(a => a.Y), block.Index));
        });
        lastMultipliers.Each(block =>
        {
            block.Control.Drive(LastControl);
            block.X.Drive(Lane(operations.All(o => o.Y), block.Index));
            block.Applied.Drive(Lane(functions.All(f => f.Y), block.Index));
            block.Zero.Drive(Signal.Element(functions.All(f => f.Zero), block.Index, Bit));
        });
        converters.Each(block =>
        {
            block.Format.Drive(Format);
            block.X.Drive(Lane(lastMultipliers.All(l => l.Y), block.Index));
        });
        sums.Each(block =>
        {
            block.Control.Drive(SumControl);
            block.Value.Drive(Lane(converters.All(c => c.Value), block.Index));
            block.Pattern.Drive(Lane(converters.All(c => c.Pattern), block.Index));
            block.Sum.Drive(Lane(sumAdders.All(a => a.Y), block.Index));
        });
        sumAdders.Each(block =>
        {
            block.A.Drive(Lane(sums.All(s => s.A), block.Index));
            block.B.Drive(Lane(sums.All(s => s.B), block.Index));
        });
        Result.Drive(sums.All(s => s.Y));
        ResultHalves.Drive(sums.All(s => s.Half));
        ResultOctets.Drive(sums.All(s => s.Octet));
    }
}
