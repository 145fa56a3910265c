using System.Numerics;

namespace Hw.Oracles;

/// <summary>What an address register means in the body of nested loops, iteration by iteration.</summary>
public static class LoopOracle
{
    public static IEnumerable<long> Addresses(BigInteger start, int[] counts, int[] strides)
    {
        var space = BigInteger.One << 40;
        return Nest(0, start).Select(a => (long)(((a % space) + space) % space));

        IEnumerable<BigInteger> Nest(int level, BigInteger address) =>
            level == counts.Length ? [address] : Enumerable.Range(0, counts[level]).SelectMany(i => Nest(level + 1, address + new BigInteger(i) * strides[level]));
    }
}
