namespace Hw.Bits;

/// <summary>Bits side by side: words made of parts, and the elements of a row.</summary>
public readonly partial struct Signal
{
    /// <summary>The terms side by side as one unsigned word, first term lowest, each at the width its interval needs.</summary>
    public static Signal Concat(IReadOnlyList<(Signal Value, int Width)> parts)
    {
        var merged = new List<(Node Value, int Width)>();
        foreach (var (value, width) in parts)
        {
            if (value.Width > width) throw new BitsException($"a part of {value.Range.Describe()} does not fit its {width} bits; narrow it on purpose: .Wrap, .Saturate or .Fits");
            if (merged.Count > 0 && Adjoins(merged[^1], (value.Node, width)) is { } whole) merged[^1] = whole;
            else merged.Add((value.Node, width));
        }
        if (merged is [var (only, _)] && !only.Range.IsSigned) return new(only);
        var total = merged.Sum(p => p.Width);
        return Fold(new(Table.Intern(Op.Concat, Interval.UInt(total), [.. merged.Select(p => p.Value)], detail: merged.Select(p => p.Width).ToArray())));
    }

    /// <summary>Two neighbouring slices of one word are one slice.</summary>
    static (Node, int)? Adjoins((Node Value, int Width) low, (Node Value, int Width) high)
    {
        var (a, b) = (Field(low.Value), Field(high.Value));
        if (a is null || b is null || a.Value.Word != b.Value.Word || a.Value.High + 1 != b.Value.Low) return null;
        if (a.Value.High - a.Value.Low + 1 != low.Width || b.Value.High - b.Value.Low + 1 != high.Width) return null;
        return (Slice(new(a.Value.Word), b.Value.High, a.Value.Low).Node, low.Width + high.Width);
    }

    static (Node Word, int High, int Low)? Field(Node n) => n.Op switch
    {
        Op.Slice => (n.Operands[0], n.High, n.Low),
        Op.Wrap when n.Operands[0].Op == Op.Slice && n.Operands[0].Range.Width == n.Range.Width => Field(n.Operands[0]),
        _ => null,
    };

    public static Signal Join(Signal high, Signal low, int lowWidth)
    {
        if (high.Range.Min < 0 || low.Range.Min < 0) throw new BitsException("Join takes values that are not negative; Wrap them to the bits meant");
        return Concat([.. Parts(low, lowWidth), .. Parts(high, high.Width)]);
    }

    static IEnumerable<(Signal, int)> Parts(Signal s, int width) => s.Node.Op == Op.Concat && width == s.Width
        ? ((int[])s.Node.Detail!).Select((w, i) => (new Signal(s.Node.Operands[i]), w)) : [(s, width)];

    /// <summary>Element <paramref name="index"/> of a word made of equal elements, element 0 lowest.</summary>
    public static Signal Element(Signal word, Signal index, Interval element)
    {
        var last = word.Width / element.Width - 1;
        if (index.Range.Min < 0 || index.Range.Max > last)
            throw new BitsException($"an element index of {index.Range.Describe()} is not within 0 … {last}, the elements of the row; narrow it on purpose: .Saturate, .Wrap or .Fits");
        return index.Range.IsConstant ? ElementAt(word, (int)index.Range.Min, element)
            : Declared(new(Table.Intern(Op.Element, element.Full, [word.Node, index.Node], element.Width)), element);
    }

    public static Signal ElementAt(Signal word, int index, Interval element) =>
        Declared(Wrap(Slice(word, (index + 1) * element.Width - 1, index * element.Width), element.Full), element);

    static Signal Declared(Signal bits, Interval element) => Fits(bits, element, "the elements of the row are declared so");
}
