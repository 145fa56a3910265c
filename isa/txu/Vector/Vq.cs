using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>Type pair of VQ.</summary>
public enum VqType { INT8 }

/// <summary>Requantizes ACC rows into SPAD rows: INT32 · scale / 2^shift → INT8. Slots beyond the machine's lanes become zero.</summary>
[Instruction("VQ", Opcode = 0x30, Format = TxuIsa.Unit, Queue = nameof(Queue.VX), Since = "0.1")]
public readonly record struct Vq(
    [Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister Src, [Field(57, 54)] ShapeRegister Shape,
    [Field(73, 58)] int Scale, [Field(79, 74)] int Shift, [Field(35, 32)] VqType Type = VqType.INT8) : ITxuInstruction
{
    public void Check(TxuMachine m)
    {
        var s = m.Shapes[Shape.Index];
        if (s.E1 != 1 || s.E2 != 1) throw new TrapException(Trap.BadRange, $"VQ walks one extent; e1 is {s.E1}, e2 is {s.E2}, both must be 1");
        var (dst, src) = (m.Effective(Dst), m.Effective(Src));
        TxuMachine.Range("SPAD", dst, dst + (s.E0 - 1L) * s.St0, TxuIsa.SpadRows);
        TxuMachine.Range("ACC", src, src + (s.E0 - 1L) * s.St1, TxuIsa.AccRows);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (dst, src, s) = (m.Effective(Dst), m.Effective(Src), m.Shapes[Shape.Index]);
        for (var i = 0; i < s.E0; i++, dst += s.St0, src += s.St1)
        {
            var acc = m.Acc.Read(src);
            var row = m.Spad.Write(dst);
            row.Clear();
            for (var t = 0; t < acc.Length; t++) row[t] = (sbyte)Numerics.Requantize<Int>(acc[t], Scale, Shift).Value;
            effects.Write(TxuIsa.Spad, dst, m.Spad.Bytes(dst));
        }
    }
}
