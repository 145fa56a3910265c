using System.Globalization;
using Hw.Silicon;

namespace Hw.Cli.Silicon;

/// <summary>The blocks of a chip as a table, the slowest first: on the terminal, and as docs/synth.md.</summary>
static class SynthReport
{
    /// <summary>Of the period: the rest is for the wires that a placed chip has.</summary>
    public const double LogicShare = 0.8;

    public static readonly string[] Columns = ["block", "of it ", "µm² each ", "flops ", "memory bits ", "ns ", "slack ", "gates ", "slowest ", "", "from", "to", "through"];

    public static bool TooLong(BlockReport block) => block.Worst is { SlackNs: < 0 };

    public static string[] Row(BlockReport b, double period) =>
    [
        b.Module, $"{b.Instances}", Text($"{b.AreaUm2:N0}"), Text($"{b.Flops:N0}"), b.MemoryBits == 0 ? "" : Text($"{b.MemoryBits:N0}"),
        b.Worst is { } w ? Text($"{w.Ns:F2}") : "", b.Worst is { } s ? Text($"{s.SlackNs:F2}") : "", b.Worst is { } g ? $"{g.Gates}" : "", b.Worst is { } l ? Text($"{l.SlowestNs:F2}") : "", Mark(b, period), b.Worst?.From ?? "", b.Worst?.To ?? "", string.Join(", ", b.Worst?.Through ?? []),
    ];

    static string Mark(BlockReport b, double period) => TooLong(b) ? "too long" : b.Worst?.Ns > LogicShare * period ? "over the rule" : "";

    public static string Page(IReadOnlyList<BlockReport> blocks, int lanes, double period)
    {
        var total = blocks.Sum(b => b.Instances * b.AreaUm2);
        var memory = blocks.Sum(b => b.Instances * b.MemoryBits);
        string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
        return Text($"""
            # The TXU in gates

            `make synth` writes this page: every block of the chip mapped to osu018 (0.18 µm, 1.8 V, typical) by Yosys 0.23, linked, and timed as one chip by OpenSTA at
            {period:F2} ns ({1000 / period:F0} MHz). A line is a module; its way is the longest one that ends in it, setup included, from register to register, also through other blocks.
            Up to {LogicShare * period:F1} ns is the rule of the house, a quarter of that again being kept for wires; beyond {period:F2} ns the command fails.

            With C = {lanes} lanes: one lane is like the next, so timing is that of any C but for the buffers of the rows that all lanes share; areas of what has C in its name grow with C.
            Memories of {ChipSynthesis.LeastMemoryBits:N0} bits and more are black boxes whose Liberty is stated, not characterized (src/Hw.Silicon/MemoryMacro.cs: 2.0 ns clock to data, 0.5 ns setup); smaller ones
            are flip-flops. Buffers are inserted within a module only: where one gate is much slower than half a nanosecond (column "slowest"), it drives a net that leaves its
            module and has many loads, and a placed chip would have a tree there that takes about one. Not in it: wires, clock skew, the tree that carries the reset. {total / 1e6:F2} mm² in all, {memory:N0} bits of memory among them.


            """) + Line(Columns.Select(c => c.Trim())) + Line(Columns.Select(c => c.EndsWith(' ') ? "---:" : "---")) + string.Concat(blocks.Select(b => Line(Row(b, period))));
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
