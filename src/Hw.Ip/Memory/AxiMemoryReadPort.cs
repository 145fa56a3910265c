namespace Hw.Ip;

/// <summary>One read port of the memory model: takes requests, asks the storage for their words when they are due, and hands out the beats, one per cycle.</summary>
public sealed class AxiMemoryReadPort(int words, int outstanding) : Module
{
    // from the storage's address to R: its word, the beat queue's front
    const int CyclesToBus = 2, BeatQueue = 4;

    public override string VerilogName => $"axi_memory_read_port_{words}x{outstanding}";

    public AxiRead Bus { get; } = Sink(() => new AxiRead());
    public AxiMemorySettings Settings { get; } = Sink(() => new AxiMemorySettings(words));
    public In Seed { get; } = Input(UInt(31));
    public Out Fetch { get; } = Output(Bit);
    public Out Word { get; } = Output(UpTo(words - 1));
    /// <summary>the word, one cycle after fetch</summary>
    public In Fetched { get; } = Input(AxiBus.Beat);
    /// <summary>beats taken from R</summary>
    public Out Beats { get; } = Output(UInt(48));
    /// <summary>cycles in which the injector kept a beat back</summary>
    public Out Withheld { get; } = Output(UInt(48));

    readonly LatencyQueue requests = Instance(() => new LatencyQueue(MemoryBurst.Shape(words), outstanding));
    readonly Fifo answers = Instance(() => new Fifo(UInt(AxiBus.Beat.Width + 3), BeatQueue));
    readonly StallInjector requestStalls = Instance(() => new StallInjector()), dataStalls = Instance(() => new StallInjector());
    readonly Reg open = Register(UpTo(outstanding), 0), credits = Register(UpTo(BeatQueue), BeatQueue), beat = Register(UInt(8), 0);
    readonly Reg beatCount = Register(UInt(48), 0), withheldCount = Register(UInt(48), 0);

    protected override void Build()
    {
        Accept();
        FetchBeats();
        Answer();
    }

    void Accept()
    {
        requestStalls.Profile.Drive(Settings.StallsOfHandshakes);
        requestStalls.Seed.Drive(Seed);
        requestStalls.Waiting.Drive(0);

        var admits = ((open != outstanding) & !requestStalls.Stall).Named("admits");
        requests.Push.Valid.Drive(Bus.Ar.Valid & admits);
        requests.Push.Data.Drive(MemoryBurst.Pack(Bus.Ar, words));
        Bus.Ar.Ready.Drive(requests.Push.Ready & admits);
        requests.Latency.Drive((Settings.Latency - CyclesToBus).Saturate(UpTo(LatencyQueue.MaxLatency)));
        open.Next = (open + Bus.Ar.Fires - (Bus.R.Fires & Bus.R.Last)).Fits(UpTo(outstanding), "no request is taken above the limit, and each ends once");
    }

    void FetchBeats()
    {
        var burst = MemoryBurst.Unpack(requests.Pop.Data);
        var word = (burst.Word + beat).Named("burst_word");
        var fetch = (requests.Pop.Valid & (credits != 0)).Named("fetches");
        var last = (beat == burst.Len).Named("ends");
        When(fetch, () => beat.Next = Mux(last, 0, (beat + 1).Wrap(UInt(8))));
        requests.Pop.Ready.Drive(fetch & last);
        Fetch.Drive(fetch);
        Word.Drive(word.Wrap(UpTo(words - 1)));

        var resp = Delay(Settings.Response(burst.Outside, word), 1, "fetched_resp");
        var data = Mux(resp == AxiBus.Okay, Fetched, 0);
        answers.Push.Valid.Drive(Delay(fetch, 1, "fetched_valid", 0));
        answers.Push.Data.Drive(Concat(data, Delay(last, 1, "fetched_last"), resp));
        Unused(answers.Push.Ready, "a credit was taken for the place");
        credits.Next = (credits + Bus.R.Fires - fetch).Fits(UpTo(BeatQueue), "a credit is taken only where one is left, and each comes back once");
    }

    void Answer()
    {
        dataStalls.Profile.Drive(Settings.Stalls);
        dataStalls.Seed.Drive(Seed ^ 0x2545_F491);
        dataStalls.Waiting.Drive(Bus.R.Valid & !Bus.R.Ready);

        Bus.R.Valid.Drive(answers.Pop.Valid & !dataStalls.Stall);
        answers.Pop.Ready.Drive(Bus.R.Fires);
        var front = answers.Pop.Data;
        Bus.R.Data.Drive(front[AxiBus.Beat.Width - 1, 0]);
        Bus.R.Last.Drive(front[AxiBus.Beat.Width]);
        Bus.R.Resp.Drive(front[AxiBus.Beat.Width + 2, AxiBus.Beat.Width + 1]);

        When(Bus.R.Fires, () => beatCount.Next = (beatCount + 1).Wrap(UInt(48)));
        When(answers.Pop.Valid & dataStalls.Stall, () => withheldCount.Next = (withheldCount + 1).Wrap(UInt(48)));
        Beats.Drive(beatCount);
        Withheld.Drive(withheldCount);
    }
}
