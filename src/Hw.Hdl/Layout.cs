namespace Hw.Hdl;

/// <summary>
/// Named fields side by side in one word: what a command carries through a queue. A subclass adds its fields in its
/// constructor, lowest bits first; <see cref="Pack"/> builds the word and wants every field exactly once.
/// </summary>
public abstract class Layout
{
    readonly List<Field> fields = [];

    public int Width { get; private set; }
    public Shape Word => Interval.UInt(Width);

    protected Field Add(Interval range, [CallerArgumentExpression(nameof(range))] string name = "")
    {
        if (!range.IsFull) throw new BitsException($"a field is Int(n) or UInt(n), not {range}");
        var field = new Field($"{GetType().Name} field {fields.Count} ({name})", range, Width);
        fields.Add(field);
        Width += range.Width;
        return field;
    }

    /// <summary>The word that holds these values.</summary>
    public Signal Pack(params (Field Field, Signal Value)[] values)
    {
        foreach (var (field, value) in values)
        {
            if (!fields.Contains(field)) throw new BitsException($"{field.Name} is not of this layout");
            if (!field.Range.Contains(value.Range)) throw new BitsException($"{field.Name} holds {field.Range}, the value is {value.Range.Describe()}; narrow it on purpose: .Wrap, .Saturate or .Fits");
        }
        return Signal.Concat([.. fields.Select(f => (values.Where(v => v.Field == f).ToArray() is [var (_, value)] ? value
            : throw new BitsException($"{f.Name} is given {values.Count(v => v.Field == f)} times; every field is given once"), f.Range.Width))]);
    }
}

/// <summary>One field of a <see cref="Layout"/>.</summary>
public sealed record Field(string Name, Interval Range, int Low)
{
    /// <summary>This field of a word of the layout.</summary>
    public Signal Of(Signal word) => word[Low + Range.Width - 1, Low].Wrap(Range);
}
