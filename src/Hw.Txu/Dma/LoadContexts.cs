using Hw.Txu.Control;

namespace Hw.Txu.Dma;

/// <summary>What the side where beats arrive must know of a load.</summary>
sealed class ArrivalContext : Layout
{
    public static readonly ArrivalContext Fields = new();
    public readonly Field Turns, Wide, LastRow, Total;
    ArrivalContext() => (Turns, Wide, LastRow, Total) = (Add(Interval.Bit), Add(Interval.Bit), Add(Interval.UInt(5)), Add(Interval.UInt(14)));
}

/// <summary>What the side where rows are written must know of a load, or of a NOP between loads.</summary>
sealed class RowContext : Layout
{
    public static readonly RowContext Fields = new();
    public readonly Field Nop, Turns, Space, Unit, Total, Completion;
    RowContext()
    {
        (Nop, Turns, Space, Unit) = (Add(Interval.Bit), Add(Interval.Bit), Add(Interval.Bit), Add(SpadRow));
        (Total, Completion) = (Add(Interval.UInt(14)), Add(Interval.UInt(Control.Completion.Fields.Width)));
    }
}
