using Hw.Txu.Memory;

namespace Hw.Txu.Dma;

/// <summary>Consecutive 32-byte units on chip.</summary>
sealed class StoreUnits : Layout
{
    public static readonly StoreUnits Fields = new();
    public readonly Field Unit, Space, Turns, Wide, LastColumn, Total;
    StoreUnits()
    {
        (Unit, Space) = (Add(SpadRow), Add(Interval.Bit));
        (Turns, Wide, LastColumn) = (Add(Interval.Bit), Add(Interval.Bit), Add(Interval.UInt(5)));
        Total = Add(Interval.UInt(14));
    }
}

/// <summary>A unit that was fetched, and what becomes of it.</summary>
sealed class FetchedUnit : Layout
{
    public static readonly FetchedUnit Fields = new();
    public readonly Field Data, Turns, Wide, LastColumn;
    FetchedUnit() => (Data, Turns, Wide, LastColumn) = (Add(Beat), Add(Interval.Bit), Add(Interval.Bit), Add(Interval.UInt(5)));
}

/// <summary>
/// Fetches the units of a store into a small buffer: a scratchpad row each, or a quarter of an accumulator row of 32 slots × 4
/// bytes, slots beyond the machine's lanes being zero. It asks only for what the buffer can take. From there units of tiles go through the transposer.
/// </summary>
public sealed class StoreReader(int lanes) : Module
{
    public override string VerilogName => $"store_reader_{lanes}";
    const int Buffered = 4;

    public DataStream Units { get; } = Sink(() => new DataStream(StoreUnits.Fields.Word));
    public DataStream Plain { get; } = Source(() => new DataStream(Beat));
    public DataStream Turned { get; } = Source(() => new DataStream(Beat));
    public RowRead Spad { get; } = Source(() => new RowRead(SpadRow, Beat));
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Word)));
    /// <summary>the bank of the next unit is taken</summary>
    public Out Blocked { get; } = Output(Bit);

    readonly Fifo work = Instance(() => new Fifo(StoreUnits.Fields.Word, 4));
    readonly Fifo buffer = Instance(() => new Fifo(FetchedUnit.Fields.Word, Buffered));
    readonly Transposer transposer = Instance(() => new Transposer());
    readonly Reg read = Register(UInt(14), reset: 0);
    /// <summary>buffer places taken or promised</summary>
    readonly Reg promised = Register(UpTo(Buffered), reset: 0);
    readonly Reg arriving = Register(Bit, reset: 0), fromAcc = Register(Bit);
    readonly Reg quarter = Register(UInt(2));
    /// <summary>turns, wide and last column of the unit that arrives</summary>
    readonly Reg tile = Register(UInt(7));

    protected override void Build()
    {
        Bundle.Connect(Units, work.Push);
        var f = StoreUnits.Fields;
        var units = work.Pop.Data;
        var space = f.Space.Of(units);
        var unit = (f.Unit.Of(units) + read).Wrap(SpadRow).Named("unit");
        var asks = (work.Pop.Valid & (promised != Buffered)).Named("asks");

        Spad.Valid.Drive(asks & !space);
        Spad.Row.Drive(unit);
        Acc.Valid.Drive(asks & space);
        Acc.Row.Drive(unit[11, 2]);
        var granted = (Spad.Grant | Acc.Grant).Named("granted");
        Blocked.Drive(asks & !granted);
        var last = (read + 1 == f.Total.Of(units)).Named("last");
        work.Pop.Ready.Drive(granted & last);
        When(granted, () => read.Next = Mux(last, 0, (read + 1).Wrap(UInt(14))));

        arriving.Next = granted;
        fromAcc.Next = space;
        quarter.Next = unit[1, 0];
        var slots = Signal.Concat([(Acc.Data, 32 * lanes), .. lanes < Slots ? [((Signal)0, 32 * (Slots - lanes))] : Array.Empty<(Signal, int)>()]).Named("slots");
        tile.Next = Concat(f.Turns.Of(units), f.Wide.Of(units), f.LastColumn.Of(units));
        buffer.Push.Valid.Drive(arriving);
        buffer.Push.Data.Drive(Concat(Mux(fromAcc, Signal.Element(slots, quarter, Beat), Spad.Data), tile));
        Unused(buffer.Push.Ready, "a unit is asked for only when its place is free");
        Deliver();
    }

    void Deliver()
    {
        var f = FetchedUnit.Fields;
        var unit = buffer.Pop.Data;
        var turns = f.Turns.Of(unit);
        Plain.Valid.Drive(buffer.Pop.Valid & !turns);
        Plain.Data.Drive(f.Data.Of(unit));
        transposer.Rows.Valid.Drive(buffer.Pop.Valid & turns);
        transposer.Rows.Data.Drive(f.Data.Of(unit));
        transposer.Rows.Wide.Drive(f.Wide.Of(unit));
        transposer.Rows.LastRow.Drive(TxuIsa.RowBytes - 1);
        transposer.Rows.LastColumn.Drive(f.LastColumn.Of(unit));
        Unused(transposer.Filled, "units are counted where they are read");
        Bundle.Connect(transposer.Columns, Turned);
        buffer.Pop.Ready.Drive(Mux(turns, transposer.Rows.Ready, Plain.Ready));

        var granted = Spad.Grant | Acc.Grant;
        When(granted & !buffer.Pop.Fires, () => promised.Next = (promised + 1).Fits(UpTo(Buffered), "a place is promised only when one is free"))
            .ElseWhen(buffer.Pop.Fires & !granted, () => promised.Next = (promised - 1).Fits(UpTo(Buffered), "what leaves was promised a place"));
    }
}
