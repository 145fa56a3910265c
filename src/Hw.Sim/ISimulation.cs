namespace Hw.Sim;

public enum StopReason
{
    /// <summary>All the cycles asked for have passed.</summary>
    Cycles,
    /// <summary>The stop port was 1; that cycle is included.</summary>
    StopPort,
    /// <summary>Read and clear <see cref="ISimulation.Records"/>, then go on.</summary>
    RecordsFull,
    /// <summary>The design ran <c>$finish</c>.</summary>
    Finished,
}

/// <summary>
/// A running design. Ports are memory: writing one costs a store, reading one settles combinational logic first if an input was
/// written, and shows what the design shows just before the rising edge. The clock moves only in <see cref="Step"/>,
/// <see cref="Run"/>, <see cref="Play"/>, <see cref="Capture"/> and <see cref="Reset"/>, each one native call for all its cycles.
/// One thread at a time. An assertion that fails inside the design is thrown as <see cref="SimAssertException"/> by the call it failed in.
/// </summary>
public interface ISimulation : IDisposable
{
    SimDesign Design { get; }

    /// <summary>Rising edges so far.</summary>
    ulong Cycle { get; }

    IReadOnlyList<Port> Ports { get; }

    /// <exception cref="SimException">No such port; names the nearest.</exception>
    Port this[string port] { get; }

    /// <summary>Holds <c>reset</c> at 1 for some cycles, then releases it.</summary>
    void Reset(int cycles = 2);

    /// <summary>Clocks; ends early only on <c>$finish</c>.</summary>
    void Step(ulong cycles = 1);

    /// <summary>Brings combinational outputs up to date with the inputs. Reading a port does this by itself.</summary>
    void Settle();

    /// <summary>
    /// Clocks until the 1-bit port <paramref name="stop"/> is 1 just before a rising edge (that cycle is still run and recorded),
    /// <paramref name="maxCycles"/> have passed, or the records want to be read.
    /// </summary>
    StopReason Run(ulong maxCycles, string? stop = null);

    /// <summary>
    /// Drives one row of <paramref name="values"/> per cycle into <paramref name="inputs"/>; each port takes as many 32-bit words of the
    /// row as its width needs. The last row stays applied.
    /// </summary>
    void Play(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, int cycles);

    /// <summary>
    /// Plays <paramref name="values"/> and keeps, for each row, what <paramref name="output"/> shows <paramref name="latency"/> cycles
    /// later: how a memory is read back through an address and a data port.
    /// </summary>
    void Capture(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, Port output, Span<uint> seen, int latency = 0);

    /// <summary>What the channels leave in <see cref="Records"/>. Leaving <see cref="RecordMode.Hashes"/> flushes.</summary>
    RecordMode Recording { get; set; }

    /// <summary>What happened since the last <see cref="ClearRecords"/>. Valid until the next call that clocks or clears.</summary>
    ReadOnlySpan<SimRecord> Records { get; }

    /// <summary>The words of a <see cref="RecordKind.Row"/>. Valid as long as <see cref="Records"/>.</summary>
    ReadOnlySpan<uint> Data(in SimRecord row);

    /// <summary>Ends the summaries of instructions that have not retired.</summary>
    void FlushRecords();

    void ClearRecords();

    /// <summary>Writes a wave file from now on. Simulations built without waves say so.</summary>
    void StartWave(string path);

    void StopWave();

    /// <summary>The design ran <c>$finish</c> in the last call that clocked.</summary>
    bool Finished { get; }

    /// <summary>Where <c>$display</c> goes; the console unless set.</summary>
    TextWriter Display { get; set; }
}
