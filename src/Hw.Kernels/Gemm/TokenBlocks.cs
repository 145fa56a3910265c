using System.Buffers.Binary;

namespace Hw.Kernels;

/// <summary>Token-major tensors x[t][feature] to and from DRAM's blocks of C tokens: [block][feature][32 slots], unused slots zero.</summary>
public static class TokenBlocks
{
    public static long Bytes(int tokens, int features, int lanes) => (long)((tokens + lanes - 1) / lanes) * features * TxuIsa.MaxLanes;

    public static byte[] Pack(ReadOnlySpan<sbyte> x, int tokens, int features, int lanes)
    {
        if (x.Length != (long)tokens * features) throw new ArgumentException($"{x.Length} elements are not {tokens} tokens × {features} features");
        var bytes = new byte[Bytes(tokens, features, lanes)];
        for (var t = 0; t < tokens; t++)
            for (var k = 0; k < features; k++)
                bytes[Slot(t, k, features, lanes)] = (byte)x[t * features + k];
        return bytes;
    }

    public static sbyte[] Unpack(ReadOnlySpan<byte> bytes, int tokens, int features, int lanes)
    {
        var x = new sbyte[tokens * features];
        for (var t = 0; t < tokens; t++)
            for (var k = 0; k < features; k++)
                x[t * features + k] = (sbyte)bytes[Slot(t, k, features, lanes)];
        return x;
    }

    /// <summary>The same for sums: four bytes per slot, little-endian.</summary>
    public static int[] UnpackSums(ReadOnlySpan<byte> bytes, int tokens, int features, int lanes)
    {
        var x = new int[tokens * features];
        for (var t = 0; t < tokens; t++)
            for (var k = 0; k < features; k++)
                x[t * features + k] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(Slot(t, k, features, lanes) * TxuIsa.AccSlotBytes)..]);
        return x;
    }

    static int Slot(int token, int feature, int features, int lanes) => (token / lanes * features + feature) * TxuIsa.MaxLanes + token % lanes;
}
