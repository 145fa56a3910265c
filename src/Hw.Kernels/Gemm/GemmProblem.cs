namespace Hw.Kernels;

/// <summary>
/// Y^T[n, t] = Σ_k W[n, k] · X^T[k, t], INT8 × INT8 → INT32, and where its operands lie in DRAM (multiples of 32). Tokens come in blocks of C
/// lanes; <see cref="TokenBlocks"/> packs and unpacks them.
/// <list type="bullet">
/// <item>Weights: W[n][k], a byte each, rows of K bytes.</item>
/// <item>Activations: [block][feature][32 slots], a byte each; slot t of block b is token b·C + t; slots from C on are zero.</item>
/// <item>Quantized: the INT8 results as activations are, so that they are the next product's operand as they stand.</item>
/// <item>Sums: the INT32 results, [block][output][32 slots].</item>
/// </list>
/// </summary>
public sealed record GemmProblem
{
    /// <summary>What reports call it.</summary>
    public string Name { get; init; } = "gemm";
    public required int Tokens { get; init; }
    /// <summary>K.</summary>
    public required int Features { get; init; }
    /// <summary>N.</summary>
    public required int Outputs { get; init; }
    /// <summary>C.</summary>
    public required int Lanes { get; init; }
    public required long Weights { get; init; }
    public required long Activations { get; init; }
    /// <summary>Where the INT32 results go, if they are wanted.</summary>
    public long? Sums { get; init; }
    /// <summary>Where the INT8 results go, if they are wanted.</summary>
    public long? Quantized { get; init; }
    /// <summary>Of the INT8 results: one per 32 outputs.</summary>
    public IReadOnlyList<Requantization> Requantizations { get; init; } = [];

    public int Blocks => (Tokens + Lanes - 1) / Lanes;
    public long MultiplyAdds => (long)Tokens * Features * Outputs;
    public long WeightBytes => (long)Outputs * Features;
    public long ActivationBytes => TokenBlocks.Bytes(Tokens, Features, Lanes);
    public long QuantizedBytes => TokenBlocks.Bytes(Tokens, Outputs, Lanes);
    public long SumsBytes => QuantizedBytes * TxuIsa.AccSlotBytes;

    /// <exception cref="ArgumentException">It cannot be computed; the message says why.</exception>
    public void Check()
    {
        const int depth = Hw.Bits.Dot32.Depth;
        Require(Tokens > 0, $"{Tokens} tokens; there must be one at least");
        Require(Lanes is >= 1 and <= TxuIsa.MaxLanes, $"C is {Lanes}; it must be 1 … {TxuIsa.MaxLanes}");
        Require(Features > 0 && Features % depth == 0, $"{Features} features are no multiple of {depth}; pad with zeros");
        Require(Outputs > 0 && Outputs % depth == 0, $"{Outputs} outputs are no multiple of {depth}; pad with zeros");
        Require(Quantized is not null || Sums is not null, "nothing is stored; set Quantized, Sums or both");
        Require(Quantized is null || Requantizations.Count == Outputs / depth, $"{Requantizations.Count} requantizations for {Outputs} outputs; one per {depth} is needed");
        foreach (var (what, at) in new (string, long?)[] { ("weights", Weights), ("activations", Activations), ("quantized results", Quantized), ("sums", Sums) })
            Require(at is null || at % TxuIsa.RowBytes == 0, $"the {what} lie at 0x{at:X}, no multiple of {TxuIsa.RowBytes}");

        void Require(bool condition, string otherwise)
        {
            if (!condition) throw new ArgumentException($"{Name}: {otherwise}");
        }
    }
}
