using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>How much of a signal the block formats keep: the ratio of its power to that of the quantization error, for normally distributed values.</summary>
static class SqnrPlot
{
    const int Values = 1 << 14;
    const ulong Seed = 1;

    static readonly Lazy<double[]> signal = new(() => Steady.Normal(Values, Seed));

    public static string Sentence(BlockFormat b) => $"Of {Values:N0} values from the standard normal distribution (seed {Seed}), quantized and dequantized, the signal is {Decibel(b):f1} dB above the error (SQNR).";

    /// <summary>10·log10(Σ x² / Σ (x − x')²), by the texts of quantize and dequantize.</summary>
    public static double Decibel(BlockFormat b)
    {
        double power = 0, error = 0;
        Span<Int> x = new Int[b.Block], elements = new Int[b.Block];
        for (var start = 0; start < Values; start += b.Block)
        {
            for (var k = 0; k < b.Block; k++) x[k] = BitConverter.SingleToUInt32Bits((float)signal.Value[start + k]);
            var scale = Block.Quantize<Int>(b, x, elements);
            for (var k = 0; k < b.Block; k++)
            {
                var value = Notation.Real(FloatFormat.Fp32, x[k].Value);
                var difference = value - Notation.Real(FloatFormat.Fp32, Block.Dequantize(b, elements[k], scale).Value);
                (power, error) = (power + value * value, error + difference * difference);
            }
        }
        return Steady.Decibel(power / error);
    }

    public static string Draw()
    {
        const double left = 130, width = 520, top = 44, pitch = 30, full = 50;
        var bottom = top + pitch * BlockFormat.All.Count;
        var svg = new Svg(760, (int)bottom + 52);
        svg.Text(left, 24, "Quantization of normally distributed values: signal above error", "start", 15, bold: true);
        for (var db = 0; db <= full; db += 10)
        {
            svg.Line(left + db / full * width, top, left + db / full * width, bottom, Svg.Grid);
            svg.Text(left + db / full * width, bottom + 17, $"{db}", fill: Svg.Pale);
        }
        foreach (var (k, b) in BlockFormat.All.Index())
        {
            var (y, value) = (top + k * pitch, Decibel(b));
            svg.Text(left - 8, y + 19, b.Name, "end");
            svg.Box(left, y + 6, value / full * width, pitch - 12, Svg.Sky, Svg.Blue);
            svg.Text(left + value / full * width + 8, y + 19, $"{value:f1} dB, {BlockPage.BitsPerValue(b)} bits a value", "start", 11, Svg.Pale);
        }
        svg.Line(left, top, left, bottom, Svg.Pale);
        svg.Text(left + width / 2, bottom + 40, "SQNR in dB");
        return svg.Done();
    }
}
