using Hw.Bits;
using Hw.Hdl;
using Hw.Ip;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.IsaRtl;
using Hw.Sim;
using Hw.Txu.Control;
using Hw.Txu.Dma;
using Hw.Txu.Matrix;
using Hw.Txu.Memory;
using Hw.Txu.Vector;
using static Hw.Bits.Signal;

namespace Hw.TxuCosim;

/// <summary>
/// Faults of the TXU that a designer might have made, to show that lockstep finds them. Each has a program that makes it bite,
/// <c>plants/NAME.asm</c>, whose first line says what must be found: kind of verdict, then words of the report.
/// </summary>
public static class TxuPlants
{
    const string Expects = "; expect: ";

    public static IReadOnlyList<Plant> All { get; } =
    [
        // matrix unit
        new("mm-lane-swap", typeof(DotArray), "lanes.feature", "lane 2 takes the stationary element of lane 1",
            s => Mux(s.InLane(2), ElementAt(s["feature"], 1, Interval.UInt8), s.Value)),
        new("mm-stuck-bit", typeof(DotLane), "result", "the lowest bit of every sum is stuck at 1", s => s.Value | 1),
        new("mm-wrong-operand", typeof(DotArray), "lanes.accumulator", "lane 3 adds to the accumulator of lane 0",
            s => Mux(s.InLane(3), ElementAt(s["accumulators"], 0, Interval.UInt32), s.Value)),
        new("mm-fresh-ignored", typeof(MatrixUnit), "array.fresh", "the accumulator is not cleared by an MM that does not accumulate", _ => 0),
        new("mm-early-swap", typeof(MovingStreamer), "swap", "the stationary operand changes one cycle early", s => s["swap_after_1"]),
        new("mm-load-dropped", typeof(StationaryLoader), "load", "one of the 32 shifts into the shadow copy is lost", s => s.Value & (s["taken"] != 7)),
        new("mm-write-dropped", typeof(MovingStreamer), "write_valid", "every fourth accumulator row is not written", s => s.Value & (s["write_row"][1, 0] != 3)),
        new("mm-row-count", typeof(StationaryLoader), "ready_data", "a chunk of an even number of rows streams one too many", s => s.Value | Constant(1L << Chunk.Fields.Rows.Low)),
        new("mm-chunk-stride", typeof(StationaryLoader), "stationary_offset", "from the second chunk on the stationary operand is off by a row",
            s => Mux(s.Value == 0, 0, s.Value + 1)),
        new("mm-signals-early", typeof(MovingStreamer), "done_valid", "an MM signals and retires while its last rows are still in the pipeline",
            s => s[$"ends_{MatrixUnit.WriteLatency - 4}"]),
        new("mm-alpha-ignored", typeof(MovingStreamer), "scales", "accumulators are not scaled by α", _ => 0),
        new("mm-tail-ignored", typeof(MovingStreamer), "counts", "moving elements beyond the tail count", _ => Constant(Interval.UInt32.Max)),
        // vector unit
        new("vq-saturation", typeof(RequantizeBlock), "y", "the quotient is clamped to −127 … 127", s => Mux(s.Value == Constant(Interval.Int8.Min), Constant(Interval.Int8.Min + 1), s.Value)),
        new("vq-shift", typeof(VectorUnit), "lanes.shift", "the quotient is shifted one place too little", s => Mux(s.Value == 0, 0, s.Value - 1)),
        new("vq-target-stuck", typeof(VectorWalk), "target", "the target row does not advance", _ => 0),
        new("smx-lane-mask", typeof(VectorLanes), "selectors.lane", "lane 2 is masked as lane 1", s => Mux(s.InLane(2), 1, s.Value)),
        new("smx-unrounded", typeof(VectorUnit), "lanes.format", "weights are stored and summed without being rounded", _ => 0),
        new("vx-other-operation", typeof(VectorLanes), "operations.control", "an elementwise instruction does what another one does",
            s => Mux(ElementwiseControl.Fields.Number.Of(s.Value) == 0, s.Value, s.Value ^ 3)),
        // memories
        new("spad-bank-bit", typeof(Scratchpad), "banks.load_hit", "loads choose the bank by row bit 1 instead of bit 0",
            s => s["load_valid"] & Chosen(s, s["load_row"][1] | (s["load_row"][12, 11] << 1))),
        // load and store
        new("ld-count-stuck", typeof(LoadWriter), "written", "the count of written units cannot pass 3", s => Mux(s.Value > 3, 3, s.Value)),
        new("dma-crosses-page", typeof(BurstSplitter), "bursts_len", "bursts are always 16 beats, also across a 4 KiB boundary", _ => 15),
        new("st-last-missing", typeof(StoreEngine), "bus_w_last", "no beat of a store is marked as the last", _ => 0),
        new("st-quarter", typeof(StoreReader), "quarter", "an accumulator row is stored from its second quarter on", s => s.Value + 1),
        new("ldt-index", typeof(TransposerMemory), "banks.upper_slots", "of wide tiles, upper slots and upper columns are exchanged", s => s["upper_column"]),
        // control
        new("wait-ignored", typeof(SemaphoreFile), "matrix_wait_grant", "the matrix queue does not wait for its semaphores", s => s["matrix_wait_valid"]),
        new("fence-ignored", typeof(Sequencer), "phases.quiet", "FENCE does not wait", _ => 1),
        new("loop-count", typeof(LoopUnit), "count_0", "the outermost loop runs once too often", s => s.Value + 1),
        new("loop-level", typeof(Sequencer), "addresses.iterations", "the strides of loop levels 0 and 1 are exchanged",
            s => Concat([(s.Value[31, 16], 16), (s.Value[15, 0], 16), (s.Value[63, 32], 32)])),
        new("loop-grow", typeof(Sequencer), "loops.grow", "loops do not grow", _ => 0),
        new("range-ignored", typeof(OperandCheck), "bad_range", "operands may leave their memories", _ => 0),
        new("count-macs", typeof(MovingStreamer), "live_products", "products that tail and lanes mask count as useful", s => Mux(s["issue"], Constant(s.Value.Range.Max), 0)),
        new("decoder-reserved", typeof(Decoder), "illegal", "words with reserved bits set are executed", s => s.Value & (s["cause"] != (long)Trap.ReservedBits)),
        new("trap-epc", typeof(Sequencer), "epc_taken", "the pc of a trap is one too high", s => s.Value + 1),
    ];

