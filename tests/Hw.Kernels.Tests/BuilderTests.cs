using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>The builder: registers, loops, NOPs for what an instruction cannot carry, and its errors.</summary>
public class BuilderTests
{
    [Fact]
    public void A_value_is_set_once_and_again_after_a_loop_s_edge()
    {
        var p = new ProgramBuilder();
        p.Load(0, 0x1000, Walk.Contiguous(2));
        p.Load(0, 0x2000, Walk.Contiguous(2));
        p.Loop(3, level => p.Load(0, new Pointer(0x3000).Step(level, 64), Walk.Contiguous(2)));
        p.Load(0, 0x1000, Walk.Contiguous(2));
        var lines = p.Halt().Listing().Split('\n').Select(l => l.Split(';')[0].Trim());
        Assert.Equal(
        [
            "SETA a0, 0", "SETA a1, 4096", "SETS s0, 2, st0=1", "LD a0, a1, s0", "SETA a2, 8192", "LD a0, a2, s0",
            "LOOP 3", "SETA a3, 0", "SETA a4, 12288", "SETL a4, 0, 64", "SETS s1, 2, st0=1", "LD a3, a4, s1", "ENDL",
            "SETA a5, 0", "SETA a6, 4096", "SETS s2, 2, st0=1", "LD a5, a6, s2", "HALT", "",
        ], lines);
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

    [Fact]
    public void Waits_beyond_two_go_before_and_signals_beyond_two_behind()
    {
        var p = new ProgramBuilder();
        var before = Enumerable.Range(0, 5).Select(i => p.Semaphore($"in {i}", Queue.LD, Queue.MM)).ToArray();
        var after = Enumerable.Range(0, 5).Select(i => p.Semaphore($"out {i}", Queue.MM, Queue.LD)).ToArray();
        p.Multiply(0, 0, 32, Walk.Product(1, 1), false, wait: before, signal: after);
        var lines = p.Halt().Listing().Split('\n').Select(l => l.Split(';')[0].Trim()).Where(l => l.StartsWith("NOP") || l.StartsWith("MM"));
        Assert.Equal(["NOP MM  wait(0, 1)", "NOP MM  wait(2)", "MM a0, a0, a1, s0  wait(3, 4)  signal(5, 6)", "NOP MM  signal(7, 8)", "NOP MM  signal(9)"], lines);
    }

    [Fact]
    public void A_label_stands_beside_its_instruction_and_the_listing_assembles_to_the_same_words()
    {
        var program = Gemm.Program(new Trial(150, 64, 32, 4).Problem);
        var text = program.Listing();
        Assert.Equal(program.Code.Words, Assembler.Assemble(TxuIsa.Definition, text).Words);
        Assert.Equal(program.Count, program.Labels.Count);
        Assert.Matches(@"MM .*; gemm: multiply, block 3 \+ 8i, outputs 0…31, features 0…63\n", text);
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
    public void Errors_name_both_ends()
    {
        var p = new ProgramBuilder();
        var full = p.Semaphore("full", Queue.LD, Queue.MM);
        Fails("MM cannot signal 'full' (LD → MM): LD does", () => p.Multiply(0, 0, 0, Walk.Product(1, 1), false, signal: [full]));
        Fails("VX cannot wait for 'full' (LD → MM): MM does", () => p.Requantize(0, 0, Walk.RowToRow(1), default, wait: [full]));
        Fails("there already is a semaphore 'full' (LD → MM)", () => p.Semaphore("full", Queue.ST, Queue.MM));
        Fails("legal: 1 … 8191", () => p.Load(0, 0, Walk.Contiguous(8192)));
        Fails("loops nest at most 4 deep", () => p.Loop(1, _ => p.Loop(1, _ => p.Loop(1, _ => p.Loop(1, _ => p.Loop(1, _ => { }))))));
        for (var i = 1; i < 32; i++) p.Semaphore($"{i}", Queue.LD, Queue.MM);
        Fails("all 32 semaphores are taken, none is left for 'one more'", () => p.Semaphore("one more", Queue.LD, Queue.MM));

        static void Fails(string why, Action action)
        {
            var message = Assert.Throws<IsaException>(action).Message;
            Assert.Contains(why, message);
            Assert.Contains("BuilderTests.cs(", message);
        }
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
