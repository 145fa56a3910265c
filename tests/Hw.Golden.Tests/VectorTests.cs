using System.Numerics;
using Hw.Bits;
using Hw.Isa.Txu;
using Hw.Oracles;
using static Hw.Isa.Txu.Registers;

namespace Hw.Golden.Tests;

/// <summary>Requantize in each reading against exact rationals, and VQ around it.</summary>
public class VectorTests
{
    static long Scalar(long acc, long scale, long shift) => Numerics.Requantize<Int>(acc, scale, shift).Value;
    static long Simd(long acc, long scale, long shift) => Numerics.Requantize<Lanes<long>>(acc, scale, shift)[3];

    [Fact]
    public void Requantize_equals_the_exact_rational_in_every_reading()
    {
        Assert.Null(Counterexample(Scalar));
        Assert.Null(Counterexample(Simd));
        Assert.Null(Counterexample(new Symbolic().Value, random: 2000));
    }

    /// <summary>The text read as hardware: one graph, whose nodes are evaluated for each operand. Its promises are checked on the way.</summary>
    sealed class Symbolic
    {
        readonly Signal acc = Signal.Leaf("acc", Interval.Int32), scale = Signal.Leaf("scale", Interval.UInt16), shift = Signal.Leaf("shift", Interval.UInt(6));
        readonly Signal result;

        public Symbolic()
        {
            result = Numerics.Requantize(acc, scale, shift);
            Assert.Equal(Interval.Int8, result.Range);
        }

        public long Value(long acc, long scale, long shift)
        {
            var known = new Dictionary<Node, BigInteger> { [this.acc.Node] = acc, [this.scale.Node] = scale, [this.shift.Node] = shift };
            return (long)Of(result.Node);

            BigInteger Of(Node n)
            {
                if (known.TryGetValue(n, out var value)) return value;
                known[n] = value = n.Evaluate(Of);
                Assert.True(n.Range.Contains(value));
                return value;
            }
        }
    }

    /// <summary>The proof that the test above bites: plausible mistakes, each of which it must find.</summary>
    [Fact]
    public void Wrong_texts_are_caught()
    {
        Assert.NotNull(Counterexample((a, s, n) => Clamp(n == 0 ? a * s : Math.Sign(a) * ((Math.Abs(a * s) + (1L << (int)Math.Min(n, 62)) / 2) >> (int)n))));   // ties away from zero
        Assert.NotNull(Counterexample((a, s, n) => Clamp(n == 0 ? a * s : (a * s + (1L << (int)n >> 1)) >> (int)n)));                                          // ties upwards
        Assert.NotNull(Counterexample((a, s, n) => Clamp(a * s >> (int)n)));                                                                                  // truncated
        Assert.NotNull(Counterexample((a, s, n) => Scalar(a, s, Math.Min(n, 46))));                                                                           // shift clamped too low
        Assert.NotNull(Counterexample((a, s, n) => Scalar(a, s, n & 31)));                                                                                    // shift of five bits
        Assert.NotNull(Counterexample((a, s, n) => (sbyte)Math.Clamp(Scalar(a, s, n), -127, 127)));                                                           // symmetric saturation
        Assert.NotNull(Counterexample((a, s, n) => Scalar(a, (short)s, n)));                                                                                  // signed scale

        static long Clamp(long v) => Math.Clamp(v, -128, 127);
    }

    /// <summary>Ends, ties and their neighbours for every shift, then random operands whose results lie near INT8.</summary>
    static string? Counterexample(Func<long, long, long, long> requantize, int random = 50_000)
    {
        var generator = new Random(4);
        foreach (var (acc, scale, shift) in Ends().Concat(Ties()).Concat(Random()))
            if (requantize(acc, scale, shift) != RequantizeOracle.Of(acc, scale, shift)) return $"{acc} · {scale} / 2^{shift}";
        return null;

        static IEnumerable<(int, int, int)> Ends() =>
            from shift in Enumerable.Range(0, 64) from acc in (int[])[int.MinValue, int.MinValue + 1, -129, -128, -1, 0, 1, 127, 128, int.MaxValue] from scale in (int[])[0, 1, 2, 32767, 32768, 65535]
            select (acc, scale, shift);

        static IEnumerable<(int, int, int)> Ties() =>
            from shift in Enumerable.Range(1, 24) from half in Enumerable.Range(-131, 262) from off in (int[])[-1, 0, 1]
            let acc = (((long)half << shift) + (1L << shift >> 1)) + off where acc is >= int.MinValue and <= int.MaxValue
            select ((int)acc, 1, shift);

        IEnumerable<(int, int, int)> Random()
        {
            for (var n = 0; n < random; n++)
            {
                var (acc, scale) = (generator.Next(int.MinValue, int.MaxValue) >> generator.Next(31), generator.Next(65536) >> generator.Next(16));
                var bits = 64 - BitOperations.LeadingZeroCount((ulong)Math.Abs((long)acc * scale));
                yield return (acc, scale, Math.Clamp(bits - 7 + generator.Next(-2, 4), 0, 63));
            }
        }
    }

    [Theory]
    [InlineData(4, 1, 1)]
    [InlineData(8, 3, 2)]
    [InlineData(32, 0, 0)]
    public void VQ_walks_both_memories_and_clears_spare_slots(int lanes, int st0, int st1)
    {
        var m = new TxuMachine(lanes);
        m.Reset();
        var random = new Random(lanes);
        for (var r = 0; r < 64; r++)
            for (var t = 0; t < lanes; t++) m.Acc.Write(r)[t] = random.Next(-40_000, 40_000);
        (m.Addresses[1].Base, m.Addresses[2].Base) = (500, 20);
        m.Shapes[3] = new Shape(10, 1, 1, st0, st1, 0);
        var writes = Bench.Execute(m, new Vq(A(1), A(2), S(3), Scale: 777, Shift: 17));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => 500L + i * st0), writes.Select(w => w.Address));
        for (var i = 0; i < 10; i++)
            for (var t = 0; t < 32; t++)
                Assert.Equal(t < lanes ? RequantizeOracle.Of(m.Acc.Read(20 + i * st1)[t], 777, 17) : 0, (sbyte)writes[i].Data[t]);
    }
}
