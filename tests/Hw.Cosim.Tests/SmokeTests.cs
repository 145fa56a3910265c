using Xunit.Abstractions;

namespace Hw.Cosim.Tests;

public class SmokeTests(ITestOutputHelper output)
{
    [Fact]
    public void Smoke()
    {
        foreach (var text in new[] { "HALT 5", """
            SETA a0, 16
            SETA a1, 0
            SETS s0, 64, st0=1
            LD a0, a1, s0 signal(1)
            SETA a2, 0x8000
            ST a0, a2, s0 wait(1)
            HALT 7
            """, """
            SETA a0, 16
            SETA a1, 0
            SETS s0, 64, st0=1
            LD a0, a1, s0 signal(1)
            SETA a2, 0x8000
            SETA a3, 100
            SETA a4, 48
            SETS s1, 8, 1, st0=1
            MM a3, a0, a4, s1 wait(1) signal(2, 4)
            SETS s2, 4, 8, st0=1, st1=4
            ST a3, a2, s2, ACC wait(2)
            SETA a5, 7000
            SETS s3, 8, st0=1, st1=1
            VQ a5, a3, s3, 20000, 24 wait(4) signal(3)
            SETS s4, 8, st0=1
            SETA a6, 0x4000
            ST a5, a6, s4 wait(3)
            HALT 7
            """ })
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var job = Chips.Four.Job(Chips.Assemble(text), Chips.RandomImage(1, 0, 4096));
            var v = Lockstep.Run(job, Chips.Options1);
            output.WriteLine($"{watch.Elapsed} {v}");
        }
    }
}
