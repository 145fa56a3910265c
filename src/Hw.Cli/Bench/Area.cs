using System.Globalization;
using Hw.Silicon;

namespace Hw.Cli.Bench;

/// <summary>
/// What blocks cost in gates: area and delay. The yardsticks of tests/Yardstick are written by hand, for generated blocks of the same
/// meaning to be measured against; a block that is generated joins the list with its own files.
/// </summary>
static class Area
{
    /// <summary>A module and its files, as seen from the repository's root.</summary>
    sealed record Block(string Top, params string[] Files);

    static readonly Block[] blocks = [.. new[] { "int8_mac", "bf16_mac", "dot32_int8" }.Select(top => new Block(top, $"tests/Yardstick/{top}.sv"))];

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token)
    {
        foreach (var block in blocks)
        {
            terminal.Progress($"gates of {block.Top}");
            var report = Synthesis.Run([.. block.Files.Select(file => Checkout.Path(file))], block.Top, token: token);
            yield return new("area", $"{block.Top}, by hand: area, osu018", report.AreaUm2, null, v => string.Create(CultureInfo.InvariantCulture, $"{v:N0} µm²"));
            if (report.DelayNs is { } delay)
                yield return new("area", $"{block.Top}, by hand: delay, unplaced", delay, null, v => string.Create(CultureInfo.InvariantCulture, $"{v:F2} ns"));
        }
    }
}
