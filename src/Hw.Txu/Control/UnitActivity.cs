namespace Hw.Txu.Control;

/// <summary>What a unit does in each cycle, for the counters and for traces.</summary>
public sealed class UnitActivity : Bundle
{
    public UnitActivity()
    {
        (Busy, Waits, Blocked) = (Forward(Interval.Bit, "busy"), Forward(Interval.Bit, "waits"), Forward(Interval.Bit, "blocked"));
        (Begins, Order) = (Forward(Interval.Bit, "begins"), Forward(Geometry.Order, "order"));
    }

    /// <summary>An instruction that has its semaphores is under way.</summary>
    public Port Busy { get; }
    /// <summary>The head of the queue waits for a semaphore.</summary>
    public Port Waits { get; }
    /// <summary>A row or a beat could move, and its bank or its bus is not free.</summary>
    public Port Blocked { get; }
    /// <summary>An instruction begins: it has its semaphores and moves its first row, beat or address.</summary>
    public Port Begins { get; }
    public Port Order { get; }
}
