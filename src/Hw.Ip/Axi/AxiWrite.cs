namespace Hw.Ip;

/// <summary>The write half of AXI4, seen from the master. Data may run ahead of its address; bursts keep one order on all three channels.</summary>
public sealed class AxiWrite : Bundle
{
    public AxiWrite() => (Aw, W, B) = (Forward(() => new AxiAddress(), "aw"), Forward(() => new AxiWriteData(), "w"), Backward(() => new AxiWriteResponse(), "b"));

    public AxiAddress Aw { get; }
    public AxiWriteData W { get; }
    public AxiWriteResponse B { get; }
}

/// <summary>W: one beat of data, the bytes of it that count, and whether it ends its burst.</summary>
public sealed class AxiWriteData : Stream
{
    public AxiWriteData() => (Data, Strb, Last) = (Forward(AxiBus.Beat, "data"), Forward(AxiBus.Strobes, "strb"), Forward(Interval.Bit, "last"));

    public Port Data { get; }
    public Port Strb { get; }
    public Port Last { get; }
}

/// <summary>B: a whole burst is written, or failed.</summary>
public sealed class AxiWriteResponse : Stream
{
    public AxiWriteResponse() => Resp = Forward(AxiBus.Response, "resp");

    public Port Resp { get; }
}
