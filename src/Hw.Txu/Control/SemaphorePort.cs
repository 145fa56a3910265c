namespace Hw.Txu.Control;

/// <summary>One request on one semaphore, a wait or a signal; granted in the cycle in which it takes effect.</summary>
public sealed class SemaphorePort : Bundle
{
    public SemaphorePort()
    {
        Valid = Forward(Interval.Bit, "valid");
        Index = Forward(Interval.UInt(5), "index");
        Grant = Backward(Interval.Bit, "grant");
    }

    public Port Valid { get; }
    public Port Index { get; }
    public Port Grant { get; }
}
