using System.Runtime.InteropServices;

namespace Hw.Isa.Txu;

/// <summary>
/// Stores 32-byte pieces to DRAM on the walk of LD. From SPAD a piece is a row; from ACC a quarter of a row of 32 slots × 4 bytes,
/// slots beyond the machine's lanes being zero, so that DRAM looks the same for every lane count.
/// </summary>
[Instruction("ST", Opcode = 0x11, Format = TxuIsa.Unit, Queue = nameof(Queue.ST), Since = "0.1")]
public readonly record struct St(
    [Field(48, 44)] AddressRegister Src, [Field(53, 49)] AddressRegister Dst, [Field(57, 54)] ShapeRegister Shape,
    [Field(58)] Space Space = Space.SPAD) : ITxuInstruction
{
    public void Check(TxuMachine m)
    {
        DramWalk.Aligned(m.Effective(Dst));
        Space.Check(m.Effective(Src), m.Shapes[Shape.Index].Count);
    }

    public void Count(TxuMachine m, Span<long> counts) => counts[(int)Counter.BytesStored] += TxuIsa.RowBytes * m.Shapes[Shape.Index].Count;

    public void Execute(TxuMachine m, IEffects effects)
    {
        var src = m.Effective(Src);
        Span<int> slots = stackalloc int[TxuIsa.MaxLanes];
        slots.Clear();
        var n = 0;
        foreach (var address in new DramWalk(m.Effective(Dst), m.Shapes[Shape.Index]))
        {
            if (Space == Space.ACC) m.Acc.Read(src + n / Spaces.Quarters).CopyTo(slots);
            var piece = Space == Space.SPAD
                ? MemoryMarshal.AsBytes(m.Spad.Read(src + n))
                : MemoryMarshal.AsBytes(slots).Slice(n % Spaces.Quarters * TxuIsa.RowBytes, TxuIsa.RowBytes);
            m.Dram.Write(address, piece);
            effects.Write(TxuIsa.Dram, address, piece);
            n++;
        }
    }
}
