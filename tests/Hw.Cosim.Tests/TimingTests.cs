using Hw.Ip;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>A program means the same under every timing: the same writes, the same memory, the same counts; only the cycles differ.</summary>
public abstract class TimingTests(Engine engine)
{
    public sealed class OnVerilator() : TimingTests(Engine.Verilator);
    public sealed class OnTheBuiltIn() : TimingTests(Engine.BuiltIn);

    /// <summary>A matrix product over three blocks of tokens, double-buffered nowhere and overlapping everywhere it may.</summary>
    const string Gemm = """
        SETA a0, 0
        SETA a1, 0
        SETS s0, 24, 2, st0=2, st1=1        ; weights: 24 rows of 2 chunks
        LD a0, a1, s0
        SETA a2, 1000
        SETA a3, 0x1000
        SETL a3, 0, 2048
        SETS s1, 64, st0=1                  ; tokens: 64 features
        SETA a4, 0
        SETS s2, 24, 2, st0=1, st1=24, st2=32
        SETA a5, 2000
        SETS s3, 24, st0=1, st1=1
        SETA a6, 0x10000
        SETL a6, 0, 768
        SETA a7, 0x12000
        SETL a7, 0, 3072
        SETS s4, 4, 24, st0=1, st1=4
        SETS s5, 24, st0=1
        SETQ 1, 1
        SETQ 3, 1
        SETQ 5, 1
        SETQ 6, 1
        LOOP 3
        LD a2, a3, s1            wait(1)    signal(0)
        NOP MM                   wait(6)
        MM a4, a0, a2, s2        wait(0, 3) signal(1, 2)
        VQ a5, a4, s3, 300, 20   wait(2, 5) signal(3, 4)
        ST a5, a6, s5            wait(4)    signal(5)
        ST a4, a7, s4, ACC       signal(6)
        ENDL
        HALT 42
        """;

    [Fact]
    public void EveryTimingGivesTheSameVerdict()
    {
        var cycles = new HashSet<ulong>();
        Dictionary<Counter, ulong>? first = null;
        foreach (var stalls in Enum.GetValues<StallProfile>())
            foreach (var latency in (int[])[4, 33, 1200])
                foreach (var seed in (int[])[1, 2])
                {
                    var verdict = Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble(Gemm), Chips.Image(3, 0x4000), new() { Stalls = stalls, Latency = latency, Seed = seed }), Chips.Thorough);
                    Chips.Must(VerdictKind.Pass, verdict);
                    Assert.Equal((42, (long)verdict.Rtl!.Of(Counter.Instructions)), (verdict.Rtl!.HaltCode, verdict.Golden!.Executed));
                    Counter[] counted = [Counter.Instructions, Counter.MatrixRows, Counter.BytesLoaded, Counter.BytesStored];
                    var counts = counted.ToDictionary(n => n, n => verdict.Rtl!.Of(n));
                    Assert.Equal(first ??= counts, counts);
                    Assert.Equal([23 + 3 * 7 + 1, 3 * 48, 32 * (48 + 3 * 64), 32 * 3 * (24 + 96)], counted.Select(n => counts[n]));
                    cycles.Add(verdict.Cycles);
                }
        Assert.True(cycles.Count > 9, $"only {cycles.Count} different times of 18: the stalls do not bite");
    }

    [Fact]
    public void TheSameSettingsGiveTheSameCycles()
    {
        var runs = Enumerable.Range(0, 2).Select(_ =>
        {
            var retired = new List<Retirement>();
            var verdict = Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble(Gemm), Chips.Image(3, 0x4000), new() { Stalls = StallProfile.P2, Seed = 9 }), new() { Retired = retired.Add });
            Chips.Must(VerdictKind.Pass, verdict);
            Assert.Equal(Enumerable.Range(0, (int)verdict.Instructions).Select(i => (long)i), retired.Select(r => r.Order).Order());
            return retired;
        }).ToList();
        Assert.Equal(runs[0], runs[1]);
    }
}
