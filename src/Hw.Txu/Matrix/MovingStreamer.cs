using Hw.Txu.Control;
using Hw.Txu.Memory;

namespace Hw.Txu.Matrix;

/// <summary>
/// Streams the moving rows of a chunk through the lanes, one a cycle, and each row's accumulators around them. A row is held back while its accumulators
/// are still in the pipeline of an earlier row, and in cycles in which the vector unit will have the bank when this row's result comes. Cycles: 0 scratchpad
/// request, 1 row arrives, <see cref="MatrixUnit.ReadLatency"/> accumulators are read, <see cref="MatrixUnit.WriteLatency"/> and written.
/// </summary>
public sealed class MovingStreamer(int lanes) : Module
{
    public override string VerilogName => $"moving_streamer_{lanes}";

    public DataStream Chunks { get; } = Sink(() => new DataStream(Chunk.Fields.Word));
    public DataStream Done { get; } = Source(() => new DataStream(Completion.Fields.Word));
    public SpadRead Moving { get; } = Source(() => new SpadRead());
    public RowRead Acc { get; } = Source(() => new RowRead(AccRow, Row(lanes, Word)));
    public RowRead Alpha { get; } = Source(() => new RowRead(StateRow, Row(lanes, Word)));
    public RowWrite Write { get; } = Source(() => new RowWrite(AccRow, Row(lanes, Word)));
    public BankClaim Claim { get; } = Sink(() => new BankClaim());

    /// <summary>to the lanes, in the cycle in which the row arrives: which elements count, and their format</summary>
    public Out Counts { get; } = Output(DotShared.Word);
    public Out Format { get; } = Output(UInt(2));
    public Out Swap { get; } = Output(Bit);
    /// <summary>with the accumulators</summary>
    public Out Fresh { get; } = Output(Bit);
    public Out Scales { get; } = Output(Bit);
    public Out NewAlpha { get; } = Output(Bit);
    public In Results { get; } = Input(Row(lanes, Word));

    /// <summary>the instruction a written row belongs to</summary>
    public Out WriteOrder { get; } = Output(Order);
    /// <summary>an instruction has left the finisher</summary>
    public In Retired { get; } = Input(Bit);
    /// <summary>a row is issued, and so many products of it count</summary>
    public Out Issue { get; } = Output(Bit);
    public Out LiveProducts { get; } = Output(UpTo(Dot32.Depth * lanes));
    /// <summary>a chunk is being streamed; a row of it is held back; an instruction's first row is issued</summary>
    public Out Busy { get; } = Output(Bit);
    public Out Blocked { get; } = Output(Bit);
    public Out Begins { get; } = Output(Bit);
    public Out BeginOrder { get; } = Output(Order);

    readonly Reg streaming = Register(Bit, reset: 0), first = Register(Bit);
    readonly Reg nop = Register(Bit), opens = Register(Bit), last = Register(Bit), fromZero = Register(Bit), fromScaled = Register(Bit);
    readonly Reg kind = Register(UInt(2)), alpha = Register(StateRow), features = Register(DotShared.Word), products = Register(UInt(11));
    readonly Reg stride = Register(SpadRow), completion = Register(UInt(Completion.Fields.Width));
    readonly Reg movingAddress = Register(SpadRow), sumRow = Register(AccRow), left = Register(Extent);
    readonly RowsInFlight rows = Instance(() => new RowsInFlight());
    readonly InFlight inFlight = Instance(() => new InFlight(limit: 8));

