using System.Numerics;

namespace Hw.Bits.Tests;

// What texts of number formats are made of: tables, joined fields, leading zeros, shifts that keep track of what they lose.

sealed class Lookup(Rom table) : Law
{
    public override string Name => $"{nameof(Lookup)}({table})";
    public override int Arity => 1;
    public override bool Takes(Interval[] o) => o[0].Min >= 0 && o[0].Max < table.Entries.Length;
    public override T Apply<T>(T[] x) => x[0].Lookup(table);
    public override BigInteger Meaning(BigInteger[] x) => table.Entries.ElementAt((int)x[0]);
}

sealed class Join(int width) : Law
{
    public override string Name => $"{nameof(Join)}({width})";
    public override bool Takes(Interval[] o) => o[0].Min >= 0 && o[1].Min >= 0 && o[1].Max < BigInteger.Pow(2, width);
    public override T Apply<T>(T[] x) => x[0].Join(x[1], width);
    public override BigInteger Meaning(BigInteger[] x) => x[0] * BigInteger.Pow(2, width) + x[1];
}

sealed class Names : Law
{
    public override int Arity => 1;
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0].Named("value");
    public override BigInteger Meaning(BigInteger[] x) => x[0];
}

sealed class LeadingZeros(int width) : Law
{
    public override string Name => $"{nameof(LeadingZeros)}({width})";
    public override int Arity => 1;
    public override bool Takes(Interval[] o) => o[0].Min >= 0 && o[0].Max < BigInteger.Pow(2, width);
    public override T Apply<T>(T[] x) => x[0].LeadingZeros(width);

    public override BigInteger Meaning(BigInteger[] x)
    {
        var zeros = width;
        for (var rest = x[0]; rest > 0; rest /= 2) zeros--;
        return zeros;
    }
}

sealed class ShiftRightSticky : Law
{
    public override bool Takes(Interval[] o) => o[0].Min >= 0 && o[1].Min >= 0 && o[1].Max <= 15;
    public override T Apply<T>(T[] x) => x[0].ShiftRightSticky(x[1], 15);

    public override BigInteger Meaning(BigInteger[] x)
    {
        var kept = Rational.Floor(x[0], BigInteger.Pow(2, (int)x[1]));
        return kept * BigInteger.Pow(2, (int)x[1]) != x[0] && kept.IsEven ? kept + 1 : kept;
    }
}

/// <summary>Texts beyond 63 bits: read as hardware, and by Big alone of the number readings.</summary>
public class WideTests
{
    sealed class WideProduct : Law
    {
        public override T Apply<T>(T[] x) => (x[0].Wide() * x[1] << 40) + x[0] - (x[1].Wide() << 70);
        public override BigInteger Meaning(BigInteger[] x) => x[0] * x[1] * BigInteger.Pow(2, 40) + x[0] - x[1] * BigInteger.Pow(2, 70);
    }

    [Fact]
    public void Beyond_63_bits_every_reading_that_takes_it_agrees()
    {
        foreach (var reading in new IReading[] { new Limitless(), new Hardware() })
        {
            Assert.Null(Harness.Exhaustive(reading, new WideProduct()));
            Assert.Null(Harness.Random(reading, new WideProduct(), seed: 5, shapes: 60));
        }
    }

    [Fact]
    public void The_64_bit_readings_refuse()
    {
        Assert.Contains("read it with Big", Assert.Throws<BitsException>(() => new Int(1).Wide()).Message);
        Assert.Contains("read it with Big", Assert.Throws<BitsException>(() => Lanes<long>.Constant(1).Wide()).Message);
    }

    [Fact]
    public void An_index_that_may_leave_its_table_is_refused() =>
        Assert.Equal("an index of 0 … 7 (3 bits) is not within 0 … 4, the entries of primes; narrow it on purpose: .Saturate, .Wrap or .Fits",
            Assert.Throws<BitsException>(() => Signal.Leaf("x", Interval.UInt(3)).Lookup(new("primes", [2, 3, 5, 7, 11]))).Message);
}
