using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>The inputs of a function's tables: special ones, and a dozen ordinary ones with the ties of rounding among them. Only inputs stand here; results are computed.</summary>
static class Examples
{
    const double Inf = double.PositiveInfinity, NaN = double.NaN, Tiny = float.Epsilon, Max = float.MaxValue;

    /// <summary>Special inputs of a function that takes one value, or three and more; of two operands, <see cref="Patterns.Specials"/> makes a square.</summary>
    public static IEnumerable<long[]> Specials(NumberFunction f) => f switch
    {
        { Takes.Count: 1 } => Patterns.Specials(f.Takes[0].Format).Select(x => new[] { x }),
        AccumulateInt32 => [[int.MaxValue, 1, 0], [int.MinValue, -1, 0], [int.MaxValue, -1, 1], [0, 0, 1]],
        DotFunction d => DotSpecials(d),
        QuantizeFunction or AmaxFunction => Rows(f, [[0], [-0.0], [NaN, 1], [1, Inf, 1], [Max], [Tiny], [Max, Tiny], [1, -0.0]]),
        RopeFunction => Rows(f, [[0, 0, 1, 0], [1, 2, 1, 0], [1, 2, 0, 1], [-0.0, 0, 1, 0], [Inf, 1, 0.5, 0.5], [Inf, Inf, 0.5, 0.5], [NaN, 1, 1, 0], [Max, Max, 0.75, 0.75]]),
        SoftmaxStepFunction => Rows(f,
        [
            [-Inf, 0, 0], [-Inf, 0, -Inf], [0, 1, -Inf], [5, 1, 5, 5, 5, 5], [0, 1, 200, 0, 0, 0], [0, 1, Inf, 0, 0, 0], [0, 1, NaN, 0, 0, 0],
        ]),
        _ => Rows(f,
        [
            [0, Inf, 1], [Inf, 1, -Inf], [Inf, -1, 1], [NaN, 0, 0], [1, 1, -1], [-0.0, 1, -0.0], [0, 1, -0.0], [Max, 2, -Max], [Max, Max, 0], [Tiny, 1, 0], [1, Max, 0], [1, 0, Tiny],
        ]),
    };

    /// <summary>About a dozen cases; equal ones fall together where the format is small.</summary>
    public static IEnumerable<long[]> Known(NumberFunction f) => Distinct(f switch
    {
        ConvertFunction or ToIntegerFunction => Rounding(f),
        FromIntegerFunction => Rows(f, [[1], [-1], [7], [-8], [127], [-128], [100], [16777217], [16777219], [2147483583], [2147483584], [-2147483648.0]]),
        DotFunction d => DotRows(d),
        AccumulateInt32 => [[0, 100, 0], [-5, 3, 0], [2147483000, 647, 0], [2147483000, 648, 0], [-2147483000, -648, 0], [-2147483000, -649, 0], [7, -7, 1]],
        QuantizeFunction or AmaxFunction => Blocks(f),
        DequantizeFunction => Scaled(f),
        RopeFunction => Rows(f, [[1, 0, 0.6, 0.8], [0, 1, 0.6, 0.8], [3, 4, 0.6, 0.8], [1, 1, 0.70710678, 0.70710678],
            [-2, 0.5, -0.99, 0.141], [1e-3, 1e3, 0.5, 0.8660254]]),
        SoftmaxStepFunction => Rows(f, [[-Inf, 0, 1, 2, 3, 4], [4, 1.875, 3, 2, 1, 0], [4, 1.875, 5, 5, 5, 5],
            [0, 1, -1, -2, -4, -8], [1, 2, 0.5, 0.25, -0.5, 1.5], [10, 3, -100, -120, -140, -160]]),
        { Takes.Count: 3 } => Rows(f,
        [
            [2, 3, 4], [0.1, 10, -1], [1 + P(-7), 1 + P(-7), -1], [1, 1, P(-24)], [1 + P(-7), 1, P(-24)], [1, 1, P(-23) + P(-24)], [1, 1, 3 * P(-25)],
            [P(-70), P(-70), 0], [P(-63), P(-64), 0],
            [3, P(-150), 0], [P(64), P(64), -Max], [P(64), P(63), P(127)], [1.5, 1.5, -2.25],
        ]),
        { Takes.Count: 2 } => Rows(f,
        [
            [1, 2], [3, -3], [0.1, 0.2], [1, P(-24)], [1 + P(-23), P(-24)], [1, 3 * P(-25)], [1, -P(-25)], [1 + P(-12), 1 + P(-12)], [1 + P(-23), 1 + P(-23)], [P(-75), P(-75)], [P(-126), 0.5],
            [P(-126), Tiny], [Max, P(103)], [Max, P(102)], [3, 1 / 3f], [-0.0, 0], [-5, 7],
        ]),
        _ => Rows(f, [[0.5], [2], [3], [4], [-1.5], [1 / 3f], [0.1], [10], [-10], [100], [-100], [-126], [127.5], [0.001], [P(-30)], [P(100)]]),
    });

    static double P(int exponent) => Math.ScaleB(1, exponent);

    static IEnumerable<long[]> Rows(NumberFunction f, double[][] rows) => rows.Select(row => Patterns.Case(f, row));

