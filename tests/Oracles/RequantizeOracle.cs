using System.Numerics;

namespace Hw.Oracles;

/// <summary>acc · scale / 2^shift to INT8 by exact rational arithmetic: the two neighbouring integers, the nearer one, the even one of a tie.</summary>
public static class RequantizeOracle
{
    public static int Of(BigInteger acc, BigInteger scale, int shift)
    {
        var (numerator, denominator) = (acc * scale, BigInteger.Pow(2, shift));
        var below = BigInteger.Divide(numerator - (((numerator % denominator) + denominator) % denominator), denominator);
        var above = below + 1;
        var (toBelow, toAbove) = (numerator - below * denominator, above * denominator - numerator);
        var nearest = toBelow < toAbove ? below : toAbove < toBelow ? above : below.IsEven ? below : above;
        return (int)BigInteger.Max(-128, BigInteger.Min(127, nearest));
    }
}
