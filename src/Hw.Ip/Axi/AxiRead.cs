namespace Hw.Ip;

/// <summary>The read half of AXI4, seen from the master: requests go out, beats come back in the order of the requests.</summary>
public sealed class AxiRead : Bundle
{
    public AxiRead() => (Ar, R) = (Forward(() => new AxiAddress(), "ar"), Backward(() => new AxiReadData(), "r"));

    public AxiAddress Ar { get; }
    public AxiReadData R { get; }
}

/// <summary>R: one beat of data, its response, and whether it ends its burst.</summary>
public sealed class AxiReadData : Stream
{
    public AxiReadData() => (Data, Resp, Last) = (Forward(AxiBus.Beat, "data"), Forward(AxiBus.Response, "resp"), Forward(Interval.Bit, "last"));

    public Port Data { get; }
    public Port Resp { get; }
    public Port Last { get; }
}
