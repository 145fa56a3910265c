using Hw.Bits;

namespace Hw.Kernels;

/// <summary>Rows that an instruction touches: start + i·st0 + j·st1, and so many rows from each. Rows of an on-chip memory; of DRAM, units of 32 bytes.</summary>
readonly record struct Access(bool Writes, int Memory, long Start, int Count0, long Stride0, int Count1 = 1, long Stride1 = 0, int Width = 1);

/// <summary>What an instruction's registers mean when it is dispatched.</summary>
interface IOperands
{
    long Of(AddressRegister register);
    Shape Of(ShapeRegister register);
}

/// <summary>
/// Which rows each instruction reads and writes: what a schedule has to order. Said a second time here, beside what the instructions execute; a test holds
/// the two against each other.
/// </summary>
static class Footprint
{
    const int Depth = Dot32.Depth, Pair = TxuIsa.PairRows, Pieces = TxuIsa.MaxLanes * TxuIsa.AccSlotBytes / TxuIsa.RowBytes;

    public static IEnumerable<Access> Of(object instruction, IOperands r) => instruction switch
    {
        Ld i => [Dram(false, r.Of(i.Src), r.Of(i.Shape)), .. Dram(false, r.Of(i.Src), r.Of(i.Shape), outer: true), OnChip(true, i.Space, r.Of(i.Dst), r.Of(i.Shape))],
        St i => [Dram(true, r.Of(i.Dst), r.Of(i.Shape)), .. Dram(true, r.Of(i.Dst), r.Of(i.Shape), outer: true), OnChip(false, i.Space, r.Of(i.Src), r.Of(i.Shape))],
        Ldt i => [.. Tiles(false, r.Of(i.Src), r.Of(i.Shape), Bytes(i.Size)), Turned(true, r.Of(i.Dst), r.Of(i.Shape), Bytes(i.Size))],
        Stt i => [.. Tiles(true, r.Of(i.Dst), r.Of(i.Shape), Bytes(i.Size)), Turned(false, r.Of(i.Src), r.Of(i.Shape), Bytes(i.Size))],
        Mm i => Product(i, r),
        Vq i => Rows(i.Type == VqType.BF16 ? Target.BF16 : Target.E4M3, Source.ACC, r, i.Dst, i.Src, i.Shape),
        Vdq i => Rows(Target.ACC, i.Type switch { VdqType.BF16 => Source.BF16, VdqType.INT32 => Source.ACC, _ => Source.E4M3 }, r, i.Dst, i.Src, i.Shape),
        Vact i => Rows(i.To, i.From, r, i.Dst, i.A, i.Shape),
        Vbin i => [.. Rows(i.To, i.From, r, i.Dst, i.A, i.Shape), With(i.With, r, i.B, i.Shape)],
        Vglu i => [.. Rows(i.To, i.From, r, i.Dst, i.A, i.Shape), With(i.With, r, i.B, i.Shape)],
        Vnrm i => [.. Rows(i.To, i.From, r, i.Dst, i.A, i.Shape), With(Other.SCALAR, r, i.W, i.Shape), State(false, i.State)],
        Vrope i => [Row(true, (Source)i.To, r.Of(i.Dst), 2 * r.Of(i.Shape).E0, r.Of(i.Shape).St0), Row(false, i.From, r.Of(i.A), 2 * r.Of(i.Shape).E0, r.Of(i.Shape).St1),
            Row(false, i.Angles, r.Of(i.B), 2 * r.Of(i.Shape).E0, r.Of(i.Shape).St2)],
        Vred i => [Row(false, i.From, r.Of(i.A), r.Of(i.Shape).E0, r.Of(i.Shape).St1), .. i.First ? [] : (Access[])[State(false, i.State)], State(true, i.State)],
        Smx i => [.. Rows(i.Type == SmxType.E4M3 ? Target.E4M3 : Target.BF16, Source.ACC, r, i.Dst, i.Src, i.Shape),
            .. i.First ? [] : (Access[])[State(false, new(i.M.Index + Smx.Maximum)), State(false, new(i.M.Index + Smx.Sum))], State(true, i.M, Smx.Vectors)],
        IElementwise i => [.. Rows(i.To, i.From, r, i.Dst, i.A, i.Shape), .. i.Second is var (b, with) ? (Access[])[With(with, r, b, i.Shape)] : []],
        Smxf i => [.. Rows(i.To, Source.ACC, r, i.Dst, i.A, i.Shape), State(false, i.L)],
        _ => [],
    };

