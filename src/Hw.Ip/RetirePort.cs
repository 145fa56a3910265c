namespace Hw.Ip;

/// <summary>One instruction is done. Outputs only: whoever watches a chip must not be able to slow it.</summary>
public sealed class RetireRecord : Bundle
{
    /// <param name="pcBits">Width of an instruction's address in the program.</param>
    public RetireRecord(int pcBits) =>
        (Valid, Order, Pc) = (Forward(Interval.Bit, "valid"), Forward(Interval.UInt32, "order"), Forward(Interval.UInt(pcBits), "pc"));

    public Port Valid { get; }
    /// <summary>The instruction's place in the order of dispatch, from 0; what ties its writes to it.</summary>
    public Port Order { get; }
    public Port Pc { get; }
}

/// <summary>One write to the machine's state, by the instruction of that order. Outputs only.</summary>
public sealed class WriteRecord : Bundle
{
    public WriteRecord(int addressBits, Shape data) =>
        (Valid, Order, Address, Data) = (Forward(Interval.Bit, "valid"), Forward(Interval.UInt32, "order"), Forward(Interval.UInt(addressBits), "address"), Forward(data, "data"));

    public Port Valid { get; }
    public Port Order { get; }
    public Port Address { get; }
    public Port Data { get; }
}
