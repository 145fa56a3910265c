using System.Collections.Immutable;

namespace Hw.Isa.Txu;

/// <summary>What the machine counts while a program runs: 64 bits each, cleared when it starts, read at CSR <see cref="Counters.Address"/> + 8 · number.</summary>
public enum Counter
{
    Cycles, Instructions,
    LdInstructions, LdBusy, LdWaits, LdBlocked,
    StInstructions, StBusy, StWaits, StBlocked,
    MmInstructions, MmBusy, MmWaits, MmBlocked,
    VxInstructions, VxBusy, VxWaits, VxBlocked,
    BytesLoaded, BytesStored, MatrixRows, UsefulMacs, VectorRows,
}

/// <param name="TimingFree">The same for every timing: the golden counts it too, and lockstep compares.</param>
public sealed record CounterInfo(Counter Counter, string Name, bool TimingFree, string Summary);

public static class Counters
{
    /// <summary>CSR byte address of the first; each takes two words, the low half first.</summary>
    public const int Address = 0x100;

    /// <summary>In the order of <see cref="Counter"/>.</summary>
    public static ImmutableArray<CounterInfo> All { get; } =
    [
        new(Counter.Cycles, "cycles", false, "from the doorbell to the end"),
        new(Counter.Instructions, "instructions", true, "executed, those of CT included"),
        .. Unit(Counter.LdInstructions), .. Unit(Counter.StInstructions), .. Unit(Counter.MmInstructions), .. Unit(Counter.VxInstructions),
        new(Counter.BytesLoaded, "bytes loaded", true, "by LD and LDT"),
        new(Counter.BytesStored, "bytes stored", true, "by ST and STT"),
        new(Counter.MatrixRows, "matrix rows", true, "moving rows × chunks: one a cycle at best"),
        new(Counter.UsefulMacs, "useful MACs", true, "products of live features and live lanes, as MM's tail and lanes say"),
        new(Counter.VectorRows, "vector rows", true, "rows of the vector instructions; VROPE takes two at a time"),
    ];

    static IEnumerable<CounterInfo> Unit(Counter first)
    {
        var queue = $"{first}"[..2].ToUpperInvariant();
        return
        [
            new(first, $"{queue} instructions", true, $"executed by queue {queue}, its NOPs included"),
            new(first + 1, $"{queue} busy", false, "cycles with an instruction under way that has its semaphores"),
            new(first + 2, $"{queue} waits", false, "cycles in which the head of the queue waits for a semaphore"),
            new(first + 3, $"{queue} blocked", false, "cycles in which a row or a beat could move and its bank or bus is not free"),
        ];
    }
}
