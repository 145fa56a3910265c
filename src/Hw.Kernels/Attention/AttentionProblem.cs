namespace Hw.Kernels;

/// <summary>
/// O = softmax(Q·Kᵀ · scale + mask)·V for every query head, and where its operands lie in DRAM (multiples of 32). Heads share key/value heads in order: query head h uses h / (Heads / KeyValueHeads).
/// Query q has position <see cref="Offset"/> + q; key k has position k.
/// <list type="bullet">
/// <item>Query: [block][head][d][32 slots], as a product gives it; slot t of block b is query b·C + t; slots from C on are zero.</item>
/// <item>Key: [kv head][key][d], room for <see cref="Capacity"/> keys each.</item>
/// <item>Value: [kv head][page of 32 keys][d][32 keys].</item>
/// <item>Result: as Query, BF16; <see cref="Wide"/>: FP32, four bytes a slot.</item>
/// </list>
/// Elements are BF16 or E4M3. Slots of the last block beyond the last query become zero.
/// </summary>
public sealed record AttentionProblem
{
    /// <summary>What reports call it.</summary>
    public string Name { get; init; } = "attention";
    public MmType Type { get; init; } = MmType.BF16;
    public required int Queries { get; init; }
    /// <summary>Keys there are; when there are none beyond the last query, Offset + Queries.</summary>
    public required int Keys { get; init; }
    public required int Heads { get; init; }
    public required int KeyValueHeads { get; init; }
    /// <summary>d.</summary>
    public required int HeadSize { get; init; }
    /// <summary>C.</summary>
    public required int Lanes { get; init; }
    public required long Query { get; init; }
    public required long Key { get; init; }
    public required long Value { get; init; }
    public required long Result { get; init; }
    /// <summary>Whether results are FP32.</summary>
    public bool Wide { get; init; }
    /// <summary>Position of the first query: the keys before it come from an earlier chunk.</summary>
    public int Offset { get; init; }
    public bool Causal { get; init; } = true;
    /// <summary>A query sees so many keys, itself the last; 0: all.</summary>
    public int Window { get; init; }
    /// <summary>Factor of the scores; null: 1/√d.</summary>
    public double? Scale { get; init; }
    /// <summary>Keys that each key/value head has room for in DRAM, a multiple of 32; null: Keys, rounded up.</summary>
    public int? Room { get; init; }

    public const int Page = Hw.Bits.Dot32.Depth;
    public int Blocks => (Queries + Lanes - 1) / Lanes;
    public int Capacity => Room ?? (Keys + Page - 1) / Page * Page;
    public int ElementBytes => Type.Bytes();
    public int ResultBytes => Wide ? TxuIsa.AccSlotBytes : 2;
    public long QueryBytes => (long)Heads * Blocks * HeadSize * TxuIsa.MaxLanes * ElementBytes;
    public long KeyBytes => (long)KeyValueHeads * Capacity * HeadSize * ElementBytes;
    public long ResultSize => (long)Heads * Blocks * HeadSize * TxuIsa.MaxLanes * ResultBytes;

    /// <summary>Pairs of a query and a key it sees, times d, twice, for every head.</summary>
    public long MultiplyAdds => Enumerable.Range(Offset, Queries).Sum(p => (long)Math.Max(0, Seen(p).Count)) * HeadSize * 2 * Heads;

    /// <summary>The keys that a query at a position sees; the count may be negative when it sees none.</summary>
    internal Span Seen(int position)
    {
        var first = Window == 0 ? 0 : Math.Max(0, position - Window + 1);
        return new(first, Math.Min(Keys, Causal ? position + 1 : Keys) - first);
    }

    /// <exception cref="ArgumentException">It cannot be computed; the message says why.</exception>
    public void Check()
    {
        Require(Type != MmType.INT8, "attention is of BF16 or E4M3");
        Require(Queries > 0 && Keys > 0, $"{Queries} queries and {Keys} keys; there must be one of each at least");
        Require(Lanes is >= 1 and <= TxuIsa.MaxLanes, $"C is {Lanes}; it must be 1 … {TxuIsa.MaxLanes}");
        Require(KeyValueHeads > 0 && Heads > 0 && Heads % KeyValueHeads == 0, $"{Heads} heads cannot share {KeyValueHeads} key/value heads");
        Require(HeadSize is > 0 and <= 128 && HeadSize % Page == 0, $"d is {HeadSize}; it must be 32, 64, 96 or 128");
        Require(Offset >= 0 && Window >= 0, $"offset {Offset} and window {Window} must not be negative");
        Require(Math.Max(Offset + Queries, Keys) < 1 << TxuIsa.PositionBits, $"positions have {TxuIsa.PositionBits} bits; the last query has {Offset + Queries - 1}, there are {Keys} keys");
        Require(Capacity >= Keys && Capacity % Page == 0, $"room for {Capacity} keys; it must be a multiple of {Page} and hold {Keys}");
        foreach (var (what, at) in new[] { ("queries", Query), ("keys", Key), ("values", Value), ("results", Result) })
            Require(at % TxuIsa.RowBytes == 0, $"the {what} lie at 0x{at:X}, no multiple of {TxuIsa.RowBytes}");

        void Require(bool condition, string otherwise)
        {
            if (!condition) throw new ArgumentException($"{Name}: {otherwise}");
        }
    }
}
