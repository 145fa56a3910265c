using System.Runtime.CompilerServices;

namespace Hw.Bits;

/// <summary>DOT32, the primitive of the matrix unit: 32 products and their exact sum. Depth 32 is part of the numerics.</summary>
public static class Dot32
{
    public const int Depth = 32;

    /// <summary>Σ moving[k] · stationary[k], k = 0 … 31. INT8 operands give −520,192 … 524,288: 21 bits, exact.</summary>
    public static T Of<T>(ReadOnlySpan<T> moving, ReadOnlySpan<T> stationary) where T : struct, IBits<T>
        => T.Dot(moving, stationary);

    /// <summary>One step of an INT32 accumulator: adds and clamps at the two ends of INT32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Accumulate<T>(T accumulator, T dot) where T : struct, IBits<T>
        => T.AddSaturate(accumulator, dot, Interval.Int32);
}
