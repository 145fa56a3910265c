using Hw.Isa.Txu;
using Hw.Oracles;

namespace Hw.Golden.Tests;

/// <summary>LOOP, ENDL and the addresses of registers within, against loops that are simply run.</summary>
public class LoopTests
{
    [Theory]
    [InlineData(1, 0x1000, new[] { 5 })]
    [InlineData(2, 0x2000, new[] { 3, 4 })]
    [InlineData(3, 0x40_0000, new[] { 2, 1, 3 })]
    [InlineData(4, 0xFF_FFFF_FF00, new[] { 3, 2, 4, 2 })]
    public void Nested_strides_reach_the_addresses_of_plain_loops(int seed, long start, int[] counts)
    {
        var random = new Random(seed);
        var strides = counts.Select(_ => 32 * random.Next(int.MinValue / 32, int.MaxValue / 32)).ToArray();
        var text = $"SETA a1, {start}\n" + string.Concat(strides.Select((s, l) => $"SETL a1, {l}, {s}\n"))
            + string.Concat(counts.Select(c => $"LOOP {c}\n")) + "LD a0, a1, s0\nST a0, a1, s0\n" + string.Concat(counts.Select(_ => "ENDL\n")) + "HALT";
        var (outcome, log) = Bench.Run(new TxuMachine(4), text);
        Assert.Equal(Ending.Halted, outcome.Ending);
        Assert.Equal(LoopOracle.Addresses(start, counts, strides), log.Entries.SelectMany(e => e.Writes).Where(w => w.Memory == TxuIsa.Dram).Select(w => w.Address));
    }

    [Fact]
    public void A_sibling_loop_starts_over_and_SETA_forgets_strides()
    {
        var (_, log) = Bench.Run(new TxuMachine(4), """
            SETL a0, 0, 1
            LOOP 3
            LD a0, a1, s0
            ENDL
            LD a0, a1, s0
            LOOP 2
            LD a0, a1, s0
            ENDL
            SETA a0, 9
            LOOP 2
            LD a0, a1, s0
            ENDL
            HALT
            """);
        Assert.Equal([0, 1, 2, 0, 0, 1, 9, 9], log.Entries.SelectMany(e => e.Writes).Select(w => w.Address));
    }

    /// <summary>A triangle: the inner loop grows or shrinks with the iteration of the loop around it, and of that one only.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, -2)]
    [InlineData(4, 0)]
    public void Loops_grow(int count, int grow)
    {
        var (_, log) = Bench.Run(new TxuMachine(4), $"LOOP 2\nLOOP 3\nLOOP {count}, {grow}\nNOP VX\nENDL\nNOP MM\nENDL\nENDL\nLOOP 7, {grow}\nNOP ST\nENDL\nHALT");
        var wanted = new List<int>();
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < 3; j++) wanted.AddRange([.. Enumerable.Repeat((int)Queue.VX, count + grow * j), (int)Queue.MM]);
        wanted.AddRange(Enumerable.Repeat((int)Queue.ST, 7));
        Assert.Equal(wanted, log.Entries.Select(e => e.Instruction.Queue).Where(q => q != (int)Queue.CT));
    }

    [Fact]
    public void SETC_sets_all_of_a_constant_register()
    {
        var m = new TxuMachine(4);
        Bench.Run(m, "SETC c3, 0x3F800000, 0xFFFFFFFF, 5, 9\nSETC c15, 1\nHALT");
        Assert.Equal((new Constants(0x3F800000, 0xFFFFFFFF, 5, 9), new Constants(1, 0, (1 << 20) - 1, 0), default), (m.Constants[3], m.Constants[15], m.Constants[0]));
        m.Reset();
        Assert.Equal(default, m.Constants[3]);
    }

    [Fact]
    public void The_log_counts_the_dynamic_order()
    {
        var (_, log) = Bench.Run(new TxuMachine(4), "LOOP 2\nNOP VX\nENDL\nHALT");
        Assert.Equal([(0, 0, 4), (1, 1, 3), (2, 2, 4), (3, 1, 3), (4, 2, 4), (5, 3, 4)], log.Entries.Select(e => ((int)e.Instruction.Order, e.Instruction.Pc, e.Instruction.Queue)));
    }
}
