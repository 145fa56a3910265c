namespace Hw.SimCheck.Graphs;

/// <summary>Choices that depend on a seed and a counter alone, so that a module's number rebuilds it anywhere.</summary>
public sealed class Choices(ulong seed)
{
    ulong counter;

    public ulong Next()
    {
        var x = seed * 0xD1342543DE82EF95 + ++counter * 0x9E3779B97F4A7C15;   // splitmix64
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    public int Below(int n) => (int)(Next() % (ulong)n);
    public bool OneIn(int n) => Below(n) == 0;
    public T Of<T>(params T[] choices) => choices[Below(choices.Length)];

    /// <summary>The ends and small numbers as often as anything between.</summary>
    public BigInteger In(Interval range) => Below(4) switch
    {
        0 => OneIn(2) ? range.Min : range.Max,
        1 => BigInteger.Clamp(Below(5) - 2, range.Min, range.Max),
        _ => range.Min + ((new BigInteger(Next()) << 64) + Next()) % (range.Max - range.Min + 1),
    };

    public Interval Interval(int bits) => Below(5) switch
    {
        0 or 1 => Hw.Bits.Interval.Int(1 + Below(bits)),
        2 or 3 => Hw.Bits.Interval.UInt(1 + Below(bits)),
        _ => new(-Below(1 << Math.Min(bits - 1, 10)), 1 + Below(1 << Math.Min(bits - 1, 10))),
    };
}
