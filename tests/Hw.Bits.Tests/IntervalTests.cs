using System.Numerics;

namespace Hw.Bits.Tests;

public class IntervalTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 2, 2)]
    [InlineData(3, 9, 4)]
    [InlineData(-1, -1, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(-1, 1, 2)]
    [InlineData(-5, -2, 4)]
    [InlineData(-8, 7, 4)]
    [InlineData(-8, 8, 5)]
    [InlineData(-9, 0, 5)]
    [InlineData(long.MinValue, long.MaxValue, 64)]
    public void The_width_is_the_fewest_bits_that_hold_both_ends(long min, long max, int width) => Assert.Equal(width, new Interval(min, max).Width);

    [Fact]
    public void Every_width_is_the_fewest()
    {
        for (var min = -20; min <= 20; min++)
            for (var max = min; max <= 20; max++)
            {
                var range = new Interval(min, max);
                Interval Full(int width) => min < 0 ? Interval.Int(width) : Interval.UInt(width);
                Assert.Equal(Enumerable.Range(1, 8).First(w => Full(w).Contains(range)), range.Width);
                Assert.Equal(Full(range.Width), range.Full);
                Assert.Equal(range == range.Full, range.IsFull);
            }
    }

    [Fact]
    public void Wrap_is_congruent_and_inside()
    {
        foreach (var target in new[] { Interval.Int(1), Interval.Int(4), Interval.UInt(1), Interval.UInt(4), Interval.Int(70) })
            for (BigInteger v = -40; v <= 40; v++)
            {
                Assert.True(target.Contains(target.Wrap(v)));
                Assert.True(((v - target.Wrap(v)) % BigInteger.Pow(2, target.Width)).IsZero);
            }
    }

    [Fact]
    public void Prints_as_a_designer_declares_it()
    {
        Assert.Equal("Bit", $"{Interval.Bit}");
        Assert.Equal("Int(8)", $"{Interval.Int8}");
        Assert.Equal("UInt(5)", $"{Interval.UInt(5)}");
        Assert.Equal("−520,192 … 524,288", $"{new Interval(-520_192, 524_288)}");
        Assert.Equal("−520,192 … 524,288 (21 bits, signed)", new Interval(-520_192, 524_288).Describe());
        Assert.Equal("0 … 1 (1 bit)", Interval.Bit.Describe());
    }

    [Fact]
    public void Names_what_is_wrong()
    {
        Assert.Equal("an interval needs min ≤ max, got 3 … 2", Assert.Throws<BitsException>(() => new Interval(3, 2)).Message);
        Assert.Equal("a width is at least 1 bit, got 0", Assert.Throws<BitsException>(() => Interval.Int(0)).Message);
        Assert.Equal("a width is at least 1 bit, got -1", Assert.Throws<BitsException>(() => Interval.UInt(-1)).Message);
    }
}
