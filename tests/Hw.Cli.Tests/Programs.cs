namespace Hw.Cli.Tests;

/// <summary>Programs the tests run.</summary>
static class Programs
{
    /// <summary>Loads 64 rows, multiplies 32 by 32 of them, stores the sums at 0x8000.</summary>
    public const string Product = """
        SETA a0, 0
        SETA a1, 0
        SETS s0, 64, st0=1
        LD a0, a1, s0            signal(0)
        SETA a2, 0
        SETA a3, 32
        SETS s1, 32, 1, st0=1, st1=1, st2=32
        MM a2, a0, a3, s1        wait(0) signal(1)
        SETA a4, 0x8000
        SETS s2, 4, 32, st0=1, st1=4
        ST a2, a4, s2, ACC       wait(1)
        HALT
        """;

    public const string RunsOff = "NOP MM\n";
    public const string Deadlocks = "NOP MM wait(3)\nHALT\n";

    /// <summary>Hours of work for any engine.</summary>
    public const string Endless = "LOOP 65535\nLOOP 65535\nLOOP 65535\nNOP MM\nENDL\nENDL\nENDL\nHALT\n";
}
