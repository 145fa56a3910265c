using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Cli.Bench.Machine;

/// <summary>A program with the memory it finds.</summary>
/// <param name="Macs">Useful multiply-adds of the problem, as its mathematics counts them: no padding, no masked pair.</param>
sealed record Work(TxuProgram Program, Dram Memory, long Macs)
{
    /// <summary>Where operands lie, one after another, each on a page of 4 KiB; the program lies at the end of memory.</summary>
    sealed class Layout
    {
        const long Page = 4096;
        long next = Page;
        public long Take(long bytes) => (next += (bytes + Page - 1) / Page * Page) - (bytes + Page - 1) / Page * Page;
    }

    /// <summary>A product of tokens × features by features × outputs, narrowed results stored.</summary>
    public static Work Product(MmType type, int tokens, int outputs, int features, int lanes)
    {
        var (random, at, memory) = (new Random(1), new Layout(), new Dram());
        var narrow = type == MmType.E4M3 ? VqType.E4M3 : VqType.BF16;
        var q = new GemmProblem
        {
            Type = type, Tokens = tokens, Outputs = outputs, Features = features, Lanes = lanes, Weights = 0, Activations = 0, Quantized = 0, Narrow = narrow,
            Requantizations = type == MmType.INT8 ? [.. Enumerable.Repeat(Requantization.Nearest(1.0 / (256 * Math.Sqrt(features))), (outputs + 31) / 32)] : [],
            Scale = type == MmType.INT8 ? null : (float)(1 / Math.Sqrt(features)),
        };
        q = q with { Weights = at.Take(q.WeightBytes), Activations = at.Take(q.ActivationBytes), Quantized = at.Take(q.QuantizedBytes) };
        Func<double> next = type == MmType.INT8 ? () => random.Next(-128, 128) : () => Numbers.Normal(random);
        var bytes = new byte[q.WeightBytes];
        for (var n = 0; n < outputs; n++) Numbers.Bytes(type, Numbers.Draw(type, features, next)).CopyTo(bytes.AsSpan(n * q.WeightPitch));
        memory.Write(q.Weights, bytes);
        memory.Write(q.Activations, Numbers.Blocks(type, Numbers.Draw(type, tokens * features, next), tokens, features, lanes));
        return new(Gemm.Program(q), memory, q.MultiplyAdds);
    }

    /// <summary>Causal attention of heads that share key/value heads, as prefill does it.</summary>
    public static Work Prefill(MmType type, int queries, int d, int heads, int kvHeads, int lanes) => Prefill(type, queries, d, heads, kvHeads, lanes, new Random(1) is var random ? () => Numbers.Normal(random) : null!, out _);

    /// <param name="next">The numbers that operands are drawn from.</param>
    /// <param name="wide">Results in FP32.</param>
    public static Work Prefill(MmType type, int queries, int d, int heads, int kvHeads, int lanes, Func<double> next, out AttentionOperands operands, bool wide = false)
    {
        var (at, memory) = (new Layout(), new Dram());
        var p = new AttentionProblem { Type = type, Queries = queries, Keys = queries, Heads = heads, KeyValueHeads = kvHeads, HeadSize = d, Lanes = lanes, Wide = wide, Query = 0, Key = 0, Value = 0, Result = 0 };
        p = p with { Query = at.Take(p.QueryBytes), Key = at.Take(p.KeyBytes), Value = at.Take(p.KeyBytes), Result = at.Take(p.ResultSize) };
        operands = new(p, Numbers.Draw(type, heads * queries * d, next), Numbers.Draw(type, kvHeads * queries * d, next), Numbers.Draw(type, kvHeads * queries * d, next));
        operands.Write(memory);
        return new(Attention.Program(p), memory, p.MultiplyAdds);
    }
}
