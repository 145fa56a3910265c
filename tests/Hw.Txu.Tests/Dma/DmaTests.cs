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
        Agree(bench.Restarted(), new RandomTransfers(new(seed)).Next(150));
    }

    public static TheoryData<string> Kinds => [.. kinds.Keys];

    /// <summary>Each kind of transfer, over three pages and more than one burst, with the 32-byte pieces of memory it touches.</summary>
    static readonly Dictionary<string, (Func<long, Transfer> Make, int Pieces)> kinds = new()
    {
        ["LD"] = (at => Transfer.Ld(at, 0, new(150, 1, 1, 1, 0, 0)), 150),
        ["LD ACC"] = (at => Transfer.Ld(at, 0, new(4, 20, 1, 1, 4, 0), Space.ACC), 80),
        ["LDT B8"] = (at => Transfer.Ldt(at, 0, new(20, 3, 1, 1, 20, 0), ElementSize.B8), 60),
        ["LDT B16"] = (at => Transfer.Ldt(at, 0, new(32, 2, 1, 2, 64, 0), ElementSize.B16), 128),
        ["ST"] = (at => Transfer.St(at, 4096, new(150, 1, 1, 1, 0, 0)), 150),
        ["ST ACC"] = (at => Transfer.St(at, 512, new(80, 1, 1, 1, 0, 0), Space.ACC), 80),
        ["STT B8"] = (at => Transfer.Stt(at, 4096, new(20, 3, 1, 1, 20, 0), ElementSize.B8), 60),
        ["STT B16"] = (at => Transfer.Stt(at, 4096, new(32, 2, 1, 2, 64, 0), ElementSize.B16), 128),
    };

    /// <summary>An error on any piece is told once, with the instruction whose piece it was, and not with those around it.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void AnErrorIsToldWithItsInstruction(string kind)
    {
        var pieces = kinds[kind].Pieces;
        foreach (var piece in (int[])[0, 1, pieces / 2, pieces - 1]) TellsErrors(kind, piece);
    }

    internal static void TellsErrors(string kind, int piece, Hdl.Plant? plant = null)
    {
        const int word = 9000;
        var (make, pieces) = kinds[kind];
        using var bench = new DmaBench(new(8, 15, StallProfile.P2, piece + 1, 0.9, ErrorWord: word + piece, ErrorWords: 1), plant);
        Agree(bench, Dma.RandomTransfers.Fill);
        long before = 32 * (word - pieces), at = 32 * word, after = 32 * (word + pieces);
        var transfers = new[] { before, before, at, after, before }.Select(make).ToList();
        bench.Restarted().Run(transfers);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => ((long)i, i == 2)), transfers[0].IsLoad ? bench.LoadsEnded : bench.StoresEnded);
    }

    /// <summary>Beyond the end of memory, and from the last address of all to the first.</summary>
    [Theory]
    [InlineData(DmaBench.Words - 3), InlineData((1L << 35) - 3)]
    public void NobodyAtAnAddressIsAnError(long word)
    {
        using var bench = new DmaBench(new());
        bench.Run([Transfer.Ld(word * 32, 0, new(3, 1, 1, 1, 0, 0)), Transfer.Ld(word * 32, 8, new(7, 1, 1, 1, 0, 0)), Transfer.Ld(0, 0, new(4, 1, 1, 1, 0, 0))]);
        Assert.Equal([(0, word > DmaBench.Words), (1, true), (2, false)], bench.LoadsEnded);
        var wrapped = bench.Writes.Where(w => w.Order == 1).Skip(3).Select(w => w.Data);
        Assert.Equal(word > DmaBench.Words ? bench.Writes.Where(w => w.Order == 2).Select(w => w.Data) : [0, 0, 0, 0], wrapped);
    }

    /// <summary>A step of any extent past the last address leads to the first ones.</summary>
    [Fact]
    public void TheWalkWraps()
    {
        using var bench = new DmaBench(new());
        const long last = ((1L << 35) - 1) * 32;
        Shape[] shapes = [new(2, 1, 1, 6, 0, 0), new(1, 2, 1, 0, 6, 0), new(1, 1, 2, 0, 0, 6), new(2, 1, 1, (1 << 24) - 1, 0, 0)];
        bench.Run([.. shapes.Select(shape => Transfer.Ld(last - 32L * Math.Max(0, shape.St0 - 6), 0, shape)), Transfer.Ld(5 * 32, 0, new(1, 1, 1, 1, 0, 0))]);
        Assert.Equal([(0, true), (1, true), (2, true), (3, true), (4, false)], bench.LoadsEnded);
        var expected = bench.Writes.Single(w => w.Order == 4).Data;
        Assert.All(Enumerable.Range(0, 4), order => Assert.Equal([0, expected], bench.Writes.Where(w => w.Order == order).Select(w => w.Data)));
    }

    /// <summary>A reset of chip and memory at any moment leaves nothing behind.</summary>
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void AResetLeavesNothingBehind(int seed)
    {
        var random = new Random(seed);
        using var bench = new DmaBench(new(4, 60, StallProfile.P2, seed, 0.7));
        Agree(bench, Dma.RandomTransfers.Fill);
        bench.Restarted().Run(new RandomTransfers(random).Next(100), stopAfter: random.Next(100, 1500));
        Assert.InRange(bench.LoadsEnded.Count + bench.StoresEnded.Count, 0, 90);
        Agree(bench.Restarted(), new RandomTransfers(random).Next(60));
    }

    /// <summary>64 bursts of 512 bytes cover 1,024 cycles; tiles, accumulator rows and changes between them do not make the bus wait. At the end a tile is left to be written.</summary>
    [Theory]
    [InlineData(200), InlineData(400), InlineData(1200)]
    public void LoadsKeepTheBusBusy(int latency)
    {
        using var bench = new DmaBench(new(8, latency));
        var transfers = Enumerable.Range(0, 96).Select(i => (i % 4) switch
        {
            0 => Transfer.Ld(i * 4096, 0, new(128, 1, 1, 1, 0, 0)),
            1 => Transfer.Ldt(i * 4096, 128, new(32, 2, 1, 2, 64, 0), ElementSize.B16),
            2 => Transfer.Ld(i * 4096, 0, new(128, 1, 1, 1, 0, 0), Space.ACC),
            _ => Transfer.Ldt(i * 4096, 256, new(32, 4, 1, 1, 32, 0), ElementSize.B8),
        }).ToList();
        Agree(bench, transfers);
        var beats = transfers.Count * 128;
        Assert.InRange(bench.Cycles, latency + beats, latency + beats * Math.Max(1, (latency + 16) / 1024.0) + 130);
    }

    /// <summary>Every instruction begins once, in order; where semaphores, banks and buses are free nothing waits or is blocked, and where one is not, that is told.</summary>
    [Theory]
    [InlineData(1, true), InlineData(0.5, false)]
    public void ActivityTellsWhatHinders(double free, bool isFree)
    {
        using var bench = new DmaBench(new(4, 50, Seed: 9, Free: free));
        Agree(bench, Dma.RandomTransfers.Fill);
        var transfers = new RandomTransfers(new(9)).Next(80);
        bench.Restarted().Run(transfers);
        foreach (var (activity, load) in new[] { (bench.LoadActivity, true), (bench.StoreActivity, false) })
        {
            Assert.Equal(transfers.Index().Where(t => t.Item.IsLoad == load).Select(t => (long)t.Index), activity.Begun);
            Assert.InRange(activity.Busy, 1000, bench.Cycles);
            if (isFree) Assert.Equal(0, activity.Waits);
            else Assert.InRange(activity.Waits, 10, bench.Cycles);
            // the memory takes data one cycle after its address
            if (isFree) Assert.InRange(activity.Blocked, 0, load ? 0 : 300);
            else Assert.InRange(activity.Blocked, 500, bench.Cycles);
        }
    }

    [Theory]
    [InlineData(StallProfile.P0, 0, 0), InlineData(StallProfile.P1, 0.025, 0.035), InlineData(StallProfile.P2, 0.09, 0.11)]
    public void MemoryWithholdsTheShareOfItsProfile(StallProfile stalls, double least, double most)
    {
        using var bench = new DmaBench(new(4, 100, stalls, Seed: 5));
        Agree(bench, Dma.RandomTransfers.Fill);
        var rows = new Shape(4096, 1, 1, 1, 0, 0);
        bench.Restarted().Run([.. Enumerable.Range(0, 16).SelectMany(_ => new[] { Transfer.Ld(0, 0, rows), Transfer.St(32 * 8192, 4096, rows) })]);
        Assert.Equal((16 * 4096UL, 16 * 4096UL), (bench["read_beats"], bench["written_beats"]));
        foreach (var withheld in new[] { bench["read_withheld"], bench["write_withheld"] }) Assert.InRange(withheld / (withheld + 16 * 4096.0), least, most);
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
