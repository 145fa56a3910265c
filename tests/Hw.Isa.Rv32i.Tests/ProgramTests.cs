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
}
