namespace Hw.Txu.Matrix;

/// <summary>One stationary chunk ready in the shadow copies, and the moving rows that meet it.</summary>
public sealed class Chunk : Layout
{
    public static readonly Chunk Fields = new();
    public Field Nop { get; }
    /// <summary>The instruction begins, ends with this chunk.</summary>
    public Field First { get; }
    public Field Last { get; }
    /// <summary>Sums start from 0, or from α times what they were. Neither: from what they were.</summary>
    public Field Fresh { get; }
    public Field Scales { get; }
    /// <summary>As MmType.</summary>
    public Field Type { get; }
    public Field Alpha { get; }
    public Field AccRow { get; }
    public Field Moving { get; }
    public Field Rows { get; }
    public Field RowStride { get; }
    /// <summary>Bit k: feature k counts.</summary>
    public Field Features { get; }
    /// <summary>Features that count times lanes that do.</summary>
    public Field Products { get; }
    public Field Completion { get; }

    Chunk()
    {
        (Nop, First, Last, Fresh, Scales) = (Add(Interval.Bit), Add(Interval.Bit), Add(Interval.Bit), Add(Interval.Bit), Add(Interval.Bit));
        (Type, Alpha) = (Add(Interval.UInt(2)), Add(StateRow));
        (AccRow, Moving, Rows, RowStride) = (Add(Geometry.AccRow), Add(SpadRow), Add(Extent), Add(SpadRow));
        (Features, Products) = (Add(DotShared.Word), Add(Interval.UInt(11)));
        Completion = Add(Interval.UInt(Control.Completion.Fields.Width));
    }
}
