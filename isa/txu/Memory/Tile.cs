using System.Runtime.InteropServices;

namespace Hw.Isa.Txu;

/// <summary>Size of the elements that a transposing transfer moves.</summary>
public enum ElementSize { B8, B16 }

/// <summary>
/// The walk of LDT and STT: e1 · e2 tiles, each e0 ≤ 32 memory rows of 32 elements against 32 on-chip rows. Row j of tile (i1, i2) lies at
/// start + 32·(j·st0 + i1·st1 + i2·st2), its elements side by side; tiles follow one another on chip.
/// </summary>
public readonly record struct Tile(ElementSize Size, Shape Shape)
{
    public const int Side = 32;
    public int Bytes => Size == ElementSize.B8 ? 1 : 2;
    /// <summary>SPAD rows of a tile.</summary>
    public int Rows => Side * Bytes;

    /// <summary>Bytes of DRAM that are read or written.</summary>
    public long Moved => Shape.Count * Side * Bytes;

    public void Check(long dram, long spad)
    {
        DramWalk.Aligned(dram);
        if (Shape.E0 > Side) throw new TrapException(Trap.BadRange, $"a tile has at most {Side} memory rows; e0 is {Shape.E0}");
        if (Size == ElementSize.B16) TxuMachine.Even("tile", spad, 0);
        TxuMachine.Range("SPAD", spad, spad + (long)Shape.E1 * Shape.E2 * Rows - 1, TxuIsa.SpadRows);
    }

    /// <summary>Memory addresses of the tiles, in order.</summary>
    public IEnumerable<long> Tiles(long dram)
    {
        for (var i2 = 0; i2 < Shape.E2; i2++)
            for (var i1 = 0; i1 < Shape.E1; i1++) yield return dram + TxuIsa.RowBytes * ((long)i1 * Shape.St1 + (long)i2 * Shape.St2) & Dram.Mask;
    }

    /// <summary>Addresses of the 32-byte pieces that are read or written, in order.</summary>
    public IEnumerable<long> Pieces(long dram)
    {
        foreach (var tile in Tiles(dram))
            for (var j = 0; j < Shape.E0; j++)
                for (var piece = 0; piece < Bytes; piece++) yield return Row(tile, j) + piece * TxuIsa.RowBytes & Dram.Mask;
    }

    /// <summary>Address of memory row j of a tile.</summary>
    public long Row(long tile, int j) => tile + TxuIsa.RowBytes * (long)j * Shape.St0 & Dram.Mask;

    /// <summary>to[e][j] = from[j][e], <see cref="Bytes"/> each; both are 32 rows of 32 elements.</summary>
    public void Transpose(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var j = 0; j < Side; j++)
            for (var e = 0; e < Side; e++)
                from.Slice((j * Side + e) * Bytes, Bytes).CopyTo(to[((e * Side + j) * Bytes)..]);
    }

    /// <summary>One 32-byte SPAD row of a tile.</summary>
    public static Span<byte> Part(Span<byte> tile, int row) => tile.Slice(row * TxuIsa.RowBytes, TxuIsa.RowBytes);
}

/// <summary>
/// Loads tiles through the transposer: element e of memory row j becomes slot j of on-chip row e, so that tokens side by side become lanes. Slots from e0 on are zero.
/// A 16-bit on-chip row is two SPAD rows, the first even.
/// </summary>
[Instruction("LDT", Opcode = 0x12, Format = TxuIsa.Unit, Queue = nameof(Queue.LD), Since = "0.2")]
public readonly record struct Ldt([Field(48, 44)] AddressRegister Dst, [Field(53, 49)] AddressRegister Src, [Field(57, 54)] ShapeRegister Shape, [Field(58)] ElementSize Size = ElementSize.B16) : ITxuInstruction
{
    public Tile Walk(TxuMachine m) => new(Size, m.Shapes[Shape.Index]);

    public void Check(TxuMachine m) => Walk(m).Check(m.Effective(Src), m.Effective(Dst));

    public void Count(TxuMachine m, Span<long> counts) => counts[(int)Counter.BytesLoaded] += Walk(m).Moved;

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (walk, row) = (Walk(m), m.Effective(Dst));
        Span<byte> rows = stackalloc byte[walk.Rows * TxuIsa.RowBytes], turned = stackalloc byte[rows.Length];
        foreach (var tile in walk.Tiles(m.Effective(Src)))
        {
            rows.Clear();
            for (var j = 0; j < walk.Shape.E0; j++) m.Dram.Read(walk.Row(tile, j), rows.Slice(j * Tile.Side * walk.Bytes, Tile.Side * walk.Bytes));
            walk.Transpose(rows, turned);
            for (var i = 0; i < walk.Rows; i++, row++)
            {
                Tile.Part(turned, i).CopyTo(MemoryMarshal.AsBytes(m.Spad.Write(row)));
                effects.Write(TxuIsa.Spad, row, m.Spad.Bytes(row));
            }
        }
    }
}

/// <summary>
/// Stores tiles through the transposer: slot j of on-chip row e becomes element e of memory row j, so that a lane's features lie side by side. Slots from e0 on are
/// not stored. A 16-bit on-chip row is two SPAD rows, the first even.
/// </summary>
[Instruction("STT", Opcode = 0x13, Format = TxuIsa.Unit, Queue = nameof(Queue.ST), Since = "0.2")]
public readonly record struct Stt([Field(48, 44)] AddressRegister Src, [Field(53, 49)] AddressRegister Dst, [Field(57, 54)] ShapeRegister Shape, [Field(58)] ElementSize Size = ElementSize.B16) : ITxuInstruction
{
    public Tile Walk(TxuMachine m) => new(Size, m.Shapes[Shape.Index]);

    public void Check(TxuMachine m) => Walk(m).Check(m.Effective(Dst), m.Effective(Src));

    public void Count(TxuMachine m, Span<long> counts) => counts[(int)Counter.BytesStored] += Walk(m).Moved;

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (walk, row) = (Walk(m), m.Effective(Src));
        Span<byte> rows = stackalloc byte[walk.Rows * TxuIsa.RowBytes], turned = stackalloc byte[rows.Length];
        foreach (var tile in walk.Tiles(m.Effective(Dst)))
        {
            for (var i = 0; i < walk.Rows; i++, row++) MemoryMarshal.AsBytes(m.Spad.Read(row)).CopyTo(Tile.Part(rows, i));
            walk.Transpose(rows, turned);
            for (var j = 0; j < walk.Shape.E0; j++)
                for (var piece = 0; piece < walk.Bytes; piece++)
                {
                    var address = walk.Row(tile, j) + piece * TxuIsa.RowBytes & Dram.Mask;
                    var data = Tile.Part(turned, j * walk.Bytes + piece);
                    m.Dram.Write(address, data);
                    effects.Write(TxuIsa.Dram, address, data);
                }
        }
    }
}
