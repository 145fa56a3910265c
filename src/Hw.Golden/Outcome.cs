using Hw.Isa;

namespace Hw.Golden;

public enum Ending
{
    /// <summary>Still running.</summary>
    None,
    /// <summary>By an instruction that ends the program.</summary>
    Halted,
    /// <summary>
    /// By a trap that hardware takes too, at the same pc for the same cause. One exception: at a <see cref="Trap.Deadlock"/> hardware
    /// goes on if something later in the program signals; such a program is wrong, and not to be compared either.
    /// </summary>
    Trapped,
    /// <summary>The program has no defined result; hardware may do anything, so nothing is to be compared.</summary>
    ProgramError,
    /// <summary>The run limit was reached.</summary>
    Limit,
}

/// <summary>How a run ended, after <paramref name="Executed"/> instructions. Pc is the ending instruction's index; Message is for people.</summary>
public sealed record Outcome(Ending Ending, Trap Cause, int Pc, long Executed, int HaltCode, string Message)
{
    public override string ToString() => Message;
}
