using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>The verdicts that are not about a wrong write, and what a report leaves behind.</summary>
public abstract class VerdictTests(Engine engine)
{
    public sealed class OnVerilator() : VerdictTests(Engine.Verilator);
    public sealed class OnTheBuiltIn() : VerdictTests(Engine.BuiltIn);

    [Fact]
    public void AHangIsFoundWithoutTheWatchdog()
    {
        var verdict = Run("ld-count-stuck", new() { Plant = "ld-count-stuck", Watchdog = 0 }, new() { Patience = 2_000, Batch = 500 });
        Chips.Must(VerdictKind.Hang, verdict);
        Assert.Equal((3, "LD"), (verdict.ExitCode, verdict.First!.Instruction!.Queue));
        Assert.StartsWith("LD a0", Assert.Single(verdict.First.InFlight, i => i.Queue == "LD").Text);
    }

    [Fact]
    public void TheCycleLimitIsAHangToo() =>
        Chips.Must(VerdictKind.Hang, Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble("LOOP 65535\nNOP CT\nENDL\nHALT")), new() { MaxCycles = 2_000, Batch = 500 }));

    [Fact]
    public void AProgramWithoutMeaningIsNotCompared()
    {
        var verdict = Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble("SETS s0, 4, st0=1\nST a0, a1, s0\nHALT")));
        Chips.Must(VerdictKind.ProgramError, verdict);
        Assert.Equal(2, verdict.ExitCode);
        Assert.Contains("never written", verdict.Summary);
    }

    /// <summary>Program order says deadlock, hardware runs on: such a program is wrong, not the RTL.</summary>
    [Fact]
    public void ASignalThatComesTooLateIsAProgramError()
    {
        var verdict = Lockstep.Run(Chips.Four(engine).Job(Chips.Assemble("NOP LD wait(3)\nNOP ST signal(3)\nHALT")));
        Chips.Must(VerdictKind.ProgramError, verdict);
        Assert.Contains("something later signals it", verdict.Summary);
    }

    /// <summary>The report's object says what its text says.</summary>
    [Fact]
    public void AReportCarriesBothValuesAndItsReplay()
    {
        var job = Chips.Four(engine, "mm-stuck-bit").Job(TxuPlants.Program("mm-stuck-bit"), TxuPlants.Image(), new() { Plant = "mm-stuck-bit" }, replay: "hw cosim mm-stuck-bit.asm --seed 1");
        var verdict = Lockstep.Run(job);
        Chips.Must(VerdictKind.Mismatch, verdict);
        var (difference, element) = (verdict.First!, verdict.First!.Element!);
        Assert.Equal(("ACC", 4, 1L), (element.Memory, element.Bytes, element.Rtl ^ element.Golden));
        Assert.Equal(("MM", 7L, 7, "plants/mm-stuck-bit.asm(9)"), (difference.Instruction!.Queue, difference.Instruction.Order, difference.Instruction.Pc, difference.Instruction.Source));
        Assert.NotEmpty(difference.LastRetired);
        Assert.Contains("replay: hw cosim mm-stuck-bit.asm --seed 1", verdict.ToString());
        Assert.Contains($"rtl {element.RtlHex} ", verdict.ToString());
        Assert.Equal(1, verdict.ExitCode);
    }

    [Fact]
    public void WavesShowTheCyclesAroundTheFailure()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("hw-waves-").FullName, $"failure{engine.WaveExtension()}");
        var verdict = Run("mm-stuck-bit", new() { Plant = "mm-stuck-bit" }, new() { WaveFile = file });
        Assert.Equal((VerdictKind.Mismatch, file), (verdict.Kind, verdict.WaveFile));
        Assert.InRange(new FileInfo(file).Length, 1_000, 5_000_000);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    Verdict Run(string program, TxuSettings settings, LockstepOptions options) => Lockstep.Run(Chips.Four(engine, settings.Plant).Job(TxuPlants.Program(program), TxuPlants.Image(), settings), options);
}
