using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>What is lost on the way fp32 → format → fp32, relative to the magnitude. The axis is piecewise linear: one step for each power of two.</summary>
static class RoundTripPlot
{
    const int PerBin = 64;

    /// <summary>As far down as a relative error is drawn.</summary>
    static int Floor(FloatFormat f) => -(f.FractionBits + 5);

    public static string Draw(FloatFormat f)
    {
        var smallest = 1 - f.Bias - f.FractionBits;
        var (low, high) = (Math.Max(smallest - 2, -140), Math.Min(f.LargestExponent + 3, 128));
        var bins = Measure(f, low, high, Math.Max(1, 240 / (high - low)));
        var largest = Place(Notation.Real(f, f.Largest));
        return new Chart($"fp32 → {f} → fp32: relative error",
                Axis.Powers("magnitude", low, high), Axis.Powers("relative error", Floor(f), 0))
            .Span(low, smallest, "", Svg.Mist).Span(smallest, 1 - f.Bias, "subnormal", Svg.Sand)
            .Span(largest, high, f.HasInf ? "Inf" : "saturates", Svg.Mist)
            .Add($"largest of {PerBin} in each bin", Svg.Blue, Logs(bins.Largest)).Add("mean", Svg.Red, Logs(bins.Mean))
            .Level(-f.FractionBits - 1, $"half an ulp at most: {Svg.Power(-f.FractionBits - 1)}").Draw();
    }

    /// <summary>All narrow formats in one chart: the largest error in each octave.</summary>
    public static string DrawAll()
    {
        var chart = new Chart("fp32 → format → fp32: largest relative error in each octave", Axis.Powers("magnitude", -28, 20), Axis.Powers("relative error", -13, 0));
        FloatFormat[] narrow = [FloatFormat.Bf16, FloatFormat.Fp16, FloatFormat.E5M2, FloatFormat.E4M3, FloatFormat.E3M2, FloatFormat.E2M3, FloatFormat.E2M1];
        foreach (var (k, f) in narrow.Index()) chart.Add(f.Name, Svg.Palette[k], Logs(Measure(f, -28, 20, 1).Largest));
        return chart.Draw();
    }

    /// <summary>Overflow to Inf is no error that could be drawn: its bins stay empty.</summary>
    static Bins Measure(FloatFormat f, int low, int high, int perOctave)
    {
        var bins = new Bins(low, high, (high - low) * perOctave);
        var random = new CaseSource.Stream(1, 3);
        for (var i = 0; i < bins.Count * PerBin; i++)
        {
            var place = bins.At(i / PerBin, random.Fraction());
            var exponent = (int)Math.Floor(place);
            var value = (float)Math.ScaleB(1 + place - exponent, exponent);
            var back = Notation.Real(f, Conversion.Of<Int>(FloatFormat.Fp32, f, BitConverter.SingleToUInt32Bits(value)).Value);
            if (double.IsFinite(back)) bins.Add(i / PerBin, Math.Abs(back - value) / value);
        }
        return bins;
    }

    static double Place(double value) => Math.ILogB(value) is var e ? e + Math.ScaleB(value, -e) - 1 : 0;

    static IEnumerable<(double, double)> Logs(IEnumerable<(double X, double Y)> points) => points.Select(p => (p.X, p.Y is > 0 ? Steady.Log2(p.Y) : p.Y == 0 ? -99 : double.NaN));
}
