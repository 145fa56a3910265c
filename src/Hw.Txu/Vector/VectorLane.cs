namespace Hw.Txu.Vector;

/// <summary>
/// One lane of the vector unit, a row a cycle: operand → multiply → select → add → function → multiply → convert → sum. Each block does with a row what its control
/// says when the row arrives there, and may keep it for the rows that follow: that is how two rows meet.
/// </summary>
public sealed class VectorLane : Module
{
    /// <summary>From the arrival of a row's data: when it enters each block, and when its result is there.</summary>
    public const int First = OperandBlock.Latency, Select = First + MultiplyBlock.Latency, Add = Select + SelectBlock.Latency, Function = Add + AddBlock.Latency,
        Last = Function + LaneFunctionBlock.Latency, Convert = Last + LastMultiplyBlock.Latency, Sums = Convert + ConvertBlock.Latency, Latency = Sums + SumBlock.Latency;

    /// <summary>this lane's number</summary>
    public In Number { get; } = Input(UInt(5));
    public In Kind { get; } = Input(UInt(4));
    public In Sum { get; } = Input(Word);
    public In State { get; } = Input(Word);
    public In Half { get; } = Input(UInt16);
    public In Byte { get; } = Input(UInt8);
    public In Scalar { get; } = Input(UInt16);
    public In FirstControl { get; } = Input(UInt(MultiplyControl.Fields.Width));
    public In Scale { get; } = Input(Word);
    public In Multiplier { get; } = Input(UInt16);
    public In Shift { get; } = Input(UInt(6));
    public In SelectControl { get; } = Input(UInt(Vector.SelectControl.Fields.Width));
    public In AddControl { get; } = Input(UInt(Vector.AddControl.Fields.Width));
    public In Bias { get; } = Input(Word);
    public In FunctionControl { get; } = Input(UInt(Vector.FunctionControl.Fields.Width));
    public In LastControl { get; } = Input(UInt(Vector.LastControl.Fields.Width));
    public In Format { get; } = Input(UInt(2));
    public In SumControl { get; } = Input(UInt(Vector.SumControl.Fields.Width));
    public Out Result { get; } = Output(Word);
    /// <summary>its low bits: an element of a pair of rows, and of a row</summary>
    public Out ResultHalf { get; } = Output(UInt16);
    public Out ResultByte { get; } = Output(UInt8);

    readonly OperandBlock operand = Instance(() => new OperandBlock());
    readonly MultiplyBlock multiply = Instance(() => new MultiplyBlock());
    readonly RequantizeBlock requantize = Instance(() => new RequantizeBlock());
    readonly SelectBlock select = Instance(() => new SelectBlock());
    readonly AddBlock add = Instance(() => new AddBlock());
    readonly LaneFunctionBlock function = Instance(() => new LaneFunctionBlock());
    readonly LastMultiplyBlock last = Instance(() => new LastMultiplyBlock());
    readonly ConvertBlock convert = Instance(() => new ConvertBlock());
    readonly SumBlock sum = Instance(() => new SumBlock());

    protected override void Build()
    {
        operand.Kind.Drive(Kind);
        operand.Sum.Drive(Sum);
        operand.State.Drive(State);
        operand.Half.Drive(Half);
        operand.Byte.Drive(Byte);
        operand.Scalar.Drive(Scalar);

        multiply.Control.Drive(FirstControl);
        multiply.Scale.Drive(Scale);
        multiply.X.Drive(operand.Y);
        requantize.Multiplier.Drive(Multiplier);
        requantize.Shift.Drive(Shift);
        requantize.X.Drive(operand.Y);

        select.Control.Drive(SelectControl);
        select.Lane.Drive(Number);
        select.X.Drive(multiply.Y);

        add.Control.Drive(AddControl);
        add.Bias.Drive(Bias);
        add.X.Drive(select.Y);
        add.Narrow.Drive(requantize.Y);
        add.Unseen.Drive(select.Unseen);

        function.Control.Drive(FunctionControl);
        function.X.Drive(add.Y);
        function.Unseen.Drive(add.UnseenStill);

        last.Control.Drive(LastControl);
        last.X.Drive(function.Y);
        last.Zero.Drive(function.Zero);

        convert.Format.Drive(Format);
        convert.X.Drive(last.Y);

        sum.Control.Drive(SumControl);
        sum.Value.Drive(convert.Value);
        sum.Pattern.Drive(convert.Pattern);
        Signal result = sum.Y;
        Result.Drive(result);
        ResultHalf.Drive(result[15, 0]);
        ResultByte.Drive(result[7, 0]);
    }
}
