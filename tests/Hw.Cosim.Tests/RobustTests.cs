using Hw.Golden;
using Hw.Ip;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>Whatever the machine was doing before, a program runs as on a fresh one.</summary>
public abstract class RobustTests(Engine engine)
{
    public sealed class OnVerilator() : RobustTests(Engine.Verilator);
    public sealed class OnTheBuiltIn() : RobustTests(Engine.BuiltIn);

    /// <summary>A job on a machine that has a past.</summary>
    sealed class After(TxuJob job, Action<TxuSession> past, bool reset) : ILockstepTarget
    {
        public string Title => job.Title;
        public string Replay => job.Replay;
        public IsaProgram Program => job.Program;
        public IReadOnlyDictionary<string, WriteView> Views => job.Views;
        public Machine Golden() => job.Golden();
        public Trap FetchFault(int pc) => job.FetchFault(pc);

        public ILockstepSession Start(bool waves = false, CancellationToken token = default)
        {
            var session = job.Start(waves, token);
            session.Begin();
            past(session);
            return reset ? job.On(session.Simulation) : session;
        }
    }

    TxuJob Random(int seed, StallProfile stalls = StallProfile.P1) =>
        Chips.Four(engine).Job(Chips.Assemble(new RandomProgram(new(seed)).Text), RandomProgram.Image(seed), new() { Seed = seed + 1, Stalls = stalls });

    /// <summary>In the middle of whatever bursts are under way.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void AResetForgetsAProgramUnderWay(int seed)
    {
        foreach (var cycles in (int[])[1, 60, 111, 258, 777, 1500])
            Chips.Must(VerdictKind.Pass, Lockstep.Run(new After(Random(seed), s => s.Simulation.Run((ulong)cycles), reset: true), Chips.Thorough));
    }

    /// <summary>Without a reset between them, after ends of every kind.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(13)]
    public void ASecondRunIsLikeTheFirst(int seed)
    {
        var job = Random(seed);
        var once = Lockstep.Run(job, Chips.Thorough);
        var twice = Lockstep.Run(new After(job, s => Assert.NotNull(s.RunToEnd()), reset: false), Chips.Thorough);
        Chips.Must(VerdictKind.Pass, twice);
        Assert.Equal((once.Rtl!.Cause, once.Rtl.Pc, once.Instructions, once.Writes), (twice.Rtl!.Cause, twice.Rtl.Pc, twice.Instructions, twice.Writes));
    }

    [Fact]
    public void AnErrorOfMemoryLeavesNothingBehind()
    {
        var job = Chips.Four(engine).Job(Chips.Assemble("SETA a0, 0\nSETA a1, 0\nSETS s0, 200, st0=1\nLD a0, a1, s0\nHALT"), settings: new() { ErrorAddress = 3200, ErrorBytes = 32 });
        var verdict = Lockstep.Run(new After(job, s => Assert.Equal(Trap.AxiRead, s.RunToEnd()!.Cause), reset: false));
        Chips.Must(VerdictKind.Pass, verdict);
        Assert.Equal(Trap.AxiRead, verdict.Rtl!.Cause);
    }

    /// <summary>Were it not ignored, the counters would begin again.</summary>
    [Fact]
    public void TheDoorbellIsIgnoredWhileAProgramRuns()
    {
        using var session = Random(7).Start();
        session.Begin();
        session.Simulation.Run(400);
        session.Begin();
        var interrupted = session.RunToEnd()!;
        var verdict = Lockstep.Run(Random(7), Chips.Thorough);
        Chips.Must(VerdictKind.Pass, verdict);
        Assert.True(verdict.Cycles > 500, $"{verdict.Cycles} cycles are over before the doorbell rings");
        foreach (var counter in (Counter[])[Counter.Instructions, Counter.BytesLoaded, Counter.MatrixRows, Counter.VectorRows]) Assert.Equal(verdict.Rtl!.Of(counter), interrupted.Of(counter));
    }

    [Theory]
    [InlineData("LD a0, a1, s0", Trap.AxiRead)]
    [InlineData("LD a0, a1, s0, ACC", Trap.AxiRead)]
    [InlineData("LDT a0, a1, s0, B8", Trap.AxiRead)]
    [InlineData("LDT a0, a1, s0, B16", Trap.AxiRead)]
    [InlineData("ST a0, a1, s0", Trap.AxiWrite)]
    [InlineData("ST a0, a1, s0, ACC", Trap.AxiWrite)]
    [InlineData("STT a0, a1, s0, B8", Trap.AxiWrite)]
    [InlineData("STT a0, a1, s0, B16", Trap.AxiWrite)]
    public void EveryTransferReportsAnErrorOfMemory(string transfer, Trap cause)
    {
        var text = $"""
            SETA a0, 0
            SETA a2, 0
            SETA a1, 0x8000
            SETS s1, 256, st0=1
            LD a0, a2, s1                     signal(1)
            LD a0, a2, s1, ACC                signal(1)
            NOP ST                            wait(1, 1)
            SETS s0, 32, 2, st0=2, st1=64
            FENCE ST
            {transfer}
            HALT
            """;
        // the first piece, one in the middle, the upper half of the last memory row
        foreach (var piece in (int[])[0, 34, 126])
        {
            var settings = new TxuSettings { ErrorAddress = 0x8000 + piece * 32, ErrorBytes = 32, Stalls = StallProfile.P2, Latency = 300 };
            var verdict = Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble(text), Chips.Image(1, 0x9000), settings));
            Chips.Must(VerdictKind.Pass, verdict);
            Assert.Equal((Ending.Trapped, cause), (verdict.Golden!.Ending, verdict.Rtl!.Cause));
        }
    }

    /// <summary>Its first pass writes nothing for longer than the watchdog waits.</summary>
    [Fact]
    public void ReadingIsProgress()
    {
        var verdict = Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble("""
            SETA a0, 0
            SETA a1, 0
            SETS s0, 1024, st0=1
            LD a0, a1, s0, ACC      signal(1)
            SETS s1, 256, st0=2, st1=1
            SMX a0, a0, a1, a1, s1, v0, c0, BF16, first     wait(1)
            HALT
            """), Chips.Image(2, 0x8000), new() { Watchdog = 150 }), Chips.Thorough);
        Chips.Must(VerdictKind.Pass, verdict);
    }
}
