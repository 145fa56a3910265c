namespace Hw.Cosim;

/// <summary>How long a run may take, and what it leaves behind.</summary>
public sealed record LockstepOptions
{
    public static LockstepOptions Default { get; } = new();

    /// <summary>Cycles after which the run counts as hung.</summary>
    public ulong MaxCycles { get; init; } = 1_000_000_000;

    /// <summary>Cycles without a retirement after which it counts as hung: more than the longest instruction takes.</summary>
    public ulong Patience { get; init; } = 10_000_000;

    /// <summary>Instructions after which the golden gives up.</summary>
    public long MaxInstructions { get; init; } = Golden.GoldenEngine.DefaultLimit;

    /// <summary>Also compares the memory outside the chip, byte by byte, after the end.</summary>
    public bool CompareMemory { get; init; }

    /// <summary>Where to write waves of a failure; null for none. They need a build of their own.</summary>
    public string? WaveFile { get; init; }

    /// <summary>Cycles of waves before and after the failure.</summary>
    public ulong WaveBefore { get; init; } = 200;
    public ulong WaveAfter { get; init; } = 50;

    /// <summary>Hears of every retirement, in the order of the RTL.</summary>
    public Action<Retirement>? Retired { get; init; }

    /// <summary>Hears now and then how far the run is.</summary>
    public Action<LockstepProgress>? Progress { get; init; }

    /// <summary>The RTL's cycles per look at it: one native call each.</summary>
    public ulong Batch { get; init; } = 16_384;
}

/// <summary>One instruction is done in the RTL.</summary>
public readonly record struct Retirement(long Order, int Pc, int Queue, ulong Cycle);

/// <summary>Where a run is: instructions agreed, and the RTL's clock.</summary>
public readonly record struct LockstepProgress(long Instructions, ulong Cycle);
