namespace Hw.Txu.Dma;

/// <summary>
/// The transposer's 4 KiB. Byte p of a beat lies in bank p + r modulo 32, where r grows with the row (by the element's bytes), so that the bytes of a row and those of a
/// column lie in 32 different banks: each bank takes a byte and gives a byte in every cycle, and two rotations put them in their places.
/// </summary>
public sealed class TransposerMemory : Module
{
    const int Banks = TxuIsa.RowBytes;

    public In Write { get; } = Input(Bit);
    public In WritePlace { get; } = Input(UInt(7));
    public In WriteRotation { get; } = Input(UInt(5));
    public In RowBeat { get; } = Input(Beat);

    public In Read { get; } = Input(Bit);
    public In ReadRotation { get; } = Input(UInt(5));
    /// <summary>a tile's turn begins: whether it is wide, and its last slot, which the banks keep</summary>
    public In Takes { get; } = Input(Bit);
    public In Wide { get; } = Input(Bit);
    public In LastSlot { get; } = Input(UInt(5));
    public In Quarter { get; } = Input(UInt(2));
    public In UpperSlots { get; } = Input(Bit);
    public In UpperColumn { get; } = Input(Bit);
    /// <summary>one cycle after read, until the next read</summary>
    public Out ColumnBeat { get; } = Output(Beat);

    readonly LaneArray<TransposerBank> banks = Instances(Banks, () => new TransposerBank());
    readonly Reg rotated = Register(UInt(5));

    protected override void Build()
    {
        var row = Rotate(RowBeat, WriteRotation, (x, bits) => Concat(x[255, 256 - bits], x[255 - bits, 0])).Named("rotated_row");
        var nextQuarter = (Quarter + 1).Wrap(UInt(2)).Named("next_quarter");
        When(Read, () => rotated.Next = ReadRotation);
        banks.Each(bank =>
        {
            bank.Write.Drive(Write);
            bank.WritePlace.Drive(WritePlace);
            bank.WriteByte.Drive(Signal.Element(row, bank.Index, UInt8));
            bank.Takes.Drive(Takes);
            bank.Read.Drive(Read);
            bank.Quarter.Drive(Quarter);
            bank.NextQuarter.Drive(nextQuarter);
            bank.Wide.Drive(Wide);
            bank.UpperSlots.Drive(UpperSlots);
            bank.UpperColumn.Drive(UpperColumn);
            bank.Position.Drive((bank.Index.Value - ReadRotation).Wrap(UInt(5)));
            bank.LastSlot.Drive(LastSlot);
        });
        ColumnBeat.Drive(Rotate(banks.All(bank => bank.Data), rotated, (x, bits) => Concat(x[255, bits], x[bits - 1, 0])));
    }

    /// <summary>By 0 … 31 bytes.</summary>
    static Signal Rotate(Signal row, Signal distance, Func<Signal, int, Signal> by)
    {
        for (var i = 0; i < 5; i++) row = Mux(distance[i], by(row, 8 << i), row);
        return row;
    }
}
