using System.Runtime.InteropServices;
using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Cli.Bench.Machine;

/// <summary>Queries [token][head · d], keys and values [head][token][d] as patterns, laid out as the kernel wants them.</summary>
sealed record AttentionOperands(AttentionProblem Problem, int[] Q, int[] K, int[] V)
{
    public void Write(Dram memory)
    {
        var (p, d, page) = (Problem, Problem.HeadSize, AttentionProblem.Page);
        memory.Write(p.Query, Numbers.Blocks(p.Type, Q, p.Queries, p.Heads * d, p.Lanes));
        for (var h = 0; h < p.KeyValueHeads; h++)
        {
            memory.Write(p.Key + h * p.KeyBytes / p.KeyValueHeads, Numbers.Bytes(p.Type, K[(h * p.Keys * d)..((h + 1) * p.Keys * d)]));
            var pages = new int[p.Capacity * d];
            for (var key = 0; key < p.Keys; key++)
                for (var i = 0; i < d; i++) pages[(key / page * d + i) * page + key % page] = V[(h * p.Keys + key) * d + i];
            memory.Write(p.Value + h * p.KeyBytes / p.KeyValueHeads, Numbers.Bytes(p.Type, pages));
        }
    }

    /// <summary>FP32 results of a wide problem, [token][head · d], as the machine left them.</summary>
    public float[] Results(Dram memory) => TokenBlocks.Unpack<float>(memory.Read(Problem.Result, (int)Problem.ResultSize), Problem.Queries, Problem.Heads * Problem.HeadSize, Problem.Lanes);
}
