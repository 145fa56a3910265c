using Hw.Bits.Numbers;
using Hw.Oracles;

namespace Hw.NumberCheck.Manual;

/// <summary>The error of a real-valued function against the real value: over every exponent that FP32 has, and near where the function bends.</summary>
static class RealPlots
{
    const int PerBin = 64;

    /// <summary>Where the function is no constant and no straight line.</summary>
    static (double Low, double High, double Step) Bend(string function) => function switch
    {
        "exp2" => (-4, 4, 1),
        "rcp" => (1, 4, 0.5),
        "rsqrt" => (1, 8, 1),
        "sigmoid" => (-20, 20, 5),
        "silu" => (-20, 20, 5),
        "tanh" => (-10, 10, 2),
        _ => (-8, 8, 2),
    };

    /// <summary>One bin for each exponent field and sign; 0 in the middle.</summary>
    public static string Sweep(NumberFunction f)
    {
        const int top = 255;
        var low = f.Name == "rsqrt" ? 0 : -top;
        var bins = new Bins(low, top, top - low);
        var random = new CaseSource.Stream(1, 1);
        Fill(f, bins, k =>
        {
            var place = k + low;                                     // a negative number's bin ends where its exponent begins
            var field = (ulong)(place >= 0 ? place : -place - 1);
            return (uint)(field << 23 | random.Below(1 << 23) | (place < 0 ? 1ul << 31 : 0));
        });
        var ticks = new List<(double, string)>();
        foreach (var field in new[] { 0, 63, 127, 191, 254 })
        {
            ticks.Add((field, field == 0 ? "0" : Svg.Power(field - 127)));
            if (field > 0 && low < 0) ticks.Add((-field, "−" + Svg.Power(field - 127)));
        }
        return Draw(f, bins, $"{f.Name}: error over all exponents", new("x, by exponent; subnormals beside 0", low, top, ticks));
    }

    public static string Zoom(NumberFunction f)
    {
        var (low, high, step) = Bend(f.Name);
        var bins = new Bins(low, high, 256);
        var random = new CaseSource.Stream(1, 2);
        Fill(f, bins, k => BitConverter.SingleToUInt32Bits((float)bins.At(k, random.Fraction())));
        return Draw(f, bins, $"{f.Name}: error where it bends", Axis.Linear("x", low, high, step));
    }

    static void Fill(NumberFunction f, Bins bins, Func<int, uint> input)
    {
        var (x, y) = (new long[bins.Count * PerBin], new long[bins.Count * PerBin]);
        for (var i = 0; i < x.Length; i++) x[i] = input(i / PerBin);
        Batch.Simd(f, [x], [y]);
        for (var i = 0; i < x.Length; i++) bins.Add(i / PerBin, UlpOracle.Error(f.Name, (uint)x[i], (uint)y[i]));
    }

    static string Draw(NumberFunction f, Bins bins, string title, Axis x)
    {
        var bound = Judge.For(f).Bound;
        var top = Math.Max(bound, Math.Min(16, bins.Largest.Max(b => b.Y))) * 1.15;
        return new Chart(title, x, Axis.Linear("error in ulp of the real value", 0, top, bound > 1 ? 0.5 : 0.25))
            .Add($"largest of {PerBin} in each bin", Svg.Blue, bins.Largest, filled: true).Add("mean", Svg.Red, bins.Mean)
            .Level(bound, $"promised: {bound} ulp").Draw();
    }
}
