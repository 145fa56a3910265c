using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>
/// Turns e0 pairs of rows, i and i + e0, by an angle for each pair and lane: y[i] = x[i]·cos − x[i+e0]·sin, y[i+e0] = x[i]·sin + x[i+e0]·cos (Su et al., RoFormer, 2021). The rows of b
/// are e0 cosines, then e0 sines. Strides st0 of dst, st1 of a, st2 of b.
/// </summary>
[Instruction("VROPE", Opcode = 0x37, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.2")]
public readonly record struct Vrope(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister A, [Field(58, 54)] AddressRegister B, [Field(62, 59)] ShapeRegister Shape,
    [Field(78, 77)] Target To = Target.BF16, [Field(80, 79)] Source From = Source.ACC, [Field(82, 81)] Source Angles = Source.ACC) : IVectorInstruction
{
    int IVectorInstruction.RowsPerStep => 2;

    public void Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, "VROPE");
        var w = RowWalk.Of(m, Dst, A, Shape).With(m, B);
        var last = 2L * w.Count - 1;
        m.Check(To, "dst", w.Dst, w.Dst + last * w.DstStride, w.DstStride);
        m.Check(From, "a", w.A, w.A + last * w.AStride, w.AStride);
        m.Check(Angles, "b", w.B, w.B + last * w.BStride, w.BStride);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var w = RowWalk.Of(m, Dst, A, Shape).With(m, B);
        Rows.Apart(To, w.Dst, w.DstStride, From, w.A, w.AStride, w.Count * 2, w.Count);
        Rows.Apart(To, w.Dst, w.DstStride, Angles, w.B, w.BStride, w.Count * 2, w.Count);
        for (var i = 0; i < w.Count; i++)
        {
            var (j, k) = ((long)i, (long)i + w.Count);
            var (x0, x1) = (m.Read(From, w.A + j * w.AStride), m.Read(From, w.A + k * w.AStride));
            var (cos, sin) = (m.Read(Angles, w.B + j * w.BStride), m.Read(Angles, w.B + k * w.BStride));
            for (var t = 0; t < m.Lanes; t++)
            {
                var (y0, y1) = Attention.Rope(Rows.Int(x0[t]), Rows.Int(x1[t]), Rows.Int(cos[t]), Rows.Int(sin[t]));
                (x0[t], x1[t]) = (Rows.Pattern(y0), Rows.Pattern(y1));
            }
            m.Write(effects, To, w.Dst + j * w.DstStride, x0);
            m.Write(effects, To, w.Dst + k * w.DstStride, x1);
        }
    }
}
