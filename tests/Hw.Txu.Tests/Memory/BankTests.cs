using System.Numerics;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Sim;
using Hw.Txu.Memory;

namespace Hw.Txu.Tests.Memory;

/// <summary>The on-chip memories under random requests on all ports: who goes first, what is read, and that nobody waits without a reason.</summary>
public class BankTests
{
    sealed record Request(string Port, bool Valid, bool Wide, int Row)
    {
        public IEnumerable<int> Banks(bool isSpad) => !isSpad ? [Row >> 8] : Wide ? [Row >> 11 << 1, Row >> 11 << 1 | 1] : [Row >> 11 << 1 | Row & 1];
        public bool Meets(Request other, bool isSpad) => Valid && other.Valid && Banks(isSpad).Intersect(other.Banks(isSpad)).Any();
    }

    const int Cycles = 4000, Lanes = 4;
    static readonly BigInteger beat = (BigInteger.One << 256) - 1;

    static BigInteger Word(Random random, int bits)
    {
        var bytes = new byte[bits / 8];
        random.NextBytes(bytes);
        return new(bytes, isUnsigned: true);
    }

    /// <summary>What is wrong, or null. Ports in the order of their priority; accumulators' first two writers take turns, as their claims see to.</summary>
    static string? Run(BuiltInDesign design, bool isSpad, string[] readers, string[] writers, int seed)
    {
        var random = new Random(seed);
        using var sim = design.Start();
        if (design.Design.Ports.Any(p => p.Name == "plant_select")) sim["plant_select"].Value = 1;
        int[] rows = isSpad ? [0, 1, 2, 3, 2048, 2049, 4100, 4101, 8190, 8191] : [0, 1, 255, 256, 511, 512, 767, 768, 1023];
        var model = new Dictionary<int, BigInteger>();
        var expected = new Dictionary<string, (BigInteger Value, BigInteger Mask)>();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var filling = cycle < rows.Length;      // a row has no value until it is written
            Request Ask(string port, bool writes)
            {
                var (row, wide) = (rows[random.Next(rows.Length)], isSpad && sim.Ports.Any(p => p.Name == $"{port}_wide") && random.Next(2) == 0);
                if (filling) (row, wide) = (rows[cycle], false);
                return new(port, filling ? writes && port == writers[0] : random.Next(3) > 0, wide, wide ? row & ~1 : row);
            }
            var (reads, writes) = (readers.Select(p => Ask(p, false)).ToArray(), writers.Select(p => Ask(p, true)).ToArray());
            if (!isSpad && writes[0].Meets(writes[1], false)) writes[1] = writes[1] with { Valid = false };
            foreach (var r in reads.Concat(writes))
            {
                (sim[$"{r.Port}_valid"].Value, sim[$"{r.Port}_row"].Value) = (r.Valid ? 1u : 0, (uint)r.Row);
                if (sim.Ports.Any(p => p.Name == $"{r.Port}_wide")) sim[$"{r.Port}_wide"].Value = r.Wide ? 1u : 0;
            }
            var data = writes.ToDictionary(w => w.Port, w => Word(random, sim[$"{w.Port}_data"].Width));
            foreach (var (port, word) in data) sim[$"{port}_data"].Wide = word;

            foreach (var (port, (value, mask)) in expected)
                if ((sim[$"{port}_data"].Wide & mask) != value) return $"cycle {cycle}: {port} reads {sim[$"{port}_data"].Wide:x}, expected {value:x}";
            expected.Clear();
            foreach (var group in (Request[][])[reads, writes])
                foreach (var (i, r) in group.Index())
                {
                    var granted = r.Valid && !group.Take(i).Any(o => o.Meets(r, isSpad));
                    if (sim[$"{r.Port}_grant"].Value == 1 != granted) return $"cycle {cycle}: {r} is granted {!granted}";
                }
            foreach (var r in reads.Where(r => sim[$"{r.Port}_grant"].Value == 1))
                expected[r.Port] = r.Wide ? (model[r.Row] | model[r.Row + 1] << 256, beat << 256 | beat) : (model[r.Row], isSpad ? beat : (BigInteger.One << 32 * Lanes) - 1);
            foreach (var w in writes.Where(w => sim[$"{w.Port}_grant"].Value == 1))
            {
                model[w.Row] = isSpad ? data[w.Port] & beat : data[w.Port];
                if (w.Wide) model[w.Row + 1] = data[w.Port] >> 256;
            }
            sim.Step();
        }
        return null;
    }

    static readonly string[] spadReaders = ["moving", "stationary", "vector", "store"], spadWriters = ["vector_write", "load"];
    static readonly string[] accReaders = ["matrix", "vector", "store"], accWriters = ["write", "vector_write", "load_write"];

    static readonly BuiltInOptions checks = new() { Assertions = true, RandomState = true };

    static BuiltInDesign Spad(params Plant[] plants) => BuiltInDesign.Compile(Design.Elaborate(() => new Scratchpad(), plants), checks);
    static BuiltInDesign Acc(params Plant[] plants) => BuiltInDesign.Compile(Design.Elaborate(() => new Accumulators(Lanes), plants), checks);

    [Fact]
    public void The_scratchpad_serves_its_ports_in_order() => Assert.Null(Run(Spad(), true, spadReaders, spadWriters, 1));

    [Fact]
    public void The_accumulators_serve_their_ports_in_order() => Assert.Null(Run(Acc(), false, accReaders, accWriters, 2));

    [Fact]
    public void Faults_are_seen()
    {
        Assert.NotNull(Run(Spad(new Plant("wide", typeof(Scratchpad), "vector_grant", "the vector unit does not wait for wide rows", s => s["vector_valid"])), true, spadReaders, spadWriters, 1));
        Assert.NotNull(Run(Spad(new Plant("half", typeof(Scratchpad), "banks.write_row", "of a wide row both halves are the lower one", s => s["vector_write_data"][255, 0])), true, spadReaders, spadWriters, 1));
        Assert.NotNull(Run(Acc(new Plant("lost", typeof(Accumulators), "load_write_grant", "a load does not wait", s => s["load_write_valid"])), false, accReaders, accWriters, 2));
    }

    /// <summary>Two writers of one bank in one cycle break the promise that claims make.</summary>
    [Fact]
    public void Writers_that_meet_in_a_bank_are_seen()
    {
        using var sim = Acc().Start();
        (sim["write_valid"].Value, sim["vector_write_valid"].Value, sim["write_row"].Value, sim["vector_write_row"].Value) = (1, 1, 3, 200);
        Assert.Throws<SimAssertException>(() => sim.Step());
    }
}
