namespace Hw.Kernels;

/// <summary>
/// What an address register will hold: a base and, per enclosing loop, how far each iteration moves it. Units are those of the memory:
/// rows of SPAD and ACC, bytes of DRAM. A plain number is a pointer that does not move.
/// </summary>
public readonly record struct Pointer(long Base)
{
    (int, int, int, int) Strides { get; init; }

    /// <summary>The same place, moving by <paramref name="stride"/> with each iteration of a loop level.</summary>
    public Pointer Step(int level, long stride)
    {
        var by = checked((int)stride);
        var (a, b, c, d) = Strides;
        return this with
        {
            Strides = level switch { 0 => (by, b, c, d), 1 => (a, by, c, d), 2 => (a, b, by, d), 3 => (a, b, c, by), _ => throw new ArgumentOutOfRangeException(nameof(level), $"loop levels are 0 … {TxuIsa.Levels - 1}, got {level}") },
        };
    }

    public int Stride(int level) => level switch { 0 => Strides.Item1, 1 => Strides.Item2, 2 => Strides.Item3, _ => Strides.Item4 };

    public static Pointer operator +(Pointer p, long offset) => p with { Base = p.Base + offset };
    public static implicit operator Pointer(long at) => new(at);
}
