namespace Hw.Oracles.Tests;

/// <summary>Two ways to one result: all must agree, and the first that does not is printed in hex.</summary>
static class Show
{
    public static void Equal(long expected, long actual, FormattableString what)
    {
        if (expected != actual)
            Assert.Fail($"{what}: expected 0x{expected:X}, got 0x{actual:X}");
    }

    public static string Hex(IEnumerable<long> bits) => string.Join(' ', bits.Select(value => value.ToString("X")));
}
