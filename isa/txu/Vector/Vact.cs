namespace Hw.Isa.Txu;

/// <summary>Row i of dst = fn(a), or with <c>affine</c> fn(fl(fl(a · scale) + bias)) with the constants of c: e0 rows, strides st0 and st1.</summary>
[Instruction("VACT", Opcode = 0x33, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Vact(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister A, [Field(62, 59)] ShapeRegister Shape, [Field(86, 83)] Activation Fn,
    [Field(78, 77)] Target To = Target.BF16, [Field(80, 79)] Source From = Source.ACC, [Field(71, 68)] ConstantRegister C = default, [Field(36)] bool Affine = false) : IVectorInstruction
{
    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, A, Shape, To, From);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VACT");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (fn, affine, c) = (Fn, Affine, m.Constants[C.Index]);
        Walk(m).Run(m, effects, (_, x) => Numerics.Function(fn, affine ? Numerics.Affine(x, c.Scale, c.Bias) : x));
    }
}
