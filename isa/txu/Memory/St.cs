using System.Runtime.InteropServices;

namespace Hw.Isa.Txu;

/// <summary>An on-chip memory, as ST names it.</summary>
public enum Space { SPAD, ACC }

/// <summary>
/// Stores 32-byte pieces to DRAM on the walk of LD. From SPAD a piece is a row; from ACC a quarter of a row of 32 slots × 4 bytes,
/// slots beyond the machine's lanes being zero, so that DRAM looks the same for every lane count.
/// </summary>
[Instruction("ST", Opcode = 0x11, Format = TxuIsa.Unit, Queue = nameof(Queue.ST), Since = "0.1")]
public readonly record struct St(
    [Field(48, 44)] AddressRegister Src, [Field(53, 49)] AddressRegister Dst, [Field(57, 54)] ShapeRegister Shape,
    [Field(58)] Space Space = Space.SPAD) : ITxuInstruction
{
    const int Quarters = 4;

    public void Check(TxuMachine m)
    {
        DramWalk.Aligned(m.Effective(Dst));
        var (src, count) = (m.Effective(Src), m.Shapes[Shape.Index].Count);
        if (Space == Space.ACC && count % Quarters != 0)
            throw new TrapException(Trap.BadRange, $"{count} pieces are no whole number of ACC rows, {Quarters} pieces each");
        if (Space == Space.SPAD) TxuMachine.Range("SPAD", src, src + count - 1, TxuIsa.SpadRows);
        else TxuMachine.Range("ACC", src, src + count / Quarters - 1, TxuIsa.AccRows);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var src = m.Effective(Src);
        Span<int> slots = stackalloc int[TxuIsa.MaxLanes];
        slots.Clear();
        var n = 0;
        foreach (var address in new DramWalk(m.Effective(Dst), m.Shapes[Shape.Index]))
        {
            if (Space == Space.ACC) m.Acc.Read(src + n / Quarters).CopyTo(slots);
            var piece = Space == Space.SPAD
                ? MemoryMarshal.AsBytes(m.Spad.Read(src + n))
                : MemoryMarshal.AsBytes(slots).Slice(n % Quarters * TxuIsa.RowBytes, TxuIsa.RowBytes);
            m.Dram.Write(address, piece);
            effects.Write(TxuIsa.Dram, address, piece);
            n++;
        }
    }
}
