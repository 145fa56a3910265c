using Hw.Ip;
using Hw.Sim;

namespace Hw.TxuCosim;

/// <summary>What a build of the harness depends on.</summary>
public sealed record TxuBuild
{
    /// <summary>With the retire-and-write port that lockstep listens to; without it a run is a benchmark.</summary>
    public bool Records { get; init; } = true;
    /// <summary>With every fault of <see cref="TxuPlants"/> behind a select.</summary>
    public bool Plants { get; init; }
    /// <summary>Size of the memory outside the chip in bytes, a power of two.</summary>
    public int MemoryBytes { get; init; } = AxiMemory.DefaultWords * AxiBus.BeatBytes;
    public BuildOptions Simulator { get; init; } = BuildOptions.Fast;
    /// <summary>Root of the build cache; null for the default.</summary>
    public string? Cache { get; init; }
    /// <summary>Hears of builds that take time.</summary>
    public Action<string>? Progress { get; init; }
}

/// <summary>The surroundings of one run: everything that decides what happens in it, beside program and memory.</summary>
public sealed record TxuSettings
{
    public static TxuSettings Default { get; } = new();

    /// <summary>Cycles from a memory request to its first beat, 4 … 255.</summary>
    public int Latency { get; init; } = 40;
    public StallProfile Stalls { get; init; } = StallProfile.P0;
    /// <summary>Decides every stall.</summary>
    public int Seed { get; init; } = 1;
    /// <summary>Memory that answers with an error: from this byte address on, so many bytes; whole 32-byte words.</summary>
    public long ErrorAddress { get; init; }
    public int ErrorBytes { get; init; }
    /// <summary>Cycles without progress that the chip calls a deadlock; 0 for never.</summary>
    public int Watchdog { get; init; } = 20_000;
    /// <summary>Where the program lies, a multiple of 512; null for the end of memory.</summary>
    public long? ProgramAddress { get; init; }
    /// <summary>The fault to switch on, by name; needs <see cref="TxuBuild.Plants"/>.</summary>
    public string? Plant { get; init; }

    public override string ToString() => $"latency {Latency}, stalls {Stalls}, seed {Seed}{(ErrorBytes > 0 ? $", errors at 0x{ErrorAddress:X}" : "")}{(Plant is null ? "" : $", plant {Plant}")}";
}
