using Hw.Bits;
using Hw.Bits.Numbers;
using Hw.NumberCheck;

namespace Hw.NumberBlocks.Tests;

/// <summary>The matrix unit's dot product of all formats is <see cref="Dot"/>, whose oracles are elsewhere: the same bits on the same cases, as numbers and as hardware.</summary>
public class DotSharedTests
{
    /// <summary>The shared text with one format; <paramref name="fault"/> changes what one element's exponent is.</summary>
    sealed class Shared(NumberFunction dot, long fault = 0) : NumberFunction($"shared-{dot.Name}", "DOT32 as the matrix unit computes it.", dot.Takes, dot.Gives)
    {
        public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y)
        {
            var format = new DotFormat<T>(Takes[0].Format == IntegerFormat.Int8 ? 1 : 0, Takes[0].Format == FloatFormat.E4M3 ? 1 : 0);
            var (a, b) = (new DotElement<T>[Dot32.Depth], new DotElement<T>[Dot32.Depth]);
            for (var k = 0; k < Dot32.Depth; k++)
                (a[k], b[k]) = (DotShared.Decode(format, x[k].Wrap(DotShared.Pattern)), DotShared.Decode(format, x[Dot32.Depth + k].Wrap(DotShared.Pattern)));
            if (fault != 0) a[5] = a[5] with { Exponent = a[5].Exponent + fault };
            y[0] = DotShared.Of(format, DotOperand<T>.Of(a), DotOperand<T>.Of(b)).Wrap(Gives[0].Format.Range.Full);
        }
    }

    static NumberFunction Named(string name) => NumberFunctions.All.Single(f => f.Name == name);

    /// <summary>Of the small formats every single product, then chosen rows; or only these.</summary>
    static string? FirstDifference(NumberFunction dot, NumberFunction shared, int count, bool rows = false)
    {
        var source = new CaseSource(dot);
        var (takes, expected, got) = (new long[dot.Takes.Count], new long[1], new long[1]);
        var (x, y) = (new Int[takes.Length], new Int[1]);
        for (long i = 0; i < count; i++)
        {
            source.Fill(rows ? source.Complete + i : i, takes);
            for (var k = 0; k < x.Length; k++) x[k] = takes[k];
            dot.Apply<Int>(x, y);
            expected[0] = y[0].Value;
            shared.Apply<Int>(x, y);
            got[0] = y[0].Value;
            if (got[0] != expected[0]) return $"case {i}: {Notation.Wrong(dot, got, expected)} ({Notation.Case(dot, takes)})";
        }
        return null;
    }

    [Theory, InlineData("dot32-int8", 150_000), InlineData("dot32-bf16", 60_000), InlineData("dot32-e4m3", 150_000)]
    public void It_is_the_dot_product_of_each_format(string name, int count) => Assert.Null(FirstDifference(Named(name), new Shared(Named(name)), count));

    [Theory, InlineData("dot32-int8"), InlineData("dot32-bf16"), InlineData("dot32-e4m3")]
    public void A_wrong_shift_is_caught(string name) => Assert.NotNull(FirstDifference(Named(name), new Shared(Named(name), fault: -1), 2_000, rows: true));

    [Theory, InlineData("dot32-int8"), InlineData("dot32-bf16"), InlineData("dot32-e4m3")]
    public void Every_reading_and_both_kinds_of_hardware_agree(string name) => Assert.Empty(new Block(new Shared(Named(name)), 100).Differences());
}
