namespace Hw.Ip;

/// <summary>How an <see cref="AxiMemory"/> behaves in a run. Held still from reset on.</summary>
public sealed class AxiMemorySettings : Bundle
{
    public AxiMemorySettings(int words)
    {
        Latency = Forward(new Interval(1, LatencyQueue.MaxLatency), "latency");
        Stalls = Forward(new Interval(0, (int)StallProfile.P2), "stalls");
        ErrorBase = Forward(new Interval(0, words - 1), "error_base");
        ErrorWords = Forward(new Interval(0, words), "error_words");
    }

    /// <summary>Cycles from an accepted request to its first beat (at least 4), and from the last written beat to its response (at least 2).</summary>
    public Port Latency { get; }
    /// <summary>A <see cref="StallProfile"/>: R and W withhold; under P2 AR, AW and B do too.</summary>
    public Port Stalls { get; }
    /// <summary>The first of <see cref="ErrorWords"/> 32-byte words that answer SLVERR.</summary>
    public Port ErrorBase { get; }
    public Port ErrorWords { get; }

    /// <summary>The profile of the channels that only P2 disturbs.</summary>
    internal Signal StallsOfHandshakes => Signal.Mux(Stalls == (int)StallProfile.P2, (int)StallProfile.P2, 0);

    /// <summary>The response of one beat.</summary>
    /// <param name="outside">The burst's address is not one of this memory.</param>
    /// <param name="word">The beat's word; may run past the end.</param>
    internal Signal Response(Signal outside, Signal word) =>
        Signal.Mux(outside | (word > Signal.Constant(ErrorBase.Shape.Range.Max)), AxiBus.DecodeError,
            Signal.Mux((word >= ErrorBase) & (word < ErrorBase + ErrorWords), AxiBus.SlaveError, AxiBus.Okay));
}

/// <summary>A burst as the memory's queues keep it: length, whether its address is outside, and the first word.</summary>
readonly record struct MemoryBurst(Signal Len, Signal Outside, Signal Word)
{
    public static Interval Shape(int words) => Interval.UInt(9 + BitOperations.Log2((uint)words));

    public static Signal Pack(AxiAddress request, int words)
    {
        int low = AxiBus.BeatBytesLog2, high = low + BitOperations.Log2((uint)words);
        var outside = (request.Addr[low - 1, 0] != 0) | (request.Addr[AxiBus.AddressBits - 1, high] != 0);
        return Signal.Concat([(request.Len, 8), (outside, 1), (request.Addr[high - 1, low], high - low)]);
    }

    public static MemoryBurst Unpack(Signal entry) => new(entry[7, 0], entry[8], entry[entry.Width - 1, 9]);
}
