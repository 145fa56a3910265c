using Hw.Txu.Control;

namespace Hw.Txu.Dma;

/// <summary>32-byte rows on chip of a whole transfer: of a tile 32, or 64 where elements have 16 bits.</summary>
static class TileRows
{
    static readonly Interval Rows = Interval.UInt(14);

    public static Signal Of(Signal command)
    {
        var f = TransferCommand.Fields;
        var total = f.Total.Of(command);
        return Signal.Mux(f.Transposes.Of(command), Signal.Mux(f.Wide.Of(command), (total << 6).Wrap(Rows), (total << 5).Wrap(Rows)), total);
    }
}
