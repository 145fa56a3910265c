using System.Numerics;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>
/// What aligning costs a dot product: its error against the exact sum, over how many bits of the products cancel each other. Products come in pairs that cancel but
/// for a few; the exact sum is an integer in units of the smallest product.
/// </summary>
static class CancellationPlot
{
    const int Cases = 1 << 13, Bits = 40;

    public static string Draw(DotFunction f)
    {
        var (a, b) = ((FloatFormat)f.Pair.A, (FloatFormat)f.Pair.B);
        var bins = new Bins(0, Bits, Bits);
        var (x, y) = (f.Takes.Select(_ => new long[Cases]).ToArray(), new long[Cases]);
        var row = new long[f.Takes.Count];
        for (var i = 0; i < Cases; i++)
        {
            Choose(a, b, new(1, (ulong)i), row);
            for (var k = 0; k < row.Length; k++) x[k][i] = row[k];
        }
        Batch.Simd(f, x, [y]);
        for (var i = 0; i < Cases; i++)
        {
            for (var k = 0; k < row.Length; k++) row[k] = x[k][i];
            var (sum, total) = Exact(a, b, row);
            if (sum.IsZero || (y[i] & 0x7F800000) == 0x7F800000) continue;
            var cancelled = (int)(total.GetBitLength() - BigInteger.Abs(sum).GetBitLength());
            if (cancelled < Bits) bins.Add(cancelled, Ulps(a, b, sum, y[i]));
        }
        var (across, up) = (Axis.Linear("bits cancelled: log2(Σ|a·b| / |Σ a·b|)", 0, Bits, 4), Axis.Powers("error in ulp of the exact sum", -4, 26));
        return new Chart($"{f.Name}: error against the exact sum", across, up)
            .Add("largest in each bin", Svg.Blue, Logs(bins.Largest), filled: true).Add("mean", Svg.Red, Logs(bins.Mean))
            .Level(-1, "½: rounding alone").Level(23, $"{Svg.Power(23)}: as large as the sum").Draw();
    }

    /// <summary>Sixteen products and their negatives; of some of the negatives the last bits differ, so that little or nothing remains.</summary>
    static void Choose(FloatFormat a, FloatFormat b, CaseSource.Stream random, long[] row)
    {
        Array.Fill(row, ScaleFormat.Bias);
        var (spread, kept) = (random.Below(40), random.Below(4));
        for (var k = 0; k < 16; k++)
        {
            (row[k], row[k + 32]) = (Element(a, ref random, spread), Element(b, ref random, spread));
            (row[k + 16], row[k + 48]) = (row[k] ^ a.SignBit, row[k + 32]);
            if (random.Below(4) < kept || (ulong)k == random.Below(16)) row[k + 48] ^= (long)random.Below(1ul << b.FractionBits);
            if (random.Below(4) < kept && kept == 3) row[k + 16] ^= (long)random.Below(2) * a.SignBit;
        }
    }

    /// <summary>Exponents around that of 1, spread a little or far, never so large that the sum overflows.</summary>
    static long Element(FloatFormat f, ref CaseSource.Stream random, ulong spread)
    {
        var exponent = Math.Clamp(f.Bias + (long)random.Below(spread + 1) - (long)spread / 2, 0, f.LargestExponent + f.Bias - 1);
        return exponent << f.FractionBits | (long)random.Below(1ul << f.FractionBits) | (random.Below(2) == 0 ? 0 : f.SignBit);
    }

    static int Unit(FloatFormat a, FloatFormat b) => 2 - a.Bias - b.Bias - a.FractionBits - b.FractionBits;

    /// <summary>Σ a·b and Σ |a·b|, in units of 2^Unit.</summary>
    static (BigInteger Sum, BigInteger Total) Exact(FloatFormat a, FloatFormat b, long[] row)
    {
        var (sum, total) = (BigInteger.Zero, BigInteger.Zero);
        for (var k = 0; k < 32; k++)
        {
            var product = Integer(a, row[k]) * Integer(b, row[k + 32]);
            (sum, total) = (sum + product, total + BigInteger.Abs(product));
        }
        return (sum, total);
    }

    /// <summary>A finite float in units of its format's smallest subnormal.</summary>
    static BigInteger Integer(FloatFormat f, long pattern)
    {
        var (field, fraction) = ((int)((pattern & (f.SignBit - 1)) >> f.FractionBits), pattern & ((1L << f.FractionBits) - 1));
        var magnitude = field == 0 ? fraction : (BigInteger)(fraction + (1L << f.FractionBits)) << (field - 1);
        return (pattern & f.SignBit) != 0 ? -magnitude : magnitude;
    }

    /// <summary>|result − sum| in units of the last of 24 bits of the sum. Fixed point with fp32's smallest step, or the products' where that is finer.</summary>
    static double Ulps(FloatFormat a, FloatFormat b, BigInteger sum, long result)
    {
        var fp32 = FloatFormat.Fp32;
        int unit = Unit(a, b), step = 1 - fp32.Bias - fp32.FractionBits, fine = Math.Min(unit, step);
        var difference = BigInteger.Abs((Integer(fp32, result) << (step - fine)) - (sum << (unit - fine)));
        var ulp = (int)BigInteger.Abs(sum).GetBitLength() - 24 + unit - fine;
        return Math.ScaleB((double)difference, -ulp);
    }

    static IEnumerable<(double, double)> Logs(IEnumerable<(double X, double Y)> points) => points.Select(p => (p.X, p.Y is > 0 ? Steady.Log2(p.Y) : p.Y == 0 ? -99 : double.NaN));
}
