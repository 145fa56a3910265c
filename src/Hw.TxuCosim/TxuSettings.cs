using Hw.Hdl;
using Hw.Ip;
using Hw.Sim;

namespace Hw.TxuCosim;

/// <summary>What a build of the harness depends on.</summary>
public sealed record TxuBuild
{
    public Engine Engine { get; init; }
    /// <summary>With the retire-and-write port that lockstep listens to; without it a run is a benchmark.</summary>
    public bool Records { get; init; } = true;
    /// <summary>With the records of what is dispatched and what begins, for a trace; lockstep is not to meet them.</summary>
    public bool Trace { get; init; }
    /// <summary>The faults in it, each behind a value of <c>plant_select</c>: <see cref="TxuPlants.For"/>.</summary>
    public IReadOnlyList<Plant> Plants { get; init; } = [];
    /// <summary>Size of the memory outside the chip in bytes, a power of two.</summary>
    public int MemoryBytes { get; init; } = AxiMemory.DefaultWords * AxiBus.BeatBytes;
    /// <summary>The compiler in it is Verilator's; the profile means the same to either engine.</summary>
    public BuildOptions Simulator { get; init; } = BuildOptions.Fast;
    /// <summary>Root of Verilator's build cache; null for the default.</summary>
    public string? Cache { get; init; }
    /// <summary>Hears of builds that take time.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>The value of <c>plant_select</c> that switches a plant on; 0 for none.</summary>
    internal int Select(string? plant)
    {
        if (plant is null) return 0;
        for (var i = 0; i < Plants.Count; i++)
            if (Plants[i].Name == plant) return i + 1;
        throw new SimException($"plant `{plant}` is not in this build: name it in {nameof(TxuBuild)}.{nameof(Plants)}");
    }
}

/// <summary>The surroundings of one run: everything that decides what happens in it, beside program and memory.</summary>
public sealed record TxuSettings
{
    public static TxuSettings Default { get; } = new();

    /// <summary>Cycles from a memory request to its first beat, 4 … 2047.</summary>
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
