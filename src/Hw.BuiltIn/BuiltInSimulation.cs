using System.Numerics;
using Hw.Hdl;
using Hw.Sim;
using Port = Hw.Sim.Port;

namespace Hw.BuiltIn;

/// <summary>The whole state of a simulation at one moment; it never changes and can be restored as often as one likes, into any simulation of the same design.</summary>
public sealed class Snapshot
{
    public ulong Cycle { get; init; }
}

/// <summary>A design running as .NET code. What <see cref="ISimulation"/> promises, and a state that can be looked at, kept, restored and forked.</summary>
public abstract class BuiltInSimulation : ISimulation
{
    /// <summary>Everything that remembers, in the order of <see cref="StateMap"/>.</summary>
    public abstract IReadOnlyList<StateElement> State { get; }

    /// <summary>Value of a register or read port; negative where its range is.</summary>
    public abstract BigInteger Read(StateElement element);
    /// <summary>A word of a memory.</summary>
    public abstract BigInteger Read(StateElement memory, int address);
    /// <summary>Sets it now. The value is within the element's range.</summary>
    public abstract void Write(StateElement element, BigInteger value);
    public abstract void Write(StateElement memory, int address, BigInteger value);

    public abstract Snapshot Save();
    public abstract void Restore(Snapshot snapshot);
    /// <summary>An independent simulation in the same state.</summary>
    public abstract BuiltInSimulation Fork();

    /// <summary>With <see cref="BuiltInOptions.Probes"/>: every named value, by path, and how to read it now.</summary>
    public abstract IReadOnlyList<Probe> Probes { get; }

    public abstract SimDesign Design { get; }
    public abstract ulong Cycle { get; }
    public abstract IReadOnlyList<Port> Ports { get; }
    public abstract Port this[string port] { get; }
    public abstract void Reset(int cycles = 2);
    public abstract void Step(ulong cycles = 1);
    public abstract void Settle();
    public abstract StopReason Run(ulong maxCycles, string? stop = null);
    public abstract void Play(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, int cycles);
    public abstract void Capture(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, Port output, Span<uint> seen, int latency = 0);
    public abstract RecordMode Recording { get; set; }
    public abstract ReadOnlySpan<SimRecord> Records { get; }
    public abstract ReadOnlySpan<uint> Data(in SimRecord row);
    public abstract void FlushRecords();
    public abstract void ClearRecords();
    public abstract void StartWave(string path);
    public abstract void StopWave();
    public abstract bool Finished { get; }
    public abstract TextWriter Display { get; set; }
    public abstract void Dispose();
}

/// <summary>A named value of a running design: a port of an instance, a register, or a value its text names.</summary>
/// <param name="Words">Copies its bits, little end first, as 32-bit words.</param>
public sealed record Probe(string Path, int Width, Func<uint[], int> Words);
