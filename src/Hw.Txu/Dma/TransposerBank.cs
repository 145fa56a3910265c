namespace Hw.Txu.Dma;

/// <summary>
/// One byte column of the transposer's memory: two tiles of up to 64 bytes, a byte in and a byte out each cycle. What it holds for on-chip or memory row `slot` is at
/// place 2 · slot, of 16-bit elements with the second half of the row behind it.
/// </summary>
public sealed class TransposerBank : Module
{
    static readonly Interval Place = UInt(7);

    public In Write { get; } = Input(Bit);
    public In WritePlace { get; } = Input(Place);
    public In WriteByte { get; } = Input(UInt8);

    public In Read { get; } = Input(Bit);
    public In Side { get; } = Input(Bit);
    public In Wide { get; } = Input(Bit);
    /// <summary>of wide elements: the beat holds slots from 16 on; its column is one from 16 on</summary>
    public In UpperSlots { get; } = Input(Bit);
    public In UpperColumn { get; } = Input(Bit);
    /// <summary>this bank's byte of that beat</summary>
    public In Position { get; } = Input(UInt(5));
    /// <summary>the last slot of the tile that was filled; what lies beyond comes out as zero</summary>
    public In LastSlot { get; } = Input(UInt(5));
    /// <summary>one cycle after read</summary>
    public Out Data { get; } = Output(UInt8);

    readonly Hw.Hdl.Memory bytes = Memory(128, UInt8);
    readonly Reg live = Register(Bit);

    protected override void Build()
    {
        bytes.Write(Write, WritePlace, WriteByte);

        var slot = Mux(Wide, Concat(Position[4, 1], UpperSlots), Position).Named("slot");
        var data = bytes.Read(Concat(Wide & UpperColumn, slot, Side), Read);
        When(Read, () => live.Next = slot <= LastSlot);
        Data.Drive(Mux(live, data, 0));
    }
}
