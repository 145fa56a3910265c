namespace Hw.Ip;

/// <summary>Watches the AR and R channels of one link and names the first rule of AXI4, or of our use of it, that either side breaks.</summary>
/// <param name="outstanding">Bursts that may be open at once.</param>
/// <param name="maxBurst">Beats of the longest burst.</param>
public sealed class AxiReadChecker(int outstanding = 64, int maxBurst = 16) : AxiChecker
{
    public override string VerilogName => $"axi_read_checker_{outstanding}x{maxBurst}";

    public AxiRead Bus { get; } = Monitor(() => new AxiRead());

    readonly StreamChecker address = Instance(() => new StreamChecker(AxiBus.AddressBits + 8)), data = Instance(() => new StreamChecker(AxiBus.Beat.Width + 3));
    readonly Fifo lengths = Instance(() => new Fifo(AxiBus.Length, outstanding));
    readonly Reg beat = Register(UInt(8), 0);

    protected override void Build()
    {
        var (ar, r) = (Bus.Ar, Bus.R);
        lengths.Push.Valid.Drive(ar.Fires);
        lengths.Push.Data.Drive(ar.Len);

        var ends = (beat == lengths.Pop.Data).Named("ends");
        lengths.Pop.Ready.Drive(r.Fires & ends);
        When(r.Fires & lengths.Pop.Valid, () => beat.Next = Mux(ends, 0, (beat + 1).Wrap(UInt(8))));

        var expected = (r.Valid & lengths.Pop.Valid).Named("expected");
        var addressRules = AddressRules(ar, address, maxBurst);
        Watch(data, r, r.Data, r.Resp, r.Last);
        Judge([
            .. addressRules,
            (AxiRule.TooManyOutstanding, ar.Fires & !lengths.Push.Ready),
            (AxiRule.DataDropped, data.Dropped),
            (AxiRule.DataChanged, data.Changed),
            (AxiRule.DataUnrequested, r.Valid & !lengths.Pop.Valid),
            (AxiRule.LastEarly, expected & r.Last & !ends),
            (AxiRule.LastMissing, expected & !r.Last & ends),
            (AxiRule.ResponseIllegal, r.Valid & (r.Resp == 1)),
        ]);
    }
}
