using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Matrix;

/// <summary>
/// Streams the moving rows of a chunk through the lanes, one a cycle without a gap, and each row's accumulators around them.
/// Stages: 0 scratchpad request, 1 row arrives, 2 dot products, 3 accumulate, 4 write. The same accumulator row comes round
/// again no sooner than a stationary load of 32 cycles, so the read-modify-write needs no forwarding.
/// </summary>
public sealed class MovingStreamer(int lanes) : Module
{
    public override string VerilogName => $"moving_streamer_{lanes}";

    public DataStream Chunks { get; } = Sink(() => new DataStream(Chunk.Fields.Word));
    public DataStream Done { get; } = Source(() => new DataStream(Completion.Fields.Word));
    public RowRead Moving { get; } = Source(() => new RowRead(SpadRow, Beat));
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Int32)));
    public RowWrite Write { get; } = Source(() => new RowWrite(AccRow, Row(lanes, Int32)));
    /// <summary>to the lanes, stage 2</summary>
    public Out LaneRow { get; } = Output(Row(Dot32.Depth, Int8));
    public Out Swap { get; } = Output(Bit);
    public Out Restart { get; } = Output(Bit);
    public Out Sums { get; } = Output(Row(lanes, Int32));
    /// <summary>from the lanes, stage 4</summary>
    public In Results { get; } = Input(Row(lanes, Int32));
    /// <summary>the instruction a written row belongs to</summary>
    public Out WriteOrder { get; } = Output(Order);
    /// <summary>an instruction has left the finisher</summary>
    public In Retired { get; } = Input(Bit);
    /// <summary>a row is issued: 32 · C useful products</summary>
    public Out Issue { get; } = Output(Bit);

    readonly Reg busy = Register(Bit, reset: 0), first = Register(Bit, reset: 0);
    readonly Reg nop = Register(Bit), fresh = Register(Bit), last = Register(Bit);
    readonly Reg stride = Register(SpadRow), completion = Register(UInt(Completion.Fields.Width));
    readonly Reg movingAddress = Register(SpadRow), sumRow = Register(AccRow), left = Register(Extent);
    readonly Reg arrived = Register(Row(Dot32.Depth, Int8));
    readonly InFlight inFlight = Instance(() => new InFlight(limit: 8));

    protected override void Build()
    {
        var f = Chunk.Fields;
        var issuesLast = (busy & ((left == 1) | nop)).Named("issues_last");
        Chunks.Ready.Drive((!busy | issuesLast) & inFlight.Room);
        var accept = Chunks.Fires.Named("accept");

        When(accept, () =>
        {
            busy.Next = 1;
            first.Next = !f.Nop.Of(Chunks.Data);
            nop.Next = f.Nop.Of(Chunks.Data);
            fresh.Next = f.Fresh.Of(Chunks.Data);
            last.Next = f.Last.Of(Chunks.Data);
            stride.Next = f.RowStride.Of(Chunks.Data);
            completion.Next = f.Completion.Of(Chunks.Data);
            movingAddress.Next = f.Moving.Of(Chunks.Data);
            sumRow.Next = f.AccRow.Of(Chunks.Data);
            left.Next = f.Rows.Of(Chunks.Data);
        }).Otherwise(() =>
        {
            first.Next = 0;
            movingAddress.Next = (movingAddress + stride).Wrap(SpadRow);
            sumRow.Next = (sumRow + 1).Wrap(AccRow);
            left.Next = (left - 1).Wrap(Extent);
            When(issuesLast, () => busy.Next = 0);
        });

        // Stage 0: the moving row has priority in its bank, so the request is always granted.
        var issue = (busy & !nop).Named("issue_row");
        Moving.Valid.Drive(issue);
        Moving.Row.Drive(movingAddress);
        Issue.Drive(issue & Moving.Grant);
        var ends = issuesLast & last;

        // Stage 1
        var valid1 = Delay(issue, 1, "valid_1", reset: 0);
        When(valid1, () => arrived.Next = Moving.Data);
        Swap.Drive(Delay(first, 1, "swap_1", reset: 0));

        // Stage 2
        var valid2 = Delay(valid1, 1, "valid_2", reset: 0);
        var row2 = Delay(sumRow, 2, "sum_row_delayed");
        LaneRow.Drive(arrived);
        Acc.Valid.Drive(valid2);
        Acc.Row.Drive(row2);

        // Stage 3
        Restart.Drive(Delay(fresh, 3, "fresh_delayed"));
        Sums.Drive(Acc.Data);

        // Stage 4
        var completed = Delay(completion, 4, "completed");
        Write.Valid.Drive(Delay(valid2, 2, "write_valid", reset: 0));
        Write.Row.Drive(Delay(row2, 2, "write_row"));
        Write.Data.Drive(Results);
        WriteOrder.Drive(Completion.Fields.Order.Of(completed));
        Done.Valid.Drive(Delay(ends, 4, "ends", reset: 0));
        Done.Data.Drive(completed);

        inFlight.Enters.Drive(accept & f.Last.Of(Chunks.Data));
        inFlight.Leaves.Drive(Retired);
        Unused(Concat(Acc.Grant, Write.Grant, Done.Ready), "the matrix unit has priority in every accumulator bank, and room was kept in the finisher");
    }
}
