using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Golden.Tests;

/// <summary>Every trap the golden can raise, from the smallest program that raises it; and what a trap leaves behind.</summary>
public class TrapTests
{
    [Theory]
    [InlineData(Trap.IllegalOpcode, 1, "NOP LD\n.word 0\nHALT")]
    [InlineData(Trap.IllegalOpcode, 0, ".word 0xFF")]
    [InlineData(Trap.ReservedBits, 0, ".word 0x02 | 1 << 127")]
    [InlineData(Trap.ReservedBits, 0, ".word 0x02 | 1 << 8")]
    [InlineData(Trap.BadOperand, 0, ".word 0x01 | 5 << 44")]
    [InlineData(Trap.BadOperand, 0, ".word 0x04")]
    [InlineData(Trap.BadOperand, 0, ".word 0x0A | 1 << 12 | 1 << 25")]
    [InlineData(Trap.BadOperand, 0, ".word 0x20 | 3 << 32")]
    [InlineData(Trap.BadOperand, 1, "NOP LD\nENDL")]
    [InlineData(Trap.BadOperand, 3, "LOOP 2\nNOP LD\nENDL\nENDL")]
    [InlineData(Trap.BadOperand, 4, "LOOP 1\nLOOP 1\nLOOP 1\nLOOP 1\nLOOP 1")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 31\nLD a0, a1, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8192\nLD a1, a0, s0")]
    [InlineData(Trap.BadRange, 2, "SETA a1, 8191\nSETS s0, 2\nLD a1, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8192\nST a1, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 16\nST a0, a1, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 6\nST a0, a0, s0, ACC")]
    [InlineData(Trap.BadRange, 2, "SETA a1, 1024\nSETS s0, 4\nST a1, a0, s0, ACC")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, e2=2\nMM a0, a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1025\nMM a0, a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 2, st0=8192\nMM a0, a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8161\nMM a0, a0, a1, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2, st2=8161\nMM a0, a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nVQ a0, a0, s0, 1, 0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 2, st0=8192\nVQ a0, a0, s0, 1, 0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 2, st1=1024\nVQ a0, a0, s0, 1, 0")]
    [InlineData(Trap.BadOperand, 0, ".word 0x20 | 3 << 36")]
    [InlineData(Trap.BadOperand, 0, ".word 0x30 | 3 << 32")]
    [InlineData(Trap.BadOperand, 0, ".word 0x31 | 4 << 32")]
    [InlineData(Trap.BadOperand, 0, ".word 0x38")]
    [InlineData(Trap.BadOperand, 0, ".word 0x32 | 5 << 83")]
    [InlineData(Trap.BadOperand, 0, ".word 0x33 | 6 << 83")]
    [InlineData(Trap.BadOperand, 0, ".word 0x35 | 3 << 83")]
    [InlineData(Trap.ReservedBits, 0, ".word 0x0C | 1 << 116")]
    [InlineData(Trap.BadOperand, 0, "MM a0, a0, a0, s0, SCALE")]
    [InlineData(Trap.BadOperand, 1, "SETS s0, 1, 2, st0=1\nMM a0, a0, a0, s0, SCALE")]
    [InlineData(Trap.BadOperand, 1, "LOOP 3\nLOOP 1, -1\nNOP LD\nENDL\nENDL", 5)]
    [InlineData(Trap.BadOperand, 1, "LOOP 2\nLOOP 65535, 1\nENDL\nENDL", 65538)]
    [InlineData(Trap.BadRange, 1, "SETA a1, 31\nLDT a0, a1, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 33\nLDT a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1\nLDT a1, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8130\nLDT a1, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8161\nLDT a1, a0, s0, B8")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 8191, 8191\nLDT a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 31\nSTT a0, a1, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 33\nSTT a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1\nSTT a1, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8161\nSTT a1, a0, s0, B8")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 6\nLD a0, a0, s0, ACC")]
    [InlineData(Trap.BadRange, 2, "SETA a1, 1024\nSETS s0, 4\nLD a1, a0, s0, ACC")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1\nMM a0, a1, a0, s0, SET, BF16")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1\nMM a0, a0, a1, s0, SET, BF16")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, st0=1\nMM a0, a0, a0, s0, SET, BF16")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, st1=1\nMM a0, a0, a0, s0, SET, BF16")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, st2=1\nMM a0, a0, a0, s0, SET, BF16")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8130\nMM a0, a0, a1, s0, SET, BF16")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8192\nMM a0, a1, a0, s0, SET, BF16")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 1, 2\nVACT a0, a0, s0, COPY")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nVBIN a0, a0, a0, s0, ADD")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nVGLU a0, a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nVRED v0, a0, s0, SUM")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nVNRM a0, a0, a0, s0, v0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nVROPE a0, a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nVDQ a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nSMX a0, a0, a0, a0, s0, v0, c0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, 2\nSMXF a0, a0, s0, v0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1\nVACT a1, a0, s0, COPY")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, st0=3\nVACT a0, a0, s0, COPY")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1\nVACT a0, a1, s0, COPY, ACC, BF16")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 8192\nVACT a1, a0, s0, COPY, E4M3")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1024\nVACT a1, a0, s0, COPY, ACC")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 32\nVACT a1, a0, s0, COPY, STATE")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 32\nVACT a0, a1, s0, COPY, ACC, STATE")]
    [InlineData(Trap.BadRange, 2, "SETA a1, 8191\nSETS s0, 17\nVBIN a0, a0, a1, s0, ADD, with=SCALAR")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1\nVBIN a0, a0, a1, s0, ADD")]
    [InlineData(Trap.BadRange, 2, "SETA a1, 8191\nSETS s0, 17\nVNRM a0, a0, a1, s0, v0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, st1=1024\nVROPE a0, a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, st2=1024\nVROPE a0, a0, a0, s0")]
    [InlineData(Trap.BadRange, 1, "SETS s0, 1, st0=8192\nVROPE a0, a0, a0, s0, E4M3")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1024\nVRED v0, a1, s0, SUM")]
    [InlineData(Trap.BadRange, 0, "SMX a0, a0, a0, a0, s0, v30, c0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1 << 20\nSMX a0, a0, a1, a0, s0, v0, c0")]
    [InlineData(Trap.BadRange, 1, "SETA a1, 1 << 20\nSMX a0, a0, a0, a1, s0, v0, c0")]
    [InlineData(Trap.RunOff, 0, "")]
    [InlineData(Trap.RunOff, 1, "NOP ST")]
    [InlineData(Trap.Deadlock, 1, "NOP LD signal(3)\nNOP ST wait(3, 3)")]
    public void Each_cause_from_a_small_program(Trap cause, int pc, string text, int executed = -1)
    {
        var outcome = Bench.Run(text, limit: 1_000_000);
        if (executed >= 0) Assert.Equal(executed, outcome.Executed);
        Assert.Equal((Ending.Trapped, cause, pc), (outcome.Ending, outcome.Cause, outcome.Pc));
        Assert.Contains($"trap {cause}", outcome.Message);
    }

    /// <summary>The neighbours of the range traps, one step inside.</summary>
    [Theory]
    [InlineData("SETA a1, 8191\nLD a1, a0, s0\nHALT")]
    [InlineData("SETA a1, 8190\nSETS s0, 2\nLD a1, a0, s0\nHALT")]
    [InlineData("LOOP 2\nLOOP 2, -1\nENDL\nENDL\nHALT")]
    [InlineData("LOOP 2\nLOOP 65534, 1\nENDL\nENDL\nHALT")]
    [InlineData("SETA a1, 8128\nSETS s0, 32, st0=2\nLDT a1, a0, s0\nSTT a1, a0, s0\nHALT")]
    [InlineData("SETA a1, 8160\nLDT a1, a0, s0, B8\nSTT a1, a0, s0, B8\nHALT")]
    [InlineData("SETA a1, 1023\nSETS s0, 4\nLD a1, a0, s0, ACC\nSETS s0, 1\nSETA a2, 31\nVACT a2, a1, s0, COPY, STATE\nVRED v31, a1, s0, MAX\nHALT")]
    [InlineData("SETS s0, 4\nLD a0, a0, s0, ACC\nSETS s0, 1\nSETA a1, (1 << 20) - 1\nSMX a0, a0, a1, a1, s0, v29, c0, first\nSETA a1, 8190\nVACT a1, a0, s0, COPY\nHALT")]
    [InlineData("LOOP 1\nLOOP 1\nLOOP 1\nLOOP 1\nENDL\nENDL\nENDL\nENDL\nHALT")]
    public void The_last_legal_value_passes(string text) => Assert.Equal("", Bench.Run(text, limit: 1_000_000) is { Ending: not Ending.Halted, Message: var why } ? why : "");

    [Fact]
    public void A_range_is_checked_before_waits_and_reads() =>
        Assert.Equal(Trap.BadRange, Bench.Run("SETA a1, 8192\nST a1, a0, s0  wait(0)").Cause);

    [Fact]
    public void A_trap_is_precise()
    {
        var machine = new TxuMachine(4);
        var (outcome, log) = Bench.Run(machine, "LD a0, a0, s0\nSETA a1, 8191\nSETS s1, 2\nLD a1, a0, s1\nLD a0, a0, s0");
        Assert.Equal((3, 3L), (outcome.Pc, outcome.Executed));
        Assert.Equal([0, 1, 2], log.Entries.Select(e => e.Instruction.Pc));
        Assert.False(machine.Spad.IsWritten(8191));
        Assert.Equal("t.asm(4): pc 3: LD a1, a0, s1: trap BadRange: SPAD rows 8191 … 8192 leave its 8192 rows", outcome.Message);
    }

    [Theory]
    [InlineData("ST a0, a0, s0", "SPAD row 0 is read but was never written")]
    [InlineData("LD a0, a0, s0\nSETA a1, 7\nMM a0, a1, a0, s0", "SPAD row 1 is read but was never written")]
    [InlineData("SETS s0, 32\nLD a0, a0, s0\nMM a0, a0, a0, s1, ADD", "ACC row 0 is read but was never written")]
    [InlineData("VQ a0, a0, s0, 1, 0", "ACC row 0 is read but was never written")]
    public void Reading_what_was_never_written_is_a_program_error(string text, string why)
    {
        var outcome = Bench.Run(text);
        Assert.Equal((Ending.ProgramError, Trap.None), (outcome.Ending, outcome.Cause));
        Assert.Contains(why, outcome.Message);
    }

    [Fact]
    public void A_halt_gives_its_code() => Assert.Equal((Ending.Halted, 4711, 0), Bench.Run("HALT 4711") is var o ? (o.Ending, o.HaltCode, o.Pc) : default);

    [Fact]
    public void An_endless_program_meets_its_limit()
    {
        var outcome = Bench.Run("LOOP 65535\nLOOP 65535\nNOP LD\nENDL\nENDL\nHALT", limit: 1000);
        Assert.Equal((Ending.Limit, 1000L), (outcome.Ending, outcome.Executed));
    }

    [Fact]
    public void A_program_of_another_instruction_set_is_refused()
    {
        var other = IsaDefinition.Define(TxuIsa.Definition.Shape, [typeof(Halt)]);
        Assert.Throws<IsaException>(() => GoldenEngine.Run(new TxuMachine(4), new IsaProgram(other)));
    }
}
