using System.Text;
using Hw.Golden;

namespace Hw.Isa.Rv32i.Tests;

/// <summary>C programs compiled for RV32I end and print on the golden as the same programs do on this machine.</summary>
public class ProgramTests
{
    const int MemoryBytes = 1 << 18;

    [Theory, InlineData("-O0"), InlineData("-O2"), InlineData("-Os")]
    public void PrintsWhatTheHostPrints(string level)
    {
        var output = new MemoryStream();
        var machine = new Rv32Machine(MemoryBytes, output);
        var (program, entry) = machine.Load(Compiled.For(level));
        var outcome = GoldenEngine.Run(machine, program, limit: 10_000_000, entry: entry);
        Assert.Equal(Ending.Halted, outcome.Ending);
        Assert.Equal(Compiled.OnHost, (outcome.HaltCode, Encoding.UTF8.GetString(output.ToArray())));
    }

    [Theory, InlineData("-O0"), InlineData("-O2"), InlineData("-Os")]
    public void EveryWriteIsTheOracles(string level) => Assert.InRange(Twin.Run(Compiled.For(level), MemoryBytes), 100_000, 10_000_000);

    [Fact]
    public void ThePrintedLinesAreWhatTheyShouldBe()
    {
        Assert.Equal(7, Compiled.OnHost.Code);
        Assert.Contains("bytes.crc 00000000cbf43926\n", Compiled.OnHost.Output);
        Assert.Contains($"control.machine {479001600:x16}\n", Compiled.OnHost.Output);
        Assert.Contains($"numbers.primes {550UL << 32 | 3989:x16}\n", Compiled.OnHost.Output);
    }

    [Fact]
    public void WhatIsDecodedRunsWithoutAllocating()
    {
        var program = Assembler.Assemble(Rv32i.Definition, "loop: addi t0, t0, 1\nsw t0, 0(sp)\nlbu t1, 0(sp)\nsra t2, t1, t0\nbeq zero, t2, skip\nxor t3, t2, t1\nskip: jal ra, sub\nbne t0, zero, loop\nsub: jalr zero, 0(ra)\n");
        var machine = new Rv32Machine(MemoryBytes);
        var engine = new GoldenEngine(machine, program);
        machine.Start([.. Enumerable.Repeat(512u, 32)]);
        engine.Run(1_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (engine.Executed < 50_000) engine.Step();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
