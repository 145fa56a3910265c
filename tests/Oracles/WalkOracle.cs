using System.Numerics;

namespace Hw.Oracles;

/// <summary>The DRAM addresses of LD and ST, from the piece's number alone: digits of n in the mixed radix of the extents.</summary>
public static class WalkOracle
{
    public static IEnumerable<long> Addresses(BigInteger start, int e0, int e1, int e2, int st0, int st1, int st2)
    {
        var space = BigInteger.One << 40;
        for (long n = 0; n < (long)e0 * e1 * e2; n++)
        {
            var (i0, i1, i2) = (n % e0, n / e0 % e1, n / e0 / e1);
            yield return (long)((start + 32 * (new BigInteger(i0) * st0 + new BigInteger(i1) * st1 + new BigInteger(i2) * st2)) % space);
        }
    }
}
