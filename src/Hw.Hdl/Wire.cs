#pragma warning disable CS0660, CS0661 // == is hardware comparison; identity of wires is ReferenceEquals
namespace Hw.Hdl;

/// <summary>
/// Something declared in a module that has a value: a port, a register. It converts to its <see cref="Signal"/> wherever one is
/// expected, so texts read it as its value.
/// </summary>
public abstract class Wire(string name, Shape shape, Origin origin)
{
    public string Name { get; } = name;
    public Shape Shape { get; } = shape;
    public Origin Origin { get; } = origin;
    internal Body Owner { get; } = Body.Current;

    /// <summary>Why some bits may go unread, where that is no mistake of the text: inside for what goes in, in the parent for what comes out.</summary>
    internal string? Spare { get; init; }

    /// <summary>The value as the module being written sees it.</summary>
    public abstract Signal Value { get; }

    public int Width => Shape.Width;
    public static implicit operator Signal(Wire w) => w.Value;
    public override string ToString() => Name;

    /// <summary>The elements of a row, element 0 first; a scalar is its own only element.</summary>
    public Signal[] Elements => Shape.IsRow
        ? [.. Enumerable.Range(0, Shape.Count).Select(i => Signal.ElementAt(Value, i, Shape.Element))]
        : [Value];

    /// <summary>One element of a row, chosen by hardware or by the index of a lane array.</summary>
    public Signal Element(Signal index) => Signal.Element(Value, index, Shape.Element);

    /// <summary>Bit <paramref name="bit"/>, whatever the shape.</summary>
    public Signal this[int bit] => Value[bit];
    public Signal this[int high, int low] => Value[high, low];

    public Signal Mux(Signal t, Signal f) => Signal.Mux(Value, t, f);
    public Signal Saturate(Interval target) => Value.Saturate(target);
    public Signal Wrap(Interval target) => Value.Wrap(target);
    public Signal Fits(Interval target, string because) => Value.Fits(target, because);

    /// <summary>The row moved down by one element, <paramref name="element"/> entering at the top.</summary>
    public Signal ShiftIn(Signal element)
    {
        var w = Shape.Element.Width;
        return Shape.Count == 1 ? Signal.Concat([(element, w)])
            : Signal.Concat([(Value[Width - 1, w], Width - w), (element, w)]);
    }

    public static Signal operator +(Wire a, Signal b) => a.Value + b;
    public static Signal operator -(Wire a, Signal b) => a.Value - b;
    public static Signal operator *(Wire a, Signal b) => a.Value * b;
    public static Signal operator &(Wire a, Signal b) => a.Value & b;
    public static Signal operator |(Wire a, Signal b) => a.Value | b;
    public static Signal operator ^(Wire a, Signal b) => a.Value ^ b;
    public static Signal operator !(Wire a) => !a.Value;
    public static Signal operator -(Wire a) => -a.Value;
    public static Signal operator <<(Wire a, int n) => a.Value << n;
    public static Signal operator >>(Wire a, int n) => a.Value >> n;
    public static Signal operator <(Wire a, Signal b) => a.Value < b;
    public static Signal operator <=(Wire a, Signal b) => a.Value <= b;
    public static Signal operator >(Wire a, Signal b) => a.Value > b;
    public static Signal operator >=(Wire a, Signal b) => a.Value >= b;
    public static Signal operator ==(Wire a, Signal b) => a.Value == b;
    public static Signal operator !=(Wire a, Signal b) => a.Value != b;
}
