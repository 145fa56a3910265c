namespace Hw.Txu.Memory;

/// <summary>A read request of one row. Granted in the cycle in which the bank takes it; the row is there in the next one.</summary>
public sealed class RowRead : Bundle
{
    public RowRead(Interval row, Shape data)
    {
        Valid = Forward(Interval.Bit, "valid");
        Row = Forward(row, "row");
        Grant = Backward(Interval.Bit, "grant");
        Data = Backward(data, "data");
    }

    public Port Valid { get; }
    public Port Row { get; }
    public Port Grant { get; }
    public Port Data { get; }
}

/// <summary>A write request of one row, granted in the cycle in which it takes effect.</summary>
public sealed class RowWrite : Bundle
{
    public RowWrite(Interval row, Shape data)
    {
        Valid = Forward(Interval.Bit, "valid");
        Row = Forward(row, "row");
        Data = Forward(data, "data");
        Grant = Backward(Interval.Bit, "grant");
    }

    public Port Valid { get; }
    public Port Row { get; }
    public Port Data { get; }
    public Port Grant { get; }
}
