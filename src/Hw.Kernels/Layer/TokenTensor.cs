namespace Hw.Kernels;

/// <summary>A BF16 tensor in DRAM as products give and take it: [block][feature][32 slots], C tokens to a block.</summary>
public readonly record struct TokenTensor(long Address, int Tokens, int Features, int Lanes)
{
    const int Element = 2;
    public int Blocks => (Tokens + Lanes - 1) / Lanes;
    public long Bytes => (long)Blocks * Features * TxuIsa.MaxLanes * Element;
    public long At(int block, int feature) => Address + ((long)block * Features + feature) * TxuIsa.MaxLanes * Element;

    /// <summary>Tokens of a block.</summary>
    public int Live(int block) => Math.Min(Lanes, Tokens - block * Lanes);
}

/// <summary>So many places of equal size on chip, taken in turn.</summary>
sealed class Places(int first, int count, int rows)
{
    int taken;
    public int Next() => first + taken++ % count * rows;
}
