using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Dma;

/// <summary>
/// Writes the beats of loads, instruction by instruction, to consecutive rows: one to a scratchpad row, or four to an accumulator row of 32 slots × 4 bytes, of which the
/// first C are kept; an accumulator row is written whole, with its last beat. A row waits while its bank takes another's.
/// </summary>
public sealed class LoadWriter(int lanes) : Module
{
    public override string VerilogName => $"load_writer_{lanes}";
    static readonly int BeatBits = Beat.Width;
    readonly int rowBits = lanes * Word.Width;

    public DataStream Loads { get; } = Sink(() => new DataStream(RowContext.Fields.Word));
    public DataStream Plain { get; } = Sink(() => new DataStream(Beat));
    public DataStream Turned { get; } = Sink(() => new DataStream(Beat));
    public DataStream Errors { get; } = Sink(() => new DataStream(Bit));
    public RowWrite Write { get; } = Source(() => new RowWrite(SpadRow, Beat));
    public RowWrite AccWrite { get; } = Source(() => new RowWrite(AccRow, Row(lanes, Word)));
    public Out WriteOrder { get; } = Output(Order);
    public DataStream Done { get; } = Source(() => new DataStream(Completion.Fields.Word));

    readonly Reg written = Register(UInt(14), reset: 0);
    /// <summary>what the first three beats of an accumulator row bring to its lanes</summary>
    readonly Reg[] quarters = [.. Enumerable.Range(0, Math.Min(UnitsPerAccRow - 1, (lanes * Word.Width + BeatBits - 1) / BeatBits))
        .Select(q => Register(UInt(Math.Min(BeatBits, lanes * Word.Width - q * BeatBits)), name: $"quarter_{q}"))];

    protected override void Build()
    {
        var f = RowContext.Fields;
        var load = Loads.Data;
        Signal nop = f.Nop.Of(load), turns = f.Turns.Of(load), space = f.Space.Of(load), completion = f.Completion.Of(load);
        var data = Mux(turns, Turned.Data, Plain.Data).Named("beat");
        var offered = (Loads.Valid & !nop & Done.Ready & Mux(turns, Turned.Valid, Plain.Valid)).Named("offered");
        var unit = (f.Unit.Of(load) + written).Wrap(SpadRow).Named("unit");
        var quarter = written[1, 0];
        var completes = (quarter == UnitsPerAccRow - 1).Named("completes_row");

        Write.Valid.Drive(offered & !space);
        Write.Row.Drive(unit);
        Write.Data.Drive(data);
        AccWrite.Valid.Drive(offered & space & completes);
        AccWrite.Row.Drive(unit[11, 2]);
        AccWrite.Data.Drive(Whole(data));
        WriteOrder.Drive(Completion.Fields.Order.Of(completion));

        var moves = Any(Write.Grant, AccWrite.Grant, offered & space & !completes).Named("moves");
        Plain.Ready.Drive(moves & !turns);
        Turned.Ready.Drive(moves & turns);
        foreach (var (q, held) in quarters.Index())
            When(moves & (quarter == q), () => held.Next = data[held.Width - 1, 0]);

        var last = (written + 1 == f.Total.Of(load)).Named("last");
        var ends = ((Loads.Valid & nop) | (moves & last)).Named("ends");
        Done.Valid.Drive(ends);
        Done.Data.Drive(Completion.With(completion, !nop & Errors.Data));
        Loads.Ready.Drive(ends & Done.Ready);
        Errors.Ready.Drive(moves & last);
        When(moves, () => written.Next = Mux(last, 0, (written + 1).Wrap(UInt(14))));
        Unused(Completion.Fields.Error.Of(completion), "the context is made before any response");
        Unused(Errors.Valid, "it is there with the last beat");
    }

    /// <summary>The row of which <paramref name="last"/> is the last beat.</summary>
    Signal Whole(Signal last)
    {
        var rest = rowBits - quarters.Sum(q => q.Width);
        return Signal.Concat([.. quarters.Select(q => ((Signal)q, q.Width)), .. rest > 0 ? [(last[rest - 1, 0], rest)] : Array.Empty<(Signal, int)>()]);
    }
}
