namespace Hw.Oracles.Tests;

/// <summary>rope and softmax: a right step passes, and each planted fault of one bit is named.</summary>
public class AttentionTests
{
    const uint One = 0x3F800000, OneHalf = 0x3F000000, MinusInf = 0xFF800000, NaN = 0x7FC00000;

    static uint F(float value) => BitConverter.SingleToUInt32Bits(value);

    [Fact]
    public void Rope_rounds_every_product_and_sum()
    {
        Assert.Equal((F(-4), F(3)), RopeOracle.Rope(F(3), F(4), F(0), F(1)));
        // (1 + ε)² − (1 + 2ε)·1 is 0 when the square is rounded to 1 + 2ε, and ε² were it fused.
        Assert.Equal(0u, RopeOracle.Rope(One + 1, One + 2, One + 1, One).Y0);
    }

    // m = 0, scores 1, 0, −1, −Inf, 2 and one more round of four: m' = 2, α = 1/4.
    static readonly uint[] scores = [F(1), F(0), F(-1), MinusInf, F(2), F(-2), F(-2), F(0)];
    static readonly uint[] weights = [F(0.5f), F(0.25f), F(0.125f), 0, F(1), F(0.0625f), F(0.0625f), F(0.25f)];
    const float Total = 0.25f * 3 + (0.5f + 1 + 0.25f + 0.0625f + (0.125f + 0.0625f + 0.25f));

    static string? Check(uint m = 0x40000000, uint alpha = 0x3E800000, int? flip = null, float l = Total) =>
        SoftmaxOracle.Check(F(0), F(3), scores, m, alpha, [.. weights.Select((w, i) => i == flip ? w ^ 1 : w)], F(l));

    [Fact]
    public void A_right_step_passes_and_planted_faults_are_named()
    {
        Assert.Null(Check());
        Assert.StartsWith("m' is", Check(m: 0x40000001));
        Assert.StartsWith("alpha is", Check(alpha: 0x3E800001));
        Assert.StartsWith("p[3] is", Check(flip: 3));
        Assert.StartsWith("p[4] is", Check(flip: 4));
        Assert.StartsWith("l' is", Check(l: MathF.BitIncrement(Total)));
    }

    /// <summary>√½ is 0x3F3504F3 and 0.2 ulp: the next one up is 0.8 ulp off, the next one down 1.2.</summary>
    [Theory]
    [InlineData(0x3F3504F3, true), InlineData(0x3F3504F4, true), InlineData(0x3F3504F2, false), InlineData(0x3F3504F5, false)]
    public void One_ulp_is_let_through(uint p, bool passes) =>
        Assert.Equal(passes, SoftmaxOracle.Check(F(0), 0, [F(-0.5f)], 0, One, [p], p) is null);

    /// <summary>The four partial sums, written out in host floats: sums that round show any other order.</summary>
    [Fact]
    public void The_sum_has_its_order()
    {
        var samples = new Samples(9);
        for (var i = 0; i < 1000; i++)
        {
            var s = Enumerable.Range(0, 8).Select(_ => (float)(samples.Next(1 << 20) / 65536.0)).ToArray();
            var (m0, l0) = ((float)(samples.Next(1 << 20) / 65536.0), 1 + (float)(samples.Next(1 << 20) / 3e4));
            var m = Math.Max(m0, s.Max());
            var p = s.Select(score => (float)Math.Pow(2, score - m)).ToArray();
            var alpha = (float)Math.Pow(2, m0 - m);
            var l = alpha * l0 + ((p[0] + p[4] + (p[1] + p[5])) + (p[2] + p[6] + (p[3] + p[7])));
            Assert.Null(SoftmaxOracle.Check(F(m0), F(l0), [.. s.Select(F)], F(m), F(alpha), [.. p.Select(F)], F(l)));
        }
    }

    [Fact]
    public void Masked_rows_and_NaN()
    {
        Assert.Null(SoftmaxOracle.Check(MinusInf, 0, [MinusInf, MinusInf], MinusInf, One, [0, 0], 0));
        Assert.StartsWith("p[1] is", SoftmaxOracle.Check(MinusInf, 0, [MinusInf, MinusInf], MinusInf, One, [0, One], 0));
        Assert.StartsWith("alpha is", SoftmaxOracle.Check(MinusInf, 0, [MinusInf], MinusInf, 0, [0], 0));
        Assert.Null(SoftmaxOracle.Check(0, One, [NaN], NaN, NaN, [NaN], NaN));
        Assert.Equal(0u, SoftmaxOracle.Finish(0, NaN, NaN));
        Assert.Equal(OneHalf, SoftmaxOracle.Finish(F(2), One, OneHalf));
    }
}
