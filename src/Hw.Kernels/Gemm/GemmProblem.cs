namespace Hw.Kernels;

/// <summary>
/// Y^T[n, t] = Σ_k W[n, k] · X^T[k, t], INT8 → INT32, or BF16 or E4M3 → FP32, and where its operands lie in DRAM (multiples of 32). Tokens come in blocks of C
/// lanes; <see cref="TokenBlocks"/> packs and unpacks them. Any sizes will do.
/// <list type="bullet">
/// <item>Weights: W[n][k], rows of <see cref="WeightPitch"/> bytes: K elements, filled up with anything to a multiple of 32 elements.</item>
/// <item>Activations: [block][feature][32 slots] of elements; slot t of block b is token b·C + t; slots from C on are zero.</item>
/// <item>Quantized: the results narrowed, laid out as activations are, so that they are the next product's operand as they stand.</item>
/// <item>Sums: the INT32 or FP32 results, [block][output][32 slots].</item>
/// </list>
/// Slots of the last block beyond the last token become zero.
/// </summary>
public sealed record GemmProblem
{
    /// <summary>What reports call it.</summary>
    public string Name { get; init; } = "gemm";
    public MmType Type { get; init; } = MmType.INT8;
    public required int Tokens { get; init; }
    /// <summary>K.</summary>
    public required int Features { get; init; }
    /// <summary>N.</summary>
    public required int Outputs { get; init; }
    /// <summary>C.</summary>
    public required int Lanes { get; init; }
    public required long Weights { get; init; }
    public required long Activations { get; init; }
    /// <summary>Where the INT32 or FP32 results go, if they are wanted.</summary>
    public long? Sums { get; init; }
    /// <summary>Where the narrowed results go, if they are wanted: INT8 of an INT8 product, else <see cref="Narrow"/>.</summary>
    public long? Quantized { get; init; }
    /// <summary>Of INT8 results: one per 32 outputs.</summary>
    public IReadOnlyList<Requantization> Requantizations { get; init; } = [];
    /// <summary>What FP32 results are narrowed to, BF16 or E4M3; INT8 products give INT8.</summary>
    public VqType Narrow { get; init; } = VqType.BF16;
    /// <summary>FP32 results are narrowed times this, where it is given.</summary>
    public float? Scale { get; init; }

    public int Blocks => (Tokens + Lanes - 1) / Lanes;
    public long MultiplyAdds => (long)Tokens * Features * Outputs;
    public int ElementBytes => Type.Bytes();
    public VqType ResultType => Type == MmType.INT8 ? VqType.INT8 : Narrow;
    public int WeightPitch => (Features + Granule - 1) / Granule * Granule * ElementBytes;
    public long WeightBytes => (long)Outputs * WeightPitch;
    public long ActivationBytes => TokenBlocks.Bytes(Tokens, Features, Lanes) * ElementBytes;
    public long QuantizedBytes => TokenBlocks.Bytes(Tokens, Outputs, Lanes) * ResultType.Bytes();
    public long SumsBytes => TokenBlocks.Bytes(Tokens, Outputs, Lanes) * TxuIsa.AccSlotBytes;
    internal const int Granule = Hw.Bits.Dot32.Depth;

    /// <exception cref="ArgumentException">It cannot be computed; the message says why.</exception>
    public void Check()
    {
        Require(Tokens > 0, $"{Tokens} tokens; there must be one at least");
        Require(Features > 0, $"{Features} features; there must be one at least");
        Require(Outputs > 0, $"{Outputs} outputs; there must be one at least");
        Require(Lanes is >= 1 and <= TxuIsa.MaxLanes, $"C is {Lanes}; it must be 1 … {TxuIsa.MaxLanes}");
        Require(Quantized is not null || Sums is not null, "nothing is stored; set Quantized, Sums or both");
        var needed = Quantized is not null && Type == MmType.INT8 ? (Outputs + Granule - 1) / Granule : 0;
        Require(Requantizations.Count == needed || Type == MmType.INT8 && Quantized is null, $"{Requantizations.Count} requantizations for {Outputs} outputs of {Type}; {needed} are needed: one per {Granule} of INT8 results");
        Require(Narrow != VqType.INT8, "FP32 results are narrowed to BF16 or E4M3; INT8 products give INT8 by themselves");
        foreach (var (what, at) in new (string, long?)[] { ("weights", Weights), ("activations", Activations), ("quantized results", Quantized), ("sums", Sums) })
            Require(at is null || at % TxuIsa.RowBytes == 0, $"the {what} lie at 0x{at:X}, no multiple of {TxuIsa.RowBytes}");

        void Require(bool condition, string otherwise)
        {
            if (!condition) throw new ArgumentException($"{Name}: {otherwise}");
        }
    }
}
