using System.Numerics;

namespace Hw.Bits.Tests;

/// <summary>Holds a reading against the laws, exhaustively at small widths and at random above.</summary>
static class Harness
{
    public static readonly IReading[] Readings = [new Scalar<Int>(x => x.Value), new Simd<int>(), new Simd<long>(), new Limitless(), new Hardware()];

    /// <summary>Every Int and UInt of 1 to 4 bits, and intervals that fill no width.</summary>
    static readonly Interval[] Small =
        [.. Enumerable.Range(1, 4).SelectMany(n => new[] { Interval.Int(n), Interval.UInt(n) }), new(3, 9), new(-5, -2), new(-1, 6), Interval.Of(0)];

    /// <summary>The first disagreement in words; null when reading and law agree on every operand.</summary>
    public static string? Exhaustive(IReading reading, Law law) =>
        Shapes(law.Arity).Where(law.Takes).Select(shape => Check(reading, law, shape, [.. Product(shape)], hull: true)).FirstOrDefault(e => e is not null);

    public static string? Random(IReading reading, Law law, int seed, int shapes)
    {
        var random = new Random(seed);
        for (var i = 0; i < shapes; i++)
        {
            var shape = Enumerable.Range(0, law.Arity).Select(_ => Wide(random)).ToArray();
            if (law is Mux or Not) shape[0] = Interval.Bit;
            if (law is ShiftLeftBy or ShiftRightBy or RoundShiftRightBy or ShiftRightSticky) shape[1] = new(0, random.Next(16));
            if (law is Lookup or Join or LeadingZeros or ShiftRightSticky) shape[0] = Natural(random, 31);
            if (law is Lookup) shape[0] = Natural(random, 6);
            if (law is Join) shape[1] = Natural(random, 6);
            if (law.Takes(shape) && Check(reading, law, shape, [.. Enumerable.Range(0, 48).Select(_ => shape.Select(s => Pick(random, s)).ToArray())], hull: false) is { } error) return error;
        }
        return null;
    }

    static string? Check(IReading reading, Law law, Interval[] shape, BigInteger[][] rows, bool hull)
    {
        if (Graph.TryBuild(law, shape) is not { } graph) return hull ? $"{law} refuses {string.Join(", ", shape)}" : null;
        if (!reading.Carries(graph)) return null;
        var expected = rows.Select(law.Meaning).ToArray();
        var results = reading is Hardware ? [.. rows.Select(graph.Evaluate)] : reading.Read(law, rows);
        for (var i = 0; i < rows.Length; i++)
            if (results[i] != expected[i])
                return $"{reading.Name}: {law}({string.Join(", ", rows[i])}) is {results[i]}, means {expected[i]}; operands {string.Join(", ", shape)}";
        var reach = new Interval(expected.Min(), expected.Max());
        return hull && reading is Hardware && law.IsTight && graph.Result.Range != reach
            ? $"{law} of {string.Join(", ", shape)} reaches {reach.Describe()}, its wire is {graph.Result.Range.Describe()}" : null;
    }

    static IEnumerable<Interval[]> Shapes(int arity) => arity == 0 ? [[]] : Shapes(arity - 1).SelectMany(s => (arity == 3 && s.Length == 2 ? Small.Take(8) : Small).Select(x => s.Append(x).ToArray()));

    static IEnumerable<BigInteger[]> Product(IEnumerable<Interval> shape) => !shape.Any() ? [[]]
        : Product(shape.Skip(1)).SelectMany(rest => Values(shape.First()).Select(x => rest.Prepend(x).ToArray()));

    static IEnumerable<BigInteger> Values(Interval s) { for (var v = s.Min; v <= s.Max; v++) yield return v; }

    static Interval Natural(Random random, int bits) => new(0, Interval.UInt(random.Next(1, bits + 1)).Max);

    static Interval Wide(Random random)
    {
        var bits = random.Next(1, 33);
        if (random.Next(3) > 0) return random.Next(2) == 0 ? Interval.Int(bits) : Interval.UInt(bits);
        var (a, b) = (Pick(random, Interval.Int(bits)), Pick(random, Interval.Int(bits)));
        return new(BigInteger.Min(a, b), BigInteger.Max(a, b));
    }

    /// <summary>The ends and their neighbours as often as anything between.</summary>
    static BigInteger Pick(Random random, Interval s) => random.Next(4) switch
    {
        0 => random.Next(2) == 0 ? s.Min : s.Max,
        1 => BigInteger.Max(s.Min, BigInteger.Min(s.Max, random.Next(-2, 3))),
        _ => s.Min + new BigInteger(random.NextInt64(long.MaxValue)) % (s.Max - s.Min + 1),
    };
}
