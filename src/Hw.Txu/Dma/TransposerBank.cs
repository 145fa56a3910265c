namespace Hw.Txu.Dma;

/// <summary>
/// One byte column of the transposer's memory: four quarters of 32 bytes, a byte in and a byte out each cycle. A tile of 8-bit elements takes one quarter, a place for
/// each row that came in; a tile of 16-bit elements two, with two places for each row.
/// </summary>
public sealed class TransposerBank : Module
{
    static readonly Interval Place = UInt(7);

    public In Write { get; } = Input(Bit);
    public In WritePlace { get; } = Input(Place);
    public In WriteByte { get; } = Input(UInt8);

    public In Read { get; } = Input(Bit);
    /// <summary>the quarter where the tile begins, and the next</summary>
    public In Quarter { get; } = Input(UInt(2));
    public In NextQuarter { get; } = Input(UInt(2));
    /// <summary>a tile's turn begins: whether it is wide, and the last slot that was filled; what lies beyond comes out as zero</summary>
    public In Takes { get; } = Input(Bit);
    public In Wide { get; } = Input(Bit);
    public In LastSlot { get; } = Input(UInt(5));
    /// <summary>of wide elements: the beat holds slots from 16 on; its column is one from 16 on</summary>
    public In UpperSlots { get; } = Input(Bit);
    public In UpperColumn { get; } = Input(Bit);
    /// <summary>this bank's byte of that beat</summary>
    public In Position { get; } = Input(UInt(5));
    /// <summary>one cycle after read</summary>
    public Out Data { get; } = Output(UInt8);

    readonly Hw.Hdl.Memory bytes = Memory(128, UInt8);
    readonly Reg live = Register(Bit);
    /// <summary>copies: one register would have to drive all banks at once</summary>
    readonly Reg isWide = Register(Bit), last = Register(UInt(5));

    protected override void Build()
    {
        bytes.Write(Write, WritePlace, WriteByte);

        When(Takes, () => (isWide.Next, last.Next) = (Wide, LastSlot));
        var slot = Mux(isWide, Concat(Position[4, 1], UpperSlots), Position).Named("slot");
        var place = Mux(isWide, Concat(UpperColumn, slot[3, 0], Mux(slot[4], NextQuarter, Quarter)), Concat(slot, Quarter)).Named("place");
        var data = bytes.Read(place, Read);
        When(Read, () => live.Next = slot <= last);
        Data.Drive(Mux(live, data, 0));
    }
}
