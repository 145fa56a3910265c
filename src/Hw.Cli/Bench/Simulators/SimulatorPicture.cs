using System.Globalization;
using System.Text.RegularExpressions;
using Hw.NumberCheck.Manual;

namespace Hw.Cli.Bench.Simulators;

/// <summary>Cycles per second over the lanes, both axes logarithmic: the lanes of the matrix unit alone, and the whole chip.</summary>
static partial class SimulatorPicture
{
    const double Low = 4, High = 8;

    public static string Draw(IReadOnlyList<Result> results)
    {
        var x = new Axis("C, lanes", 2, 7, [.. Enumerable.Range(2, 6).Select(e => ((double)e, $"{1 << e}"))]);
        var y = new Axis("cycles per second", Low, High, [(4, "10k"), (5, "100k"), (6, "1M"), (7, "10M"), (8, "100M")]);
        return new Chart("The matrix unit's lanes alone, and the whole TXU", x, y)
            .Add("lanes: AVX-512", Svg.Palette[1], Points("DotArray", Ours(512))).Add("AVX2", Svg.Palette[6], Points("DotArray", Ours(256))).Add("Verilator", Svg.Palette[2], Points("DotArray", r => r.Best))
            .Add("TXU: AVX-512", Svg.Palette[3], Points("TXU", Ours(512))).Add("Verilator", Svg.Palette[5], Points("TXU", r => r.Best))
            .Draw();

        IEnumerable<(double, double)> Points(string what, Func<Result, Lap?> lap) => results
            .Where(r => r.Name.StartsWith($"{what}, ", StringComparison.Ordinal) && (r.Kind == Kind.Chip || r.Stimulus == Subject.Product))
            .Select(r => (Math.Log2(int.Parse(Lanes().Match(r.Name).Value, CultureInfo.InvariantCulture)), lap(r) is { } l ? 9 - Math.Log10(l.Median) : double.NaN)).Order();
    }

    static Func<Result, Lap?> Ours(int bits) => r => r.Laps.FirstOrDefault(l => l.Contender is BuiltInContender b && b.VectorBits == bits);

    [GeneratedRegex("(?<=C=)[0-9]+")] private static partial Regex Lanes();
}
