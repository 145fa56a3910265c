namespace Hw.Ip.Tests;

/// <summary>Every module's Verilog is read by Verilator -Wall without a waiver, by Icarus and by Yosys.</summary>
public class LintTests
{
    public static TheoryData<string> Modules => [.. Designs.Keys];

    static readonly Dictionary<string, Func<Design>> Designs = new()
    {
        ["fifo_2x8"] = () => Design.Elaborate(() => new Fifo(Interval.UInt8, 2)),
        ["fifo_5x8s"] = () => Design.Elaborate(() => new Fifo(Interval.Int8, 5)),
        ["fifo_16x256"] = () => Design.Elaborate(() => new Fifo(AxiBus.Beat, 16)),
        ["latency_queue_8x4"] = () => Design.Elaborate(() => new LatencyQueue(Interval.UInt(4), 8)),
        ["stall_injector"] = () => Design.Elaborate(() => new StallInjector()),
        ["axi_memory_2x524288"] = () => Design.Elaborate(() => new AxiMemory(reads: 2)),
        ["axi_memory_1x16_3"] = () => Design.Elaborate(() => new AxiMemory(reads: 1, words: 16, outstanding: 3)),
        ["axi_read_checker_64x16"] = () => Design.Elaborate(() => new AxiReadChecker()),
        ["axi_write_checker_64x16"] = () => Design.Elaborate(() => new AxiWriteChecker()),
        ["burst_splitter_4096_by_16"] = () => Design.Elaborate(() => new BurstSplitter(4096)),
        ["burst_splitter_8_by_256"] = () => Design.Elaborate(() => new BurstSplitter(8, 256)),
    };

    [Theory, MemberData(nameof(Modules))]
    public void ThreeToolsReadIt(string name)
    {
        var design = Designs[name]();
        Assert.Equal(name, design.Name);
        using var folder = new VerilogFolder(design);
        folder.Run("verilator", $"--lint-only -Wall --top-module {name} {folder.Sources}");
        folder.Run("iverilog", $"-g2012 -Wall -Wno-timescale -o {name}.vvp -s {name} {folder.Sources}");
        folder.Run("yosys", $"-q -p \"read_verilog -sv {folder.Sources}; hierarchy -check -top {name}; proc; check -assert\"");
    }
}
