namespace Hw.Ip;

/// <summary>
/// AXI4-Lite for a 4 KiB page of 32-bit registers, seen from the host. Hosts write whole registers, so there is no WSTRB (a
/// wrapper that receives one answers partial writes with an error), and no AxPROT.
/// </summary>
public sealed class AxiLite : Bundle
{
    public AxiLite()
    {
        Aw = Forward(() => new AxiLiteAddress(), "aw");
        W = Forward(() => new DataStream(Interval.UInt32), "w");
        B = Backward(() => new AxiWriteResponse(), "b");
        Ar = Forward(() => new AxiLiteAddress(), "ar");
        R = Backward(() => new AxiLiteReadData(), "r");
    }

    public AxiLiteAddress Aw { get; }
    public DataStream W { get; }
    public AxiWriteResponse B { get; }
    public AxiLiteAddress Ar { get; }
    public AxiLiteReadData R { get; }
}

/// <summary>The byte address of a register within its page.</summary>
public sealed class AxiLiteAddress : Stream
{
    public AxiLiteAddress() => Addr = Forward(Interval.UInt(12), "addr");

    public Port Addr { get; }
}

/// <summary>A register's value, or why there is none.</summary>
public sealed class AxiLiteReadData : Stream
{
    public AxiLiteReadData() => (Data, Resp) = (Forward(Interval.UInt32, "data"), Forward(AxiBus.Response, "resp"));

    public Port Data { get; }
    public Port Resp { get; }
}
