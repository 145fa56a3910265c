using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Cli.Bench;

/// <summary>The workload of every figure: an INT8 product of tokens × n by n × n with random operands, INT8 results stored.</summary>
sealed record GemmWorkload(GemmProblem Problem, TxuProgram Program, Dram Memory)
{
    const long Weights = 0x10_0000, Activations = 0x20_0000, Quantized = 0x60_0000;

    public static GemmWorkload Make(int tokens, int n, int lanes)
    {
        var random = new Random(1);
        var (w, x) = (new byte[n * n], new sbyte[tokens * n]);
        random.NextBytes(w);
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(x.AsSpan()));
        var memory = new Dram();
        memory.Write(Weights, w);
        memory.Write(Activations, TokenBlocks.Pack(x, tokens, n, lanes));
        var problem = new GemmProblem
        {
            Tokens = tokens, Features = n, Outputs = n, Lanes = lanes, Weights = Weights, Activations = Activations, Quantized = Quantized,
            Requantizations = [.. Enumerable.Repeat(Requantization.Nearest(1.0 / (256 * Math.Sqrt(n))), n / Bits.Dot32.Depth)],
        };
        return new(problem, Gemm.Program(problem), memory);
    }
}
