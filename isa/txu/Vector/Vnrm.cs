namespace Hw.Isa.Txu;

/// <summary>Row i of dst = fl(fl(a · state) · w[i]), the state lane by lane, the weight one for all lanes: the end of RMSNorm. e0 rows, strides st0 and st1; w in SPAD as BF16, 16 to a row.</summary>
[Instruction("VNRM", Opcode = 0x36, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Vnrm(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister A, [Field(58, 54)] AddressRegister W, [Field(62, 59)] ShapeRegister Shape, [Field(67, 63)] StateVector State,
    [Field(78, 77)] Target To = Target.BF16, [Field(80, 79)] Source From = Source.BF16) : IVectorInstruction
{
    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, A, Shape, To, From).With(m, W, Shape, Other.SCALAR);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VNRM");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (walk, state) = (Walk(m), m.Read(State));
        walk.Dst.IsApartFrom(RowSet.Of(State));
        walk.Run(m, effects, Other.SCALAR, (g, a, w) => Numerics.Multiply(Numerics.Multiply(a, state[g]), w));
    }
}
