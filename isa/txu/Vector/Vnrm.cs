using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>Row i of dst = fl(fl(a · state) · w[i]), the state lane by lane, the weight one for all lanes: the end of RMSNorm. e0 rows, strides st0 and st1; w in SPAD as BF16, 16 to a row.</summary>
[Instruction("VNRM", Opcode = 0x36, Format = TxuIsa.Vector, Since = "0.2")]
public readonly record struct Vnrm(
    AddressRegister Dst, AddressRegister A, [Field(58, 54)] AddressRegister W, ShapeRegister Shape, StateVector State,
    Target To = Target.BF16, Source From = Source.BF16) : IVectorInstruction, IHasMeaning
{
    public static IEnumerable<Meaning> Meanings => [Texts.Of("value", "a state w", x => Value(x[0], x[1], x[2]))];

    static T Value<T>(T a, T state, T w) where T : struct, IBits<T> => Numerics.Multiply(Numerics.Multiply(a, state), w);

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
        walk.Run(m, effects, Other.SCALAR, (g, a, w) => Value(a, state[g], w));
    }
}
