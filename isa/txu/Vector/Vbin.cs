using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>Row i of dst = a op b, element by element: e0 rows, strides st0, st1, st2. MAX and MIN are those of IEEE 754-2019.</summary>
[Instruction("VBIN", Opcode = 0x32, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Vbin(
    AddressRegister Dst, AddressRegister A, AddressRegister B, ShapeRegister Shape, [Field(86, 83)] BinaryOp Op,
    Target To = Target.BF16, Source From = Source.ACC, Other With = Other.BF16) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings => Texts.Each<BinaryOp>("a b", (op, x) => Numerics.Binary(op, x[0], x[1]));

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
[Instruction("VGLU", Opcode = 0x34, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Vglu(
    AddressRegister Dst, AddressRegister A, AddressRegister B, ShapeRegister Shape,
    Target To = Target.BF16, Source From = Source.ACC, Other With = Other.ACC) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings => [Texts.Of("value", "a b", x => Value(x[0], x[1]))];

    static T Value<T>(T a, T b) where T : struct, IBits<T> => Numerics.Multiply(Numerics.Function(Activation.SILU, a), b);

    RowWalk Walk(TxuMachine m) => RowWalk.Of(m, Dst, A, Shape, To, From).With(m, B, Shape, With);

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VGLU");
        Walk(m).Check();
    }

    public void Execute(TxuMachine m, IEffects effects) =>
        Walk(m).Run(m, effects, With, (_, a, b) => Value(a, b));
}
