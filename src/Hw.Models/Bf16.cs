using System.Runtime.InteropServices;

namespace Hw.Models;

/// <summary>Float to BF16 and back: the upper half of the pattern, rounded to nearest even. Finite numbers only, as weights and activations are.</summary>
static class Bf16
{
    public static ushort Pattern(float x) => BitConverter.SingleToUInt32Bits(x) is var bits ? (ushort)(bits + 0x7FFF + (bits >> 16 & 1) >> 16) : (ushort)0;
    public static float Value(ushort pattern) => BitConverter.UInt32BitsToSingle((uint)pattern << 16);

    /// <summary>Rows of patterns, each filled up with zeros to <paramref name="pitch"/> bytes.</summary>
    public static byte[] Rows(Matrix m, int pitch)
    {
        var bytes = new byte[m.Rows * pitch];
        for (var r = 0; r < m.Rows; r++) Patterns(m.Row(r)).CopyTo(bytes, r * pitch);
        return bytes;
    }

    public static byte[] Patterns(ReadOnlySpan<float> x)
    {
        var patterns = new ushort[x.Length];
        for (var i = 0; i < x.Length; i++) patterns[i] = Pattern(x[i]);
        return MemoryMarshal.AsBytes(patterns.AsSpan()).ToArray();
    }

    /// <summary>A token per row, as the machine's blocks of lanes.</summary>
    public static byte[] Blocks(Matrix m, int lanes) => TokenBlocks.Pack<ushort>([.. m.Values.Select(Pattern)], m.Rows, m.Columns, lanes);

    public static double[] Read(TokenTensor t, Func<long, int, byte[]> dram) => [.. TokenBlocks.Unpack<ushort>(dram(t.Address, (int)t.Bytes), t.Tokens, t.Features, t.Lanes).Select(p => (double)Value(p))];
}
