namespace Hw.Ip;

/// <summary>
/// The AXI4 we use, in one place: 40-bit byte addresses, 32-byte beats, INCR bursts of whole aligned beats, one ID, answers in
/// order. What never varies has no wire: a chip's outermost wrapper ties AxSIZE to <see cref="Size"/>, AxBURST to
/// <see cref="Burst"/>, and ID, LOCK, CACHE, PROT, QOS to 0.
/// </summary>
public static class AxiBus
{
    public const int AddressBits = 40, BeatBytes = 32, BeatBytesLog2 = 5, PageBytes = 4096;
    /// <summary>A word is what one beat carries; a word address is a byte address without its low bits.</summary>
    public const int WordAddressBits = AddressBits - BeatBytesLog2, PageBeats = PageBytes / BeatBytes;
    /// <summary>The constant AxSIZE: 2^5 bytes per beat.</summary>
    public const int Size = BeatBytesLog2;
    /// <summary>The constant AxBURST: INCR.</summary>
    public const int Burst = 1;
    /// <summary>Answers: done; the target failed; nobody lives at this address.</summary>
    public const int Okay = 0b00, SlaveError = 0b10, DecodeError = 0b11;

    public static readonly Interval Address = Interval.UInt(AddressBits), Length = Interval.UInt(8), Response = Interval.UInt(2), Strobes = Interval.UInt(BeatBytes);
    /// <summary>One beat, byte 0 lowest.</summary>
    public static readonly Shape Beat = Shape.Row(BeatBytes, Interval.UInt8);
}

/// <summary>AR and AW: one burst. It never crosses a 4 KiB boundary.</summary>
public sealed class AxiAddress : Stream
{
    public AxiAddress() => (Addr, Len) = (Forward(AxiBus.Address, "addr"), Forward(AxiBus.Length, "len"));

    /// <summary>Byte address of the first beat, a multiple of 32.</summary>
    public Port Addr { get; }
    /// <summary>Beats − 1.</summary>
    public Port Len { get; }
}
