using System.Numerics;

namespace Hw.Bits.Tests;

/// <summary>INT32 saturation in lanes of 32 bits, where the sum itself does not fit the lane.</summary>
public class AccumulateTests
{
    [Fact]
    public void Clamps_at_both_ends()
    {
        int[] ends = [int.MinValue, int.MinValue + 1, -520_192, -1, 0, 1, 524_288, int.MaxValue - 1, int.MaxValue];
        foreach (var a in ends)
            foreach (var b in ends)
            {
                var expected = (int)BigInteger.Clamp((BigInteger)a + b, int.MinValue, int.MaxValue);
                Assert.Equal(expected, Dot32.Accumulate<Int>(a, b).Value);
                Assert.Equal(expected, Dot32.Accumulate<Lanes<int>>(a, b)[Lanes<int>.Count - 1]);
                Assert.Equal(expected, Dot32.Accumulate<Lanes<long>>(a, b)[0]);
            }
    }
}
