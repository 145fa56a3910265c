using Hw.Sim;

namespace Hw.BuiltIn.Tests;

/// <summary>The wave file, read back, shows at every even time what the probes showed.</summary>
public class VcdTests
{
    static readonly (string Path, int Width)[] shape =
    [
        ("busy", 1), ("count", 7), ("array.g_lanes[0].lanes.shadow", 8), ("array.g_lanes[0].lanes.wide", 129), ("array.g_lanes[1].lanes.shadow", 8),
        ("array.phase", 32), ("array.row", 1024), ("array.sum", 33), ("control.done", 1), ("array.late", 64),
        .. Enumerable.Range(0, 200).Select(i => ($"many.v{i}", i % 70 + 1)),
    ];

    readonly Random random = new(7);
    readonly uint[][] values = [.. shape.Select(s => new uint[(s.Width + 31) / 32])];

    [Fact]
    public void What_is_read_back_is_what_the_probes_showed()
    {
        var (text, shown) = Drifting();
        var file = new VcdFile(text);
        Assert.Null(Difference(file, shown));
        Assert.Equal(shape.Select(s => (s.Path, s.Width)).ToHashSet(), file.Paths.Where(p => p != "top.clock").Select(p => (p[4..], file.Width(p))).ToHashSet());
    }

    [Fact]
    public void A_change_that_is_not_written_is_found()
    {
        var (text, shown) = Drifting();
        var lines = text.Split('\n').ToList();
        for (var plant = 0; plant < 5; plant++)
        {
            int at;
            do at = random.Next(lines.IndexOf("$end"), lines.Count); while (!lines[at].StartsWith('b'));
            var lost = new VcdFile(string.Join('\n', lines.Where((_, i) => i != at)));
            Assert.NotNull(Difference(lost, shown));
        }
    }

    [Fact]
    public void The_clock_is_low_while_a_cycle_is_sampled_and_rises_at_the_odd_time()
    {
        var file = Written(writer => { writer.Sample(3); writer.Sample(4); });
        Assert.Equal("0101", string.Concat(((ulong[])[6, 7, 8, 9]).Select(t => file.At("top.clock", t))));
        Assert.Equal([6, 7, 8, 9, 10], file.Times);
        Assert.DoesNotContain("top.clock", Written(writer => writer.Sample(0), clock: false).Paths);
    }

    [Fact]
    public void A_turn_of_a_generate_loop_is_a_scope_of_its_own_kind()
    {
        var scopes = Written(_ => { }).Scopes;
        Assert.Equal(
            ["top", "top.array", "top.array.g_lanes[0]", "top.array.g_lanes[0].lanes", "top.array.g_lanes[1]",
             "top.array.g_lanes[1].lanes", "top.control", "top.many"], scopes.Select(s => s.Path));
        Assert.All(scopes, s => Assert.Equal(s.Path.EndsWith(']') ? "begin" : "module", s.Kind));
    }

    [Fact]
    public void Only_changes_are_written()
    {
        var quiet = Written(writer => { for (var cycle = 0ul; cycle < 50; cycle++) writer.Sample(cycle); }, clock: false);
        Assert.Equal(0, quiet.Written);
        var one = Written(writer =>
        {
            for (var cycle = 0ul; cycle < 50; cycle++)
            {
                values[1][0] = (uint)cycle & 1;
                writer.Sample(cycle);
            }
        }, clock: false);
        Assert.Equal(49, one.Written);
    }

    [Fact]
    public void Bits_beyond_the_width_are_no_part_of_a_value()
    {
        var file = Written(writer =>
        {
            writer.Sample(0);
            values[1][0] = 0xFFFF_FF80;
            writer.Sample(1);
        }, clock: false);
        Assert.Equal(0, file.Written);
    }

    [Fact]
    public void A_cycle_that_has_passed_is_refused()
    {
        var refused = Assert.Throws<SimException>(() => Written(writer => { writer.Sample(5); writer.Sample(5); }));
        Assert.Contains("cycle 5", refused.Message);
    }

    [Fact]
    public void Ids_are_short_and_never_the_same()
    {
        var ids = Enumerable.Range(0, 100_000).Select(i => System.Text.Encoding.ASCII.GetString(VcdHeader.Id(i))).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(94 + 94 * 94, ids.Count(id => id.Length <= 2));
    }

    const ulong First = 1_000, Cycles = 100;

    (string Text, List<string[]> Shown) Drifting()
    {
        var shown = new List<string[]>();
        var text = Text(writer =>
        {
            for (var cycle = First; cycle < First + Cycles; cycle++)
            {
                Drift();
                writer.Sample(cycle);
                shown.Add([.. shape.Select((s, i) => Bits(i))]);
            }
        }, clock: true);
        return (text, shown);
    }

    /// <summary>The first value of the file that was not shown.</summary>
    static string? Difference(VcdFile file, List<string[]> shown)
    {
        foreach (var (n, row) in shown.Index())
            foreach (var (i, value) in row.Index())
                if (file.At($"top.{shape[i].Path}", (First + (ulong)n) * 2) is var found && found != value) return $"{shape[i].Path}, cycle {n}: {found} instead of {value}";
        return null;
    }

    /// <summary>Some values change: one bit, a word, all words.</summary>
    void Drift()
    {
        foreach (var (i, (_, width)) in shape.Index())
            switch (random.Next(6))
            {
                case 0:
                    var bit = random.Next(width);
                    values[i][bit / 32] ^= 1u << bit % 32;
                    break;
                case 1:
                    for (var w = 0; w < values[i].Length; w++) values[i][w] = (uint)random.NextInt64(1L << Math.Min(32, width - 32 * w));
                    break;
                case 2:
                    Array.Clear(values[i]);
                    break;
            }
    }

    string Bits(int i) => string.Concat(Enumerable.Range(0, shape[i].Width).Select(bit => (values[i][bit / 32] >> bit % 32 & 1) == 1 ? '1' : '0').Reverse());

    VcdFile Written(Action<VcdWriter> drive, bool clock = true) => new(Text(drive, clock));

    string Text(Action<VcdWriter> drive, bool clock)
    {
        var path = Path.GetTempFileName();
        try
        {
            var probes = shape.Select((s, i) => new Probe(s.Path, s.Width, buffer => { values[i].CopyTo(buffer, 0); return values[i].Length; }));
            using (var writer = new VcdWriter(path, "top", [.. probes], clock)) drive(writer);
            return File.ReadAllText(path);
        }
        finally { File.Delete(path); }
    }
}
