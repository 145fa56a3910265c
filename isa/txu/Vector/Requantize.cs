using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>Arithmetic of the vector unit, written once and read by the golden and by the hardware.</summary>
public static partial class Numerics
{
    /// <summary>Every shift beyond this one is the same: |acc · scale| is below 2^47, so at 48 it already rounds to 0.</summary>
    const int MaxShift = 48;
    static readonly Interval shifts = new(0, MaxShift);

    /// <summary>
    /// INT32 accumulator → INT8: acc · scale / 2^shift, rounded to nearest, ties to even, saturated.
    /// acc is INT32, scale U16, shift U6.
    /// </summary>
    public static T Requantize<T>(T acc, T scale, T shift) where T : struct, IBits<T> =>
        (acc * scale).RoundShiftRight(shift.Saturate(shifts), MaxShift).Saturate(Interval.Int8);
}
