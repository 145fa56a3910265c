using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Cli.Bench.Machine;

/// <summary>Queries, keys and values as patterns, [head][token][d], and what plain double arithmetic makes of them.</summary>
sealed record AttentionOperands(AttentionProblem Problem, int[] Q, int[] K, int[] V)
{
    public void Write(Dram memory)
    {
        var (p, d, page) = (Problem, Problem.HeadSize, AttentionProblem.Page);
        for (var h = 0; h < p.Heads; h++)
            memory.Write(p.Query + h * p.QueryBytes / p.Heads, Numbers.Blocks(p.Type, Q.AsSpan(h * p.Queries * d, p.Queries * d), p.Queries, d, p.Lanes));
        for (var h = 0; h < p.KeyValueHeads; h++)
        {
            memory.Write(p.Key + h * p.KeyBytes / p.KeyValueHeads, Numbers.Bytes(p.Type, K[(h * p.Keys * d)..((h + 1) * p.Keys * d)]));
            var pages = new int[p.Capacity * d];
            for (var key = 0; key < p.Keys; key++)
                for (var i = 0; i < d; i++) pages[(key / page * d + i) * page + key % page] = V[(h * p.Keys + key) * d + i];
            memory.Write(p.Value + h * p.KeyBytes / p.KeyValueHeads, Numbers.Bytes(p.Type, pages));
        }
    }

    /// <summary>[head][query][d], as the machine left them.</summary>
    public double[] Results(Dram memory)
    {
        var p = Problem;
        var bytes = memory.Read(p.Result, (int)p.ResultSize);
        var head = bytes.Length / p.Heads;
        return [.. Enumerable.Range(0, p.Heads).SelectMany(h => TokenBlocks.Unpack<ushort>(bytes.AsSpan(h * head, head), p.Queries, p.HeadSize, p.Lanes)).Select(x => Numbers.Value(MmType.BF16, x))];
    }

    /// <summary>[head][query][d] in double, from the same patterns.</summary>
    public double[] Expected()
    {
        var (p, d) = (Problem, Problem.HeadSize);
        double[] Values(int[] patterns) => [.. patterns.Select(x => Numbers.Value(p.Type, x))];
        var (q, k, v, o) = (Values(Q), Values(K), Values(V), new double[Q.Length]);
        Parallel.For(0, p.Heads * p.Queries, row =>
        {
            var (kv, seen) = (row / p.Queries / (p.Heads / p.KeyValueHeads) * p.Keys, row % p.Queries + 1);
            var scores = new double[seen];
            for (var key = 0; key < seen; key++)
                for (var i = 0; i < d; i++) scores[key] += q[row * d + i] * k[(kv + key) * d + i];
            var most = scores.Max();
            var weights = scores.Select(s => Math.Exp((s - most) / Math.Sqrt(d))).ToArray();
            var sum = weights.Sum();
            for (var key = 0; key < seen; key++)
                for (var i = 0; i < d; i++) o[row * d + i] += weights[key] / sum * v[(kv + key) * d + i];
        });
        return o;
    }
}