    protected override void Build()
    {
        const int Read = MatrixUnit.ReadLatency, Written = MatrixUnit.WriteLatency;
        var f = Chunk.Fields;
        var conflict = (!fromZero & rows.Conflict).Named("conflict");
        var claimed = (Claim.Valid & (Claim.Bank == sumRow[9, 8])).Named("claimed");
        var wants = (streaming & !nop).Named("wants");
        var issue = (wants & !conflict & !claimed).Named("issue_row");
        var issuesLast = ((issue & (left == 1)) | (streaming & nop)).Named("issues_last");
        Chunks.Ready.Drive((!streaming | issuesLast) & inFlight.Room);
        var accept = Chunks.Fires.Named("accept");

        When(accept, () =>
        {
            streaming.Next = 1;
            first.Next = 1;
            nop.Next = f.Nop.Of(Chunks.Data);
            opens.Next = f.First.Of(Chunks.Data);
            last.Next = f.Last.Of(Chunks.Data);
            fromZero.Next = f.Fresh.Of(Chunks.Data);
            fromScaled.Next = f.Scales.Of(Chunks.Data);
            kind.Next = f.Type.Of(Chunks.Data);
            alpha.Next = f.Alpha.Of(Chunks.Data);
            features.Next = f.Features.Of(Chunks.Data);
            products.Next = f.Products.Of(Chunks.Data);
            stride.Next = f.RowStride.Of(Chunks.Data);
            completion.Next = f.Completion.Of(Chunks.Data);
            movingAddress.Next = f.Moving.Of(Chunks.Data);
            sumRow.Next = f.AccRow.Of(Chunks.Data);
            left.Next = f.Rows.Of(Chunks.Data);
        }).ElseWhen(issue | issuesLast, () =>
        {
            streaming.Next = !issuesLast;
            first.Next = 0;
            movingAddress.Next = (movingAddress + stride).Wrap(SpadRow);
            sumRow.Next = (sumRow + 1).Wrap(AccRow);
            left.Next = (left - 1).Wrap(Extent);
        });
        rows.Candidate.Drive(sumRow);
        rows.Enters.Drive(issue);

        // The moving row has priority in its banks, so the request is always granted.
        Moving.Valid.Drive(issue);
        Moving.Wide.Drive(kind == (long)MmType.BF16);
        Moving.Row.Drive(movingAddress);
        Issue.Drive(issue);
        LiveProducts.Drive(Mux(issue, products, 0).Fits(UpTo(Dot32.Depth * lanes), "32 features, the lanes there are"));
        Busy.Drive(streaming);
        Blocked.Drive(wants & !issue);
        Begins.Drive(issue & first & opens);
        BeginOrder.Drive(Completion.Fields.Order.Of(completion));

        Counts.Drive(Delay(features, 1, "features_arriving"));
        Format.Drive(Delay(kind, 1, "kind_arriving"));
        // A row issued in the cycle of the acceptance still meets the old copies, three cycles later.
        Swap.Drive(Delay(accept & !f.Nop.Of(Chunks.Data), 3, "swap_after", reset: 0));

        Acc.Valid.Drive(rows.Reads);
        Acc.Row.Drive(rows.ReadRow);
        Alpha.Valid.Drive(Delay(issue & first & fromScaled, Read, "alpha_wanted", reset: 0));
        Alpha.Row.Drive(Delay(alpha, Read, "alpha_row"));
        NewAlpha.Drive(Delay(Alpha.Valid, 1, "alpha_arrives", reset: 0));
        Fresh.Drive(Delay(fromZero, Read + 1, "fresh_after"));
        Scales.Drive(Delay(fromScaled, Read + 1, "scales_after"));

        var completed = Delay(completion, Written, "completed");
        Write.Valid.Drive(rows.Writes);
        Write.Row.Drive(rows.WriteRow);
        Write.Data.Drive(Results);
        WriteOrder.Drive(Completion.Fields.Order.Of(completed));
        Done.Valid.Drive(Delay(issuesLast & last, Written, "ends", reset: 0));
        Done.Data.Drive(completed);

        inFlight.Enters.Drive(accept & f.Last.Of(Chunks.Data));
        inFlight.Leaves.Drive(Retired);
        Unused(Concat(Moving.Grant, Acc.Grant, Alpha.Grant, Write.Grant, Done.Ready), "the matrix unit has priority in every bank, and room was kept in the finisher");
        Unused(Concat(Moving.Data, Acc.Data, Alpha.Data), "the lanes take them");
    }
}
