namespace Hw.Txu.Control;

/// <summary>A constant register: two FP32 patterns, and the limits of an attention mask.</summary>
public sealed class ConstantFields : Layout
{
    public static readonly ConstantFields Fields = new();
    public Hw.Hdl.Field Scale { get; }
    public Hw.Hdl.Field Bias { get; }
    public Hw.Hdl.Field Keys { get; }
    public Hw.Hdl.Field Window { get; }

    ConstantFields()
    {
        (Scale, Bias) = (Add(Interval.UInt32), Add(Interval.UInt32));
        (Keys, Window) = (Add(Position), Add(Position));
    }
}
