namespace Hw.Ip;

/// <summary>What a checker watches for; its `violation` output is the number of the first rule broken.</summary>
public enum AxiRule
{
    None,
    /// <summary>AxVALID fell before AxREADY took it.</summary>
    AddressDropped,
    /// <summary>An address or length changed while it waited.</summary>
    AddressChanged,
    /// <summary>A burst does not start at a multiple of 32 bytes.</summary>
    AddressMisaligned,
    /// <summary>A burst has more beats than agreed.</summary>
    BurstTooLong,
    /// <summary>A burst leaves its 4 KiB page.</summary>
    BurstCrossesPage,
    /// <summary>More bursts are open than agreed; on writes, also data that runs ahead of that many addresses.</summary>
    TooManyOutstanding,
    /// <summary>RVALID or WVALID fell before it was taken.</summary>
    DataDropped,
    /// <summary>A beat changed while it waited.</summary>
    DataChanged,
    /// <summary>A beat was read that nobody asked for.</summary>
    DataUnrequested,
    /// <summary>LAST stands on a beat before the burst's final one.</summary>
    LastEarly,
    /// <summary>The final beat of a burst has no LAST.</summary>
    LastMissing,
    /// <summary>BVALID fell before BREADY took it.</summary>
    ResponseDropped,
    /// <summary>BRESP changed while it waited.</summary>
    ResponseChanged,
    /// <summary>A write is answered before its address and its last beat have both been taken.</summary>
    ResponseUnrequested,
    /// <summary>EXOKAY, though nobody makes exclusive accesses.</summary>
    ResponseIllegal,
}
