namespace Hw.Cli.Tests;

/// <summary>Traces and pictures of runs, read back by field numbers of Perfetto's format alone.</summary>
public class TraceTests
{
    const int Packet = 1, Timestamp = 8, Event = 11, Track = 60;
    const int Type = 9, TrackOf = 11, Name = 23, Annotations = 4, CounterValue = 44;
    const ulong Begin = 1, End = 2, Counter = 4;

    /// <summary>The slices of each track by its name, in order; every one ends, and none begins before the one before it has ended.</summary>
    static Dictionary<string, List<(string Name, ulong From, ulong To, Dictionary<string, WireFormat> Arguments)>> Slices(byte[] trace)
    {
        var packets = new WireFormat(trace).All(Packet).ToList();
        var names = packets.Where(p => p.Has(Track)).Select(p => p.Message(Track)).Where(t => t.Has(2)).ToDictionary(t => t.Number(1), t => t.Text(2));
        var slices = names.Values.ToDictionary(n => n, _ => new List<(string, ulong, ulong, Dictionary<string, WireFormat>)>());
        var open = new Dictionary<ulong, (WireFormat Event, ulong From)>();
        var now = 0ul;
        foreach (var packet in packets.Where(p => p.Has(Event)))
        {
            var (what, at) = (packet.Message(Event), packet.Number(Timestamp));
            Assert.True(at >= now, "packets are in the order of time");
            now = at;
            var track = what.Number(TrackOf);
            if (what.Number(Type) == Begin) open.Add(track, (what, at));       // throws when one is open
            else if (what.Number(Type) == End)
            {
                Assert.True(open.Remove(track, out var begun));
                slices[names[track]].Add((begun.Event.Text(Name), begun.From, at, begun.Event.All(Annotations).ToDictionary(a => a.Text(10))));
            }
        }
        Assert.Empty(open);
        return slices;
    }

    [Fact]
    public void A_run_of_the_chip_has_a_slice_for_every_instruction_with_its_line()
    {
        using var tree = new Scratch();
        var program = tree.Write("p.asm", Programs.Product.Replace("signal(0)", "signal(0)   ; operands"));
        var ran = Command.Hw("run", program, "--engine", "builtin", "--lanes", "4", "--stats", "--json", "--trace", tree["p.pftrace"]).Passed().Json;
        var slices = Slices(File.ReadAllBytes(tree["p.pftrace"]));
        Assert.Equal((1, 1, 1, 9), (slices["LD unit"].Count, slices["MM unit"].Count, slices["ST unit"].Count, slices["CT unit"].Count));
        var (ld, mm, st) = (slices["LD unit"][0], slices["MM unit"][0], slices["ST unit"][0]);
        Assert.Equal("LD a0, a1, s0  signal(0)", ld.Name);
        Assert.Equal("operands", ld.Arguments["label"].Text(6));
        Assert.Contains("p.asm(4", ld.Arguments["source"].Text(6));
        Assert.Equal(7ul, mm.Arguments["pc"].Number(3));
        Assert.True(ld.From < ld.To && ld.To <= mm.To && mm.From < mm.To && mm.To <= st.To, $"{ld} {mm} {st}");
        Assert.True(st.To <= (ulong)ran.GetProperty("counters").GetProperty("cycles").GetInt64());

        var roofline = ran.GetProperty("roofline");
        Assert.Equal(32.0 * 32 * 4 / (ran.GetProperty("counters").GetProperty("cycles").GetDouble() * 32 * 4), roofline.GetProperty("utilization").GetDouble(), 6);
        Assert.NotEqual("", roofline.GetProperty("bound").GetString());
    }

    [Fact]
    public void A_kernel_has_a_schedule_a_program_a_trace_and_a_picture()
    {
        using var tree = new Scratch();
        string[] gemm = ["kernel", "gemm", "--tokens", "64", "--outputs", "64", "--features", "64", "--lanes", "8"];
        var ran = Command.Hw([.. gemm, "--trace", tree["g.pftrace"], "--asm", tree["g.asm"]]).Passed();
        Assert.Contains("queue model", ran.Out);
        Assert.Contains("empty, and waits for", ran.Out);
        var slices = Slices(File.ReadAllBytes(tree["g.pftrace"]));
        Assert.Contains(slices["MM unit"], s => s.Name.StartsWith("MM ", StringComparison.Ordinal) && s.Arguments.ContainsKey("label"));
        Command.Hw("asm", tree["g.asm"], "-o", tree["g.bin"]).Passed();
        Command.Hw([.. gemm, "--trace", tree["g.svg"], "--window", "0,2000"]).Passed();
        var picture = System.Xml.Linq.XDocument.Load(tree["g.svg"]);
        Assert.Contains(picture.Descendants(), e => e.Name.LocalName == "title" && e.Value.StartsWith("MM ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_instructions_of_a_unit_overlap_on_the_chip_its_slices_do_not()
    {
        using var tree = new Scratch();
        Command.Hw("kernel", "gemm", "--tokens", "32", "--outputs", "64", "--features", "64", "--lanes", "4", "--engine", "builtin", "--latency", "100", "--trace", tree["g.pftrace"]).Passed();
        var slices = Slices(File.ReadAllBytes(tree["g.pftrace"]));
        Assert.Contains(slices["MM unit"], s => s.Arguments["retires"].Number(3) > s.To);       // the next one has begun by then
        Assert.NotEmpty(slices["MM queue: head waits"]);
    }

    [Theory]
    [InlineData("gemm --tokens 0", "a number from 1 to")]
    [InlineData("attention --head-size 48", "it must be 32, 64, 96 or 128")]
    [InlineData("attention --heads 3", "cannot share")]
    [InlineData("attention --type INT8", "there are BF16, E4M3")]
    [InlineData("gemm --stats", "add --engine builtin")]
    [InlineData("gem", "Did you mean gemm?")]
    public void Wrong_sizes_name_what_is_right(string arguments, string remedy) => Command.Hw(["kernel", .. arguments.Split(' ')]).Refused(2, remedy);
}
