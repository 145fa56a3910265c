namespace Hw.Oracles.Tests;

/// <summary>The FP64 oracles where the answer is known without them, and the inputs and measures of the accuracy figures.</summary>
public class AlgorithmTests
{
    [Fact]
    public void Inputs_are_what_they_are_called()
    {
        var (a, b, c) = (new Inputs(7), new Inputs(7), new Inputs(8));
        var x = Enumerable.Range(0, 40_000).Select(_ => a.Normal()).ToArray();
        Assert.Equal(x[..100], Enumerable.Range(0, 100).Select(_ => b.Normal()));
        Assert.NotEqual(x[0], c.Normal());
        Assert.InRange(x.Average(), -0.02, 0.02);
        Assert.InRange(x.Average(v => v * v), 0.97, 1.03);
        Assert.InRange(x.Count(v => Math.Abs(v) > 1), 0.31 * x.Length, 0.325 * x.Length);
        Assert.True(x.Max() < 6);
        // one in a thousand is ten times as wide, and half of those show
        Assert.InRange(Enumerable.Range(0, 40_000).Count(_ => Math.Abs(a.WithOutliers()) > 6.5), 8, 45);
    }

    [Theory]
    [InlineData("bf16", 8)]
    [InlineData("e4m3", 4)]
    [InlineData("fp32", 24)]
    public void A_matrix_holds_numbers_of_its_format(string format, int bits)
    {
        var inputs = new Inputs(1);
        foreach (var x in Inputs.Matrix(20, 30, inputs.WithOutliers, format))
        {
            Assert.Equal(x, (float)FastConversionOracle.Decode(FloatFormat.Named(format), Inputs.Bits(x, format)));
            var scaled = x * Math.ScaleB(1, bits - 1 - Math.Max(Math.ILogB(x), format == "e4m3" ? -6 : -126));
            Assert.Equal(Math.Round(scaled), scaled);
        }
    }

    [Fact]
    public void Attention_where_it_is_plain()
    {
        float[,] q = { { 0, 0 }, { 0, 0 }, { 0, 0 } }, k = { { 1, 2 }, { 3, 4 }, { 5, 6 } }, v = { { 3 }, { 6 }, { 12 } };
        Assert.Equal(new double[,] { { 3 }, { 4.5 }, { 7 } }, AttentionOracle.Run(q, k, v, 1, causal: true));
        Assert.Equal(new double[,] { { 7 }, { 7 }, { 7 } }, AttentionOracle.Run(q, k, v, 1, causal: false));
        Assert.Equal(new double[,] { { 3 }, { 4.5 }, { 9 } }, AttentionOracle.Run(q, k, v, 1, causal: true, window: 2));
        Assert.Equal(new double[,] { { 9 }, { 12 }, { 0 } }, AttentionOracle.Run(q, k, v, 1, causal: true, query: 2, window: 2));
        float[,] one = { { 1, 0 } };                                                     // weights 2^1, 2^3, 2^5 of 42
        Assert.Equal((2 * 3 + 8 * 6 + 32 * 12) / 42.0, AttentionOracle.Run(one, k, v, Math.Log(2), causal: false)[0, 0], 1e-12);
    }

    [Fact]
    public void Layers_where_they_are_plain()
    {
        Assert.Equal(new double[,] { { 3 / 5.0, 8 / 5.0 } }, LayerOracle.RmsNorm(new float[,] { { 3, 4 } }, [1, 2], epsilon: 12.5));
        Assert.Equal(new double[,] { { 0, 6.25 } }, LayerOracle.SwiGlu(new float[,] { { 0, 100 } }, new float[,] { { 7, 0.0625f } }));
    }

    [Fact]
    public void Measures_of_small_cases()
    {
        var a = Accuracy.Of(new double[,] { { 1, -8 } }, new float[,] { { 1.5f, -8 } });
        Assert.Equal((0.5, 0.0625, Math.Sqrt(0.125)), (a.MaxError, a.MaxRelativeToMax, a.RootMeanSquare));
        Assert.Equal(double.PositiveInfinity, Accuracy.Of(new double[,] { { 1 } }, new float[,] { { float.NaN } }).MaxError);
        Assert.Equal(0.5, Accuracy.MaxBf16Ulp(new double[,] { { 1 + 1 / 256.0, 3 } }, new float[,] { { 1, 3 } }));
        Assert.Equal(double.PositiveInfinity, Accuracy.MaxBf16Ulp(new double[,] { { 1 } }, new float[,] { { float.NaN } }));
        Assert.Throws<ArgumentException>(() => Accuracy.Of(new double[1, 2], new float[2, 1]));
    }

    /// <summary>Against the definition, key by key.</summary>
    [Fact]
    public void A_query_sees_what_the_masks_leave()
    {
        for (var n = 0; n < 8 * 8 * 8 * 5 * 2; n++)
        {
            var (p, key, keys, window, causal) = (n % 8, n / 8 % 8, n / 64 % 8, n / 512 % 5, n / 2560 == 1);
            Assert.Equal(!(key >= keys) && !(causal && key > p) && !(window > 0 && p - key >= window), RowsOracle.Sees(p, key, causal, keys, window));
        }
    }
}
