namespace Hw.Txu.Control;

/// <summary>A shape register: three extents, at least 1, and three strides.</summary>
public sealed class ShapeFields : Layout
{
    public static readonly ShapeFields Fields = new();
    public Hw.Hdl.Field E0 { get; }
    public Hw.Hdl.Field E1 { get; }
    public Hw.Hdl.Field E2 { get; }
    public Hw.Hdl.Field S0 { get; }
    public Hw.Hdl.Field S1 { get; }
    public Hw.Hdl.Field S2 { get; }

    ShapeFields()
    {
        (E0, E1, E2) = (Add(Extent), Add(Extent), Add(Extent));
        (S0, S1, S2) = (Add(Stride), Add(Stride), Add(Stride));
    }
}
