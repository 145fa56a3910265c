namespace Hw.BuiltIn;

/// <summary>How a design is compiled. None of it changes what a simulation shows.</summary>
public sealed record BuiltInOptions
{
    public static BuiltInOptions Default { get; } = new();

    /// <summary>Bits of a SIMD register: 512, 256 or 128; null, or more than it has, for the most that this machine has. 128 works on any machine.</summary>
    public int? VectorBits { get; init; }
    /// <summary>Units whose inputs have not changed are not evaluated.</summary>
    public bool Gating { get; init; } = true;
    /// <summary>Broken promises (`Fits`) stop the simulation with <see cref="Hw.Sim.SimAssertException"/>; without, the value is truncated as in Verilog.</summary>
    public bool Assertions { get; init; }
    /// <summary>Registers and memories start with random values of their ranges, drawn from the seed; without, with zeros.</summary>
    public bool RandomState { get; init; }
    /// <summary>Every named value has a place of its own, for waves.</summary>
    public bool Probes { get; init; }
}

/// <param name="Milliseconds">From the elaborated graph to code that can be called.</param>
/// <param name="CodeBytes">IL emitted.</param>
/// <param name="StateBytes">One simulation without its memories.</param>
/// <param name="MemoryBytes">Its memories.</param>
/// <param name="Arrays">Each array of instances: how many lanes, and whether it became SIMD or single instances and why.</param>
public sealed record CompileReport(double Milliseconds, long CodeBytes, long StateBytes, long MemoryBytes, int ScalarOperations, int LaneOperations, int Partitions, IReadOnlyList<string> Arrays);
