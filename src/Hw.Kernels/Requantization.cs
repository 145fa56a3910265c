namespace Hw.Kernels;

/// <summary>INT32 · Scale / 2^Shift → INT8, as VQ does it: Scale is U16, Shift 0 … 63.</summary>
public readonly record struct Requantization(int Scale, int Shift)
{
    const int MaxScale = ushort.MaxValue, MaxShift = 63;

    /// <summary>The closest to a positive real factor: 16 significant bits where the shift allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No scale and shift come near the factor.</exception>
    public static Requantization Nearest(double factor)
    {
        if (!(factor >= 0) || factor > MaxScale) throw new ArgumentOutOfRangeException(nameof(factor), $"a requantization factor is 0 … {MaxScale}, got {factor:R}");
        if (factor == 0) return new(0, 0);
        var shift = Math.Clamp(15 - (int)Math.Floor(Math.Log2(factor)), 0, MaxShift);
        var scale = Math.Round(Math.ScaleB(factor, shift));
        return scale <= MaxScale ? new((int)scale, shift) : new((int)Math.Round(Math.ScaleB(factor, shift - 1)), shift - 1);
    }

    public double Factor => Math.ScaleB(Scale, -Shift);
}
