using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Hw.Kernels;

/// <summary>Token-major tensors x[t][feature] to and from DRAM's blocks of C tokens: [block][feature][32 slots], unused slots zero.</summary>
public static class TokenBlocks
{
    /// <summary>Slots of a tensor: its bytes when an element is a byte.</summary>
    public static long Bytes(int tokens, int features, int lanes) => (long)((tokens + lanes - 1) / lanes) * features * TxuIsa.MaxLanes;

    public static byte[] Pack(ReadOnlySpan<sbyte> x, int tokens, int features, int lanes) => Pack<sbyte>(x, tokens, features, lanes);

    /// <summary>Elements of any width: bytes of INT8 or E4M3, <c>ushort</c> patterns of BF16, <c>float</c>.</summary>
    public static byte[] Pack<E>(ReadOnlySpan<E> x, int tokens, int features, int lanes) where E : unmanaged
    {
        if (x.Length != (long)tokens * features) throw new ArgumentException($"{x.Length} elements are not {tokens} tokens × {features} features");
        var slots = new E[Bytes(tokens, features, lanes)];
        for (var t = 0; t < tokens; t++)
            for (var k = 0; k < features; k++)
                slots[Slot(t, k, features, lanes)] = x[t * features + k];
        return MemoryMarshal.AsBytes(slots.AsSpan()).ToArray();
    }

    public static sbyte[] Unpack(ReadOnlySpan<byte> bytes, int tokens, int features, int lanes) => Unpack<sbyte>(bytes, tokens, features, lanes);

    public static E[] Unpack<E>(ReadOnlySpan<byte> bytes, int tokens, int features, int lanes) where E : unmanaged
    {
        var slots = MemoryMarshal.Cast<byte, E>(bytes);
        var x = new E[tokens * features];
        for (var t = 0; t < tokens; t++)
            for (var k = 0; k < features; k++)
                x[t * features + k] = slots[Slot(t, k, features, lanes)];
        return x;
    }

    /// <summary>Sums: four bytes per slot, little-endian.</summary>
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
