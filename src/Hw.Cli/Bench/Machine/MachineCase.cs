using Hw.Isa.Txu;

namespace Hw.Cli.Bench.Machine;

/// <param name="Goal">Useful products of those the array could make from the doorbell to the end, at stall profile P1.</param>
/// <param name="Quick">It is among those that take seconds.</param>
sealed record MachineCase(string Name, string Format, double Goal, bool Quick, Func<Work> Make)
{
    public const int Lanes = 32, Latency = 200;

    /// <summary>Useful of padded at 333 queries, and the part of that bound which is the goal of ragged sizes.</summary>
    const double RaggedBound = 0.823, OfBound = 0.9;

    /// <summary>The rows of the first storey.</summary>
    public static IReadOnlyList<MachineCase> All { get; } =
    [
        Gemm(MmType.INT8, 512, 512, 512, 0.95, quick: true), Gemm(MmType.INT8, 1024, 1024, 1024, 0.98), Gemm(MmType.BF16, 1024, 1024, 1024, 0.95),
        Prefill(MmType.BF16, 2048, 128, 4, 1, 0.95), Prefill(MmType.E4M3, 2048, 128, 4, 1, 0.96), Prefill(MmType.BF16, 2048, 64, 4, 1, 0.94), Prefill(MmType.E4M3, 2048, 64, 4, 1, 0.95),
        Prefill(MmType.E4M3, 512, 64, 8, 2, 0.89, quick: true), Prefill(MmType.BF16, 512, 64, 8, 2, 0.84, quick: true),
        Gemm(MmType.INT8, 97, 131, 203, OfBound * Padded(97, 131, 203), quick: true), Gemm(MmType.BF16, 97, 131, 203, OfBound * Padded(97, 131, 203), quick: true),
        Prefill(MmType.BF16, 333, 64, 8, 2, OfBound * RaggedBound, quick: true), Prefill(MmType.E4M3, 333, 64, 8, 2, OfBound * RaggedBound, quick: true),
    ];

    static MachineCase Gemm(MmType type, int tokens, int outputs, int features, double goal, bool quick = false) =>
        new(tokens == outputs && outputs == features ? $"GEMM {tokens}³" : $"GEMM {tokens}×{outputs}×{features}", $"{type}", goal, quick, () => Work.Product(type, tokens, outputs, features, Lanes));

    static MachineCase Prefill(MmType type, int queries, int d, int heads, int kvHeads, double goal, bool quick = false) =>
        new($"prefill S={queries} d={d}, {heads} heads on {kvHeads}", $"{type}", goal, quick, () => Work.Prefill(type, queries, d, heads, kvHeads, Lanes));

    /// <summary>Useful of what remains after tokens fill lanes and features fill chunks.</summary>
    static double Padded(int tokens, int outputs, int features)
    {
        static double Up(int n) => (n + 31) / 32 * 32;
        return tokens * (double)outputs * features / (Up(tokens) * outputs * Up(features));
    }
}