    public static Plant Named(string name) =>
        All.FirstOrDefault(p => p.Name == name) ?? throw new SimException($"there is no plant `{name}`{Names.Nearest(name, All.Select(p => p.Name))}");

    /// <summary>What to build so that this one can be switched on: a C++ build is dear and has them all, a .NET build is cheap and has this one.</summary>
    public static IReadOnlyList<Plant> For(string name, Engine engine) => Named(name) is var plant && engine == Engine.Verilator ? All : [plant];

    /// <summary>The program that makes a plant bite.</summary>
    public static IsaProgram Program(string name) => Assembler.Assemble(TxuIsa.Definition, Text(name), $"plants/{name}.asm");

    /// <summary>What must be found: the kind of the verdict, then words that its report contains.</summary>
    public static IReadOnlyList<string> Expectation(string name) => Text(name).Split('\n')[0][Expects.Length..].Split(", ");

    /// <summary>What memory holds before these programs: 64 KiB of random bytes.</summary>
    public static Dram Image()
    {
        var (image, bytes) = (new Dram(), new byte[1 << 16]);
        new Random(1).NextBytes(bytes);
        image.Write(0, bytes);
        return image;
    }

    static string Text(string name)
    {
        using var stream = typeof(TxuPlants).Assembly.GetManifestResourceStream($"{Named(name).Name}.asm")!;
        return new StreamReader(stream).ReadToEnd();
    }

    /// <summary>The lane of this number.</summary>
    static Signal Chosen(PlantSite s, Signal number) =>
        Enumerable.Range(0, Hw.Txu.Geometry.SpadBanks).Aggregate((Signal)0, (any, lane) => any | s.InLane(lane) & (number == lane));
}
