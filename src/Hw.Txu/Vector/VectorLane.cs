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
    public In Acc { get; } = Input(Word);
    public In State { get; } = Input(Word);
    public In Half { get; } = Input(UInt16);
    public In Octet { get; } = Input(UInt8);
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
    public Out ResultOctet { get; } = Output(UInt8);

    readonly OperandBlock operandBlock = Instance(() => new OperandBlock());
    readonly MultiplyBlock multiplyBlock = Instance(() => new MultiplyBlock());
    readonly RequantizeBlock requantizeBlock = Instance(() => new RequantizeBlock());
    readonly SelectBlock selectBlock = Instance(() => new SelectBlock());
    readonly AddBlock addBlock = Instance(() => new AddBlock());
    readonly LaneFunctionBlock functionBlock = Instance(() => new LaneFunctionBlock());
    readonly LastMultiplyBlock lastBlock = Instance(() => new LastMultiplyBlock());
    readonly ConvertBlock convertBlock = Instance(() => new ConvertBlock());
    readonly SumBlock sumBlock = Instance(() => new SumBlock());

    protected override void Build()
    {
        operandBlock.Kind.Drive(Kind);
        operandBlock.Acc.Drive(Acc);
        operandBlock.State.Drive(State);
        operandBlock.Half.Drive(Half);
        operandBlock.Octet.Drive(Octet);
        operandBlock.Scalar.Drive(Scalar);

        multiplyBlock.Control.Drive(FirstControl);
        multiplyBlock.Scale.Drive(Scale);
        multiplyBlock.X.Drive(operandBlock.Y);
        requantizeBlock.Multiplier.Drive(Multiplier);
        requantizeBlock.Shift.Drive(Shift);
        requantizeBlock.X.Drive(operandBlock.Y);

        selectBlock.Control.Drive(SelectControl);
        selectBlock.Lane.Drive(Number);
        selectBlock.X.Drive(multiplyBlock.Y);

        addBlock.Control.Drive(AddControl);
        addBlock.Bias.Drive(Bias);
        addBlock.X.Drive(selectBlock.Y);
        addBlock.Narrow.Drive(requantizeBlock.Y);
        addBlock.Unseen.Drive(selectBlock.Unseen);

        functionBlock.Control.Drive(FunctionControl);
        functionBlock.X.Drive(addBlock.Y);
        functionBlock.Unseen.Drive(addBlock.UnseenStill);

        lastBlock.Control.Drive(LastControl);
        lastBlock.X.Drive(functionBlock.Y);
        lastBlock.Zero.Drive(functionBlock.Zero);

        convertBlock.Format.Drive(Format);
        convertBlock.X.Drive(lastBlock.Y);

        sumBlock.Control.Drive(SumControl);
        sumBlock.Value.Drive(convertBlock.Value);
        sumBlock.Pattern.Drive(convertBlock.Pattern);
        Signal result = sumBlock.Y;
        Result.Drive(result);
        ResultHalf.Drive(result[15, 0]);
        ResultOctet.Drive(result[7, 0]);
    }
}
