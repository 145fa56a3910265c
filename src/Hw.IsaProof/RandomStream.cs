namespace Hw.IsaProof;

/// <summary>Random words that depend on a name and a counter alone (SplitMix64, Steele et al. 2014): what one instruction is tried on does not change when another is added.</summary>
sealed class RandomStream(string name)
{
    ulong state = name.Aggregate(14695981039346656037, (hash, c) => (hash ^ c) * 1099511628211);

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    public UInt128 Word() => new(Next(), Next());
    public long Below(long limit) => (long)(Next() % (ulong)limit);

    /// <summary>A legal pattern of a field: an end of its legal set as often as its middle.</summary>
    public long Legal(TableField field)
    {
        var intervals = field.LegalPatterns();
        var (least, greatest) = intervals[(int)Below(intervals.Count)];
        return Below(4) switch { 0 => least, 1 => greatest, _ => least + Below(greatest - least + 1) };
    }
}
