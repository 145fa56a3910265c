namespace Hw.Bits.Tests;

/// <summary>What the hardware reading proves about a text, and what it says when it cannot.</summary>
public class ProofTests
{
    static Signal Leaf(string name, Interval range) => Signal.Leaf(name, range);
    static string Error(Func<object> text) => Assert.Throws<BitsException>(text).Message;

    static T Requantize<T>(T accumulator, T scale, int shift) where T : struct, IBits<T> =>
        (accumulator * scale).RoundShiftRight(shift).Saturate(Interval.Int8);

    [Fact]
    public void A_dot_product_of_int8_has_21_bits()
    {
        var row = Enumerable.Range(0, Dot32.Depth).Select(i => Leaf($"m{i}", Interval.Int8)).ToArray();
        var dot = Dot32.Of<Signal>(row, [.. row.Reverse()]);
        Assert.Equal(new(-520_192, 524_288), dot.Range);
        Assert.Equal(21, dot.Width);
        Assert.Equal(Interval.Int32, Dot32.Accumulate(Leaf("acc", Interval.Int32), dot).Range);
    }

    [Fact]
    public void Requantize_is_proven_within_63_bits_and_every_reading_agrees()
    {
        var graph = Graph.TryBuild(new Requantizing(), [Interval.Int32, Interval.UInt16])!;
        Assert.Equal(Interval.Int8, graph.Result.Range);
        Assert.All(graph.Nodes, n => Assert.True(Interval.Int(64).Contains(n.Range)));
        foreach (var reading in Harness.Readings) Assert.Null(Harness.Random(reading, new Requantizing(), seed: 3, shapes: 50));
    }

    sealed class Requantizing : Law
    {
        public override T Apply<T>(T[] x) => Requantize(x[0], x[1], 12);
        public override System.Numerics.BigInteger Meaning(System.Numerics.BigInteger[] x) =>
            System.Numerics.BigInteger.Clamp(Rational.RoundEven(x[0] * x[1], 4096), -128, 127);
    }

    [Fact]
    public void Beyond_63_bits_is_an_error_that_names_both_operands()
    {
        var wide = Leaf("a", Interval.Int(40));
        Assert.Equal("Multiply of −549,755,813,888 … 549,755,813,887 (40 bits, signed) and −549,755,813,888 … 549,755,813,887 (40 bits, signed) needs "
            + "−302,231,454,903,107,537,862,656 … 302,231,454,903,657,293,676,544 (80 bits, signed), more than the 63 bits and a sign that the number readings carry; "
            + "narrow an operand on purpose: .Fits, .Saturate or .Wrap, or say .Wide and read the text as Big", Error(() => wide * wide));
        Assert.Contains("needs", Error(() => wide << 30));
        Assert.Contains("needs", Error(() => Leaf("b", Interval.UInt(63)) + 1));
        Assert.Contains("more than the 63 bits", Error(() => wide.Slice(64, 0)));
        Assert.Contains("more than the 63 bits", Error(() => wide.Wrap(Interval.UInt(64))));
        Assert.Equal(Interval.Int(64), (Leaf("c", Interval.Int(63)) << 1 | 1).Range.Full);
    }

    [Fact]
    public void Errors_say_what_to_do()
    {
        var x = Leaf("x", Interval.Int8);
        Assert.Equal("Mux takes a condition, 0 or 1; this value is −128 … 127 (8 bits, signed). Compare it: x != 0, or pick a bit: x[0]", Error(() => Signal.Mux(x, 1, 0)));
        Assert.Equal("! takes a condition, 0 or 1; this value is −128 … 127 (8 bits, signed). Compare it: x != 0, or pick a bit: x[0]", Error(() => !x));
        Assert.Equal("a slice is [high:low] with high ≥ low ≥ 0, got [2:3]", Error(() => x[2, 3]));
        Assert.Equal("a slice is [high:low] with high ≥ low ≥ 0, got [-1:-1]", Error(() => x[-1]));
        Assert.Equal("Wrap needs all values of a width, Int(n) or UInt(n), not 0 … 5; use Saturate or Fits", Error(() => x.Wrap(new(0, 5))));
        Assert.Equal("a shift distance of −128 … 127 (8 bits, signed) is not within 0 … 7; narrow it on purpose: .Saturate, .Wrap or .Fits", Error(() => Signal.ShiftLeft(x, x, 7)));
        Assert.Equal("an element index of 0 … 7 (3 bits) is not within 0 … 4, the elements of the row; narrow it on purpose: .Saturate, .Wrap or .Fits",
            Error(() => Signal.Element(Leaf("row", Interval.UInt(40)), Leaf("i", Interval.UInt(3)), Interval.UInt8)));
        Assert.Equal("a part of −128 … 127 (8 bits, signed) does not fit its 4 bits; narrow it on purpose: .Wrap, .Saturate or .Fits", Error(() => Signal.Concat([(x, 4)])));
        Assert.Equal("a Signal without a value: it was declared but never given one", Error(() => default(Signal) + 1));
    }

    [Fact]
    public void A_broken_promise_is_found_in_every_reading()
    {
        const string Message = "5 was promised to fit 0 … 3 (2 bits): the sum of two bits";
        Assert.Equal(Message, Error(() => new Int(5).Fits(Interval.UInt(2), "the sum of two bits")));
        Assert.Equal("5 in lane 0 was promised to fit 0 … 3 (2 bits): the sum of two bits", Error(() => Lanes<int>.Constant(5).Fits(Interval.UInt(2), "the sum of two bits")));
        var x = Leaf("x", Interval.UInt8);
        Assert.Equal(Message, Error(() => x.Fits(Interval.UInt(2), "the sum of two bits").Node.Evaluate(_ => 5)));
    }

    [Fact]
    public void Equal_texts_are_one_node()
    {
        var (a, b) = (Leaf("a", Interval.Int8), Leaf("b", Interval.Int8));
        Assert.Same((a + b).Node, (a + b).Node);
        Assert.NotSame((a + b).Node, (a - b).Node);
        Assert.NotSame(Leaf("c", Interval.Int8).Node, a.Node);
    }

    [Fact]
    public void Neighbouring_fields_join_into_one()
    {
        var word = Leaf("word", Interval.UInt(32));
        Assert.Same(word[23, 8].Node, Signal.Concat([(word[15, 8], 8), (word[23, 16], 8)]).Node);
        Assert.Same(word.Node, Signal.Concat([(word[7, 0], 8), (word[31, 8], 24)]).Node);
    }
}
