using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberBlocks.Tests;

/// <summary>The readings of a text in C#, each on the same cases: rows of patterns in, rows of patterns out.</summary>
static class Readings
{
    public static readonly IReadOnlyList<(string Name, Func<NumberFunction, long[][], long[][]> Read)> All =
        [("Int", Int), ("Lanes<long>", Simd<long>), ("Lanes<int>", (f, x) => FitsInt(f) ? Simd<int>(f, x) : Int(f, x)), ("Big", Big)];

    public static long[][] Int(NumberFunction function, long[][] cases) => Each<Int>(function, cases, v => v, v => v.Value);

    static long[][] Big(NumberFunction function, long[][] cases) => Each<Big>(function, cases, v => v, v => (long)v.Value);

    static long[][] Each<T>(NumberFunction function, long[][] cases, Func<long, T> from, Func<T, long> to) where T : struct, IBits<T> => [.. cases.Select(row =>
    {
        var gives = new T[function.Gives.Count];
        function.Apply<T>([.. row.Select(from)], gives);
        return gives.Select(to).ToArray();
    })];

    static long[][] Simd<E>(NumberFunction function, long[][] cases) where E : unmanaged, System.Numerics.IBinaryInteger<E>, System.Numerics.IMinMaxValue<E>
    {
        var results = new List<long[]>();
        foreach (var chunk in cases.Chunk(Lanes<E>.Count))
        {
            var (x, y) = (new Lanes<E>[function.Takes.Count], new Lanes<E>[function.Gives.Count]);
            for (var k = 0; k < x.Length; k++) x[k] = Lanes<E>.Load([.. Enumerable.Range(0, Lanes<E>.Count).Select(i => E.CreateTruncating(chunk[Math.Min(i, chunk.Length - 1)][k]))]);
            function.Apply<Lanes<E>>(x, y);
            for (var i = 0; i < chunk.Length; i++) results.Add([.. y.Select(v => long.CreateTruncating(v[i]))]);
        }
        return [.. results];
    }

    /// <summary>Whether every value of the text, constants included, fits the 32 bits of a narrow lane.</summary>
    public static bool FitsInt(NumberFunction function)
    {
        using var table = new NodeTable().Enter();
        var gives = new Signal[function.Gives.Count];
        function.Apply<Signal>([.. function.Takes.Select(t => Signal.Leaf(t, t.Format.Range))], gives);
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        return gives.All(g => Fits(g.Node));
        bool Fits(Node n) => !seen.Add(n) || (Interval.Int32.Contains(n.Range) && n.Operands.All(Fits));
    }
}
