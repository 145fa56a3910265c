namespace Hw.Txu.Dma;

/// <summary>
/// Takes the beats of loads as memory answers: those of plain loads into a buffer, those of tiles into the transposer. Each takes more than a tile while the other's last
/// tile is written, so that the bus need not wait where the kinds alternate. At an instruction's last beat it says whether any of its beats was an error.
/// </summary>
public sealed class LoadArrivals(int instructions) : Module
{
    /// <summary>A tile of 16-bit elements, and the cycles that its first column needs more than a plain beat.</summary>
    const int Buffered = 72;

    public DataStream Loads { get; } = Sink(() => new DataStream(ArrivalContext.Fields.Word));
    public AxiReadData R { get; } = Sink(() => new AxiReadData());
    public DataStream Plain { get; } = Source(() => new DataStream(Beat));
    public DataStream Turned { get; } = Source(() => new DataStream(Beat));
    /// <summary>of each instruction, once its last beat is on its way: memory reported an error</summary>
    public DataStream Errors { get; } = Source(() => new DataStream(Bit));

    readonly Fifo loads = Instance(() => new Fifo(ArrivalContext.Fields.Word, instructions));
    readonly Fifo plain = Instance(() => new Fifo(Beat, Buffered));
    readonly Transposer transposer = Instance(() => new Transposer());
    readonly Fifo errors = Instance(() => new Fifo(Bit, instructions));
    /// <summary>beats, or whole tiles, of the instruction that have arrived</summary>
    readonly Reg arrived = Register(UInt(14), reset: 0);
    readonly Reg failed = Register(Bit, reset: 0);

    protected override void Build()
    {
        Bundle.Connect(Loads, loads.Push);
        Bundle.Connect(plain.Pop, Plain);
        Bundle.Connect(transposer.Columns, Turned);
        Bundle.Connect(errors.Pop, Errors);

        var f = ArrivalContext.Fields;
        var load = loads.Pop.Data;
        var turns = f.Turns.Of(load);
        R.Ready.Drive(loads.Pop.Valid & Mux(turns, transposer.Rows.Ready, plain.Push.Ready));
        plain.Push.Valid.Drive(R.Valid & loads.Pop.Valid & !turns);
        plain.Push.Data.Drive(R.Data);
        transposer.Rows.Valid.Drive(R.Valid & loads.Pop.Valid & turns);
        transposer.Rows.Data.Drive(R.Data);
        transposer.Rows.Wide.Drive(f.Wide.Of(load));
        transposer.Rows.LastRow.Drive(f.LastRow.Of(load));
        transposer.Rows.LastColumn.Drive(TxuIsa.RowBytes - 1);

        var counts = (R.Fires & (!turns | transposer.Filled)).Named("counts");
        var ends = (counts & (arrived + 1 == f.Total.Of(load))).Named("ends");
        var error = (failed | (R.Resp != AxiBus.Okay)).Named("error_seen");
        loads.Pop.Ready.Drive(ends);
        errors.Push.Valid.Drive(ends);
        errors.Push.Data.Drive(error);
        When(R.Fires, () => failed.Next = error & !ends);
        When(counts, () => arrived.Next = Mux(ends, 0, (arrived + 1).Wrap(UInt(14))));
        Unused(errors.Push.Ready, "there is a place for every instruction that can have entered");
        Unused(R.Last, "beats are counted");
    }
}
