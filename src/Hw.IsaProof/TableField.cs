namespace Hw.IsaProof;

/// <summary>
/// A field as its declaration has it: the places of its bits in the word, most significant first, and the values that are legal. A semaphore reference is one too; its value is its bits.
/// Shares no code with <see cref="Field"/>: values are made bit by bit, and legal sets come from the parameter's type.
/// </summary>
public sealed record TableField(string Name, ImmutableArray<int> Places, bool Signed, long Multiple, ImmutableArray<(long Least, long Greatest)> Legal)
{
    public int Width => Places.Length;
    public long Patterns => 1L << Width;
    /// <summary>Every pattern is legal.</summary>
    public bool IsFull => Gaps().Count == 0;

    /// <summary>The field's bits, as they stand.</summary>
    public long Raw(UInt128 word)
    {
        long raw = 0;
        foreach (var place in Places) raw = raw * 2 + (long)(word >> place & 1);
        return raw;
    }

    public long Value(UInt128 word) => ValueOf(Raw(word));
    public long ValueOf(long raw) => (Signed && raw >= Patterns / 2 ? raw - Patterns : raw) * Multiple;

    public bool IsLegal(UInt128 word) => IsLegalValue(Value(word));

    bool IsLegalValue(long value)
    {
        foreach (var (least, greatest) in Legal)
            if (least <= value && value <= greatest) return true;
        return false;
    }

    /// <summary>The word with other bits in this field.</summary>
    public UInt128 Put(UInt128 word, long raw)
    {
        for (var i = 0; i < Width; i++)
        {
            var bit = UInt128.One << Places[^(i + 1)];
            word = (raw >> i & 1) != 0 ? word | bit : word & ~bit;
        }
        return word;
    }

    /// <summary>The legal patterns, as intervals of unsigned numbers.</summary>
    public IReadOnlyList<(long Least, long Greatest)> LegalPatterns()
    {
        var half = Signed ? Patterns / 2 : Patterns;
        var intervals = new List<(long Least, long Greatest)>();
        foreach (var (least, greatest) in Legal)
        {
            // the multiples of Multiple in least … greatest, cut to what the bits can say
            var (first, last) = (Math.Max(Up(least), half - Patterns), Math.Min(Down(greatest), half - 1));
            if (last >= 0 && first <= last) intervals.Add((Math.Max(first, 0), last));
            if (first < 0 && first <= last) intervals.Add((first + Patterns, Math.Min(last, -1) + Patterns));
        }
        return [.. intervals.Order()];
        long Up(long value) => value / Multiple + (value % Multiple > 0 ? 1 : 0);
        long Down(long value) => value / Multiple - (value % Multiple < 0 ? 1 : 0);
    }

    /// <summary>The illegal patterns, likewise.</summary>
    public IReadOnlyList<(long Least, long Greatest)> Gaps()
    {
        var gaps = new List<(long, long)>();
        var next = 0L;
        foreach (var (least, greatest) in LegalPatterns())
        {
            if (least > next) gaps.Add((next, least - 1));
            next = Math.Max(next, greatest + 1);
        }
        if (next < Patterns) gaps.Add((next, Patterns - 1));
        return gaps;
    }

    public override string ToString() => $"{Name} [{string.Join(' ', Places)}]";
}
