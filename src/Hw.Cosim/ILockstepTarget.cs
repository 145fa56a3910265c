using Hw.Isa;
using Hw.Sim;

namespace Hw.Cosim;

/// <summary>
/// One program on one chip, with its memory and its surroundings: everything lockstep needs to run it twice, on the golden and as
/// RTL, as often as it wants and with the same result each time.
/// </summary>
public interface ILockstepTarget
{
    /// <summary>"txu C=4, latency 20, stalls P1, seed 7": what stands in a report.</summary>
    string Title { get; }

    /// <summary>The command line that does this again: <c>hw cosim gemm.asm --seed 7</c>.</summary>
    string Replay { get; }

    IsaProgram Program { get; }

    /// <summary>What the write channels of the design mean to the golden, by channel name.</summary>
    IReadOnlyDictionary<string, WriteView> Views { get; }

    /// <summary>A golden machine whose memory holds what the RTL's holds before the run.</summary>
    Machine Golden();

    /// <summary>What fetching the instruction at <paramref name="pc"/> meets in this memory.</summary>
    Trap FetchFault(int pc);

    /// <summary>A fresh simulation: loaded, not yet started.</summary>
    /// <param name="waves">The build that can write waves.</param>
    /// <exception cref="SimException">It cannot be built.</exception>
    ILockstepSession Start(bool waves = false, CancellationToken token = default);
}

/// <summary>A simulation of the target. Disposing it frees the simulation.</summary>
public interface ILockstepSession : IDisposable
{
    ISimulation Simulation { get; }

    /// <summary>Starts the program (reset, registers, doorbell); afterwards the clock is lockstep's.</summary>
    void Begin();

    /// <summary>A 1-bit output that is 1 once the program has ended, however it ended.</summary>
    string StopPort { get; }

    /// <summary>The first rule that the chip has broken at its ports, or null.</summary>
    string? Violation { get; }

    /// <summary>How the program ended. Only after <see cref="StopPort"/>.</summary>
    RtlEnd End();

    /// <summary>What differs between the memory outside the chip and the golden's, or null. Only after the end.</summary>
    string? MemoryDifference(Machine golden);

    /// <summary>Which of the counters that no timing changes is not the golden's, or null. Only after the end.</summary>
    string? CounterDifference(Machine golden, RtlEnd end);
}

/// <summary>How to read the rows of a write channel.</summary>
/// <param name="Memory">Number of the memory in the definition.</param>
/// <param name="ElementBytes">An element is a little-endian signed integer of so many bytes.</param>
/// <param name="Element">What an element's index is called: lane, byte.</param>
/// <param name="ByteAddressed">Addresses count bytes and are shown in hex; else they count rows.</param>
public sealed record WriteView(int Memory, int ElementBytes, string Element, bool ByteAddressed = false);

/// <summary>How the RTL says the program ended.</summary>
/// <param name="Cause">None when it halted.</param>
/// <param name="Counters">By name, as the hardware counted.</param>
public sealed record RtlEnd(Trap Cause, long Pc, int HaltCode, ulong Cycles, IReadOnlyDictionary<string, ulong> Counters)
{
    public override string ToString() => Cause == Trap.None ? $"halted with code {HaltCode} at pc {Pc}" : $"trap {Cause} at pc {Pc}";
}
