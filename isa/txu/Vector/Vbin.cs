namespace Hw.Isa.Txu;

/// <summary>Row i of dst = a op b, element by element: e0 rows, strides st0, st1, st2. MAX and MIN are those of IEEE 754-2019.</summary>
[Instruction("VBIN", Opcode = 0x32, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Vbin(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister A, [Field(58, 54)] AddressRegister B, [Field(62, 59)] ShapeRegister Shape, [Field(86, 83)] BinaryOp Op,
    [Field(78, 77)] Target To = Target.BF16, [Field(80, 79)] Source From = Source.ACC, [Field(82, 81)] Other With = Other.BF16) : IVectorInstruction
{
    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, A, Shape, To, From).With(m, B, Shape, With);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VBIN");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var op = Op;
        Walk(m).Run(m, effects, With, (_, a, b) => Numerics.Binary(op, a, b));
    }
}

/// <summary>Row i of dst = silu(a) · b: e0 rows, strides st0, st1, st2.</summary>
[Instruction("VGLU", Opcode = 0x34, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Vglu(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister A, [Field(58, 54)] AddressRegister B, [Field(62, 59)] ShapeRegister Shape,
    [Field(78, 77)] Target To = Target.BF16, [Field(80, 79)] Source From = Source.ACC, [Field(82, 81)] Other With = Other.ACC) : IVectorInstruction
{
    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, A, Shape, To, From).With(m, B, Shape, With);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VGLU");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects) =>
        Walk(m).Run(m, effects, With, (_, a, b) => Numerics.Multiply(Numerics.Function(Activation.SILU, a), b));
}
