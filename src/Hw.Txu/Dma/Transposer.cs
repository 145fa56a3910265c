namespace Hw.Txu.Dma;

/// <summary>The beats of tiles, row by row; what is said of the tile holds still from its first beat to its last.</summary>
public sealed class TileBeats : Hw.Hdl.Stream
{
    public TileBeats()
    {
        Data = Forward(Beat, "data");
        Wide = Forward(Interval.Bit, "wide");
        (LastRow, LastColumn) = (Forward(Interval.UInt(5), "last_row"), Forward(Interval.UInt(5), "last_column"));
    }

    public Port Data { get; }
    /// <summary>Elements of 16 bits, two beats to a row; otherwise of 8 bits, one beat.</summary>
    public Port Wide { get; }
    /// <summary>Rows that come in, and columns that go out as rows, less one.</summary>
    public Port LastRow { get; }
    public Port LastColumn { get; }
}

/// <summary>
/// Turns tiles of 32 × 32 elements of 8 or 16 bits: rows come in, columns go out, a beat each per cycle, one tile filling while others wait and empty. Elements of rows that
/// never came are zero. Byte p of a beat lies in bank p + r modulo 32, where r grows with the row (by the element's bytes), so that the bytes of a row and those of a
/// column lie in 32 different banks: two rotations and 4 KiB of memory, where rows of registers would be 32,768 flip-flops.
/// </summary>
public sealed class Transposer : Module
{
    const int Banks = TxuIsa.RowBytes, Quarters = 4;

    public TileBeats Rows { get; } = Sink(() => new TileBeats());
    public DataStream Columns { get; } = Source(() => new DataStream(Beat));
    /// <summary>a tile is complete with this beat</summary>
    public Out Filled { get; } = Output(Bit);

    readonly LaneArray<TransposerBank> banks = Instances(Banks, () => new TransposerBank());
    /// <summary>wide, last row and last column of the tiles that are in</summary>
    readonly Fifo tiles = Instance(() => new Fifo(UInt(11), Quarters));
    /// <summary>quarters of the banks that tiles which are in take</summary>
    readonly Reg taken = Register(UpTo(Quarters), reset: 0);
    readonly Reg rowBeat = Register(UInt(6), reset: 0), rowQuarter = Register(UInt(2), reset: 0);
    readonly Reg columnBeat = Register(UInt(6), reset: 0), columnQuarter = Register(UInt(2), reset: 0);
    /// <summary>a beat stands at the banks' outputs, this far rotated</summary>
    readonly Reg stands = Register(Bit, reset: 0), rotated = Register(UInt(5));

    protected override void Build()
    {
        var last = (rowBeat == LastBeat(Rows.Wide, Rows.LastRow)).Named("last_row_beat");
        var fills = (Rows.Fires & last).Named("fills");
        Rows.Ready.Drive(taken <= Mux(Rows.Wide, Quarters - 2, Quarters - 1));
        Unused(tiles.Push.Ready, "a tile takes a quarter, and there are as many places");
        tiles.Push.Valid.Drive(fills);
        tiles.Push.Data.Drive(Concat(Rows.Wide, Rows.LastRow, Rows.LastColumn));
        Filled.Drive(fills);
        When(Rows.Fires, () => rowBeat.Next = Mux(last, 0, (rowBeat + 1).Wrap(UInt(6))));
        When(fills, () => rowQuarter.Next = Past(rowQuarter, Rows.Wide));
        var turned = RotateUp(Rows.Data, Rotation(Rows.Wide, rowBeat)).Named("turned");
        var place = Concat(rowBeat[4, 0], (rowQuarter + rowBeat[5]).Wrap(UInt(2))).Named("place");

        Signal tile = tiles.Pop.Data, wide = tile[0], lastRow = tile[5, 1], lastColumn = tile[10, 6];
        var reads = (tiles.Pop.Valid & (!stands | Columns.Ready)).Named("reads");
        var ends = (columnBeat == LastBeat(wide, lastColumn)).Named("last_column_beat");
        var rotation = Rotation(wide, columnBeat).Named("rotation");
        tiles.Pop.Ready.Drive(reads & ends);
        When(reads, () => columnBeat.Next = Mux(ends, 0, (columnBeat + 1).Wrap(UInt(6))));
        var empties = (reads & ends).Named("empties");
        When(empties, () => columnQuarter.Next = Past(columnQuarter, wide));
        taken.Next = (taken + Mux(fills, Count(Rows.Wide), 0) - Mux(empties, Count(wide), 0)).Fits(UpTo(Quarters), "a tile fills only where its quarters are free");
        When(reads, () => rotated.Next = rotation);
        When(reads, () => stands.Next = 1).ElseWhen(Columns.Ready, () => stands.Next = 0);

        var nextQuarter = (columnQuarter + 1).Wrap(UInt(2)).Named("next_quarter");
        banks.Each(bank =>
        {
            bank.Write.Drive(Rows.Fires);
            bank.WritePlace.Drive(place);
            bank.WriteByte.Drive(Signal.Element(turned, bank.Index, UInt8));
            bank.Read.Drive(reads);
            bank.Quarter.Drive(columnQuarter);
            bank.NextQuarter.Drive(nextQuarter);
            bank.Wide.Drive(wide);
            bank.UpperSlots.Drive(columnBeat[0]);
            bank.UpperColumn.Drive(columnBeat[5]);
            bank.Position.Drive((bank.Index.Value - rotation).Wrap(UInt(5)));
            bank.LastSlot.Drive(lastRow);
        });
        Columns.Valid.Drive(stands);
        Columns.Data.Drive(RotateDown(banks.All(bank => bank.Data), rotated));
    }

    static Signal Count(Signal wide) => Mux(wide, 2, 1);
    static Signal Past(Reg quarter, Signal wide) => (quarter + Count(wide)).Wrap(UInt(2));

    /// <summary>The number of a tile's last beat, of so many rows less one.</summary>
    static Signal LastBeat(Signal wide, Signal lastRow) => Mux(wide, Concat(Signal.Constant(1), lastRow), lastRow);

    /// <summary>Banks by which this beat is rotated: its row, of wide elements twice its row, modulo 32.</summary>
    static Signal Rotation(Signal wide, Signal beat) => Concat(beat[0] & !wide, beat[4, 1]);

    static Signal RotateUp(Signal row, Signal by) => Rotate(row, by, (x, bits) => Concat(x[255, 256 - bits], x[255 - bits, 0]));
    static Signal RotateDown(Signal row, Signal by) => Rotate(row, by, (x, bits) => Concat(x[255, bits], x[bits - 1, 0]));

    static Signal Rotate(Signal row, Signal by, Func<Signal, int, Signal> far)
    {
        for (var i = 0; i < 5; i++) row = Mux(by[i], far(row, 8 << i), row);
        return row;
    }
}
