using Hw.Hdl.Tests.Random;

namespace Hw.Hdl.Tests.Pipelining;

/// <summary>A pipeline is its text some cycles later: in the interpreter, in Verilator and in Icarus; its stages are balanced.</summary>
public class PipelineTests
{
    const int Cycles = 40;

    public static TheoryData<int, bool> Cuts()
    {
        var data = new TheoryData<int, bool>();
        for (var stages = 0; stages <= 6; stages++) { data.Add(stages, false); data.Add(stages, true); }
        return data;
    }

    [Theory, MemberData(nameof(Cuts))]
    public void A_pipeline_is_its_text_later(int stages, bool stalls)
    {
        for (var n = 1UL; n <= 25; n++)
            Assert.Null(Compare(() => new RandomText(n, 0), () => new RandomText(n, stages, stalls && stages > 0), stages, n));
    }

    /// <summary>The first difference, in words.</summary>
    static string? Compare(Func<Module> text, Func<Module> pipeline, int stages, ulong seed)
    {
        var (plain, piped, choose) = (new Interpreter(Design.Elaborate(text)), Design.Elaborate(pipeline), new Choices(seed + 77));
        var under = new Interpreter(piped);
        var expected = new Queue<(BigInteger, BigInteger)>();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var enable = piped.Ports.Any(p => p.Name == "enable") && choose.OneIn(3) ? 0 : 1;
            if (piped.Ports.Any(p => p.Name == "enable")) under["enable"] = enable;
            foreach (var port in piped.Ports.Where(p => p.Direction == Direction.In && p.Name != "enable")) plain[port.Name] = under[port.Name] = choose.In(port.Shape.Range);
            if (stages == 0) expected.Enqueue((plain["y"], plain["z"]));
            if (expected.Count > stages || stages > 0 && expected.Count == stages)
            {
                var (y, z) = expected.Peek();
                if ((under["y"], under["z"]) != (y, z)) return $"{piped.Name}, cycle {cycle}: y {under["y"]}, z {under["z"]}; the text gives {y}, {z}";
            }
            if (enable == 1)
            {
                if (expected.Count >= Math.Max(1, stages)) expected.Dequeue();
                if (stages > 0) expected.Enqueue((plain["y"], plain["z"]));
            }
            under.Step();
        }
        return null;
    }

    [Fact]
    public void Verilator_and_Icarus_agree_and_lint_is_silent()
    {
        var batch = new Batch();
        foreach (var (n, stages) in Enumerable.Range(1, 21).Select(n => ((ulong)n, n % 7))) batch.Add(Design.Elaborate(() => new RandomText(n, stages, n % 2 == 0 && stages > 0)), n);
        Assert.Empty(batch.Check());
    }

    /// <summary>A register of some stage made a wire, as if the cut had forgotten it.</summary>
    [Fact]
    public void A_forgotten_register_is_seen()
    {
        var batch = new Batch();
        for (var n = 1UL; n <= 12; n++) batch.Add(Design.Elaborate(() => new RandomText(n, 3)), n);
        var planted = 0;
        foreach (var file in batch.Files.ToList())
        {
            var lines = batch[file].Split('\n').ToList();
            var at = lines.FindLastIndex(l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^    \w+_s\d <= .*;$"));
            var statement = lines[at].Trim().Replace(" <= ", " = ", StringComparison.Ordinal);
            lines.RemoveAt(at);
            lines.Insert(lines.LastIndexOf("endmodule"), $"  always_comb {statement}");
            batch[file] = string.Join('\n', lines);
            planted++;
        }
        var found = batch.Differences().Select(d => d.Split([' ', ',']).First(w => w.StartsWith("text_", StringComparison.Ordinal))).Distinct().Count();
        Assert.Equal((12, 12), (planted, found));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public void Stages_are_balanced(int stages)
    {
        using var _ = new NodeTable().Enter();
        var x = Enumerable.Range(0, 8).Select(i => Signal.Leaf($"x{i}", Interval.UInt8)).ToArray();
        var y = x[0];
        for (var i = 0; i < 40; i++) y = i % 3 == 0 ? (y + x[i % 8]).Wrap(Interval.UInt8) : i % 3 == 1 ? Signal.Mux(y[3], x[(i + 1) % 8], y) : y ^ x[(i + 2) % 8];
        var schedule = Schedule.Of([y, (y * 3).Wrap(Interval.UInt8)], stages);
        Assert.Equal(schedule.Longest, schedule.Delays().Max(), 3);
        Assert.True(schedule.Longest <= 1.15 * schedule.Whole / stages, $"{schedule.Longest:0.00} ns of {schedule.Whole:0.00} / {stages}; stages {string.Join(", ", schedule.Delays().Select(d => $"{d:0.00}"))}");
    }
}
