namespace Hw.Ip.Tests;

public class BurstSplitterTests
{
    const long Page = AxiBus.PageBytes;

    /// <summary>Every length from every start within 20 beats of a boundary, on both sides of it.</summary>
    [Theory]
    [InlineData(16), InlineData(5), InlineData(256)]
    public void CoversEveryTransferNearABoundaryWithoutCrossingIt(int maxBurst)
    {
        var sim = Reset(maxBurst);
        sim["bursts_ready"] = 1;
        for (var start = AxiBus.PageBeats - 20; start < AxiBus.PageBeats + 3; start++)
            for (var beats = 1; beats <= 40; beats++)
                Assert.Equal(Expected(start * 32L, beats, maxBurst), Split(sim, start * 32L, beats));
    }

    [Theory]
    [InlineData(0L, 512), InlineData(96 * 32L, 300), InlineData((1L << 40) - Page, 128), InlineData((1L << 32) - 32, 2)]
    public void CoversLongTransfers(long address, int beats)
    {
        var sim = Reset(16);
        sim["bursts_ready"] = 1;
        Assert.Equal(Expected(address, beats, 16), Split(sim, address, beats));
    }

    /// <summary>Transfers back to back: a burst in every cycle, and the right ones under random readiness.</summary>
    [Theory]
    [InlineData(false), InlineData(true)]
    public void KeepsItsOutputBusy(bool hesitant)
    {
        var random = new Random(4);
        var sim = Reset(16);
        var transfers = Enumerable.Range(0, 200).Select(_ => (Address: random.Next(1 << 20) * 32L, Beats: random.Next(1, 90))).ToList();
        var expected = new Queue<(long, int)>(transfers.SelectMany(t => Expected(t.Address, t.Beats, 16)));
        var (next, cycles, total) = (0, 0, expected.Count);
        for (; expected.Count > 0; cycles++, sim.Step())
        {
            sim["transfers_valid"] = next < transfers.Count ? 1 : 0;
            if (next < transfers.Count) (sim["transfers_addr"], sim["transfers_beats"]) = (transfers[next].Address, transfers[next].Beats);
            sim["bursts_ready"] = hesitant ? random.Next(2) : 1;
            if (!(sim["bursts_valid"] & sim["bursts_ready"]).IsZero) Assert.Equal(expected.Dequeue(), Burst(sim));
            if (!(sim["transfers_valid"] & sim["transfers_ready"]).IsZero) next++;
        }
        if (!hesitant) Assert.Equal(total + 1, cycles);
    }

    static List<(long, int)> Expected(long address, int beats, int maxBurst)
    {
        var bursts = new List<(long, int)>();
        for (int length; beats > 0; address += length * 32L, beats -= length)
        {
            for (length = 1; length < beats && length < maxBurst && (address + length * 32L) % Page != 0; length++) { }
            bursts.Add((address, length));
        }
        return bursts;
    }

    static List<(long, int)> Split(Interpreter sim, long address, int beats)
    {
        (sim["transfers_valid"], sim["transfers_addr"], sim["transfers_beats"]) = (1, address, beats);
        sim.Step();
        sim["transfers_valid"] = 0;
        var bursts = new List<(long, int)>();
        for (; !sim["bursts_valid"].IsZero; sim.Step()) bursts.Add(Burst(sim));
        return bursts;
    }

    static (long, int) Burst(Interpreter sim) => ((long)sim["bursts_addr"], (int)sim["bursts_len"] + 1);

    static Interpreter Reset(int maxBurst)
    {
        var sim = new Interpreter(Design.Elaborate(() => new BurstSplitter(512, maxBurst)));
        sim["reset"] = 1;
        sim.Step();
        sim["reset"] = 0;
        return sim;
    }
}
