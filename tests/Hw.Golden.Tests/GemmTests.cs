using Hw.Isa.Txu;
using Hw.Oracles;

namespace Hw.Golden.Tests;

/// <summary>A whole program: load, multiply, requantize, store, over blocks of C tokens, double-buffered by semaphores. Every lane count gives the same bits.</summary>
public class GemmTests
{
    const int Tokens = 32, Features = 96, Outputs = 40, Scale = 1234, Shift = 21;
    const long W = 0x10_0000, X = 0x20_0000, Y = 0x30_0000, Sums = 0x40_0000;

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(32)]
    public void Every_lane_count_gives_the_oracle_s_bits(int lanes)
    {
        var random = new Random(77);
        var (w, x) = (new sbyte[Outputs, Features], new sbyte[Features, Tokens]);
        for (var k = 0; k < Features; k++)
        {
            for (var n = 0; n < Outputs; n++) w[n, k] = (sbyte)random.Next(-128, 128);
            for (var t = 0; t < Tokens; t++) x[k, t] = (sbyte)random.Next(-128, 128);
        }
        var m = new TxuMachine(lanes);
        for (var k = 0; k < Features; k++)
        {
            for (var n = 0; n < Outputs; n++) m.Dram.Write(W + n * Features + k, [(byte)w[n, k]]);
            for (var t = 0; t < Tokens; t++) m.Dram.Write(X + t / lanes * Features * 32 + k * 32 + t % lanes, [(byte)x[k, t]]);
        }

        // SPAD: weights at 0 (rows of one chunk together), tokens at 1000, results at 2000; semaphores: 0 weights and tokens → MM,
        // 1 MM → tokens free, 2 MM → VX, 3 VX → ACC free, 4 VX → ST, 5 ST → results free, 6 ST(acc) → ACC free too.
        var (outcome, _) = Bench.Run(m, $"""
            .equ CHUNKS, {Features} / 32
            SETA a0, 0
            SETA a1, {W}
            SETS s0, {Outputs}, CHUNKS, st0=CHUNKS, st1=1
            LD a0, a1, s0
            SETA a2, 1000
            SETA a3, {X}
            SETL a3, 0, {Features} * 32
            SETS s1, {Features}, st0=1
            SETA a4, 0                          ; ACC
            SETS s2, {Outputs}, CHUNKS, st0=1, st1={Outputs}, st2=32
            SETA a5, 2000
            SETS s3, {Outputs}, st0=1, st1=1
            SETA a6, {Y}
            SETL a6, 0, {Outputs} * 32
            SETA a7, {Sums}
            SETL a7, 0, {Outputs} * 128
            SETS s4, 4, {Outputs}, st0=1, st1=4
            SETS s5, {Outputs}, st0=1
            SETQ 1, 1
            SETQ 3, 1
            SETQ 5, 1
            SETQ 6, 1
            LOOP {Tokens} / {lanes}
            LD a2, a3, s1            wait(1)    signal(0)
            NOP MM                   wait(6)
            MM a4, a0, a2, s2        wait(0, 3) signal(1, 2)
            VQ a5, a4, s3, {Scale}, {Shift}  wait(2, 5) signal(3, 4)
            ST a5, a6, s5            wait(4)    signal(5)
            ST a4, a7, s4, ACC       signal(6)
            ENDL
            HALT
            """);
        Assert.Equal((Ending.Halted, outcome.Message), (outcome.Ending, outcome.Message));

        var (sums, quantized) = GemmOracle.Run(w, x, Scale, Shift);
        for (var n = 0; n < Outputs; n++)
            for (var t = 0; t < Tokens; t++)
            {
                var (block, slot) = (t / lanes, t % lanes);
                Assert.Equal(sums[n, t], BitConverter.ToInt32(m.Dram.Read(Sums + block * Outputs * 128 + n * 128 + slot * 4, 4)));
                Assert.Equal(quantized[n, t], (sbyte)m.Dram.Read(Y + block * Outputs * 32 + n * 32 + slot, 1)[0]);
            }
    }
}