    static int Bytes(ElementSize size) => size == ElementSize.B8 ? 1 : 2;

    static Access OnChip(bool writes, Space space, long row, Shape walk) =>
        space == Space.SPAD ? new(writes, TxuIsa.Spad, row, (int)walk.Count, 1) : new(writes, TxuIsa.Acc, row, (int)walk.Count / Pieces, 1);

    static Access Dram(bool writes, long address, Shape s, int plane = 0) =>
        new(writes, TxuIsa.Dram, address / TxuIsa.RowBytes + (long)plane * s.St2, s.E0, s.St0, s.E1, s.St1);

    static IEnumerable<Access> Dram(bool writes, long address, Shape s, bool outer) =>
        outer ? Enumerable.Range(1, s.E2 - 1).Select(plane => Dram(writes, address, s, plane)) : [];

    static IEnumerable<Access> Tiles(bool writes, long address, Shape s, int bytes) =>
        Enumerable.Range(0, s.E2).Select(i2 => new Access(writes, TxuIsa.Dram, address / TxuIsa.RowBytes + (long)i2 * s.St2, s.E0, s.St0, s.E1, s.St1, bytes));

    static Access Turned(bool writes, long row, Shape s, int bytes) => new(writes, TxuIsa.Spad, row, s.E1 * s.E2 * Depth * bytes, 1);

    static IEnumerable<Access> Product(Mm i, IOperands r)
    {
        var (s, wide) = (r.Of(i.Shape), i.Type == MmType.BF16 ? Pair : 1);
        var (moving, stationary) = (r.Of(i.Moving), r.Of(i.Stationary));
        var features = i.Tail == 0 ? Depth : i.Tail;
        var (last, touched) = (s.E1 - 1, (features * wide + Depth - 1) / Depth);          // of the last chunk's moving row only the live half
        if (last > 0)
        {
            yield return new(false, TxuIsa.Spad, moving, s.E0, s.St0, last, s.St1, wide);
            yield return new(false, TxuIsa.Spad, stationary, last, s.St2, Width: Depth * wide);
        }
        yield return new(false, TxuIsa.Spad, moving + (long)last * s.St1, s.E0, s.St0, Width: touched);
        yield return new(false, TxuIsa.Spad, stationary + (long)last * s.St2, 1, 0, Width: features * wide);
        if (i.Mode != MmMode.SET) yield return new(false, TxuIsa.Acc, r.Of(i.Acc), s.E0, 1);
        if (i.Mode == MmMode.SCALE) yield return State(false, i.Alpha);
        yield return new(true, TxuIsa.Acc, r.Of(i.Acc), s.E0, 1);
    }

    static IEnumerable<Access> Rows(Target to, Source from, IOperands r, AddressRegister dst, AddressRegister src, ShapeRegister shape) =>
        [Row(false, from, r.Of(src), r.Of(shape).E0, r.Of(shape).St1), Row(true, (Source)to, r.Of(dst), r.Of(shape).E0, r.Of(shape).St0)];

    static Access With(Other other, IOperands r, AddressRegister b, ShapeRegister shape) => other switch
    {
        Other.SCALAR => new(false, TxuIsa.Spad, r.Of(b), (r.Of(shape).E0 + Scalars - 1) / Scalars, 1),
        Other.BF16 => Row(false, Source.BF16, r.Of(b), r.Of(shape).E0, r.Of(shape).St2),
        _ => Row(false, (Source)other, r.Of(b), r.Of(shape).E0, r.Of(shape).St2),
    };
    const int Scalars = TxuIsa.RowBytes / 2;

    static Access Row(bool writes, Source at, long row, int count, int stride) => at switch
    {
        Source.ACC => new(writes, TxuIsa.Acc, row, count, stride),
        Source.STATE => new(writes, TxuIsa.State, row, count, stride),
        Source.BF16 => new(writes, TxuIsa.Spad, row, count, stride, Width: Pair),
        _ => new(writes, TxuIsa.Spad, row, count, stride),
    };

    static Access State(bool writes, StateVector v, int count = 1) => new(writes, TxuIsa.State, v.Index, count, 1);
}
