using System.Numerics;
using Hw.Hdl;
using Hw.Ip;
using Hw.Isa.Txu;
using Hw.IsaRtl;
using Hw.Txu.Control;
using Hw.Txu.Dma;
using Hw.Txu.Matrix;
using Hw.Txu.Vector;

namespace Hw.Cli.Bench.Simulators;

/// <summary>A unit that simulators are raced on, with what it is fed.</summary>
sealed record Subject(string Name, Kind Kind, Func<Module> Unit, params IReadOnlyList<Stimulus> Stimuli)
{
    public static IReadOnlyList<Subject> All { get; } =
    [
        Dot(32),
        new("VectorLanes, C=32", Kind.Lanes, () => new VectorLanes(32), Stimulus.Random, new("1 of 16 cycles", 1.0 / 16)),
        Systolic(16), Systolic(32),
        new("bf16 fused MAC × 32", Kind.Lanes, () => new FunctionLanes("mac-bf16", 32, keeps: "c"), Stimulus.Random,
            new("numbers in ±2, chains of 32") { Ports = Sources(("a_row", Stimulus.Each(32, 16, r => Float(r, 2) >> 16)), ("b_row", Stimulus.Each(32, 16, r => Float(r, 2) >> 16)), ("fresh", Stimulus.Every(32))) }),
        new("bf16 DOT32 × 32", Kind.Lanes, () => new FloatDotLanes(32), new Stimulus("numbers in ±2, loaded once") { Ports = Sources(
            ("moving", Stimulus.Each(32, 16, r => Float(r, 2) >> 16)), ("features", Stimulus.Each(32, 16, r => Float(r, 2) >> 16)), ("load", (_, row) => row < 32 ? 1 : 0), ("swap", Stimulus.Every(Rig.Rows, at: 40))) }),
        Function("exp2"), Function("gelu"),
        new("Sequencer", Kind.Scalar, () => new Sequencer(), Stimulus.Random, new("instructions of a GEMM", 1.0 / 16) { Ports = Sources(
            ("fetch_word", (_, row) => Program[row % Program.Count]), ("fetch_valid", Stimulus.Often(0.5)), ("doorbell", Stimulus.Every(Rig.Rows)), ("length", (_, _) => 1 << 20), ("watchdog", (_, _) => 0)) }),
        new("Decoder", Kind.Scalar, () => new Decoder(TxuIsa.Definition), Stimulus.Random, new("instructions of a GEMM, 1 of 8 cycles") { Ports = Sources(("word", (_, row) => Program[row / 8 % Program.Count])) }),
        Logic("LoadEngine, C=32", () => new LoadEngine(32)), Logic("StoreEngine, C=32", () => new StoreEngine(32)), Logic("TransferWalker", () => new TransferWalker()),
        Logic("SemaphoreFile", () => new SemaphoreFile()), Logic("CsrFile", () => new CsrFile(32)),
        Logic("AxiMemory, 4096 words", () => new AxiMemory(2, 1 << 12)), Logic("Fifo 8 × 236", () => new Fifo(Bits.Interval.UInt(236), 8)),
    ];

    /// <summary>The stimulus of the matrix unit's lanes that is also the program of the whole chip.</summary>
    public const string Product = "GEMM 512³";

    /// <summary>The lanes of the matrix unit; the rate is that of a 512³ product: a block of 32 rows is loaded for every 512 moving ones.</summary>
    public static Subject Dot(int lanes) => new($"DotArray, C={lanes}", Kind.Lanes, () => new DotArray(lanes), Stimulus.Random,
        new(Product) { Ports = Sources(("load", (_, row) => row % 512 < 32 ? 1 : 0), ("swap", Stimulus.Every(512, at: 40)), ("fresh", Stimulus.Often(1.0 / 16))) });

    static Subject Systolic(int n) => new($"INT8 systolic array {n} × {n}", Kind.Lanes, () => new SystolicArray(n), Stimulus.Random, new("weights loaded once") { Ports = Sources(("load", (_, row) => row < n ? 1 : 0)) });

    static Subject Function(string name) => new($"{name} × 32", Kind.Lanes, () => new FunctionLanes(name, 32), Stimulus.Random, new("numbers in ±4") { Ports = Sources(("x_row", Stimulus.Each(32, 32, r => Float(r, 4)))) });

    static Subject Logic(string name, Func<Module> unit) => new(name, Kind.Scalar, unit, Stimulus.Random, new("1 of 16 cycles", 1.0 / 16));

    static Dictionary<string, Func<Random, int, BigInteger>> Sources(params (string Port, Func<Random, int, BigInteger> Source)[] sources) => sources.ToDictionary(s => s.Port, s => s.Source);

    static long Float(Random random, double most) => BitConverter.SingleToUInt32Bits((float)((random.NextDouble() * 2 - 1) * most));

    static IReadOnlyList<BigInteger> Program => program.Value;
    static readonly Lazy<IReadOnlyList<BigInteger>> program = new(() => [.. GemmWorkload.Make(512, 512, 32).Program.Code.Words.Select(w => (BigInteger)w)]);
}
