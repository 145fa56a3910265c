using System.Globalization;
using Hw.Bits.Numbers;
using Xunit.Abstractions;

namespace Hw.NumberBlocks.Tests;

/// <summary>
/// Every function of the number library, as the texts' readings in C# (Int, SIMD of both widths, unlimited), as the graph of its block, in the built-in simulator alone and as lanes, and as the
/// Verilog of its block in Verilator and Icarus, combinational and in stages: equal patterns on the chosen cases. HW_BLOCK_CASES raises their number.
/// </summary>
public class AgreementTests(ITestOutputHelper output)
{
    /// <summary>For a block of few operands; a row of 32 gets a tenth.</summary>
    static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("HW_BLOCK_CASES") ?? "600", CultureInfo.InvariantCulture);

    internal static Block Of(NumberFunction function) => new(function, function.Takes.Count > 8 ? Math.Max(Cases / 10, 20) : Cases);

    [Fact]
    public void Every_reading_and_every_tool_agrees_on_every_block()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var blocks = NumberFunctions.All.AsParallel().AsOrdered().Select(Of).ToArray();
        var narrow = blocks.Count(b => Readings.FitsInt(b.Function));
        output.WriteLine($"{blocks.Length} functions, {blocks.Sum(b => b.Cases.Length)} cases, {narrow} in narrow lanes too; elaborated in {clock.Elapsed.TotalSeconds:f1} s");
        var readings = blocks.AsParallel().AsOrdered().SelectMany(b => b.Differences()).ToList();
        output.WriteLine($"readings and interpreter: {clock.Elapsed.TotalSeconds:f1} s");
        var tools = blocks.Index().GroupBy(b => b.Index % 4, b => b.Item).AsParallel().AsOrdered().SelectMany(g => new Batch([.. g]).Check()).ToList();
        output.WriteLine($"tools: {clock.Elapsed.TotalSeconds:f1} s");
        Assert.True(readings.Count + tools.Count == 0, string.Join('\n', [.. readings, .. tools]));
    }
}
