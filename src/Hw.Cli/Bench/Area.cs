using System.Collections.Concurrent;
using System.Globalization;
using Hw.Bits.Numbers;
using Hw.Silicon;
using Hw.Sim;

namespace Hw.Cli.Bench;

/// <summary>
/// What blocks cost in gates: area and delay. The yardsticks of tests/Yardstick are written by hand, and generated blocks of the same meaning are measured against
/// them; of the others the figures stand alone.
/// </summary>
static class Area
{
    /// <summary>A generated block and the hand-written one that computes the same.</summary>
    static readonly (string Function, string Yardstick)[] pairs = [("mac-int8", "int8_mac"), ("mac-bf16", "bf16_mac")];

    static readonly string[] small =
    [
        "fp32-add", "fp32-mul", "fp32-fma", "rcp", "rsqrt", "convert-fp32-bf16", "convert-fp32-e4m3", "dequantize-mxfp4",
    ];

    /// <summary>Minutes each, some of them many: abc takes more than eight for exp2.</summary>
    static readonly string[] large = ["exp2", "sigmoid", "silu", "gelu", "tanh", "quantize-mxfp4", "quantize-nvfp4", "amax", "rope", "softmax-step", "dot32-e4m3", "dot32-mxfp4", "dot32-nvfp4", "dot32-bf16"];

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token) => Measure("area", [], terminal, token);
    public static IEnumerable<Figure> MeasureAll(Terminal terminal, CancellationToken token) => Measure("area-all", large, terminal, token, ("dot32-int8", "dot32_int8"));

    static IEnumerable<Figure> Measure(string part, string[] more, Terminal terminal, CancellationToken token, params (string Function, string Yardstick)[] morePairs)
    {
        List<Func<IReadOnlyList<Figure>>> jobs =
        [
            .. pairs.Concat(morePairs).Select(p => (Func<IReadOnlyList<Figure>>)(() => Against(part, p.Function, p.Yardstick, token))),
            .. small.Concat(more).Select(name => (Func<IReadOnlyList<Figure>>)(() => Alone(part, name, token))),
        ];
        var done = 0;
        terminal.Progress($"gates of {jobs.Count} blocks");
        var found = new IReadOnlyList<Figure>[jobs.Count];
        // one at a time to each core: the jobs differ by minutes
        try { Each(); }
        catch (AggregateException e) when (e.InnerException is SimException inner) { throw inner; }       // a design's error, or a missing tool
        return found.SelectMany(figures => figures);

        void Each() => Parallel.ForEach(Partitioner.Create(jobs.Index(), EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = token }, job =>
        {
            var figures = found[job.Index] = job.Item();
            terminal.Progress($"{Interlocked.Increment(ref done)} of {jobs.Count}: {string.Join(", ", figures.Select(f => $"{f.Name} {f.Shown(f.Value)}"))}");
        });
    }

    static IReadOnlyList<Figure> Against(string part, string name, string yardstick, CancellationToken token)
    {
        var hand = Synthesis.Run([Checkout.Path("tests", "Yardstick", $"{yardstick}.sv")], yardstick, token: token);
        using var block = new GateBlock(Function(name));
        var ours = Synthesis.Run(block.Files, block.Top, token: token);
        return
        [
            .. Plain(part, $"{yardstick}, by hand", hand), .. Plain(part, name, ours),
            new(part, $"{name}: area, of that by hand", ours.AreaUm2 / hand.AreaUm2, Goal.AtMost(1.05), Ratio),
            new(part, $"{name}: delay, of that by hand", Delay(ours) / Delay(hand), Goal.AtMost(1.05), Ratio),
        ];
    }

    static IReadOnlyList<Figure> Alone(string part, string name, CancellationToken token)
    {
        using var block = new GateBlock(Function(name));
        return [.. Plain(part, name, Synthesis.Run(block.Files, block.Top, token: token))];
    }

    static IEnumerable<Figure> Plain(string part, string name, SiliconReport report) =>
        [new(part, $"{name}: area, osu018", report.AreaUm2, null, Square), new(part, $"{name}: delay, unplaced", Delay(report), null, Nanoseconds)];

    static double Delay(SiliconReport report) => report.DelayNs ?? throw new SiliconException("a block has no path to time");
    static NumberFunction Function(string name) => NumberFunctions.All.Single(f => f.Name == name);
    static string Square(double v) => string.Create(CultureInfo.InvariantCulture, $"{v:N0} µm²");
    static string Nanoseconds(double v) => string.Create(CultureInfo.InvariantCulture, $"{v:F2} ns");
    static string Ratio(double v) => string.Create(CultureInfo.InvariantCulture, $"{v:F3}");
}
