namespace Hw.Ip;

/// <summary>What to move: the address of its first byte, a multiple of 32, and how many beats.</summary>
public sealed class AxiTransfer : Stream
{
    public AxiTransfer(int maxBeats) =>
        (Addr, Beats, Ends) = (Forward(AxiBus.Address, "addr"), Forward(new Interval(1, maxBeats), "beats"), Forward(Interval.Bit, "ends"));

    public Port Addr { get; }
    public Port Beats { get; }
    /// <summary>The last of the transfers that belong together.</summary>
    public Port Ends { get; }
}

/// <summary>Cuts transfers into AXI bursts of limited length that never cross a 4 KiB boundary, one burst per cycle without a gap between transfers.</summary>
/// <param name="maxTransfer">Beats of the longest transfer.</param>
/// <param name="maxBurst">Beats of the longest burst.</param>
public sealed class BurstSplitter(int maxTransfer, int maxBurst = 16) : Module
{
    public override string VerilogName => $"burst_splitter_{maxTransfer}_by_{maxBurst}";

    public AxiTransfer Transfers { get; } = Sink(() => new AxiTransfer(maxTransfer));
    public AxiAddress Bursts { get; } = Source(() => new AxiAddress());
    /// <summary>with a burst: the last one of transfers that belong together</summary>
    public Out Ends { get; } = Output(Bit);

    readonly Reg busy = Register(Bit, 0), endsAll = Register(Bit);
    readonly Reg word = Register(UInt(AxiBus.WordAddressBits), 0), left = Register(new Interval(1, maxTransfer), 1);

    protected override void Build()
    {
        var toBoundary = AxiBus.PageBeats - word[BitOperations.Log2(AxiBus.PageBeats) - 1, 0];
        var limit = (toBoundary < maxBurst).Mux(toBoundary, maxBurst).Fits(new(1, maxBurst), "the smaller of the two").Named("limit");
        var final = (left <= limit).Named("is_last");
        var length = Mux(final, left, limit).Fits(new(1, maxBurst), "what is left is no more than the limit").Named("length");

        Bursts.Valid.Drive(busy);
        Bursts.Addr.Drive(word << AxiBus.BeatBytesLog2);
        Bursts.Len.Drive(length - 1);

        Ends.Drive(final & endsAll);

        Transfers.Ready.Drive(!busy | (Bursts.Ready & final));
        Unused(Transfers.Addr[AxiBus.BeatBytesLog2 - 1, 0], "a transfer starts at a whole beat");
        When(Transfers.Fires, () =>
        {
            busy.Next = 1;
            word.Next = Transfers.Addr >> AxiBus.BeatBytesLog2;
            left.Next = Transfers.Beats;
            endsAll.Next = Transfers.Ends;
        }).ElseWhen(Bursts.Fires, () =>
        {
            busy.Next = !final;
            word.Next = (word + length).Wrap(UInt(AxiBus.WordAddressBits));
            left.Next = Mux(final, 1, left - length).Fits(new(1, maxTransfer), "more than the limit was left");
        });
    }
}
