using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>Patterns for the tables: the special ones of a format, and those nearest to given numbers.</summary>
static class Patterns
{
    /// <summary>Zeros, ends and whatever is no number, in the order of a table.</summary>
    public static long[] Specials(NumberFormat format) => format switch
    {
        FloatFormat f =>
        [
            0, f.SignBit, 1, 1L << f.FractionBits, One(f), One(f) | f.SignBit, f.Largest, f.Largest | f.SignBit,
            .. f.HasInf ? [f.Infinity, f.Infinity | f.SignBit] : Array.Empty<long>(), .. f.HasNaN ? [f.CanonicalNaN | f.SignBit] : Array.Empty<long>(),
        ],
        ScaleFormat => [0, ScaleFormat.Bias - 1, ScaleFormat.Bias, ScaleFormat.NaN - 1, ScaleFormat.NaN],
        _ => [0, 1, -1, (long)format.Range.Max, (long)format.Range.Min],
    };

    public static long One(FloatFormat f) => (long)f.Bias << f.FractionBits;

    /// <summary>The format's pattern nearest to a number.</summary>
    public static long Of(NumberFormat format, double value) => format switch
    {
        FloatFormat { HasNaN: true } f when double.IsNaN(value) => f.CanonicalNaN,
        FloatFormat f when f == FloatFormat.Fp32 => BitConverter.SingleToUInt32Bits((float)value),
        FloatFormat f => Conversion.Of<Int>(FloatFormat.Fp32, f, BitConverter.SingleToUInt32Bits((float)value)).Value,
        ScaleFormat => Math.ILogB(value) + ScaleFormat.Bias,
        _ => (long)Math.Clamp(value, (double)format.Range.Min, (double)format.Range.Max),
    };

    /// <summary>Operand patterns of a case given as numbers; a row's last number stands for the rest of the row.</summary>
    public static long[] Case(NumberFunction function, params double[] values) =>
        [.. function.Takes.Select((t, k) => Of(t.Format, values[Math.Min(k, values.Length - 1)]))];

    /// <summary>The text read on one case, as plain numbers.</summary>
    public static long[] Apply(NumberFunction function, ReadOnlySpan<long> takes)
    {
        var (x, y) = (new Int[takes.Length], new Int[function.Gives.Count]);
        for (var k = 0; k < x.Length; k++) x[k] = takes[k];
        function.Apply<Int>(x, y);
        return [.. y.Select(v => v.Value)];
    }
}
