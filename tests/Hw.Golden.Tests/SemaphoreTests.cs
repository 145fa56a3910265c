using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Golden.Tests;

/// <summary>The rules of semaphores: satisfied in program order, one queue at each end, no overflow in any order.</summary>
public class SemaphoreTests
{
    [Theory]
    [InlineData("NOP LD signal(3)\nNOP MM wait(3)\nHALT")]
    [InlineData("NOP LD signal(3, 3)\nNOP MM wait(3, 3)\nHALT")]
    [InlineData("SETQ 3, 2\nNOP MM wait(3, 3)\nHALT")]
    [InlineData("NOP LD signal(3)\nHALT wait(3)")]
    [InlineData("SETQ 3, 63\nHALT")]
    public void Satisfied_waits_pass(string text) => Assert.Equal(Ending.Halted, Bench.Run(text).Ending);

    [Theory]
    [InlineData("HALT wait(0)", 0)]
    [InlineData("NOP MM wait(3)\nNOP LD signal(3)\nHALT", 0)]
    [InlineData("NOP MM wait(3) signal(3)\nHALT", 0)]
    [InlineData("SETQ 3, 2\nSETQ 3, 0\nNOP MM wait(3)", 2)]
    public void A_wait_needs_an_earlier_signal(string text, int pc) =>
        Assert.Equal((Ending.Trapped, Trap.Deadlock, pc), Bench.Run(text) is var o ? (o.Ending, o.Cause, o.Pc) : default);

    [Theory]
    [InlineData("NOP LD signal(3)\nNOP ST signal(3)", "LD signals it at t.asm(1), ST signals it at t.asm(2)")]
    [InlineData("NOP LD signal(3, 3)\nNOP MM wait(3)\n\nHALT wait(3)", "MM waits for it at t.asm(2), CT waits for it at t.asm(4)")]
    public void Two_queues_at_one_end_are_named(string text, string who)
    {
        var outcome = Bench.Run(text);
        Assert.Equal(Ending.ProgramError, outcome.Ending);
        Assert.Contains($"semaphore 3 has two queues: {who}", outcome.Message);
    }

    /// <summary>In program order the count never passes 1; but nothing holds the loader back.</summary>
    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_free_running_signaller_can_overflow(int iterations, bool passes)
    {
        var outcome = Bench.Run($"LOOP {iterations}\nNOP LD signal(3)\nNOP MM wait(3)\nENDL\nHALT");
        Assert.Equal(passes ? (Ending.Halted, Trap.None) : (Ending.ProgramError, Trap.SemaphoreOverflow), (outcome.Ending, outcome.Cause));
    }

    /// <summary>What bounds it: credits back, also around three queues; a fence for the waiting queue; SETQ, which drains all.</summary>
    [Theory]
    [InlineData("SETQ 4, 2\nLOOP 1000\nNOP LD wait(4) signal(3)\nNOP MM wait(3) signal(4)\nENDL\nHALT")]
    [InlineData("SETQ 5, 2\nLOOP 1000\nNOP LD wait(5) signal(3)\nNOP MM wait(3) signal(4)\nNOP ST wait(4) signal(5)\nENDL\nHALT")]
    [InlineData("LOOP 1000\nNOP LD signal(3)\nNOP MM wait(3)\nFENCE MM\nENDL\nHALT")]
    [InlineData("LOOP 1000\nNOP LD signal(3)\nNOP MM wait(3)\nSETQ 9, 0\nENDL\nHALT")]
    [InlineData("LOOP 1000\nNOP LD signal(3)\nNOP CT wait(3)\nENDL\nHALT")]
    [InlineData("LOOP 1000\nNOP LD signal(3)\nNOP LD wait(3)\nENDL\nHALT")]
    public void A_bounded_signaller_cannot(string text) => Assert.Equal(Ending.Halted, Bench.Run(text).Ending);

    /// <summary>What looks like a bound and is none: a fence for the wrong queue, a credit that passes by the waiting queue.</summary>
    [Theory]
    [InlineData("LOOP 1000\nNOP LD signal(3)\nNOP MM wait(3)\nFENCE LD|ST|VX\nENDL\nHALT")]
    [InlineData("SETQ 5, 2\nLOOP 1000\nNOP LD wait(5) signal(3, 4)\nNOP MM wait(3)\nNOP ST wait(4) signal(5)\nENDL\nHALT")]
    public void A_false_bound_is_seen_through(string text) => Assert.Equal(Trap.SemaphoreOverflow, Bench.Run(text).Cause);

    /// <summary>The vector clocks against every interleaving: the peak the rule reports is the peak some order reaches.</summary>
    [Fact]
    public void The_worst_case_is_that_of_all_orders()
    {
        var random = new Random(5);
        var (overflows, safe) = (0, 0);
        for (var n = 0; n < 400; n++)
        {
            var trace = Interleavings.RandomTrace(random, queues: 3, semaphores: 3, length: 12);
            var peak = Interleavings.Peak(trace, queues: 3, semaphores: 3);
            var isa = TxuIsa.Definition.Shape with { Semaphores = new(32, peak) };
            Assert.False(Overflows(isa, trace));
            safe++;
            if (peak == 0) continue;
            Assert.True(Overflows(isa with { Semaphores = new(32, peak - 1) }, trace));
            overflows++;
        }
        Assert.True(safe == 400 && overflows > 300);

        static bool Overflows(IsaShape shape, List<Interleavings.Event> trace)
        {
            var board = new SemaphoreBoard(shape);
            foreach (var (queue, wait, signal) in trace)
            {
                board.Issue(queue);
                if (wait is { } w) { Assert.Null(board.Wait(w, queue, 0, _ => "", out var empty)); Assert.False(empty); }
                if (signal is { } s) { Assert.Null(board.Signal(s, queue, 0, _ => "", out var overflow)); if (overflow) return true; }
            }
            return false;
        }
    }
}
