using System.Runtime.InteropServices;

namespace Hw.Isa.Txu;

/// <summary>Loads rows: SPAD rows dst, dst+1, … from 32-byte pieces of DRAM on a three-level walk.</summary>
[Instruction("LD", Opcode = 0x10, Format = TxuIsa.Unit, Queue = nameof(Queue.LD), Since = "0.1")]
public readonly record struct Ld([Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister Src, [Field(57, 54)] ShapeRegister Shape) : ITxuInstruction
{
    public void Check(TxuMachine m)
    {
        DramWalk.Aligned(m.Effective(Src));
        var dst = m.Effective(Dst);
        TxuMachine.Range("SPAD", dst, dst + m.Shapes[Shape.Index].Count - 1, TxuIsa.SpadRows);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var row = m.Effective(Dst);
        foreach (var address in new DramWalk(m.Effective(Src), m.Shapes[Shape.Index]))
        {
            m.Dram.Read(address, MemoryMarshal.AsBytes(m.Spad.Write(row)));
            effects.Write(TxuIsa.Spad, row, m.Spad.Bytes(row));
            row++;
        }
    }
}
