namespace Hw.Isa.Txu;

/// <summary>Row i of dst = fn(a), or with <c>affine</c> fn(fl(fl(a · scale) + bias)) with the constants of c: e0 rows, strides st0 and st1.</summary>
[Instruction("VACT", Opcode = 0x33, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Vact(
    AddressRegister Dst, AddressRegister A, ShapeRegister Shape, Activation Fn,
    Target To = Target.BF16, Source From = Source.ACC, ConstantRegister C = default, [Field(36)] bool Affine = false) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings => [.. Texts.Each<Activation>("x", (fn, x) => Numerics.Function(fn, x[0])), Texts.Of("affine", "x scale bias", x => Numerics.Affine(x[0], x[1], x[2]))];

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
