using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>Golden and RTL end for the same cause at the same pc, and agree in everything before it.</summary>
public abstract class TrapTests(Engine engine)
{
    public sealed class OnVerilator() : TrapTests(Engine.Verilator);
    public sealed class OnTheBuiltIn() : TrapTests(Engine.BuiltIn);

    /// <summary>Work that is under way when the trap comes.</summary>
    const string Before = """
        SETA a0, 16
        SETA a1, 0
        SETS s0, 64, st0=1
        LD a0, a1, s0 signal(1)
        SETA a2, 0x10000
        ST a0, a2, s0 wait(1)

        """;

    [Theory]
    [InlineData(Trap.IllegalOpcode, ".word 0xFF")]
    [InlineData(Trap.IllegalOpcode, ".word 0")]
    [InlineData(Trap.ReservedBits, ".word 0x80000000000000000000000000000002")]
    [InlineData(Trap.ReservedBits, ".word 0x101")]           // a wait's index without its used bit
    [InlineData(Trap.BadOperand, ".word 0x04")]              // LOOP 0
    [InlineData(Trap.BadOperand, "ENDL")]
    [InlineData(Trap.BadOperand, "LOOP 2\nLOOP 2\nLOOP 2\nLOOP 2\nLOOP 2")]
    [InlineData(Trap.BadRange, "SETA a3, 8129\nLD a3, a1, s0")]
    [InlineData(Trap.BadRange, "SETA a3, 33\nLD a0, a3, s0")]
    [InlineData(Trap.BadRange, "SETA a3, 1009\nST a3, a2, s0, ACC")]
    [InlineData(Trap.BadRange, "SETS s1, 3, st0=1\nST a0, a2, s1, ACC")]
    [InlineData(Trap.BadRange, "SETS s1, 4, 1, 2, st0=1\nMM a0, a0, a0, s1")]
    [InlineData(Trap.BadRange, "SETA a3, 8161\nSETS s1, 1\nMM a0, a0, a3, s1")]
    [InlineData(Trap.BadRange, "SETS s1, 8, st0=1200\nMM a0, a0, a0, s1")]
    [InlineData(Trap.BadRange, "SETS s1, 4, 2\nVQ a0, a0, s1, 1, 1")]
    [InlineData(Trap.BadOperand, "LOOP 2\nLOOP 1, -1\nENDL\nENDL")]
    [InlineData(Trap.BadOperand, "LOOP 3\nLOOP 40000, 20000\nENDL\nENDL")]
    [InlineData(Trap.BadOperand, "SETA a3, 9000\nMM a3, a3, a3, s0, SCALE, INT8")]      // before its ranges
    [InlineData(Trap.BadRange, "SETA a3, 1025\nMM a0, a3, a0, s0, SET, BF16")]
    [InlineData(Trap.BadRange, "SETS s1, 33, st0=1\nLDT a0, a1, s1")]
    [InlineData(Trap.BadRange, "SETA a3, 8130\nSETS s1, 4\nLDT a3, a1, s1, B16")]
    [InlineData(Trap.BadRange, "SETA a3, 0x100000\nSETS s1, 4, st0=2, st1=1\nSMX a0, a0, a3, a0, s1, v0, c0")]
    [InlineData(Trap.BadRange, "SETS s1, 4, st0=2, st1=1\nSMX a0, a0, a0, a0, s1, v30, c0")]
    [InlineData(Trap.BadRange, "SETS s1, 17, st0=1, st1=1\nVACT a0, a0, s1, EXP2, STATE")]
    [InlineData(Trap.BadRange, "SETS s1, 512, st0=1, st1=16\nVROPE a0, a0, a0, s1, E4M3, E4M3, E4M3")]
    [InlineData(Trap.BadRange, "SETA a3, 1020\nSETS s1, 8, st0=1, st1=1\nVQ a0, a3, s1, 1, 1")]
    [InlineData(Trap.RunOff, "NOP CT")]
    public void PreciseTraps(Trap cause, string text) => Trapped(cause, Before + text, new());

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(63 * 32)]
    public void AReadError(int at) => Trapped(Trap.AxiRead, Before + "HALT", new() { ErrorAddress = at, ErrorBytes = 32 });

    [Theory]
    [InlineData(0x10000)]
    [InlineData(0x10000 + 63 * 32)]
    public void AWriteError(int at) => Trapped(Trap.AxiWrite, Before + "HALT", new() { ErrorAddress = at, ErrorBytes = 32 });

    [Fact]
    public void TheOldestOfSeveralErrorsIsReported() => Trapped(Trap.AxiRead, Before + "LD a0, a1, s0\nLD a0, a1, s0\nHALT", new() { ErrorAddress = 0, ErrorBytes = 0x20000 }, pc: 3);

    [Fact]
    public void BeyondTheMemory() => Trapped(Trap.AxiRead, Before + $"SETA a3, {Chips.MemoryBytes - 32}\nSETA a4, 1000\nLD a4, a3, s0\nHALT", new() { ProgramAddress = 0x20000 });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 32)]
    public void AFetchError(int line, int pc) => Trapped(Trap.FetchError, Before + string.Concat(Enumerable.Repeat("NOP CT\n", 40)) + "HALT",
        new() { ProgramAddress = 0x20000, ErrorAddress = 0x20000 + line * 512 + 480, ErrorBytes = 32 }, pc);

    [Theory]
    [InlineData("MM a0, a0, a0, s0 wait(9)\nLD a0, a1, s0\nHALT", 6)]
    [InlineData("NOP CT wait(9)\nHALT", 6)]
    [InlineData("LD a0, a1, s0 wait(9)\nST a0, a2, s0 wait(10)\nHALT", 6)]
    public void TheWatchdogEndsADeadlock(string text, int pc) => Trapped(Trap.Deadlock, Before + text, new() { Watchdog = 600 }, pc);

    void Trapped(Trap cause, string text, TxuSettings settings, int? pc = null)
    {
        foreach (var (latency, stalls) in new[] { (4, Ip.StallProfile.P0), (90, Ip.StallProfile.P2) })
        {
            var verdict = Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble(text), Chips.Image(5, 4096), settings with { Latency = latency, Stalls = stalls }), LockstepOptions.Default);
            Chips.Must(VerdictKind.Pass, verdict);
            Assert.Equal((Ending.Trapped, cause, cause), (verdict.Golden!.Ending, verdict.Golden.Cause, verdict.Rtl!.Cause));
            if (pc is { } expected) Assert.Equal(expected, verdict.Rtl.Pc);
        }
    }
}
