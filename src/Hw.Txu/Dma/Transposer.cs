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
/// Turns tiles of 32 × 32 elements of 8 or 16 bits: rows come in, columns go out, a beat each per cycle, one tile filling while others wait and empty. Elements of rows
/// that never came are zero. It costs two rotations and 4 KiB of memory, where rows of registers for two tiles would be 32,768 flip-flops.
/// </summary>
public sealed class Transposer : Module
{
    /// <summary>Of the memory; a tile of 8-bit elements takes one, one of 16-bit elements two.</summary>
    const int Quarters = 4;

    public TileBeats Rows { get; } = Sink(() => new TileBeats());
    public DataStream Columns { get; } = Source(() => new DataStream(Beat));
    /// <summary>a tile is complete with this beat</summary>
    public Out Filled { get; } = Output(Bit);

    readonly TransposerMemory memory = Instance(() => new TransposerMemory());
    /// <summary>wide, last row and last column of the tiles that are in</summary>
    readonly Fifo tiles = Instance(() => new Fifo(UInt(11), Quarters));
    /// <summary>quarters of which tiles have all or what is left of them</summary>
    readonly Reg taken = Register(UpTo(Quarters), reset: 0);
    readonly Reg rowBeat = Register(UInt(6), reset: 0), rowQuarter = Register(UInt(2), reset: 0);
    readonly Reg columnBeat = Register(UInt(6), reset: 0), columnQuarter = Register(UInt(2), reset: 0);
    /// <summary>a beat on its way in, and whether it is its tile's last; held so that the memory is at rest where nothing is turned</summary>
    readonly Reg enters = Register(Bit, reset: 0), completes = Register(Bit, reset: 0);
    readonly Reg row = Register(Beat), place = Register(UInt(7)), rotation = Register(UInt(5)), tile = Register(UInt(11));
    /// <summary>a tile is being emptied, and what is said of it; the memory's banks keep copies of their own</summary>
    readonly Reg turning = Register(Bit, reset: 0), turned = Register(UInt(11));
    /// <summary>its last beat is next</summary>
    readonly Reg last = Register(Bit);
    /// <summary>so that whoever takes a beat need not reach as far as the memory in the same cycle</summary>
    readonly Fifo given = Instance(() => new Fifo(Beat, 2));
    /// <summary>a beat stands at the memory's output</summary>
    readonly Reg stands = Register(Bit, reset: 0);

    protected override void Build()
    {
        var fills = TakeRows();
        var (empties, quarters) = GiveColumns();
        taken.Next = (taken + Mux(fills, Count(Rows.Wide), 0) - Mux(empties, quarters, 0)).Fits(UpTo(Quarters), "a tile fills only where its quarters are free");
    }

    Signal TakeRows()
    {
        var last = (rowBeat == LastBeat(Rows.Wide, Rows.LastRow)).Named("last_row_beat");
        var fills = (Rows.Fires & last).Named("fills");
        Rows.Ready.Drive(taken <= Mux(Rows.Wide, Quarters - 2, Quarters - 1));
        Filled.Drive(fills);
        When(Rows.Fires, () =>
        {
            rowBeat.Next = Mux(last, 0, (rowBeat + 1).Wrap(UInt(6)));
            row.Next = Rows.Data;
            place.Next = Concat(rowBeat[4, 0], (rowQuarter + rowBeat[5]).Wrap(UInt(2)));
            rotation.Next = Rotation(Rows.Wide, rowBeat);
            tile.Next = Concat(Rows.Wide, Rows.LastRow, Rows.LastColumn);
        });
        When(fills, () => rowQuarter.Next = Past(rowQuarter, Rows.Wide));

        enters.Next = Rows.Fires;
        completes.Next = fills;
        memory.Write.Drive(enters);
        memory.WritePlace.Drive(place);
        memory.WriteRotation.Drive(rotation);
        memory.RowBeat.Drive(row);
        tiles.Push.Valid.Drive(completes);
        tiles.Push.Data.Drive(tile);
        Unused(tiles.Push.Ready, "a tile takes a quarter, and there are as many places");
        return fills;
    }

    (Signal Empties, Signal Quarters) GiveColumns()
    {
        Signal wide = turned[0], lastColumn = turned[10, 6];
        var reads = (turning & (!stands | given.Push.Ready)).Named("reads");
        var empties = (reads & last).Named("empties");
        tiles.Pop.Ready.Drive(!turning | empties);
        When(tiles.Pop.Fires, () =>
        {
            turning.Next = 1;
            turned.Next = tiles.Pop.Data;
            last.Next = LastBeat(tiles.Pop.Data[0], tiles.Pop.Data[10, 6]) == 0;
        }).ElseWhen(reads, () =>
        {
            turning.Next = !last;
            last.Next = columnBeat + 1 == LastBeat(wide, lastColumn);
        });
        When(reads, () => columnBeat.Next = Mux(last, 0, (columnBeat + 1).Wrap(UInt(6))));
        When(empties, () => columnQuarter.Next = Past(columnQuarter, wide));
        When(reads, () => stands.Next = 1).ElseWhen(given.Push.Ready, () => stands.Next = 0);

        memory.Read.Drive(reads);
        memory.ReadRotation.Drive(Rotation(wide, columnBeat));
        memory.Takes.Drive(tiles.Pop.Fires);
        memory.Wide.Drive(tiles.Pop.Data[0]);
        memory.Quarter.Drive(columnQuarter);
        memory.UpperSlots.Drive(columnBeat[0]);
        memory.UpperColumn.Drive(columnBeat[5]);
        memory.LastSlot.Drive(tiles.Pop.Data[5, 1]);
        Unused(turned[5, 1], "the banks keep the last slot");
        given.Push.Valid.Drive(stands);
        given.Push.Data.Drive(memory.ColumnBeat);
        Bundle.Connect(given.Pop, Columns);
        return (empties, Count(wide));
    }

    static Signal Count(Signal wide) => Mux(wide, 2, 1);
    static Signal Past(Reg quarter, Signal wide) => (quarter + Count(wide)).Wrap(UInt(2));

    /// <summary>The number of a tile's last beat, of so many rows less one.</summary>
    static Signal LastBeat(Signal wide, Signal lastRow) => Mux(wide, Concat(Signal.Constant(1), lastRow), lastRow);

    /// <summary>Banks by which this beat is rotated: its row, of wide elements twice its row, modulo 32.</summary>
    static Signal Rotation(Signal wide, Signal beat) => Concat(beat[0] & !wide, beat[4, 1]);
}
