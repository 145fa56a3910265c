using Hw.Sim;

namespace Hw.Silicon.Tests;

public sealed class SynthesisTests : IDisposable
{
    readonly Sources sources = new();

    public void Dispose() => sources.Dispose();

    [Fact]
    public void A_multiplier_and_an_adder_have_the_size_they_should_have_each_time()
    {
        var report = Synthesis.Run([Yardstick.File("int8_mac")], "int8_mac");
        Assert.InRange(report.AreaUm2, 15_000, 25_000);
        Assert.InRange(report.Cells, 300, 1_000);
        Assert.InRange(report.DelayNs!.Value, 3, 9);
        Assert.Equal(0, report.Flops);
        Assert.Equal(report, Synthesis.Run([Yardstick.File("int8_mac")], "int8_mac"));
    }

    [Fact]
    public void A_planted_adder_shows_in_area_and_delay()
    {
        var plain = Synthesis.Run(sources.Expression("plain", "a + b"), "m");
        var planted = Synthesis.Run(sources.Expression("planted", "a + b + (a << 1)"), "m");
        Assert.True(planted.AreaUm2 > 1.3 * plain.AreaUm2 && planted.DelayNs > plain.DelayNs, $"{plain} and {planted}");
    }

    [Fact]
    public void Registers_are_counted_and_timed_from_one_to_the_next()
    {
        var counter = Synthesis.Run(sources.Register("counter", "r + a"), "m");
        Assert.Equal(8, counter.Flops);
        Assert.InRange(counter.DelayNs!.Value, 0.5, 4);
        var longer = Synthesis.Run(sources.Register("longer", "r * a + r"), "m");
        Assert.True(longer.DelayNs > counter.DelayNs, $"{counter} and {longer}");
    }

    [Fact]
    public void Without_a_way_from_register_to_register_there_is_no_delay() =>
        Assert.Null(Synthesis.Run(sources.Register("delay", "a"), "m").DelayNs);

    [Fact]
    public void A_tight_target_buys_speed_with_area()
    {
        var file = sources.Expression("product", "a * b");
        var (fast, small) = (Synthesis.Run(file, "m", new(TargetNs: 0.5)), Synthesis.Run(file, "m", new(TargetNs: 100)));
        Assert.True(fast.DelayNs <= small.DelayNs && fast.AreaUm2 >= small.AreaUm2, $"{fast} and {small}");
    }

    [Fact]
    public void Wires_are_no_gates() => Assert.Equal(new(0, 0, 0, 0), Synthesis.Run(sources.Expression("wire", "a"), "m"));

    [Fact]
    public void A_mistake_in_the_Verilog_keeps_its_place()
    {
        var file = sources.Write("bad.sv", "module m(input logic a, output logic y)\n  assign y = a;\nendmodule\n");
        Assert.Contains("bad.sv:2: ERROR: syntax error", Assert.Throws<SiliconException>(() => Synthesis.Run(file, "m")).Message);
    }

    [Fact]
    public void Other_mistakes_are_named()
    {
        string Message(string[] files, string top = "m", SynthesisOptions? options = null) => Assert.Throws<SiliconException>(() => Synthesis.Run(files, top, options)).Message;
        Assert.Contains("there is no file nowhere.sv", Message(["nowhere.sv"]));
        Assert.Contains("m has no files", Message([]));
        Assert.Contains("Module `n' not found", Message(sources.Expression("plain", "a + b"), "n"));
        Assert.Contains("a latch", Message(sources.Write("latch.sv", "module m(input logic a, input logic b, output logic y);\n  always_latch if (a) y = b;\nendmodule\n")));
        Assert.Contains("no clock port `clk`", Message(sources.Register("counter", "r + a"), options: new(Clock: "clk")));
    }

    [Theory]
    [InlineData("yosys", "sta", "apt install yosys")]
    [InlineData("sta", "yosys", "apt install opensta")]
    public void A_missing_tool_is_no_result(string missing, string present, string remedy)
    {
        var path = Directory.CreateTempSubdirectory("hw-path-").FullName;
        try
        {
            File.CreateSymbolicLink(Path.Combine(path, present), Tools.System.Require(present));
            var file = sources.Expression("plain", "a + b");
            var error = Assert.Throws<ToolMissingException>(() => Synthesis.Run(file, "m", tools: new(path)));
            Assert.Equal(missing, error.Tool);
            Assert.Contains(remedy, error.Message);
        }
        finally { Directory.Delete(path, recursive: true); }
    }
}
