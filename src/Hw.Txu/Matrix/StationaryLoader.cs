using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Matrix;

/// <summary>
/// Fills the shadow copies with the next 32 feature rows while the streamer still uses the active ones, across instruction
/// boundaries: with streams of 32 rows and more, changing the stationary operand costs no cycle.
/// </summary>
public sealed class StationaryLoader(int lanes) : Module
{
    public override string VerilogName => $"stationary_loader_{lanes}";

    public DataStream Command { get; } = Sink(() => new DataStream(MatrixCommand.Fields.Word));
    public DataStream Ready { get; } = Source(() => new DataStream(Chunk.Fields.Word));
    public RowRead Stationary { get; } = Source(() => new RowRead(SpadRow, Beat));
    /// <summary>to the lanes: shift one element into the shadow copy</summary>
    public Out Load { get; } = Output(Bit);
    /// <summary>one feature of C tokens</summary>
    public Out Features { get; } = Output(Row(lanes, Int8));

    /// <summary>rows of this chunk requested so far</summary>
    readonly Reg requested = Register(UInt(6), reset: 0);
    readonly Reg chunk = Register(Extent, reset: 0);
    readonly Reg movingOffset = Register(SpadRow, reset: 0), stationaryOffset = Register(SpadRow, reset: 0);
    readonly Reg arriving = Register(Bit, reset: 0);

    protected override void Build()
    {
        var f = MatrixCommand.Fields;
        var command = Command.Data;
        var nop = f.Nop.Of(command);
        var last = (nop | (chunk + 1 == f.Chunks.Of(command))).Named("last");

        Stationary.Valid.Drive(Command.Valid & !nop & !requested[5]);
        Stationary.Row.Drive((f.Stationary.Of(command) + stationaryOffset + requested[4, 0]).Wrap(SpadRow));

        var complete = requested[5] | ((requested == Dot32.Depth - 1) & Stationary.Grant);
        Ready.Valid.Drive(Command.Valid & (nop | complete));
        Ready.Data.Drive(Chunk.Fields.Pack(
            (Chunk.Fields.Nop, nop),
            (Chunk.Fields.Fresh, (chunk == 0) & (f.Mode.Of(command) == 0)),
            (Chunk.Fields.Last, last),
            (Chunk.Fields.AccRow, f.AccRow.Of(command)),
            (Chunk.Fields.Moving, (f.Moving.Of(command) + movingOffset).Wrap(SpadRow)),
            (Chunk.Fields.Rows, f.Rows.Of(command)),
            (Chunk.Fields.RowStride, f.RowStride.Of(command)),
            (Chunk.Fields.Completion, Completion.Of(f, command, error: 0))));
        Command.Ready.Drive(Ready.Ready & last & (nop | complete));

        var handed = Ready.Fires.Named("handed");
        When(handed, () =>
        {
            requested.Next = 0;
            When(last, () => { chunk.Next = 0; movingOffset.Next = 0; stationaryOffset.Next = 0; })
                .Otherwise(() =>
                {
                    chunk.Next = (chunk + 1).Wrap(Extent);
                    movingOffset.Next = (movingOffset + f.ChunkStride.Of(command)).Wrap(SpadRow);
                    stationaryOffset.Next = (stationaryOffset + f.StationaryStride.Of(command)).Wrap(SpadRow);
                });
        }).ElseWhen(Stationary.Grant, () => requested.Next = (requested + 1).Wrap(UInt(6)));

        arriving.Next = Stationary.Grant;
        if (lanes < Slots) Unused(Stationary.Data[8 * Slots - 1, 8 * lanes], "slots beyond the lanes of this configuration");
        Unused(Concat(f.Wait0.Of(command), f.Wait1.Of(command)), "the queue has taken the waits");
        Load.Drive(arriving);
        Features.Drive(Stationary.Data[8 * lanes - 1, 0]);
    }
}
