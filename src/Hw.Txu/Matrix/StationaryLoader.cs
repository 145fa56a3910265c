using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Matrix;

/// <summary>
/// Fills the shadow copies with the next 32 feature rows while the streamer still uses the active ones, across instruction
/// boundaries: with streams of 33 rows and more, changing the stationary operand costs no cycle. Features that do not count are
/// zeros of its own and are not read.
/// </summary>
public sealed class StationaryLoader(int lanes) : Module
{
    public override string VerilogName => $"stationary_loader_{lanes}";

    public DataStream Command { get; } = Sink(() => new DataStream(MatrixCommand.Fields.Word));
    public DataStream Ready { get; } = Source(() => new DataStream(Chunk.Fields.Word));
    public SpadRead Stationary { get; } = Source(() => new SpadRead());
    /// <summary>to the lanes: shift one element into the shadow copy</summary>
    public Out Load { get; } = Output(Bit);
    /// <summary>one feature of C tokens, the lanes that count, and its format</summary>
    public Out Feature { get; } = Output(UInt(16 * lanes));
    public Out LiveLanes { get; } = Output(Row(lanes, Bit));
    public Out Format { get; } = Output(UInt(2));

    /// <summary>features of this chunk taken so far</summary>
    readonly Reg taken = Register(UInt(6), reset: 0);
    readonly Reg chunk = Register(Extent, reset: 0);
    readonly Reg movingOffset = Register(SpadRow, reset: 0), stationaryOffset = Register(SpadRow, reset: 0);

    protected override void Build()
    {
        var f = MatrixCommand.Fields;
        var command = Command.Data;
        var nop = f.Nop.Of(command);
        var last = (nop | (chunk + 1 == f.Chunks.Of(command))).Named("last");
        var type = f.Type.Of(command).Named("type_of");
        var wide = (type == (long)MmType.BF16).Named("wide");
        var tail = f.Tail.Of(command);
        var features = Mux(last & (tail != 0), tail, Dot32.Depth).Named("features");
        var laneField = f.Lanes.Of(command);
        var live = Mux((laneField == 0) | (laneField > lanes), lanes, laneField).Fits(new(1, lanes), "no more than there are").Named("lanes_used");

        var full = taken[5].Named("full");
        var reads = (Command.Valid & !nop & !full & (taken < features)).Named("reads");
        Stationary.Valid.Drive(reads);
        Stationary.Wide.Drive(wide);
        Stationary.Row.Drive((f.Stationary.Of(command) + stationaryOffset + Mux(wide, taken[4, 0] << 1, taken[4, 0])).Wrap(SpadRow));
        var skips = (Command.Valid & !nop & !full & (taken >= features)).Named("skips");
        var takes = (skips | Stationary.Grant).Named("takes");

        var complete = (full | ((taken == Dot32.Depth - 1) & takes)).Named("complete");
        var first = chunk == 0;
        Ready.Valid.Drive(Command.Valid & (nop | complete));
        Ready.Data.Drive(Chunk.Fields.Pack(
            (Chunk.Fields.Nop, nop),
            (Chunk.Fields.First, first),
            (Chunk.Fields.Last, last),
            (Chunk.Fields.Fresh, first & (f.Mode.Of(command) == (long)MmMode.SET)),
            (Chunk.Fields.Scales, first & (f.Mode.Of(command) == (long)MmMode.SCALE)),
            (Chunk.Fields.Type, type),
            (Chunk.Fields.Alpha, f.Alpha.Of(command)),
            (Chunk.Fields.AccRow, f.AccRow.Of(command)),
            (Chunk.Fields.Moving, (f.Moving.Of(command) + movingOffset).Wrap(SpadRow)),
            (Chunk.Fields.Rows, f.Rows.Of(command)),
            (Chunk.Fields.RowStride, f.RowStride.Of(command)),
            (Chunk.Fields.Features, Below(features, Dot32.Depth)),
            (Chunk.Fields.Products, features * live),
            (Chunk.Fields.Completion, Completion.Of(f, command, error: 0))));
        Command.Ready.Drive(Ready.Ready & last & (nop | complete));

        When(Ready.Fires, () =>
        {
            taken.Next = 0;
            When(last, () => { chunk.Next = 0; movingOffset.Next = 0; stationaryOffset.Next = 0; })
                .Otherwise(() =>
                {
                    chunk.Next = (chunk + 1).Wrap(Extent);
                    movingOffset.Next = (movingOffset + f.ChunkStride.Of(command)).Wrap(SpadRow);
                    stationaryOffset.Next = (stationaryOffset + f.StationaryStride.Of(command)).Wrap(SpadRow);
                });
        }).ElseWhen(takes, () => taken.Next = (taken + 1).Wrap(UInt(6)));

        Load.Drive(Delay(takes, 1, "arriving", reset: 0));
        Feature.Drive(Stationary.Data[16 * lanes - 1, 0]);
        LiveLanes.Drive(Mux(Delay(skips, 1, "skipped"), 0, Delay(Below(live, lanes), 1, "lanes_live")));
        Format.Drive(Delay(type, 1, "loading"));
        if (lanes < Slots) Unused(Stationary.Data[16 * Slots - 1, 16 * lanes], "slots beyond the lanes of this configuration");
        Unused(Concat(f.Wait0.Of(command), f.Wait1.Of(command)), "the queue has taken the waits");
    }

    /// <summary>A word whose lowest <paramref name="count"/> bits are 1.</summary>
    static Signal Below(Signal count, int width) => (Signal.ShiftLeft(1, count, width) - 1)[width - 1, 0];
}
