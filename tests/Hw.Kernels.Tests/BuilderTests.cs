using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>The builder: registers, semaphores from data flow, NOPs for what an instruction cannot carry, and its errors.</summary>
public class BuilderTests
{
    static List<string> Lines(TxuProgram program) => [.. program.Listing().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';')[0].Trim())];

    [Fact]
    public void A_value_is_set_once()
    {
        var p = new ProgramBuilder();
        p.Load(0, 0x1000, Walk.Contiguous(2));
        p.Load(0, 0x2000, Walk.Contiguous(2));
        p.Load(0, 0x1000, Walk.Contiguous(2));
        Assert.Equal(["SETA a0, 0", "SETA a1, 4096", "SETS s0, 2, st0=1", "LD a0, a1, s0", "SETA a2, 8192", "LD a0, a2, s0", "LD a0, a1, s0", "HALT"], Lines(p.Halt()));
    }

    [Fact]
    public void More_values_than_registers_still_reach_their_instructions()
    {
        var p = new ProgramBuilder();
        var random = new Random(5);
        var expected = new List<(long, long)>();
        for (var i = 0; i < 300; i++)
        {
            var (row, from, count) = (random.Next(60), random.Next(60) * 32L, random.Next(1, 25));
            p.Load(row, from, Walk.Contiguous(count));
            for (var j = 0; j < count; j++) expected.Add((row + j, (from + 32 * j) / 32));
        }
        var machine = new TxuMachine(4);
        for (var i = 0; i < 100; i++) machine.Dram.Write(i * 32, [(byte)i]);
        var log = new WriteLog();
        Assert.Equal(Ending.Halted, GoldenEngine.Run(machine, p.Halt().Code, log).Ending);
        Assert.Equal(expected, log.Entries.SelectMany(e => e.Writes).Select(w => (w.Address, (long)w.Data[0])));
    }

    /// <summary>Belady's rule sets fewest: with 33 addresses round and round, one register takes the misses.</summary>
    [Fact]
    public void The_value_wanted_last_makes_room()
    {
        var p = new ProgramBuilder();
        for (var i = 0; i < 330; i++) p.Load(0, i % 33 * 32, Walk.Contiguous(1));
        var sets = Lines(p.Halt()).Count(l => l.StartsWith("SETA"));
        Assert.InRange(sets, 33, 33 + 10);
    }

    [Fact]
    public void A_reader_waits_for_the_writer_and_a_writer_for_the_readers()
    {
        var p = new ProgramBuilder();
        p.Load(0, 0x1000, Walk.Contiguous(33));
        p.Multiply(MmType.INT8, 0, 0, 1, Walk.Product(1, 1, 1, 1, 1), MmMode.SET);
        p.Load(40, 0x1000, Walk.Contiguous(1));            // touches nothing that is in use
        p.Load(0, 0x1000, Walk.Contiguous(1));
        var program = p.Halt();
        Assert.Equal([new Semaphore(0, Queue.LD, Queue.MM), new Semaphore(1, Queue.MM, Queue.LD)], program.Semaphores.OrderBy(s => s.From));
        Assert.Equal(["LD a0, a1, s0  signal(0)", "MM a0, a0, a2, s1  wait(0)  signal(1)", "LD a3, a1, s2", "LD a0, a1, s2  wait(1)"], Lines(program).Where(l => l.StartsWith("LD") || l.StartsWith("MM")));
    }

    /// <summary>ST has waited for VX, VX for MM: so ST need not wait for MM's reading of what it overwrites in turn.</summary>
    [Fact]
    public void What_is_known_through_another_queue_is_not_waited_for()
    {
        var p = new ProgramBuilder();
        p.Load(0, 0x1000, Walk.Contiguous(33));
        p.Multiply(MmType.INT8, 0, 0, 1, Walk.Product(1, 1, 1, 1, 1), MmMode.SET);
        p.Requantize(100, 0, Walk.Rows(1, 1, 1), new(1, 0));
        p.Store(Space.SPAD, 100, 0x1000, Walk.Contiguous(1));      // overwrites what LD read: LD is known to be over
        Assert.Equal(3, p.Halt().Semaphores.Count);
    }

    [Fact]
    public void A_third_wait_goes_before_and_a_third_signal_behind()
    {
        var p = new ProgramBuilder();
        p.Load(0, 0x1000, Walk.Contiguous(200));
        p.Multiply(MmType.INT8, 0, 0, 32, Walk.Product(4, 1, 1, 1, 1), MmMode.SET);
        p.Store(Space.SPAD, 100, 0x2000, Walk.Contiguous(1));
        p.Activate(Activation.COPY, Target.ACC, 100, Source.E4M3, 150, Walk.Rows(1, 1, 1));
        p.Load(0, 0x1000, Walk.Contiguous(200));
        var lines = Lines(p.Halt());
        Assert.Single(lines, l => l.StartsWith("NOP LD  wait("));
        var q = new ProgramBuilder();
        q.Load(0, 0x1000, Walk.Contiguous(200));
        q.Multiply(MmType.INT8, 0, 0, 32, Walk.Product(4, 1, 1, 1, 1), MmMode.SET);
        q.Store(Space.SPAD, 100, 0x2000, Walk.Contiguous(1));
        q.Activate(Activation.COPY, Target.ACC, 100, Source.E4M3, 0, Walk.Rows(1, 1, 1));
        Assert.Single(Lines(q.Halt()), l => l.StartsWith("NOP LD  signal("));
    }

    /// <summary>Nothing else would keep LD from running ahead of MM by more than a semaphore holds: neither when each load is used at once, nor when all are there before the first use.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void A_semaphore_cannot_overflow(int together)
    {
        var p = new ProgramBuilder();
        p.Load(8000, 0x1000, Walk.Contiguous(32));
        for (var i = 0; i < 400; i += together)
        {
            for (var j = i; j < i + together; j++) p.Load(j, 0x1000 + 32 * j, Walk.Contiguous(1));
            for (var j = i; j < i + together; j++) p.Multiply(MmType.INT8, j, j, 8000, Walk.Product(1, 1, 1, 1, 1), MmMode.SET);
        }
        var program = p.Halt();
        Assert.Empty(RaceCheck.Of(program));
        var outcome = GoldenEngine.Run(new TxuMachine(4), program.Code);
        Assert.True(outcome.Ending == Ending.Halted, outcome.Message);
    }

    [Fact]
    public void A_label_stands_beside_its_instruction_and_the_listing_assembles_to_the_same_words()
    {
        var program = Attention.Program(new AttentionTrial(AttentionTrial.Small(MmType.BF16, 4, 20, 64)).Problem);
        var text = program.Listing();
        Assert.Equal(program.Code.Words, Assembler.Assemble(TxuIsa.Definition, text).Words);
        Assert.Equal(program.Count, program.Labels.Count);
        Assert.Matches(@"SMX .*; attention: softmax, head 0, block 4, keys 0…19\n", text);
    }

    [Fact]
    public void An_instruction_knows_the_line_that_wrote_it()
    {
        var p = new ProgramBuilder();
        p.Load(0, 32, Walk.Contiguous(1), file: "kernel.cs", line: 17);
        var code = p.Halt().Code;
        Assert.All(Enumerable.Range(0, 4), pc => Assert.Equal("kernel.cs(17)", code.PlaceOf(pc).ToString()));
    }

    [Fact]
    public void An_operand_that_does_not_fit_is_refused_where_it_is_written()
    {
        var p = new ProgramBuilder { Label = "too long" };
        var message = Assert.Throws<IsaException>(() => p.Load(0, 0, Walk.Contiguous(8192))).Message;
        Assert.Contains("legal: 1 … 8191", message);
        Assert.Contains("SPAD rows 8000 … 8199 leave its 8192 rows", Assert.Throws<IsaException>(() => p.Load(8000, 0, Walk.Contiguous(200))).Message);
        Assert.Contains("BuilderTests.cs(", message);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0001234)]
    [InlineData(0.99999999)]
    [InlineData(65535)]
    [InlineData(3.7e-9)]
    [InlineData(0.0)]
    public void The_nearest_requantization_is_good_to_16_bits(double factor)
    {
        var q = Requantization.Nearest(factor);
        Assert.InRange(q.Scale, 0, 65535);
        Assert.InRange(q.Shift, 0, 63);
        Assert.InRange(q.Factor, factor * (1 - 1.0 / 65536), factor * (1 + 1.0 / 65536));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    [InlineData(double.NaN)]
    public void A_factor_out_of_range_is_refused(double factor) => Assert.Throws<ArgumentOutOfRangeException>(() => Requantization.Nearest(factor));
}
