using Hw.Bits;
using Hw.Bits.Numbers;
using static Hw.NumberCheck.Tests.Laws;

namespace Hw.NumberCheck.Tests;

/// <summary>The laws of the number library, each on chosen inputs, and each seen to be broken by a text that breaks it.</summary>
public class LawTests
{
    static NumberFunction Named(string name) => NumberFunctions.All.Single(f => f.Name == name);

    static readonly NumberFunction Step = Named("softmax-step"), Finish = Named("softmax-finish");

    public static TheoryData<string> Dots => [.. NumberFunctions.All.OfType<DotFunction>().Select(f => f.Name)];
    public static TheoryData<string> FloatDots => [.. NumberFunctions.All.OfType<DotFunction>().Where(f => !f.Pair.IsInteger || f.Pair.ScalesA is not null).Select(f => f.Name)];

    [Theory, MemberData(nameof(Dots))]
    public void A_dot_product_does_not_depend_on_its_order(string name) => Assert.Null(Order((DotFunction)Named(name), Named(name)));

    [Theory, MemberData(nameof(FloatDots))]
    public void A_power_of_two_goes_through_a_dot_product(string name) => Assert.Null(Scaling((DotFunction)Named(name), Named(name)));

    [Fact]
    public void Exp2_rises_and_is_exact_at_integers() => Assert.Null(Rising(Named("exp2")));

    [Fact]
    public void Equal_scores_share_alike() => Assert.Null(EqualScores(Step, Finish));

    [Fact]
    public void A_row_with_no_key_gives_zero() => Assert.Null(NoKey(Step, Finish));

    [Fact]
    public void What_was_summed_stands_while_the_maximum_does() => Assert.Null(SameMaximum(Step));

    /// <summary>A sum rounded at every step, as a chain of multiply-adds has it.</summary>
    sealed class Chain(DotFunction like) : NumberFunction("chain", "A dot product that rounds at each step.", like.Takes, like.Gives)
    {
        public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y)
        {
            T sum = 0;
            for (var k = 0; k < 32; k++) sum = Arithmetic.MultiplyAdd(FloatFormat.Bf16, FloatFormat.Fp32, x[k], x[32 + k], sum);
            y[0] = sum;
        }
    }

    /// <summary>A function whose first result is changed where a condition holds.</summary>
    sealed class Broken(NumberFunction function, Func<long[], long[], bool> where, int result = 0, long by = 1) : NumberFunction(function.Name, "A planted fault.", function.Takes, function.Gives)
    {
        public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y)
        {
            function.Apply(x, y);
            var (takes, gives) = (Patterns(x), Patterns(y));
            if (where(takes, gives)) y[result] = T.Constant(gives[result] + by);
        }

        static long[] Patterns<T>(ReadOnlySpan<T> values) => [.. values.ToArray().Select(v => ((Int)(object)v!).Value)];
    }

    [Fact]
    public void Texts_that_break_a_law_are_seen()
    {
        var (bf16, nvfp4) = ((DotFunction)Named("dot32-bf16"), (DotFunction)Named("dot32-nvfp4"));
        Assert.NotNull(Order(bf16, new Chain(bf16)));
        Assert.NotNull(Order(nvfp4, new Broken(nvfp4, (x, _) => x[3] > x[4])));
        Assert.NotNull(Scaling(bf16, new Broken(bf16, (_, y) => y[0] >> 23 == 128)));
        Assert.NotNull(Scaling(nvfp4, new Broken(nvfp4, (_, y) => y[0] >> 23 == 127)));
        Assert.NotNull(Rising(new Broken(Named("exp2"), (x, _) => x[0] == 0x3C800003, by: -1)));
        Assert.NotNull(Rising(new Broken(Named("exp2"), (x, _) => x[0] == 1L << 31)));
        Assert.NotNull(EqualScores(new Broken(Step, (_, y) => y[0] == 0x40490FDB, result: 3, by: -1), Finish));
        Assert.NotNull(EqualScores(Step, new Broken(Finish, (x, _) => x[0] == 0x44800000)));
        Assert.NotNull(NoKey(new Broken(Step, (x, _) => x[0] == MinusInf, result: 1), Finish));
        Assert.NotNull(NoKey(Step, new Broken(Finish, (x, _) => x[0] == 0)));
        Assert.NotNull(SameMaximum(new Broken(Step, (x, y) => x[0] == y[0], result: 1, by: -1)));
    }
}
