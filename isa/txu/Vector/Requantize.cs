using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>Arithmetic of the vector unit, written once and read by the golden and by the hardware.</summary>
public static partial class Numerics
{
    /// <summary>The largest shift there is; from 49 on everything is 0, |acc · scale| being below 2^47.</summary>
    const int MaxShift = 63;

    /// <summary>
    /// INT32 accumulator → INT8: acc · scale / 2^shift, rounded to nearest, ties to even, saturated.
    /// acc is INT32, scale U16, shift U6.
    /// </summary>
    public static T Requantize<T>(T acc, T scale, T shift) where T : struct, IBits<T>
    {
        // the magnitude, with two places below the point that keep all that rounding needs of what is shifted out
        var product = acc * scale;
        var moved = T.ShiftRightSticky(product.Abs() << 2, shift, MaxShift);
        var rounded = moved.RoundShiftRight(2);
        return (product < 0).Mux(-rounded, rounded).Saturate(Interval.Int8);
    }
}
