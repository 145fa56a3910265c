namespace Hw.Bits.Numbers;

/// <summary>A function over arrays of patterns, element by element: in the scalar reading, or eight at a time in the SIMD reading.</summary>
public static class Batch
{
    public static void Scalar(NumberFunction function, ReadOnlySpan<long[]> takes, ReadOnlySpan<long[]> gives)
    {
        var (x, y) = (new Int[takes.Length], new Int[gives.Length]);
        for (var i = 0; i < gives[0].Length; i++)
        {
            for (var k = 0; k < x.Length; k++) x[k] = takes[k][i];
            function.Apply<Int>(x, y);
            for (var k = 0; k < y.Length; k++) gives[k][i] = y[k].Value;
        }
    }

    /// <summary>Lengths are multiples of <see cref="Lanes{E}.Count"/>.</summary>
    public static void Simd(NumberFunction function, ReadOnlySpan<long[]> takes, ReadOnlySpan<long[]> gives)
    {
        var (x, y) = (new Lanes<long>[takes.Length], new Lanes<long>[gives.Length]);
        for (var i = 0; i < gives[0].Length; i += Lanes<long>.Count)
        {
            for (var k = 0; k < x.Length; k++) x[k] = Lanes<long>.Load(takes[k].AsSpan(i));
            function.Apply<Lanes<long>>(x, y);
            for (var k = 0; k < y.Length; k++) y[k].Store(gives[k].AsSpan(i));
        }
    }
}
