namespace Hw.Bits.Numbers;

/// <summary>What attention adds to matrix products: rotary positions and the online softmax. docs/numerics.md, Attention.</summary>
public static class Attention
{
    static readonly FloatFormat F = FloatFormat.Fp32;
    static T Add<T>(T a, T b) where T : struct, IBits<T> => Arithmetic.Add(F, a, b);
    static T Subtract<T>(T a, T b) where T : struct, IBits<T> => Arithmetic.Subtract(F, a, b);
    static T Multiply<T>(T a, T b) where T : struct, IBits<T> => Arithmetic.Multiply(F, a, b);

    /// <summary>(x0, x1) turned by the angle whose cosine and sine are given (Su et al., RoFormer, 2021).</summary>
    public static (T X0, T X1) Rope<T>(T x0, T x1, T cos, T sin) where T : struct, IBits<T> =>
        (Subtract(Multiply(x0, cos), Multiply(x1, sin)), Add(Multiply(x0, sin), Multiply(x1, cos)));

    /// <summary>
    /// One tile of the online softmax (Milakov and Gimelshein, 2018): a new running maximum, the factor α for what was summed before it, the weight
    /// of each score, the new running sum. Scores are scaled by log2 e. Four partial sums, because a sum is three pipeline stages deep.
    /// </summary>
    /// <param name="p">As many as scores: 2^(score − maximum).</param>
    public static (T Maximum, T Alpha, T Sum) SoftmaxStep<T>(T maximum, T sum, ReadOnlySpan<T> scores, Span<T> p) where T : struct, IBits<T>
    {
        var next = maximum;
        foreach (var s in scores) next = Compare.Maximum(F, next, s);
        var nothing = next == (F.SignBit | F.Infinity);              // every key masked so far
        var alpha = nothing.Mux((long)F.Bias << F.FractionBits, Exp2.Of(Subtract(maximum, next)));
        var partial = new Row<T>();
        for (var j = 0; j < 4; j++) partial[j] = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            p[i] = nothing.Mux(0, Exp2.Of(Subtract(scores[i], next)));
            partial[i % 4] = Add(partial[i % 4], p[i]);
        }
        var total = Add(Add(partial[0], partial[1]), Add(partial[2], partial[3]));
        return (next, alpha, Add(Multiply(alpha, sum), total));
    }

    /// <summary>An output row divided by the sum of its weights; a row with no key at all gives 0.</summary>
    public static T SoftmaxFinish<T>(T sum, T output) where T : struct, IBits<T> =>
        (Float.Magnitude(F, sum) == 0).Mux(0, Multiply(output, Reciprocal.Of(sum)));
}
