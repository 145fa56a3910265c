using System.Runtime.CompilerServices;

namespace Hw.Sim.Tests;

/// <summary>Channels against a second implementation: ports read cycle by cycle, summed up in C#.</summary>
[Collection("simulator")]
public class RecordTests(Bench bench)
{
    [Fact]
    public void A_record_is_32_bytes() => Assert.Equal(32, Unsafe.SizeOf<SimRecord>());

    [Fact]
    public void Full_records_are_what_the_ports_showed()
    {
        using var sim = bench.Open(Bench.Retire);
        sim.Recording = RecordMode.Full;
        Go(sim);
        sim.Run(400);
        var records = sim.Records.ToArray();
        var data = records.Select(r => r.Kind == RecordKind.Row ? string.Join(' ', sim.Data(r).ToArray()) : "").ToArray();

        using var again = bench.Open(Bench.Retire);
        Go(again);
        var expected = new List<(SimRecord, string)>();
        for (int i = 0; i < 400; i++, again.Step()) expected.AddRange(Cycle(again));
        Assert.Equal(expected.Count, records.Length);
        Assert.Equal(expected.Select(e => e.Item1 with { Offset = 0 }), records.Select(r => r with { Offset = 0 }));
        Assert.Equal(expected.Select(e => e.Item2), data);
        Assert.True(records.Count(r => r.Kind == RecordKind.Retire) > 100);
    }

    [Fact]
    public void Hashes_sum_up_the_full_records()
    {
        using var sim = bench.Open(Bench.Retire);
        sim.Recording = RecordMode.Hashes;
        Go(sim);
        sim.Run(2999);
        sim.FlushRecords();
        var hashes = sim.Records.ToArray();

        using var full = bench.Open(Bench.Retire);
        full.Recording = RecordMode.Full;
        Go(full);
        for (int i = 0; i < 2999; i++) full.Step();
        Assert.Equal(SumUp(full), hashes);
        Assert.True(hashes.Count(r => r is { Kind: RecordKind.Writes, Channel: 2 }) > 500);
    }

    /// <summary>The rule of <see cref="SimRecord"/>, written a second time.</summary>
    static List<SimRecord> SumUp(ISimulation full)
    {
        var (result, open) = (new List<SimRecord>(), new SimRecord?[full.Design.Channels.Count]);
        void Close(int channel)
        {
            if (open[channel] is { } r) result.Add(r);
            open[channel] = null;
        }
        foreach (var r in full.Records)
            if (r.Kind == RecordKind.Retire)
            {
                for (int c = 0; c < open.Length; c++) if (open[c]?.Order == r.Order) Close(c);
                result.Add(r);
            }
            else
            {
                if (open[r.Channel]?.Order != r.Order) Close(r.Channel);
                var sum = open[r.Channel] ?? r with { Kind = RecordKind.Writes, Count = 0, Value = WriteHash.Start, Offset = 0 };
                open[r.Channel] = sum with { Cycle = r.Cycle, Count = sum.Count + 1, Value = WriteHash.Add(sum.Value, r.Value, full.Data(r)) };
            }
        for (int c = 0; c < open.Length; c++) Close(c);
        return result;
    }

    [Theory]
    [InlineData(RecordMode.Hashes), InlineData(RecordMode.Full)]
    public void Draining_in_batches_loses_nothing(RecordMode mode)
    {
        List<SimRecord> Drain(int most)
        {
            using var sim = bench.Open(Bench.Retire);
            sim.Recording = mode;
            Go(sim);
            var all = new List<SimRecord>();
            for (ulong end = sim.Cycle + 60_000; sim.Cycle < end;)
            {
                ulong left = end - sim.Cycle;
                var reason = most == 0 ? Step(left) : sim.Run(Math.Min(left, (ulong)most));
                if (most == int.MaxValue && sim.Cycle < end) Assert.Equal(StopReason.RecordsFull, reason);
                foreach (var r in sim.Records) all.Add(r with { Offset = 0 });
                sim.ClearRecords();
            }
            sim.Recording = RecordMode.None;   // flushes
            foreach (var r in sim.Records) all.Add(r with { Offset = 0 });
            return all;
            StopReason Step(ulong n) { sim.Step(n); return StopReason.Cycles; }
        }
        var whole = Drain(0);
        Assert.True(whole.Count > 30_000);
        Assert.Equal(whole, Drain(int.MaxValue));
        Assert.Equal(whole, Drain(37));
    }

    [Fact]
    public void Nothing_is_recorded_in_reset_or_when_not_asked()
    {
        using var sim = bench.Open(Bench.Retire);
        Go(sim);
        sim.Run(100);
        Assert.Equal(0, sim.Records.Length);
        sim.Recording = RecordMode.Full;
        sim.Reset(5);
        Assert.Equal(0, sim.Records.Length);
        sim.Run(1);
        Assert.NotEqual(0, sim.Records.Length);
    }

    [Fact]
    public void Channels_that_cannot_be_are_refused()
    {
        string Refusal(RecordChannel channel) => Assert.Throws<SimException>(() => bench.Open(Bench.Retire with { Channels = [channel] })).Message;
        Assert.Contains("did you mean `a_valid`", Refusal(RecordChannel.Retire("r", "a_vald", "r_order")));
        Assert.Contains("its valid: 32 bits, at most 1", Refusal(RecordChannel.Retire("r", "r_order", "r_order")));
        Assert.Contains("its order: 48 bits, at most 32", Refusal(RecordChannel.Retire("r", "r_valid", "r_pc")));
        Assert.Contains("needs an address and a data port", Refusal(RecordChannel.Write("a", "a_valid", "a_order", "a_addr")));
        Assert.Contains("at most 256", Refusal(RecordChannel.Write("a", "a_valid", "a_order", "a_addr", [.. Enumerable.Repeat("a_data", 8)])));
    }

    static void Go(ISimulation sim)
    {
        sim.Reset();
        sim["go"].Value = 1;
    }

    /// <summary>The records of this cycle, read from the ports.</summary>
    static IEnumerable<(SimRecord, string)> Cycle(ISimulation sim)
    {
        string[] prefix = ["r", "a", "b"];
        foreach (ushort c in new ushort[] { 1, 2, 0 })
        {
            var channel = sim.Design.Channels[c];
            if (sim[$"{prefix[c]}_valid"].Value == 0) continue;
            var words = channel.Data.SelectMany(name =>
            {
                var w = new uint[sim[name].Info.Words];
                sim[name].Read(w);
                return w;
            });
            yield return (new SimRecord
            {
                Cycle = sim.Cycle, Value = sim[channel.Address!].Value, Order = (uint)sim[channel.Order].Value, Count = 1,
                Channel = c, Kind = c == 0 ? RecordKind.Retire : RecordKind.Row,
            }, string.Join(' ', words));
        }
    }
}
