using Hw.Txu.Memory;

namespace Hw.Txu.Dma;

/// <summary>Consecutive 32-byte units on chip.</summary>
sealed class StoreUnits : Layout
{
    public static readonly StoreUnits Fields = new();
    public readonly Field Unit, Space, Total;
    StoreUnits() => (Unit, Space, Total) = (Add(SpadRow), Add(Interval.Bit), Add(Interval.UInt(14)));
}

/// <summary>
/// Fetches the units of a store into a small buffer: a scratchpad row each, or a quarter of an accumulator row of 32 slots × 4
/// bytes, slots beyond the machine's lanes being zero. It asks only for what the buffer can take.
/// </summary>
public sealed class StoreReader(int lanes) : Module
{
    public override string VerilogName => $"store_reader_{lanes}";
    const int Buffered = 4;

    public DataStream Units { get; } = Sink(() => new DataStream(StoreUnits.Fields.Word));
    public DataStream Rows { get; } = Source(() => new DataStream(Beat));
    public RowRead Spad { get; } = Source(() => new RowRead(SpadRow, Beat));
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Int32)));

    readonly Fifo work = Instance(() => new Fifo(StoreUnits.Fields.Word, 4));
    readonly Fifo buffer = Instance(() => new Fifo(Beat, Buffered));
    readonly Reg read = Register(UInt(14), reset: 0);
    /// <summary>buffer places taken or promised</summary>
    readonly Reg promised = Register(UpTo(Buffered), reset: 0);
    readonly Reg arriving = Register(Bit, reset: 0), fromAcc = Register(Bit);
    readonly Reg quarter = Register(UInt(2));

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
        var last = (read + 1 == f.Total.Of(units)).Named("last");
        work.Pop.Ready.Drive(granted & last);
        When(granted, () => read.Next = Mux(last, 0, (read + 1).Wrap(UInt(14))));

        arriving.Next = granted;
        fromAcc.Next = space;
        quarter.Next = unit[1, 0];
        var slots = Signal.Concat([(Acc.Data, 32 * lanes), .. lanes < Slots ? [((Signal)0, 32 * (Slots - lanes))] : Array.Empty<(Signal, int)>()]).Named("slots");
        buffer.Push.Valid.Drive(arriving);
        buffer.Push.Data.Drive(Mux(fromAcc, Signal.Element(slots, quarter, Beat), Spad.Data));
        Unused(buffer.Push.Ready, "a unit is asked for only when its place is free");

        Rows.Valid.Drive(buffer.Pop.Valid);
        Rows.Data.Drive(buffer.Pop.Data);
        buffer.Pop.Ready.Drive(Rows.Ready);
        When(granted & !Rows.Fires, () => promised.Next = (promised + 1).Fits(UpTo(Buffered), "a place is promised only when one is free"))
            .ElseWhen(Rows.Fires & !granted, () => promised.Next = (promised - 1).Fits(UpTo(Buffered), "what leaves was promised a place"));
    }
}
