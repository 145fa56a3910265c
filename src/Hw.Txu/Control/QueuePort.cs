namespace Hw.Txu.Control;

/// <summary>The sequencer's end of one unit: commands go out, retirements come back.</summary>
public sealed class QueuePort : Bundle
{
    public QueuePort(Command fields)
    {
        Push = Forward(() => new DataStream(fields.Word), "push");
        Retire = Backward(Interval.Bit, "retire");
        Error = Backward(Interval.Bit, "error");
    }

    public DataStream Push { get; }
    public Port Retire { get; }
    /// <summary>with retire: memory reported an error</summary>
    public Port Error { get; }
}
