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
    static string? Counterexample(Func<long, long, long, long> requantize)
    {
        var random = new Random(4);
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
            for (var n = 0; n < 50_000; n++)
            {
                var (acc, scale) = (random.Next(int.MinValue, int.MaxValue) >> random.Next(31), random.Next(65536) >> random.Next(16));
                var bits = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)Math.Abs((long)acc * scale));
                yield return (acc, scale, Math.Clamp(bits - 7 + random.Next(-2, 4), 0, 63));
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