    static IEnumerable<long[]> Distinct(IEnumerable<long[]> cases) => cases.DistinctBy(c => string.Join(' ', c));

    /// <summary>Halfway points and what lies beside them: at 1, at the smallest, at the largest; as far as the source can say them.</summary>
    static IEnumerable<long[]> Rounding(NumberFunction f)
    {
        var (ulp, smallest, largest) = f.Gives[0].Format is FloatFormat to
            ? (P(-to.FractionBits), Notation.Real(to, 1), Notation.Real(to, to.Largest))
            : (1, 1, (double)f.Gives[0].Format.Range.Max);
        var step = f.Gives[0].Format is FloatFormat g ? P(g.LargestExponent - g.FractionBits) : 1;
        return Rows(f,
        [
            [1], [-1.5], [1 / 3f], [100], [1 + ulp / 2], [1 + 3 * ulp / 2], [(1 + ulp / 2) * (1 + P(-20))], [-1 - ulp / 2], [smallest / 2], [smallest * 0.75], [smallest * 1.5], [largest],
            [largest + step / 4], [largest + step / 2], [-largest - step], [largest * 4],
        ]);
    }

    static IEnumerable<long[]> DotSpecials(DotFunction d)
    {
        var (a, b) = (d.Pair.A, d.Pair.B);
        var (largeA, largeB) = a is FloatFormat fa && b is FloatFormat fb ? (fa.Largest, fb.Largest) : ((long)a.Range.Max, (long)b.Range.Max);
        yield return Row(d, 0, 0);
        yield return Row(d, largeA, largeB);
        if (a is IntegerFormat) yield return Row(d, (long)a.Range.Min, (long)b.Range.Min);
        if (a is FloatFormat x && b is FloatFormat y)
        {
            yield return Row(d, x.SignBit, 1);
            yield return Row(d, 1, 1);
            yield return First(d, x.HasInf ? x.Infinity : x.Largest, 0);
            if (x.HasInf) yield return First(d, x.Infinity, Patterns.One(y));
            if (x.HasInf) yield return First(d, x.Infinity, Patterns.One(y), x.Infinity | x.SignBit, Patterns.One(y));
            if (x.HasNaN) yield return First(d, x.CanonicalNaN, 0);
        }
        for (var k = 64; k < d.Takes.Count; k += d.Takes.Count - 65)      // the first scale, and the last
        {
            var row = Row(d, 1, 1);
            row[k] = d.Takes[k].Format is FloatFormat s ? s.CanonicalNaN : ScaleFormat.NaN;
            yield return row;
        }
    }

    static IEnumerable<long[]> DotRows(DotFunction d)
    {
        double[][] rows = [[1, 1], [1, 2], [1.5, -1.5], [2, 3, 0], [0.5, 0.5, -0.5, 0.5], [3, 1, -3, 1, 1], [6, 6, 1, 0.125], [7, 1, 2, 0.5, 1]];
        foreach (var row in rows)
        {
            var takes = Row(d, 0, 0);
            for (var k = 0; k < 32; k++)
            {
                takes[k] = Patterns.Of(d.Pair.A, row[Math.Min(2 * k, (row.Length - 1) & ~1)]);
                takes[32 + k] = Patterns.Of(d.Pair.B, row[Math.Min(2 * k + 1, row.Length - 1)]);
            }
            for (var k = 64; k < takes.Length; k++) takes[k] = Patterns.Of(d.Takes[k].Format, k % 2 == 0 ? 4 : 0.5);
            yield return takes;
        }
    }

    /// <summary>Small, middling and extreme elements with three scales each.</summary>
    static IEnumerable<long[]> Scaled(NumberFunction f)
    {
        var (min, max) = ((long)f.Takes[0].Format.Range.Min, (long)f.Takes[0].Format.Range.Max);
        foreach (var x in new[] { 1, 2, 3, max / 3, max / 2, max, min })
            foreach (var scale in new[] { 1, 8, 0.25 }) yield return [x, Patterns.Of(f.Takes[1].Format, scale)];
    }

    /// <summary>All elements alike, scales 1.</summary>
    static long[] Row(DotFunction d, long a, long b) =>
        [.. d.Takes.Select((t, k) => k < 32 ? a : k < 64 ? b : Patterns.Of(t.Format, 1))];

    /// <summary>The first products given, all others 0.</summary>
    static long[] First(DotFunction d, params long[] pairs)
    {
        var row = Row(d, 0, 0);
        for (var k = 0; k < pairs.Length; k += 2) (row[k / 2], row[32 + k / 2]) = (pairs[k], pairs[k + 1]);
        return row;
    }

    static IEnumerable<long[]> Blocks(NumberFunction f)
    {
        var ramp = Enumerable.Range(0, f.Takes.Count).Select(k => (k % 2 == 0 ? 1 : -1) * (k + 1) / 8.0);
        return [.. Rows(f, [[1], [-2.5], [1, 0.5], [6, 0.25], [448, 3, 1], [1000, 1, 0.01], [1 + P(-23), 0.3], [P(-126), P(-130)]]), Patterns.Case(f, [.. ramp])];
    }
}
