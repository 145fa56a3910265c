namespace Hw.Txu.Control;

/// <summary>Byte addresses of the control and status registers, 32 bits each. 64-bit values take two, low half first; the counters are at <see cref="Counters.Address"/>.</summary>
public static class Csr
{
    /// <summary>The first 64 bits of the instruction set's hash, low half first; software refuses to run on another.</summary>
    public const int Id = 0x000, IdHigh = 0x030;
    /// <summary>C.</summary>
    public const int Lanes = 0x004;
    /// <summary>Writing starts the program; taken only while status is not running.</summary>
    public const int Doorbell = 0x008;
    /// <summary>Bit 0 running, bit 1 a program has ended since the last doorbell, bit 2 it trapped.</summary>
    public const int Status = 0x00C;
    /// <summary>Byte address of the program, a multiple of 512 (the low 9 bits read 0).</summary>
    public const int ProgramLow = 0x010, ProgramHigh = 0x014;
    /// <summary>Instructions in the program.</summary>
    public const int Length = 0x018;
    /// <summary>Cycles without progress that count as a deadlock; 0 never.</summary>
    public const int Watchdog = 0x01C;
    /// <summary>Bit 0: raise the interrupt when a program ends. Writing also clears a raised one.</summary>
    public const int Interrupt = 0x020;
    public const int Cause = 0x024, Epc = 0x028, Code = 0x02C;
}
