using Hw.Bits;
using Hw.Isa;

namespace Hw.IsaProof.Tests;

/// <summary>Where neither corners nor going through all inputs can tell, z3 does; and where it cannot either, nobody says that it did.</summary>
public class MeaningSolverTests
{
    static readonly Solver z3 = MeaningSolver.Z3(TimeSpan.FromSeconds(20));

    static MeaningGraph Graph(Interval input, Func<Signal, Signal, Signal> text) => MeaningGraph.Of(new("text", [new("a", input), new("b", input)], x => text(x[0], x[1])), new());
    static MeaningVerdict Compare(Interval input, Func<Signal, Signal, Signal> old, Func<Signal, Signal, Signal> now) => MeaningComparison.Compare(Graph(input, old), Graph(input, now), z3);

    [Fact]
    public void A_refactor_is_proven_equal()
    {
        Proven(Compare(Interval.UInt32, (a, b) => a * 2 + b, (a, b) => a + b + a));
        Proven(Compare(Interval.Int32, (a, b) => Signal.Mux(a < b, b, a), (a, b) => Signal.Mux(b <= a, a, b)));
        Proven(Compare(Interval.Int(20), (a, b) => (a * 5 - b).Saturate(Interval.Int16), (a, b) => ((a << 2) + (a - b)).Min(32767).Max(-32768)));
        Proven(Compare(Interval.UInt32, (a, b) => a.Slice(7, 4).Lookup(Squares) + b, (a, b) => b + a.Slice(7, 4) * a.Slice(7, 4)));
        Proven(Compare(Interval.Int32, (a, b) => Signal.ShiftRight(a, b.Slice(4, 0), 31), (a, b) => Signal.Mux(a < 0, -1 - Signal.ShiftRight(-1 - a, b.Slice(4, 0), 31), Signal.ShiftRight(a, b.Slice(4, 0), 31))));

        static void Proven(MeaningVerdict v)
        {
            Assert.True(v.Sameness == Sameness.Proven, v.Because);
            Assert.StartsWith("proven by Z3", v.Because);
        }
    }

    static readonly Rom Squares = new("squares", [.. Enumerable.Range(0, 16).Select(i => (long)i * i)]);

    [Fact]
    public void One_input_in_two_to_the_64_is_found()
    {
        var v = Compare(Interval.UInt32, (a, b) => a + b, (a, b) => ((a == 0x1234ABCD) & (b == 0x0BADF00D)).Mux(5, a + b));
        Assert.Equal(Sameness.Different, v.Sameness);
        Assert.Equal<System.Numerics.BigInteger>([0x1234ABCD, 0x0BADF00D], v.Inputs);
        Assert.Equal((0x1234ABCD + 0x0BADF00D, 5), ((long)v.Old!, (long)v.New!));
    }

    [Fact]
    public void A_negative_counterexample_is_read_as_one()
    {
        var v = Compare(Interval.Int32, (a, b) => a - b, (a, b) => ((a == -1234567) & (b == -7654321)).Mux(0, a - b));
        Assert.Equal<System.Numerics.BigInteger>([-1234567, -7654321], v.Inputs);
    }

    /// <summary>To find the difference is to take a product of two primes apart.</summary>
    [Fact]
    public void What_z3_cannot_tell_in_time_is_not_proven()
    {
        const long product = 1999999973L * 2000000011L;
        var input = Interval.UInt(31);
        var v = MeaningComparison.Compare(Graph(input, (a, b) => a * b), Graph(input, (a, b) => ((a * b == product) & (a != 1999999973) & (b != 1999999973) & (a > 1) & (b > 1)).Mux(0, a * b)), MeaningSolver.Z3(TimeSpan.FromSeconds(1)));
        Assert.Equal(Sameness.Unknown, v.Sameness);
        Assert.EndsWith("z3 could not tell within 1 s", v.Because);
    }
}
