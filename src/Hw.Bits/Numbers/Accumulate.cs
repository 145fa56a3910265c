namespace Hw.Bits.Numbers;

/// <summary>ACC: what becomes of one dot product after another. FP32 is <see cref="Arithmetic.Add"/>.</summary>
public static class Accumulate
{
    /// <summary>acc + a · b, clamped at the two ends of INT32: the cell of an INT8 array.</summary>
    public static (T Sum, T Saturated) MultiplyAccumulate<T>(T accumulator, T a, T b) where T : struct, IBits<T> => Int32(accumulator, a * b, 0);

    /// <summary>Adds, clamps at the two ends of INT32, and remembers that it did.</summary>
    public static (T Sum, T Saturated) Int32<T>(T accumulator, T dot, T saturated) where T : struct, IBits<T>
    {
        var exact = accumulator + dot;
        return (exact.Saturate(Interval.Int32), saturated | exact.Outside(Interval.Int32));
    }
}
