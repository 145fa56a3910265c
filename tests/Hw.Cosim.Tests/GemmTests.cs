using Hw.Ip;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>A matrix product at eight lanes: another configuration of the chip, and the matrix unit kept busy.</summary>
public abstract class GemmTests(Engine engine)
{
    public sealed class OnVerilator() : GemmTests(Engine.Verilator);
    public sealed class OnTheBuiltIn() : GemmTests(Engine.BuiltIn);

    const string Text = """
        .equ OUTPUTS, 64
        .equ CHUNKS, 4
        .equ BLOCKS, 4
        SETA a0, 0
        SETA a1, 0
        SETS s0, CHUNKS, OUTPUTS, st0=1, st1=CHUNKS
        LD a0, a1, s0                       ; weights, row by row
        SETA a2, 1024
        SETA a3, 0x2000
        SETL a3, 0, CHUNKS * 32 * 32
        SETS s1, CHUNKS * 32, st0=1         ; a block of tokens
        SETA a4, 0
        SETS s2, OUTPUTS, CHUNKS, st0=CHUNKS, st1=1, st2=32
        SETA a5, 4096
        SETS s3, OUTPUTS, st0=1, st1=1
        SETA a6, 0x10000
        SETL a6, 0, OUTPUTS * 32
        SETS s5, OUTPUTS, st0=1
        SETQ 1, 1
        SETQ 3, 1
        SETQ 5, 1
        LOOP BLOCKS
        LD a2, a3, s1            wait(1)    signal(0)
        MM a4, a0, a2, s2        wait(0, 3) signal(1, 2)
        VQ a5, a4, s3, 300, 22   wait(2, 5) signal(3, 4)
        ST a5, a6, s5            wait(4)    signal(5)
        ENDL
        HALT
        """;

    [Theory]
    [InlineData(StallProfile.P0)]
    [InlineData(StallProfile.P2)]
    public void EightLanes(StallProfile stalls)
    {
        using var chip = new TxuTarget(8, new() { Engine = engine, MemoryBytes = Chips.MemoryBytes, Simulator = BuildOptions.Quick });
        var verdict = Lockstep.Run(chip.Job(Chips.Assemble(Text), Chips.Image(8, 0x8000), new() { Stalls = stalls }), Chips.Thorough);
        Chips.Must(VerdictKind.Pass, verdict);
        Assert.Equal(4 * 64 * 4ul, verdict.Rtl!.Of(Counter.MatrixRows));
        Assert.InRange(verdict.Rtl!.Utilization(), 0.2, 1);
    }
}
