namespace Hw.Isa.Txu;

/// <summary>An on-chip memory, as LD and ST name it.</summary>
public enum Space { SPAD, ACC }

static class Spaces
{
    /// <summary>32-byte pieces in an ACC row of 32 slots × 4 bytes.</summary>
    public const int Quarters = TxuIsa.MaxLanes * TxuIsa.AccSlotBytes / TxuIsa.RowBytes;

    /// <summary>Traps unless <paramref name="pieces"/> are whole rows, all inside the memory.</summary>
    public static void Check(this Space space, long row, long pieces)
    {
        if (space == Space.ACC && pieces % Quarters != 0)
            throw new TrapException(Trap.BadRange, $"{pieces} pieces are no whole number of ACC rows, {Quarters} pieces each");
        if (space == Space.SPAD) TxuMachine.Range("SPAD", row, row + pieces - 1, TxuIsa.SpadRows);
        else TxuMachine.Range("ACC", row, row + pieces / Quarters - 1, TxuIsa.AccRows);
    }
}
