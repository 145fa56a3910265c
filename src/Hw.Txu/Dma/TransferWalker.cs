using Hw.Txu.Control;

namespace Hw.Txu.Dma;

/// <summary>
/// Walks a transfer's three extents through memory, i0 fastest: start + 32·(i0·st0 + i1·st1 + i2·st2) modulo 2^40. A step of the innermost extent is a unit, of a tile of
/// 16-bit elements two. Where innermost steps lie side by side they leave as one transfer.
/// </summary>
public sealed class TransferWalker : Module
{
    public const int MaxBeats = (1 << 13) - 1;
    static readonly Interval Unit = Interval.UInt(AxiBus.WordAddressBits), Beats = new(1, MaxBeats);

    public DataStream Commands { get; } = Sink(() => new DataStream(TransferCommand.Fields.Word));
    public AxiTransfer Transfers { get; } = Source(() => new AxiTransfer(MaxBeats));

    readonly Reg walking = Register(Bit, reset: 0);
    readonly Reg e0 = Register(Extent), e1 = Register(Extent), s0 = Register(Stride), s1 = Register(Stride), s2 = Register(Stride);
    /// <summary>steps that are left, this one included</summary>
    readonly Reg left0 = Register(Extent), left1 = Register(Extent), left2 = Register(Extent);
    /// <summary>where this step is, where its i1 began and where its i2 began: three sums of two terms instead of one of four</summary>
    readonly Reg at = Register(Unit), begin1 = Register(Unit), begin2 = Register(Unit);
    /// <summary>the innermost steps leave as one transfer; beats of a transfer</summary>
    readonly Reg whole = Register(Bit), beats = Register(Beats);

    protected override void Build()
    {
        var end0 = (whole | (left0 == 1)).Named("end_0");
        var end1 = (left1 == 1).Named("end_1");
        var end2 = (left2 == 1).Named("end_2");
        var next0 = (at + s0).Wrap(Unit).Named("next_0");
        var next1 = (begin1 + s1).Wrap(Unit).Named("next_1");
        var next2 = (begin2 + s2).Wrap(Unit).Named("next_2");
        Commands.Ready.Drive(!walking | (Transfers.Ready & end0 & end1 & end2));
        Transfers.Valid.Drive(walking);
        Transfers.Addr.Drive(at << AxiBus.BeatBytesLog2);
        Transfers.Beats.Drive(beats);
        Transfers.Ends.Drive(end0 & end1 & end2);

        var f = TransferCommand.Fields;
        var command = Commands.Data;
        var first = f.Address.Of(command)[AxiBus.AddressBits - 1, AxiBus.BeatBytesLog2];
        When(Commands.Fires, () => { walking.Next = 1; at.Next = first; begin1.Next = first; begin2.Next = first; left0.Next = f.E0.Of(command); left1.Next = f.E1.Of(command); left2.Next = f.E2.Of(command); })
            .ElseWhen(Transfers.Fires, () =>
            {
                When(!end0, () => { at.Next = next0; left0.Next = Less(left0); })
                    .ElseWhen(!end1, () => { at.Next = next1; begin1.Next = next1; left0.Next = e0; left1.Next = Less(left1); })
                    .ElseWhen(!end2, () => { at.Next = next2; begin1.Next = next2; begin2.Next = next2; left0.Next = e0; left1.Next = e1; left2.Next = Less(left2); })
                    .Otherwise(() => walking.Next = 0);
            });
        When(Commands.Fires, () => Keep(command));
        Unused(command[f.Address.Low - 1, 0], "what the two ends of the transfer need, not its addresses");
        Unused(Concat(f.Address.Of(command)[AxiBus.BeatBytesLog2 - 1, 0], f.Unit.Of(command), f.Space.Of(command), f.Total.Of(command)), "an address is a multiple of 32; the rest is for the other end of the transfer");
    }

    void Keep(Signal command)
    {
        var f = TransferCommand.Fields;
        Signal extent = f.E0.Of(command), stride = f.S0.Of(command);
        var pairs = (f.Transposes.Of(command) & f.Wide.Of(command)).Named("pairs");
        var sideBySide = ((stride == Mux(pairs, 2, 1)) | (extent == 1)).Named("side_by_side");
        (e0.Next, e1.Next) = (extent, f.E1.Of(command));
        (s0.Next, s1.Next, s2.Next) = (stride, f.S1.Of(command), f.S2.Of(command));
        whole.Next = sideBySide;
        beats.Next = Mux(sideBySide, Mux(pairs, extent[5, 0] << 1, extent), Mux(pairs, 2, 1)).Fits(Beats, "an extent is at least 1");
    }

    static Signal Less(Reg left) => (left - 1).Wrap(Extent);
}
