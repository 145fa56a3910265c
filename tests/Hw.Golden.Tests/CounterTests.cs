using Hw.Isa.Txu;

namespace Hw.Golden.Tests;

/// <summary>The counters that need no clock, from a program small enough to count by hand.</summary>
public class CounterTests
{
    [Fact]
    public void Events_of_a_small_program()
    {
        var m = new TxuMachine(8);
        Bench.Run(m, """
            SETS s0, 8, 16, st0=1, st1=8
            LD a0, a0, s0                           ; 128 rows
            SETA a1, 64
            SETS s1, 5, 2, 3, st0=2, st1=10
            LDT a1, a0, s1, B16                     ; 5 rows of 64 bytes, 6 tiles
            LDT a1, a0, s1, B8                      ; and of 32 bytes
            SETS s2, 4
            LD a0, a0, s2, ACC                      ; 128 bytes
            LOOP 2
            SETS s3, 3, 2, st2=32
            MM a0, a0, a0, s3                       ; 3 rows × 2 chunks, 64 features, 8 lanes
            MM a0, a0, a0, s3, tail=5, lanes=3      ; 37 features, 3 lanes
            MM a0, a0, a0, s3, lanes=9              ; no more lanes than there are
            NOP MM
            ENDL
            SETS s4, 3, st0=2, st1=0, st2=0
            SETA a2, 600
            VACT a2, a0, s4, COPY                   ; 3 rows
            SMX a2, a0, a0, a0, s4, v0, c0, first   ; 3
            VRED v3, a0, s4, SUM, first=1           ; 3
            SETS s5, 2, st0=2, st1=1, st2=1
            SETA a3, 1
            SETS s6, 16, st0=1
            LD a0, a0, s6, ACC
            VROPE a2, a0, a0, s5                    ; 2 pairs
            ST a2, a0, s0                           ; never written: no event of an instruction that did not end
            HALT
            """);
        Assert.Equal(
            [(Counter.Instructions, 31), (Counter.LdInstructions, 5), (Counter.StInstructions, 0), (Counter.MmInstructions, 8), (Counter.VxInstructions, 4), (Counter.BytesLoaded, 4096 + 6 * 320 + 6 * 160 + 128 + 512),
             (Counter.BytesStored, 0), (Counter.MatrixRows, 36), (Counter.UsefulMacs, 2 * 3 * (64 * 8 + 37 * 3 + 64 * 8)), (Counter.VectorRows, 13)],
            Counters.All.Where(c => c.TimingFree).Select(c => (c.Counter, (int)m.Counts[(int)c.Counter])));
        Assert.All(Counters.All.Where(c => !c.TimingFree), c => Assert.Equal(0, m.Counts[(int)c.Counter]));
        m.Reset();
        Assert.All(m.Counts, count => Assert.Equal(0, count));
    }

    [Theory]
    [InlineData("SETS s0, 7, 3, 2, st0=1\nLD a0, a0, s0\nST a0, a0, s0\nHALT", 42 * 32)]
    [InlineData("SETS s0, 8, 8, st0=1\nLD a0, a0, s0\nSETS s0, 7, 1, 2, st0=1\nSETS s0, 9\nSTT a0, a0, s0, B16\nSTT a0, a0, s0, B8\nHALT", 9 * 96)]
    public void Bytes_stored(string text, long bytes)
    {
        var m = new TxuMachine(4);
        Assert.Equal(Ending.Halted, Bench.Run(m, text).Outcome.Ending);
        Assert.Equal(bytes, m.Counts[(int)Counter.BytesStored]);
    }

    /// <summary>In the order of the enum, each with a name of its own: a counter's address follows from its number.</summary>
    [Fact]
    public void The_table_has_every_counter_once()
    {
        Assert.Equal(Enum.GetValues<Counter>(), Counters.All.Select(c => c.Counter));
        Assert.Equal(Counters.All.Length, Counters.All.Select(c => c.Name).Distinct().Count());
        Assert.Contains(TxuIsa.Definition.Shape.Counters, c => c is { Address: 0x110, Name: "LD instructions" });
    }
}
