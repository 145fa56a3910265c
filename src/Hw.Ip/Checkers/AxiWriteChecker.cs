namespace Hw.Ip;

/// <summary>Watches the AW, W and B channels of one link and names the first rule of AXI4, or of our use of it, that either side breaks.</summary>
/// <param name="outstanding">Bursts that may be open at once.</param>
/// <param name="maxBurst">Beats of the longest burst.</param>
public sealed class AxiWriteChecker(int outstanding = 64, int maxBurst = 16) : AxiChecker
{
    public override string VerilogName => $"axi_write_checker_{outstanding}x{maxBurst}";

    public AxiWrite Bus { get; } = Monitor(() => new AxiWrite());

    readonly StreamChecker address = Instance(() => new StreamChecker(AxiBus.AddressBits + 8)),
        data = Instance(() => new StreamChecker(AxiBus.Beat.Width + AxiBus.BeatBytes + 1)), response = Instance(() => new StreamChecker(2));
    readonly Fifo requested = Instance(() => new Fifo(AxiBus.Length, outstanding)), written = Instance(() => new Fifo(AxiBus.Length, outstanding));
    // bursts whose address, and whose last beat, was taken and which are not answered
    readonly Reg addressed = Register(UpTo(outstanding), 0), ended = Register(UpTo(outstanding), 0), beat = Register(UInt(8), 0);

    protected override void Build()
    {
        var (aw, w, b) = (Bus.Aw, Bus.W, Bus.B);
        var ends = (w.Fires & w.Last).Named("ends");
        When(w.Fires, () => beat.Next = Mux(w.Last, 0, (beat + 1).Saturate(UInt(8))));

        // data may run ahead of its address, so each burst's two lengths meet in queues
        requested.Push.Valid.Drive(aw.Fires);
        requested.Push.Data.Drive(aw.Len);
        written.Push.Valid.Drive(ends);
        written.Push.Data.Drive(beat);
        var meet = (requested.Pop.Valid & written.Pop.Valid).Named("meet");
        requested.Pop.Ready.Drive(meet);
        written.Pop.Ready.Drive(meet);

        var due = ((addressed != 0) & (ended != 0)).Named("due");
        Count(addressed, aw.Fires, b.Fires & due);
        Count(ended, ends, b.Fires & due);

        var addressRules = AddressRules(aw, address, maxBurst);
        Watch(data, w, w.Data, w.Strb, w.Last);
        Watch(response, b, b.Resp);
        Judge([
            .. addressRules,
            (AxiRule.TooManyOutstanding, (aw.Fires & (!requested.Push.Ready | (addressed == outstanding))) | (ends & (!written.Push.Ready | (ended == outstanding)))),
            (AxiRule.DataDropped, data.Dropped),
            (AxiRule.DataChanged, data.Changed),
            (AxiRule.LastEarly, meet & (written.Pop.Data < requested.Pop.Data)),
            (AxiRule.LastMissing, (meet & (written.Pop.Data > requested.Pop.Data)) | (w.Fires & !w.Last & (beat >= maxBurst - 1))),
            (AxiRule.ResponseDropped, response.Dropped),
            (AxiRule.ResponseChanged, response.Changed),
            (AxiRule.ResponseUnrequested, b.Valid & !due),
            (AxiRule.ResponseIllegal, b.Valid & (b.Resp == 1)),
        ]);
    }

    void Count(Reg open, Signal one, Signal answered) =>
        open.Next = (open + (one & (open != outstanding)) - answered).Fits(UpTo(outstanding), "an answer counts only where one is due");
}
