namespace Hw.Ip.Tests;

public sealed record Request(long Word, int Beats, BigInteger Address)
{
    public Request(long word, int beats) : this(word, beats, (BigInteger)word * AxiBus.BeatBytes) { }
    public List<(BigInteger Data, int Strobes)> Data { get; } = [];
}

/// <summary>Drives a <see cref="CheckedMemory"/> like two read masters and a write master, each channel at a pace of its own, and notes what came when.</summary>
public sealed class MemoryBench
{
    public const int Reads = 2, Words = 256;
    public readonly Random Random;
    readonly Interpreter sim;
    readonly Recording? recording;
    readonly double pace;

    /// <param name="pace">The chance of a master to offer or take something in a cycle.</param>
    public MemoryBench(int latency, StallProfile stalls, int seed = 1, double pace = 1, int outstanding = 64, int errorBase = 0, int errorWords = 0, bool record = false)
    {
        (Random, this.pace, Latency) = (new(seed), pace, latency);
        var design = Design.Elaborate(() => new CheckedMemory(Reads, Words, outstanding));
        sim = new(design);
        if (record) recording = new(design, sim);
        (sim["settings_latency"], sim["settings_stalls"], sim["seed"]) = (latency, (int)stalls, seed);
        (sim["settings_error_base"], sim["settings_error_words"]) = (errorBase, errorWords);
        sim["reset"] = 1;
        Edge();
        Edge();
        sim["reset"] = 0;
        Masters = [.. Enumerable.Range(0, Reads).Select(i => new ReadMaster(this, i))];
        Writer = new(this);
    }

    public int Latency { get; }
    public int Cycle { get; private set; }
    public ReadMaster[] Masters { get; }
    public WriteMaster Writer { get; }
    public BigInteger this[string port] => sim[port];

    public void Poke(int word, BigInteger data)
    {
        (sim["poke_valid"], sim["poke_address"], sim["poke_data"]) = (1, word, data);
        Edge();
        sim["poke_valid"] = 0;
    }

    public BigInteger Peek(int word)
    {
        sim["peek_address"] = word;
        Edge();
        return sim["peek_data"];
    }

    public BigInteger RandomWord() => Interval.UInt(256).Wrap(new BigInteger(Enumerable.Range(0, 33).Select(_ => (byte)Random.Next(256)).ToArray()));

    /// <summary>Runs until everything asked is answered, checking the protocol and the earliest times on the way.</summary>
    public void Finish(int limit = 20_000)
    {
        for (; Masters.Any(m => !m.IsDone) || !Writer.IsDone; Step())
            Assert.True(Cycle < limit, "the memory hangs");
        for (var i = 0; i <= Reads; i++) Assert.Equal(AxiRule.None, (AxiRule)(int)sim[$"violation_{i}"]);
    }

    public void Step()
    {
        foreach (var m in Masters) m.Drive();
        Writer.Drive();
        foreach (var m in Masters) m.Observe();
        Writer.Observe();
        Edge();
        Cycle++;
    }

    void Edge()
    {
        recording?.Take(reset: Masters is null);
        sim.Step();
    }

    /// <summary>Plays everything done so far to the emitted Verilog.</summary>
    public void ReplayOnIcarus() => recording!.ReplayOnIcarus();

    bool Flip() => pace >= 1 || Random.NextDouble() < pace;

    /// <summary>A valid of ours: once up, it stays until taken.</summary>
    bool Offer(string valid, bool available) =>
        !(sim[valid] = available && (!sim[valid].IsZero || Flip()) ? 1 : 0).IsZero;

    bool Fires(string channel) => !(sim[$"{channel}_valid"] & sim[$"{channel}_ready"]).IsZero;

    public sealed class ReadMaster(MemoryBench bench, int port)
    {
        readonly string name = $"read_{port}";
        int asked;
        readonly List<int> accepted = [];
        public List<Request> Requests { get; } = [];
        public List<(BigInteger Data, int Resp, bool Last, int Cycle)> Beats { get; } = [];
        public IReadOnlyList<int> Accepted => accepted;
        public bool IsDone => Beats.Count == Requests.Sum(r => r.Beats);

        public void Drive()
        {
            if (bench.Offer($"{name}_ar_valid", asked < Requests.Count))
                (bench.sim[$"{name}_ar_addr"], bench.sim[$"{name}_ar_len"]) = (Requests[asked].Address, Requests[asked].Beats - 1);
            bench.sim[$"{name}_r_ready"] = bench.Flip() ? 1 : 0;
        }

        public void Observe()
        {
            if (bench.Fires($"{name}_ar")) { asked++; accepted.Add(bench.Cycle); }
            if (bench.Fires($"{name}_r"))
                Beats.Add((bench.sim[$"{name}_r_data"], (int)bench.sim[$"{name}_r_resp"], !bench.sim[$"{name}_r_last"].IsZero, bench.Cycle));
        }

        /// <summary>Every beat in order, none lost, none early; data and response as the function says.</summary>
        public void Check(Func<Request, int, (BigInteger Data, int Resp)> expected)
        {
            var beats = new Queue<(BigInteger Data, int Resp, bool Last, int Cycle)>(Beats);
            foreach (var (request, at) in Requests.Zip(accepted))
                for (var i = 0; i < request.Beats; i++)
                {
                    var beat = beats.Dequeue();
                    Assert.Equal(expected(request, i), (beat.Data, beat.Resp));
                    Assert.Equal(i == request.Beats - 1, beat.Last);
                    Assert.True(beat.Cycle >= at + bench.Latency, $"a beat came {beat.Cycle - at} cycles after its request; latency is {bench.Latency}");
                }
            Assert.Empty(beats);
        }
    }

    public sealed class WriteMaster(MemoryBench bench)
    {
        int addressed, burst, beat;
        public List<Request> Requests { get; } = [];
        public List<int> Ended { get; } = [];
        public List<(int Resp, int Cycle)> Responses { get; } = [];
        public bool IsDone => Responses.Count == Requests.Count;

        public void Drive()
        {
            if (bench.Offer("write_aw_valid", addressed < Requests.Count))
                (bench.sim["write_aw_addr"], bench.sim["write_aw_len"]) = (Requests[addressed].Address, Requests[addressed].Beats - 1);
            if (bench.Offer("write_w_valid", burst < Requests.Count))
                (bench.sim["write_w_data"], bench.sim["write_w_strb"], bench.sim["write_w_last"]) =
                    (Requests[burst].Data[beat].Data, (uint)Requests[burst].Data[beat].Strobes, beat == Requests[burst].Beats - 1 ? 1 : 0);
            bench.sim["write_b_ready"] = bench.Flip() ? 1 : 0;
        }

        public void Observe()
        {
            if (bench.Fires("write_aw")) addressed++;
            if (bench.Fires("write_w") && ++beat == Requests[burst].Beats)
            {
                (burst, beat) = (burst + 1, 0);
                Ended.Add(bench.Cycle);
            }
            if (bench.Fires("write_b")) Responses.Add(((int)bench.sim["write_b_resp"], bench.Cycle));
        }
    }
}
