using System.Diagnostics.CodeAnalysis;

namespace Hw.Bits.Numbers;

/// <summary>
/// Up to 32 floats taken apart for DOT32, one array for each part, so that SIMD reads them as they lie. A machine takes its stationary row apart once for
/// many moving rows. Fill it with <see cref="Unpack"/>; it is large, so pass it by reference.
/// </summary>
public struct DotRow<T> where T : struct, IBits<T>
{
    Row<T> signs, exponents, significands, infs, nans;

    internal int Count { get; private set; }

    /// <summary>Some element can be Inf or NaN.</summary>
    internal bool HasSpecials { get; private set; }

    [UnscopedRef] internal readonly ReadOnlySpan<T> Signs => ((ReadOnlySpan<T>)signs)[..Count];
    /// <summary>As stored, 1 for subnormals.</summary>
    [UnscopedRef] internal readonly ReadOnlySpan<T> Exponents => ((ReadOnlySpan<T>)exponents)[..Count];
    [UnscopedRef] internal readonly ReadOnlySpan<T> Significands => ((ReadOnlySpan<T>)significands)[..Count];
    [UnscopedRef] internal readonly ReadOnlySpan<T> Infs => ((ReadOnlySpan<T>)infs)[..Count];
    [UnscopedRef] internal readonly ReadOnlySpan<T> NaNs => ((ReadOnlySpan<T>)nans)[..Count];

    public void Unpack(FloatFormat f, ReadOnlySpan<T> bits)
    {
        T special = 0;
        Count = bits.Length;
        for (var k = 0; k < bits.Length; k++)
        {
            var x = Float.Unpack(f, bits[k]);
            (signs[k], exponents[k], significands[k], infs[k], nans[k]) = (x.Sign, x.Exponent, x.Significand, x.IsInf, x.IsNaN);
            special |= x.IsInf | x.IsNaN;
        }
        HasSpecials = T.IsPossible(special);
    }
}
