using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.Isa.Txu;

namespace Hw.Txu.Tests.Vector;

/// <summary>The functions of a lane share a datapath; each gives what its own text gives.</summary>
public class FunctionUnitTests
{
    static long Shared(Activation fn, long x)
    {
        Int Is(Activation which) => fn == which ? 1 : 0;
        return FunctionUnit.Of<Int>(x, Is(Activation.EXP2), Is(Activation.RCP), Is(Activation.RSQRT), Is(Activation.SIGMOID), Is(Activation.SILU)).Value;
    }

    /// <summary>Every sign and exponent with fractions at the ends and in between, then any pattern.</summary>
    static IEnumerable<long> Numbers()
    {
        var random = new Random(11);
        for (var high = 0L; high < 512; high++)
            foreach (var fraction in (long[])[0, 1, 0x200000, 0x3FFFFF, 0x400000, 0x7FFFFE, 0x7FFFFF, random.Next(1 << 23), random.Next(1 << 23), random.Next(1 << 23)]) yield return high << 23 | fraction;
        for (var n = 0; n < 60_000; n++) yield return random.NextInt64(1L << 32);
        for (var n = 0; n < 60_000; n++) yield return BitConverter.SingleToUInt32Bits((float)((random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-20, 9))));
    }

    [Theory, InlineData(Activation.EXP2), InlineData(Activation.RCP), InlineData(Activation.RSQRT), InlineData(Activation.SIGMOID), InlineData(Activation.SILU)]
    public void Each_is_its_own_text(Activation fn)
    {
        var at = Numbers().FirstOrDefault(x => Shared(fn, x) != Numerics.Function<Int>(fn, x).Value, -1);
        Assert.True(at < 0, $"{fn} of {at:X8} is {Numerics.Function<Int>(fn, at):X8}, by the shared datapath {Shared(fn, at):X8}");
    }

    [Fact]
    public void Another_function_is_seen() => Assert.Contains(Numbers(), x => Shared(Activation.SILU, x) != Numerics.Function<Int>(Activation.SIGMOID, x).Value);
}
