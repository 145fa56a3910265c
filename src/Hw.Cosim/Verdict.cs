using Hw.Golden;

namespace Hw.Cosim;

public enum VerdictKind
{
    /// <summary>Golden and RTL agree in every write, every retirement and the end.</summary>
    Pass,
    /// <summary>They differ.</summary>
    Mismatch,
    /// <summary>The RTL never ends, or its watchdog says that it would not.</summary>
    Hang,
    /// <summary>The RTL broke the protocol of a port, or a check inside the design failed.</summary>
    HarnessViolation,
    /// <summary>The golden says that the program has no defined result: there is nothing to compare.</summary>
    ProgramError,
    /// <summary>There is no RTL to run.</summary>
    BuildFailed,
}

/// <summary>What lockstep found. <see cref="ToString"/> is the text for a terminal; the properties are the same for --json.</summary>
public sealed record Verdict(VerdictKind Kind)
{
    /// <summary>One line.</summary>
    public required string Summary { get; init; }
    /// <summary>What ran.</summary>
    public string Title { get; init; } = "";
    public string Replay { get; init; } = "";
    /// <summary>Instructions and writes found equal.</summary>
    public long Instructions { get; init; }
    public long Writes { get; init; }
    /// <summary>Of the program in the RTL, from start to end; of the run so far when it did not end.</summary>
    public ulong Cycles { get; init; }
    /// <summary>What <see cref="Cycles"/> took, golden and comparison included; building and loading are not.</summary>
    public TimeSpan Elapsed { get; init; }
    /// <summary>Null when the golden did not come to its end.</summary>
    public Outcome? Golden { get; init; }
    /// <summary>Null when the RTL did not come to its end.</summary>
    public RtlEnd? Rtl { get; init; }
    /// <summary>What differs first, where it is known.</summary>
    public Difference? First { get; init; }
    /// <summary>The waves of the failure, if they were asked for and could be written.</summary>
    public string? WaveFile { get; init; }

    public bool Passed => Kind == VerdictKind.Pass;

    /// <summary>Of the command: 0 pass, 1 mismatch, 2 bad program, 3 hang, 4 no build.</summary>
    public int ExitCode => Kind switch
    {
        VerdictKind.Pass => 0,
        VerdictKind.ProgramError => 2,
        VerdictKind.Hang => 3,
        VerdictKind.BuildFailed => 4,
        _ => 1,
    };

    public override string ToString() => VerdictText.Of(this);
}
