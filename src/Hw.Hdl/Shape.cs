namespace Hw.Hdl;

/// <summary>
/// What a wire carries: one number, or a row of <see cref="Count"/> equal elements side by side (element 0 in the lowest bits).
/// </summary>
public readonly record struct Shape(Interval Element, int Count)
{
    /// <summary>A row, even of one element, is bits to the algebra; a scalar is its number.</summary>
    public bool IsRow => Count > 0;
    public int Width => IsRow ? Count * Element.Width : Element.Width;
    public Interval Range => IsRow ? Interval.UInt(Width) : Element;

    public static implicit operator Shape(Interval scalar) => new(scalar, 0);
    public static Shape Row(int count, Interval element) =>
        count > 0 ? new(element, count) : throw new BitsException($"a row has at least one element, got {count}");

    public override string ToString() => IsRow ? $"Row({Count}, {Element})" : Element.ToString();
}
