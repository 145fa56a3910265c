using Hw.Encodings;

namespace Hw.Isa;

/// <summary>Why a machine stopped. The values are those of the hardware's cause register and never change.</summary>
public enum Trap : byte
{
    None = 0,
    /// <summary>The word is no instruction.</summary>
    IllegalOpcode = 1,
    /// <summary>A bit is set that must be 0.</summary>
    ReservedBits = 2,
    /// <summary>An operand has no legal value, or one that does not go with the others.</summary>
    BadOperand = 3,
    /// <summary>What is read or written leaves its memory, or is not aligned as it must be.</summary>
    BadRange = 4,
    /// <summary>The program counter left the program.</summary>
    RunOff = 5,
    /// <summary>A semaphore would be above its greatest value.</summary>
    SemaphoreOverflow = 6,
    /// <summary>A wait that nothing can satisfy; in hardware, the watchdog.</summary>
    Deadlock = 7,
    /// <summary>Memory answered a read with an error.</summary>
    AxiRead = 8,
    /// <summary>Memory answered a write with an error.</summary>
    AxiWrite = 9,
    /// <summary>Memory answered the fetch of an instruction with an error.</summary>
    FetchError = 10,
    /// <summary>A jump to an address where no instruction can stand.</summary>
    Misaligned = 11,
    /// <summary>An instruction that calls a debugger, and there is none.</summary>
    Breakpoint = 12,
}

/// <summary>Raised by an instruction's checks at dispatch. Precise: nothing of the instruction has happened.</summary>
public sealed class TrapException(Trap cause, string message) : Exception(message)
{
    public Trap Cause { get; } = cause;
}

/// <summary>The program has no defined result (it reads what was never written, say): a mistake in the program, not a trap of the machine.</summary>
public sealed class ProgramErrorException(string message) : Exception(message);

/// <summary>A definition, a program or a text is wrong. Each error stands on its own line: place, cause, remedy.</summary>
public sealed class IsaException(IReadOnlyList<string> errors) : Exception(string.Join('\n', errors))
{
    public IsaException(IReadOnlyList<Finding> findings) : this([.. findings.Where(f => f.Severity == Severity.Error).Select(f => f.ToString())]) => Findings = findings;
    public IsaException(string error) : this([error]) { }
    public IReadOnlyList<string> Errors { get; } = errors;
    /// <summary>Where a definition is wrong: the errors as data, and the warnings.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [];
}
