using System.Runtime.InteropServices;
using Hw.Ip;
using Hw.Isa.Txu;
using Hw.Kernels;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>Every kernel of the library in lockstep, at four lanes and on the built-in simulator at eight, each run with stalls and latencies of its own.</summary>
public abstract class KernelTests(Engine engine)
{
    public sealed class OnVerilator() : KernelTests(Engine.Verilator);
    public sealed class OnTheBuiltIn() : KernelTests(Engine.BuiltIn);

    const int A = 0x1_0000, B = 0x4_0000, V = 0x6_0000, W = 0x8_0000, Y = 0xA_0000, Z = 0xC_0000;

    static readonly Lazy<TxuTarget> eight = new(() => new(8, new() { Engine = Engine.BuiltIn, MemoryBytes = Chips.MemoryBytes }));

    public static TheoryData<string> All => ["INT8", "BF16", "E4M3", "attention", "window", "chunk", "E4M3 attention", "norm", "gate and sum", "heads"];

    [Theory, MemberData(nameof(All))]
    public void Passes(string name)
    {
        Agree(name, 4, Chips.Four(engine));
        if (engine == Engine.BuiltIn) Agree(name, 8, eight.Value);
    }

    static void Agree(string name, int lanes, TxuTarget target)
    {
        var program = Program(name, lanes);
        var memory = Memory(name.StartsWith("INT8", StringComparison.Ordinal) ? MmType.INT8 : name.StartsWith("E4M3", StringComparison.Ordinal) ? MmType.E4M3 : MmType.BF16, lanes);
        foreach (var (stalls, latency) in new[] { (StallProfile.P0, 200), (StallProfile.P1, 40), (StallProfile.P2, 7) })
            Chips.Must(VerdictKind.Pass, Lockstep.Run(target.Job(program.Code, memory, new() { Stalls = stalls, Latency = latency, Seed = latency + lanes }), Chips.Thorough));
    }

    [Fact]
    public void A_mask_of_the_wrong_lane_is_seen()
    {
        const string plant = "smx-lane-mask";
        Chips.Must(VerdictKind.Mismatch, Lockstep.Run(Chips.Four(engine, plant).Job(Program("attention", 4).Code, Memory(MmType.BF16, 4), new() { Plant = plant }), Chips.Thorough));
    }

    static TxuProgram Program(string name, int lanes)
    {
        var gemm = new GemmProblem { Tokens = 2 * lanes + 3, Features = 75, Outputs = 67, Lanes = lanes, Weights = W, Activations = A, Quantized = Y, Sums = Z };
        var attention = new AttentionProblem { Queries = 2 * lanes + 3, Keys = 2 * lanes + 3, Heads = 2, KeyValueHeads = 1, HeadSize = 64, Lanes = lanes, Query = A, Key = B, Value = V, Result = Y };
        return name switch
        {
            "INT8" => Gemm.Program(gemm with { Requantizations = [new(300, 20), new(400, 20), new(500, 21)] }),
            "BF16" => Gemm.Program(gemm with { Type = MmType.BF16 }),
            "E4M3" => Gemm.Program(gemm with { Type = MmType.E4M3, Narrow = VqType.E4M3, Scale = 0.01f }),
            "attention" => Attention.Program(attention),
            "window" => Attention.Program(attention with { Queries = lanes, Keys = 140 + lanes, Offset = 140, Window = 37 }),
            "chunk" => Attention.Program(attention with { Queries = lanes + 1, Keys = 130 + lanes, Offset = 129, Wide = true }),
            "E4M3 attention" => Attention.Program(attention with { Type = MmType.E4M3 }),
            _ => Rows(name, new TokenTensor(A, 2 * lanes + 3, 96, lanes)),
        };
    }

    static TxuProgram Rows(string name, TokenTensor x)
    {
        var p = new ProgramBuilder();
        switch (name)
        {
            case "norm":
                RowKernels.Normalize(p, name, x, W, x with { Address = Y }, 1e-5);
                break;
            case "gate and sum":
                RowKernels.Gate(p, "gate", x, x with { Address = B }, x with { Address = Y });
                RowKernels.Add(p, "sum", x, x with { Address = Y }, x with { Address = Z });
                break;
            case "heads":
                HeadKernels.Rotate(p, "queries", x, 32, V, x with { Address = Y });
                HeadKernels.RotateKeys(p, "keys", x, 32, V, Z, 32);
                HeadKernels.Page(p, "values", x, 32, B, W, 32);
                break;
            default: throw new ArgumentException(name);
        }
        return p.Halt();
    }

    /// <summary>Elements of moderate size everywhere, angles as FP32 where the rotations read them.</summary>
    static Dram Memory(MmType type, int lanes)
    {
        var (random, memory, bytes) = (new Random(5), new Dram(), new byte[Z]);
        random.NextBytes(bytes);
        if (type == MmType.BF16) foreach (ref var x in MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan())) x = (ushort)(0x3E00 + x % 0x200 + (x & 0x8000));
        if (type == MmType.E4M3) foreach (ref var x in bytes.AsSpan()) x = (byte)(0x20 + x % 0x20 + (x & 0x80));
        memory.Write(0, bytes);
        if (type == MmType.BF16) memory.Write(V, HeadKernels.Angles(2 * lanes + 3, lanes, 32, 10000));
        return memory;
    }
}
