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

/// <summary>
/// A read request to the scratchpad: one row of 32 bytes, or with `wide` an even row and the next. Granted in the cycle in which the banks take it; the data is
/// there in the next one, a narrow row in its low half.
/// </summary>
public sealed class SpadRead : Bundle
{
    public SpadRead()
    {
        Valid = Forward(Interval.Bit, "valid");
        Wide = Forward(Interval.Bit, "wide");
        Row = Forward(SpadRow, "row");
        Grant = Backward(Interval.Bit, "grant");
        Data = Backward(Pair, "data");
    }

    public Port Valid { get; }
    public Port Wide { get; }
    public Port Row { get; }
    public Port Grant { get; }
    public Port Data { get; }
}

/// <summary>A write request of one row, or with `wide` of an even row and the next; granted in the cycle in which it takes effect.</summary>
public sealed class SpadWrite : Bundle
{
    public SpadWrite()
    {
        Valid = Forward(Interval.Bit, "valid");
        Wide = Forward(Interval.Bit, "wide");
        Row = Forward(SpadRow, "row");
        Data = Forward(Pair, "data");
        Grant = Backward(Interval.Bit, "grant");
    }

    public Port Valid { get; }
    public Port Wide { get; }
    public Port Row { get; }
    public Port Data { get; }
    public Port Grant { get; }
}

/// <summary>
/// The vector unit announces each of its accumulator writes as many cycles ahead as the matrix unit needs from issue to write. The matrix unit issues no row of that
/// bank in that cycle, so the two never write one bank at once.
/// </summary>
public sealed class BankClaim : Bundle
{
    public BankClaim() => (Valid, Bank) = (Forward(Interval.Bit, "valid"), Forward(Interval.UInt(2), "bank"));

    public Port Valid { get; }
    public Port Bank { get; }
}
