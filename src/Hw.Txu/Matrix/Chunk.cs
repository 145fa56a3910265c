namespace Hw.Txu.Matrix;

/// <summary>One stationary chunk ready in the shadow copies, and the moving rows that meet it.</summary>
public sealed class Chunk : Layout
{
    public static readonly Chunk Fields = new();
    public Field Nop { get; }
    /// <summary>The first chunk of an instruction that does not accumulate: sums start from 0.</summary>
    public Field Fresh { get; }
    /// <summary>The instruction ends with this chunk.</summary>
    public Field Last { get; }
    public Field AccRow { get; }
    public Field Moving { get; }
    public Field Rows { get; }
    public Field RowStride { get; }
    public Field Completion { get; }

    Chunk()
    {
        (Nop, Fresh, Last) = (Add(Interval.Bit), Add(Interval.Bit), Add(Interval.Bit));
        (AccRow, Moving, Rows, RowStride) = (Add(Geometry.AccRow), Add(SpadRow), Add(Extent), Add(SpadRow));
        Completion = Add(Interval.UInt(Control.Completion.Fields.Width));
    }
}
