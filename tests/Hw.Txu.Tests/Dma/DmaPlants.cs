using Hw.Bits;
using Hw.Hdl;
using Hw.Ip;
using Hw.Txu.Dma;
using Xunit.Sdk;

namespace Hw.Txu.Tests.Dma;

/// <summary>Faults that a designer might have made; the tests of the engines see each.</summary>
public class DmaPlants
{
    static readonly Dictionary<string, Plant> plants = new Plant[]
    {
        new("index-swapped", typeof(TransposerMemory), "banks.upper_slots", "of wide tiles, upper slots and upper columns are exchanged", s => s["upper_column"]),
        new("rotation", typeof(TransposerMemory), "rotated", "a column comes out rotated by a byte", s => s.Value ^ 1),
        new("quarter-reused", typeof(Transposer), "taken", "a tile that waits is not counted", s => s.Value & 3),
        new("row-unseen", typeof(Transposer), "tiles.push_valid", "a tile empties while its rows still come in", s => s["rows_valid"] & s["rows_ready"] & (s["row_beat"] == 1)),
        new("tail-kept", typeof(TransposerBank), "live", "slots beyond the last row are not zeroed", _ => 1),
        new("columns-all", typeof(StoreReader), "transposer.rows_last_column", "a tile stores all of its 32 memory rows", _ => 31),
        new("quarter-order", typeof(LoadWriter), "acc_write_data", "an accumulator row is made of its last beat", s => s["plain_data"]),
        new("row-early", typeof(LoadWriter), "acc_write_valid", "an accumulator row is written with its third beat", s => s["loads_valid"] & s["plain_valid"] & (s["written"][1, 0] == 2)),
        new("store-quarter", typeof(StoreReader), "quarter", "an accumulator row is stored from its second quarter on", s => s.Value + 1),
        new("pairs-apart", typeof(TransferWalker), "beats", "of a 16-bit tile only half of each memory row is asked for", s => Signal.Mux(s.Value == 2, 1, s.Value)),
        new("stride", typeof(TransferWalker), "begin1", "the second extent begins where the last one ended", s => s["at"]),
        new("page", typeof(BurstSplitter), "bursts_len", "bursts are always 16 beats", _ => 15),
        new("unasked", typeof(StoreEngine), "bus_w_valid", "a beat of a store is withdrawn while it waits", s => s.Value & !s["beat"][1]),
        new("grant-ignored", typeof(LoadWriter), "plain_ready", "a beat leaves although its bank is taken", s => s["plain_valid"] & s["loads_valid"]),
        new("errors-last-only", typeof(LoadArrivals), "failed", "of a load's beats only the last one's error is told", _ => 0),
        new("store-errors-last-only", typeof(StoreEngine), "failed", "of a store's bursts only the last one's error is told", _ => 0),
    }.ToDictionary(p => p.Name);

    public static TheoryData<string> Names => [.. plants.Keys];

    [Theory, MemberData(nameof(Names))]
    public void IsCaught(string name) => Assert.True(Seen(plants[name]).Count > 0, $"{name}: {plants[name].What}, and nobody sees it");

    [Fact]
    public void TheSoundDesignIsNot() => Assert.Empty(Seen(null));

    static List<string> Seen(Plant? plant)
    {
        List<string> seen = [];
        foreach (var test in (Action[])[() => Transfers(plant), .. ((string[])["LD", "LDT B16", "ST", "STT B16"]).Select(kind => (Action)(() => DmaTests.TellsErrors(kind, piece: 1, plant)))])
            try { test(); }
            catch (Exception e) when (e is XunitException or Sim.SimAssertException) { seen.Add(e.Message); }
        return seen;
    }

    static void Transfers(Plant? plant)
    {
        using var bench = new DmaBench(new(8, 30, StallProfile.P2, Seed: 1, Free: 0.7), plant);
        DmaTests.Agree(bench, RandomTransfers.Fill);
        DmaTests.Agree(bench.Restarted(), new RandomTransfers(new(1)).Next(80));
    }
}
