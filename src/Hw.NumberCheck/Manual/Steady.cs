namespace Hw.NumberCheck.Manual;

/// <summary>
/// Logarithms and normal random numbers from the four operations and the square root, which IEEE 754 fixes to the bit. The host's library
/// functions differ in the last bit from machine to machine, and the manual's bytes must not.
/// </summary>
static class Steady
{
    const double Ln2 = 0.69314718055994530942, Log10Of2 = 0.30102999566398119521;

    /// <summary>log2 of a positive number, to about 2^-40: each squaring gives one binary place.</summary>
    public static double Log2(double x)
    {
        var exponent = Math.ILogB(x);
        var (mantissa, sum, place) = (Math.ScaleB(x, -exponent), (double)exponent, 0.5);
        for (var k = 0; k < 40; k++, place /= 2)
        {
            mantissa *= mantissa;
            if (mantissa < 2) continue;
            (mantissa, sum) = (mantissa / 2, sum + place);
        }
        return sum;
    }

    public static double Decibel(double ratio) => 10 * Log10Of2 * Log2(ratio);

    /// <summary>Standard normal deviates by the polar method (Marsaglia and Bray 1964).</summary>
    public static double[] Normal(int count, ulong seed)
    {
        var random = new CaseSource.Stream(seed, 0);
        var values = new double[count];
        for (var i = 0; i < count;)
        {
            var (u, v) = (2 * random.Fraction() - 1, 2 * random.Fraction() - 1);
            var s = u * u + v * v;
            if (s is 0 or >= 1) continue;
            var factor = Math.Sqrt(-2 * Ln2 * Log2(s) / s);
            values[i++] = u * factor;
            if (i < count) values[i++] = v * factor;
        }
        return values;
    }
}
