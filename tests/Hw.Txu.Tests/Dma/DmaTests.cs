using Hw.Ip;
using Hw.Isa.Txu;

namespace Hw.Txu.Tests.Dma;

/// <summary>The engines write what the golden instructions write, in the order of the write log, whatever memory and the banks do.</summary>
public class DmaTests
{
    [Theory]
    [InlineData(4, 1, StallProfile.P0, 1, 1)]
    [InlineData(4, 20, StallProfile.P1, 0.9, 2)]
    [InlineData(4, 220, StallProfile.P2, 0.5, 3)]
    [InlineData(8, 4, StallProfile.P2, 0.8, 4)]
    [InlineData(8, 1200, StallProfile.P1, 1, 5)]
    [InlineData(8, 40, StallProfile.P0, 0.2, 6)]
    [InlineData(32, 33, StallProfile.P2, 0.9, 7)]
    public void RandomTransfers(int lanes, int latency, StallProfile stalls, double free, int seed)
    {
        using var bench = new DmaBench(new(lanes, latency, stalls, seed, free));
        Agree(bench, Dma.RandomTransfers.Fill);
        bench.Reset();
        Agree(bench, new RandomTransfers(new(seed)).Next(150));
    }

    internal static void Agree(DmaBench bench, IReadOnlyList<Transfer> transfers)
    {
        var golden = bench.Golden(transfers);
        bench.Run(transfers);
        foreach (var memory in (string[])["spad_write", "acc_write", "dram_write"])
        {
            var (expected, got) = (golden.Where(w => w.Memory == memory).ToList(), bench.Writes.Where(w => w.Memory == memory).ToList());
            var wrong = expected.Zip(got).Index().FirstOrDefault(p => p.Item.First != p.Item.Second, (-1, default)).Index;
            Assert.True(wrong < 0, wrong < 0 ? "" : $"{memory} {wrong}: {expected[wrong]} is written as {got[wrong]} by {transfers[(int)expected[wrong].Order]}");
            Assert.Equal(expected.Count, got.Count);
        }
        Assert.Equal(Ends(transfers, isLoad: true), bench.LoadsEnded);
        Assert.Equal(Ends(transfers, isLoad: false), bench.StoresEnded);
        foreach (var last in golden.Where(w => w.Memory == "dram_write").GroupBy(w => w.Address).Select(g => g.Last())) Assert.Equal(last.Data, bench.Peek((int)(last.Address / AxiBus.BeatBytes)));
    }

    static IEnumerable<(long, bool)> Ends(IReadOnlyList<Transfer> transfers, bool isLoad) => transfers.Index().Where(t => t.Item.IsLoad == isLoad).Select(t => ((long)t.Index, false));
}
