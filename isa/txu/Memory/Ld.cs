using System.Runtime.InteropServices;

namespace Hw.Isa.Txu;

/// <summary>
/// Loads rows dst, dst+1, … from 32-byte pieces of DRAM on a three-level walk. A SPAD row is a piece; an ACC row is four, 32 slots of 4 bytes, of which the
/// machine takes the first C.
/// </summary>
[Instruction("LD", Opcode = 0x10, Format = TxuIsa.Unit, Queue = nameof(Queue.LD), Since = "0.1")]
public readonly record struct Ld([Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister Src, [Field(57, 54)] ShapeRegister Shape, [Field(58)] Space Space = Space.SPAD) : ITxuInstruction
{
    public void Check(TxuMachine m)
    {
        DramWalk.Aligned(m.Effective(Src));
        Space.Check(m.Effective(Dst), m.Shapes[Shape.Index].Count);
    }

    public void Count(TxuMachine m, Span<long> counts) => counts[(int)Counter.BytesLoaded] += TxuIsa.RowBytes * m.Shapes[Shape.Index].Count;

    public void Execute(TxuMachine m, IEffects effects)
    {
        var row = m.Effective(Dst);
        Span<int> slots = stackalloc int[TxuIsa.MaxLanes];
        var n = 0;
        foreach (var address in new DramWalk(m.Effective(Src), m.Shapes[Shape.Index]))
        {
            if (Space == Space.SPAD)
            {
                m.Dram.Read(address, MemoryMarshal.AsBytes(m.Spad.Write(row)));
                effects.Write(TxuIsa.Spad, row, m.Spad.Bytes(row));
                row++;
                continue;
            }
            m.Dram.Read(address, MemoryMarshal.AsBytes(slots).Slice(n % Spaces.Quarters * TxuIsa.RowBytes, TxuIsa.RowBytes));
            if (++n % Spaces.Quarters != 0) continue;
            slots[..m.Lanes].CopyTo(m.Acc.Write(row));
            effects.Write(TxuIsa.Acc, row, m.Acc.Bytes(row));
            row++;
        }
    }
}
