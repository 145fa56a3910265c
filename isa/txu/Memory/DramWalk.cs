namespace Hw.Isa.Txu;

/// <summary>The DRAM side of LD and ST: 32-byte pieces at start + 32·(i0·st0 + i1·st1 + i2·st2) mod 2^40, i0 fastest.</summary>
public readonly struct DramWalk(long start, Shape shape)
{
    internal static void Aligned(long address)
    {
        if (address % TxuIsa.RowBytes != 0) throw new TrapException(Trap.BadRange, $"DRAM address 0x{address:X} is no multiple of {TxuIsa.RowBytes}");
    }

    public Enumerator GetEnumerator() => new(start, shape);

    public struct Enumerator(long start, Shape s)
    {
        int i0 = -1, i1, i2;

        public readonly long Current => start + TxuIsa.RowBytes * ((long)i0 * s.St0 + (long)i1 * s.St1 + (long)i2 * s.St2) & Dram.Mask;

        public bool MoveNext()
        {
            if (++i0 < s.E0) return true;
            i0 = 0;
            if (++i1 < s.E1) return true;
            i1 = 0;
            return ++i2 < s.E2;
        }
    }
}
