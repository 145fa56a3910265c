using static Hw.Sim.SimPort;

namespace Hw.Sim.Tests;

/// <summary>
/// One temporary cache for all tests of the run, so that the Verilated runtime is compiled once, and the designs they share.
/// Without Verilator every test here fails: an absent tool is not a pass.
/// </summary>
public sealed class Bench : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("hw-sim-").FullName;
    public List<string> Heard { get; } = [];
    public VerilatorBuilder Builder { get; }

    public Bench() => Builder = new VerilatorBuilder(Path.Combine(Folder, "cache")) { Progress = line => { lock (Heard) Heard.Add(line); } };

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public ISimulation Open(SimDesign design, BuildOptions? options = null) => Builder.Build(design, options ?? BuildOptions.Quick).Start();

    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "verilog", name);

    public static readonly SimDesign Counter = new("counter", [File("counter.sv")],
        [In("clock"), In("reset"), In("enable"), In("command", 3), Out("count", 16), Out("done")]);

    public static readonly int[] AllWidths = [1, 8, 9, 16, 32, 33, 64, 65, 256];

    public static readonly SimDesign Widths = new("widths", [File("widths.sv")],
        [.. AllWidths.SelectMany(w => new[] { In($"a{w}", w), Out($"y{w}", w) })]);

    public static readonly SimDesign RegisterFile = new("regfile", [File("regfile.sv")],
        [In("clock"), In("write"), In("address", 6), In("wdata", 100), Out("rdata", 100), Out("now", 100)]);

    public static readonly SimDesign Fifo = new("fifo", [File("fifo.sv"), File("fifo_depth.svh")],
        [In("clock"), In("reset"), In("push"), In("pop"), In("din", 8), Out("dout", 8), Out("full"), Out("empty")]);

    public static readonly SimDesign Retire = new("retire", [File("retire.sv")],
        [In("clock"), In("reset"), In("go"), Out("a_valid"), Out("b_valid"), Out("r_valid"), Out("a_order", 32), Out("b_order", 32), Out("r_order", 32),
         Out("a_addr", 16), Out("b_addr", 8), Out("a_data", 1056), Out("b_data", 40), Out("b_mask", 4), Out("r_pc", 48), Out("done")],
        [RecordChannel.Retire("retire", "r_valid", "r_order", "r_pc"),
         RecordChannel.Write("a", "a_valid", "a_order", "a_addr", "a_data"),
         RecordChannel.Write("b", "b_valid", "b_order", "b_addr", "b_data", "b_mask")]);
}

[CollectionDefinition("simulator")]
public sealed class SimulatorTests : ICollectionFixture<Bench>;
