using Hw.Isa;

namespace Hw.Cli;

/// <summary>What the shell is told. The same for every verb; docs/cli.md lists them.</summary>
static class ExitCode
{
    public const int Pass = 0, Mismatch = 1, BadInput = 2, Hang = 3, BuildFailed = 4;
    /// <summary>A mistake of ours, not of whoever typed the command (sysexits' EX_SOFTWARE).</summary>
    public const int Internal = 70;
    public const int Interrupted = 130;

    /// <summary>A program that traps is a wrong program, whoever runs it; one that waits for ever hangs.</summary>
    public static int OfTrap(Trap cause) => cause switch { Trap.None => Pass, Trap.Deadlock => Hang, _ => BadInput };
}
