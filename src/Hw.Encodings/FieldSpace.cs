using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>A field of a word and the patterns that are legal in it, as cubes that do not meet: a range of numbers is as many cubes as it has aligned blocks.</summary>
public sealed class FieldSpace
{
    /// <param name="legal">Ranges of values; the pattern of a value is value / multiple in two's complement.</param>
    public FieldSpace(string name, Layout bits, IEnumerable<ValueRange> legal, long multiple = 1)
    {
        (Name, Bits) = (name, bits);
        var ranges = Merge(legal.SelectMany(r => Patterns(r, multiple)));
        Legal = Cubes(ranges);
        Illegal = Cubes(Rest(ranges));
    }

    public string Name { get; }
    public Layout Bits { get; }
    public IReadOnlyList<Cube> Legal { get; }
    public IReadOnlyList<Cube> Illegal { get; }

    BigInteger Patterns() => BigInteger.One << Bits.Width;

    IEnumerable<(BigInteger First, BigInteger Last)> Patterns(ValueRange range, long multiple)
    {
        BigInteger m = multiple < 1 ? 1 : multiple;
        var (first, last) = (-Floor(-(BigInteger)range.Min, m), Floor(range.Max, m));
        if (first > last) yield break;
        if (first < 0) yield return (first + Patterns(), BigInteger.Min(last, -1) + Patterns());
        if (last >= 0) yield return (BigInteger.Max(first, 0), last);
    }

    static BigInteger Floor(BigInteger a, BigInteger b) => (a - ((a % b) + b) % b) / b;

    List<(BigInteger First, BigInteger Last)> Merge(IEnumerable<(BigInteger First, BigInteger Last)> ranges)
    {
        var merged = new List<(BigInteger First, BigInteger Last)>();
        foreach (var (first, last) in ranges.Select(r => (First: BigInteger.Max(r.First, 0), Last: BigInteger.Min(r.Last, Patterns() - 1))).Where(r => r.First <= r.Last).OrderBy(r => r.First))
            if (merged.Count > 0 && merged[merged.Count - 1] is var before && first <= before.Last + 1) merged[merged.Count - 1] = (before.First, BigInteger.Max(before.Last, last));
            else merged.Add((first, last));
        return merged;
    }

    IEnumerable<(BigInteger First, BigInteger Last)> Rest(List<(BigInteger First, BigInteger Last)> ranges)
    {
        var next = BigInteger.Zero;
        foreach (var (first, last) in ranges)
        {
            if (first > next) yield return (next, first - 1);
            next = last + 1;
        }
        if (next < Patterns()) yield return (next, Patterns() - 1);
    }

    List<Cube> Cubes(IEnumerable<(BigInteger First, BigInteger Last)> ranges)
    {
        var (cubes, all) = (new List<Cube>(), (ulong)(Patterns() - 1));
        foreach (var (from, to) in ranges)
            for (var first = from; first <= to;)
            {
                var free = 0;
                while (free < Bits.Width && (first & ((BigInteger.One << (free + 1)) - 1)).IsZero && first + (BigInteger.One << (free + 1)) - 1 <= to) free++;
                var block = BigInteger.One << free;
                cubes.Add(new(Bits.Put(all & ~(ulong)(block - 1)), Bits.Put((ulong)first)));
                first += block;
            }
        return cubes;
    }

    public override string ToString() => $"{Name} {Bits}";
}
