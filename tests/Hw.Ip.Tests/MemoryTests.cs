namespace Hw.Ip.Tests;

public class MemoryTests
{
    public static TheoryData<int, StallProfile, double> Traffic
    {
        get
        {
            var data = new TheoryData<int, StallProfile, double>();
            foreach (var latency in new[] { 1, 2, 3, 4, 5, 33 })
                foreach (var profile in Enum.GetValues<StallProfile>()) data.Add(latency, profile, 0.6);
            data.Add(200, StallProfile.P2, 1);
            data.Add(LatencyQueue.MaxLatency, StallProfile.P1, 1);
            return data;
        }
    }

    /// <summary>Writes of random bytes to the lower half while the upper half is read; then the lower half is read back, by bursts and by the host.</summary>
    [Theory, MemberData(nameof(Traffic))]
    public void AgreesWithAByteArrayUnderRandomTraffic(int latency, StallProfile stalls, double pace)
    {
        const int half = MemoryBench.Words / 2;
        var bench = new MemoryBench(latency, stalls, seed: latency, pace);
        var model = Fill(bench);
        for (var i = 0; i < 30; i++)
        {
            foreach (var m in bench.Masters) m.Requests.Add(RandomRequest(bench, half));
            var write = RandomRequest(bench, 0);
            for (var k = 0; k < write.Beats; k++)
            {
                write.Data.Add((bench.RandomWord(), bench.Random.Next(4) == 0 ? -1 : bench.Random.Next()));
                model[write.Word + k] = Merge(model[write.Word + k], write.Data[k]);
            }
            bench.Writer.Requests.Add(write);
        }
        bench.Finish();
        foreach (var m in bench.Masters) m.Check((request, beat) => (model[request.Word + beat], AxiBus.Okay));
        Assert.All(bench.Writer.Responses.Zip(bench.Writer.Ended), p =>
        {
            Assert.Equal(AxiBus.Okay, p.First.Resp);
            Assert.True(p.First.Cycle >= p.Second + latency);
        });

        bench.Masters[0].Requests.AddRange(Enumerable.Range(0, half / 16).Select(i => new Request(i * 16, 16)));
        bench.Finish();
        bench.Masters[0].Check((request, beat) => (model[request.Word + beat], AxiBus.Okay));
        for (var word = 0; word < MemoryBench.Words; word++) Assert.Equal(model[word], bench.Peek(word));
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2)]
    public void ErrorsAreAnsweredAndChangeNothing(int stalls)
    {
        const int errorBase = 40, errorWords = 9;
        var bench = new MemoryBench(5, (StallProfile)stalls, seed: 7, pace: 0.7, errorBase: errorBase, errorWords: errorWords, record: true);
        var model = Fill(bench);
        int Resp(long word) => word >= MemoryBench.Words ? AxiBus.DecodeError
            : word is >= errorBase and < errorBase + errorWords ? AxiBus.SlaveError : AxiBus.Okay;

        long[] starts = [errorBase - 3, errorBase - 1, errorBase, errorBase + errorWords - 1, errorBase + errorWords, MemoryBench.Words - 2, MemoryBench.Words, 1L << 34, 0];
        foreach (var beats in new[] { 1, 2, 4, 16 })
            foreach (var start in starts)
            {
                // within one page: the checkers listen
                if (start % 128 + beats > 128 && start != MemoryBench.Words - 2) continue;
                var length = start == MemoryBench.Words - 2 ? Math.Min(beats, 2) : beats;
                foreach (var m in bench.Masters) m.Requests.Add(new(start, length));
                var write = new Request(start, length);
                for (var k = 0; k < length; k++)
                {
                    write.Data.Add((model.ElementAtOrDefault((int)Math.Min(start + k, int.MaxValue)) + 0, -1));
                    if (Resp(start + k) != AxiBus.Okay) write.Data[k] = (bench.RandomWord(), -1);
                }
                bench.Writer.Requests.Add(write);
            }
        bench.Finish();
        foreach (var m in bench.Masters)
            m.Check((request, beat) => Resp(request.Word + beat) is var resp && resp == AxiBus.Okay ? (model[request.Word + beat], resp) : (0, resp));
        foreach (var (request, response) in bench.Writer.Requests.Zip(bench.Writer.Responses))
            Assert.Equal(Enumerable.Range(0, request.Beats).Select(k => Resp(request.Word + k)).FirstOrDefault(r => r != AxiBus.Okay), response.Resp);
        for (var word = 0; word < MemoryBench.Words; word++) Assert.Equal(model[word], bench.Peek(word));
        bench.ReplayOnIcarus();
    }

    [Theory]
    [InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(17), InlineData(1200), InlineData(4095)]
    public void LatencyIsExactWhereTheWayIsFree(int latency)
    {
        var bench = new MemoryBench(latency, StallProfile.P0);
        Fill(bench);
        bench.Masters[1].Requests.Add(new(3, 2));
        var write = new Request(9, 1);
        write.Data.Add((5, -1));
        bench.Writer.Requests.Add(write);
        bench.Finish();
        var master = bench.Masters[1];
        Assert.Equal(Math.Max(latency, 4), master.Beats[0].Cycle - master.Accepted[0]);
        Assert.Equal(1, master.Beats[1].Cycle - master.Beats[0].Cycle);
        Assert.Equal(latency, bench.Writer.Responses[0].Cycle - bench.Writer.Ended[0]);
    }

    /// <summary>64 requests of 4 beats cover 200 cycles: after the first beat there is one in every cycle, on both ports, and on W.</summary>
    [Fact]
    public void EveryChannelReachesOneBeatPerCycle()
    {
        const int bursts = 150, beats = 4, latency = 200;
        var bench = new MemoryBench(latency, StallProfile.P0);
        Fill(bench);
        for (var i = 0; i < bursts; i++)
        {
            foreach (var m in bench.Masters) m.Requests.Add(new(i * beats % MemoryBench.Words, beats));
            var write = new Request(i * beats % MemoryBench.Words, beats);
            for (var k = 0; k < beats; k++) write.Data.Add((k, -1));
            bench.Writer.Requests.Add(write);
        }
        bench.Finish();
        foreach (var m in bench.Masters)
        {
            Assert.Equal(m.Accepted[0] + latency, m.Beats[0].Cycle);
            Assert.Equal(bursts * beats - 1, m.Beats[^1].Cycle - m.Beats[0].Cycle);
        }
        Assert.Equal((bursts - 1) * beats, bench.Writer.Ended[^1] - bench.Writer.Ended[0]);
    }

    [Fact]
    public void TakesNoMoreRequestsThanItsLimit()
    {
        var bench = new MemoryBench(100, StallProfile.P0, outstanding: 5);
        Fill(bench);
        for (var i = 0; i < 12; i++) bench.Masters[0].Requests.Add(new(i, 1));
        for (var i = 0; i < 60; i++) bench.Step();
        Assert.Equal(5, bench.Masters[0].Accepted.Count);
        bench.Finish();
        bench.Masters[0].Check((request, _) => (bench.Peek((int)request.Word), AxiBus.Okay));
    }

    /// <summary>Offers of the memory stand before anyone is ready for them.</summary>
    [Fact]
    public void ValidDoesNotWaitForReady()
    {
        var sim = new Interpreter(Design.Elaborate(() => new AxiMemory(1, 16, 4)));
        sim["reset"] = 1;
        sim.Step();
        (sim["reset"], sim["settings_latency"], sim["settings_stalls"]) = (0, 10, 2);
        (sim["read_0_ar_valid"], sim["write_aw_valid"], sim["write_w_valid"], sim["write_w_last"]) = (1, 1, 1, 1);
        sim.Step(60);
        Assert.Equal((1, 1), ((int)sim["read_0_r_valid"], (int)sim["write_b_valid"]));
        Assert.Equal((AxiBus.Okay, AxiBus.Okay), ((int)sim["read_0_r_resp"], (int)sim["write_b_resp"]));
    }

    [Theory]
    [InlineData(1, 1, AxiBus.DecodeError, AxiBus.DecodeError)]
    [InlineData(0, 0, AxiBus.Okay, AxiBus.SlaveError)]
    public void AMisalignedAddressOrAMisplacedLastIsAnError(int address, int last, int readResponse, int writeResponse)
    {
        var sim = new Interpreter(Design.Elaborate(() => new AxiMemory(1, 16, 4)));
        sim["reset"] = 1;
        sim.Step();
        (sim["reset"], sim["settings_latency"]) = (0, 4);
        (sim["read_0_ar_valid"], sim["write_aw_valid"], sim["write_w_valid"]) = (1, 1, 1);
        (sim["read_0_ar_addr"], sim["write_aw_addr"], sim["write_w_last"]) = (address, address, last);
        sim.Step(10);
        Assert.Equal((readResponse, writeResponse), ((int)sim["read_0_r_resp"], (int)sim["write_b_resp"]));
    }

    [Fact]
    public void CountsBeatsAndWithheldBeats()
    {
        var bench = new MemoryBench(20, StallProfile.P2, seed: 3);
        Fill(bench);
        for (var i = 0; i < 80; i++) bench.Masters[0].Requests.Add(new(i, 16));
        bench.Finish();
        bench.Step();
        var master = bench.Masters[0];
        Assert.Equal(80 * 16, bench["beats_0"]);
        Assert.Equal(0, bench["beats_1"]);
        // the requests always cover the latency, so every cycle without a beat is one withheld
        Assert.Equal(master.Beats[^1].Cycle - master.Beats[0].Cycle + 1 - 80 * 16, bench["withheld_0"]);
        Assert.InRange((int)bench["withheld_0"], 60, 260);
    }

    static BigInteger[] Fill(MemoryBench bench)
    {
        var model = new BigInteger[MemoryBench.Words];
        for (var i = 0; i < model.Length; i++) bench.Poke(i, model[i] = bench.RandomWord());
        return model;
    }

    static Request RandomRequest(MemoryBench bench, int from)
    {
        var (start, beats) = (bench.Random.Next(MemoryBench.Words / 2), bench.Random.Next(1, 17));
        return new(from + Math.Min(start, MemoryBench.Words / 2 - beats), beats);
    }

    static BigInteger Merge(BigInteger word, (BigInteger Data, int Strobes) write)
    {
        for (var i = 0; i < AxiBus.BeatBytes; i++)
            if ((write.Strobes >> i & 1) != 0) word = word & ~((BigInteger)255 << 8 * i) | write.Data & (BigInteger)255 << 8 * i;
        return word;
    }
}
