namespace Hw.Ip;

/// <summary>The write port of the memory model: stores a beat as soon as its address is known, and answers each burst when it is due. A beat that is answered with an error is not stored.</summary>
public sealed class AxiMemoryWritePort(int words, int outstanding) : Module
{
    public override string VerilogName => $"axi_memory_write_port_{words}x{outstanding}";

    public AxiWrite Bus { get; } = Sink(() => new AxiWrite());
    public AxiMemorySettings Settings { get; } = Sink(() => new AxiMemorySettings(words));
    public In Seed { get; } = Input(UInt(31));
    public Out Store { get; } = Output(Bit);
    public Out Word { get; } = Output(UpTo(words - 1));
    public Out Data { get; } = Output(AxiBus.Beat);
    public Out Bytes { get; } = Output(AxiBus.Strobes);
    /// <summary>beats taken from W</summary>
    public Out Beats { get; } = Output(UInt(48));
    /// <summary>cycles in which the injector kept a beat waiting</summary>
    public Out Withheld { get; } = Output(UInt(48));

    readonly Fifo addresses = Instance(() => new Fifo(MemoryBurst.Shape(words), outstanding));
    readonly LatencyQueue responses = Instance(() => new LatencyQueue(AxiBus.Response, outstanding));
    readonly StallInjector addressStalls = Instance(() => new StallInjector()), dataStalls = Instance(() => new StallInjector()), responseStalls = Instance(() => new StallInjector());
    readonly Reg open = Register(UpTo(outstanding), 0), beat = Register(UInt(8), 0), worst = Register(AxiBus.Response, AxiBus.Okay);
    readonly Reg beatCount = Register(UInt(48), 0), withheldCount = Register(UInt(48), 0);

    protected override void Build()
    {
        Accept();
        StoreBeats();
        Answer();
    }

    void Accept()
    {
        addressStalls.Profile.Drive(Settings.StallsOfHandshakes);
        addressStalls.Seed.Drive(Seed);
        addressStalls.Waiting.Drive(0);

        var admits = ((open != outstanding) & !addressStalls.Stall).Named("admits");
        addresses.Push.Valid.Drive(Bus.Aw.Valid & admits);
        addresses.Push.Data.Drive(MemoryBurst.Pack(Bus.Aw, words));
        Bus.Aw.Ready.Drive(addresses.Push.Ready & admits);
        open.Next = (open + Bus.Aw.Fires - Bus.B.Fires).Fits(UpTo(outstanding), "no burst is taken above the limit, and each is answered once");
    }

    void StoreBeats()
    {
        dataStalls.Profile.Drive(Settings.Stalls);
        dataStalls.Seed.Drive(Seed ^ 0x2545_F491);
        dataStalls.Waiting.Drive(0);

        var burst = MemoryBurst.Unpack(addresses.Pop.Data);
        var word = (burst.Word + beat).Named("burst_word");
        var room = (addresses.Pop.Valid & responses.Push.Ready).Named("has_room");
        Bus.W.Ready.Drive(room & !dataStalls.Stall);

        // the address says where the burst ends; a beat whose last disagrees is the master's mistake and answered as such
        var last = (beat == burst.Len).Named("ends");
        var response = Settings.Response(burst.Outside, word).Named("beat_response");
        var answer = Mux(worst != AxiBus.Okay, worst, Mux((response == AxiBus.Okay) & (Bus.W.Last != last), AxiBus.SlaveError, response)).Named("answer");
        When(Bus.W.Fires, () =>
        {
            beat.Next = Mux(last, 0, (beat + 1).Wrap(UInt(8)));
            worst.Next = Mux(last, AxiBus.Okay, answer);
        });
        addresses.Pop.Ready.Drive(Bus.W.Fires & last);
        responses.Push.Valid.Drive(Bus.W.Fires & last);
        responses.Push.Data.Drive(answer);

        Store.Drive(Bus.W.Fires & (response == AxiBus.Okay));
        Word.Drive(word.Wrap(UpTo(words - 1)));
        Data.Drive(Bus.W.Data);
        Bytes.Drive(Bus.W.Strb);

        When(Bus.W.Fires, () => beatCount.Next = (beatCount + 1).Wrap(UInt(48)));
        When(Bus.W.Valid & room & dataStalls.Stall, () => withheldCount.Next = (withheldCount + 1).Wrap(UInt(48)));
        Beats.Drive(beatCount);
        Withheld.Drive(withheldCount);
    }

    void Answer()
    {
        responses.Latency.Drive(Settings.Latency);
        responseStalls.Profile.Drive(Settings.StallsOfHandshakes);
        responseStalls.Seed.Drive(Seed ^ 0x1B87_3593);
        responseStalls.Waiting.Drive(Bus.B.Valid & !Bus.B.Ready);

        Bus.B.Valid.Drive(responses.Pop.Valid & !responseStalls.Stall);
        Bus.B.Resp.Drive(responses.Pop.Data);
        responses.Pop.Ready.Drive(Bus.B.Fires);
    }
}
