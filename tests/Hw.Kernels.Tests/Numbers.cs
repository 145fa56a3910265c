using System.Runtime.InteropServices;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>Random tensors in an element type, as patterns and as the numbers they stand for. Plain host arithmetic: nothing here is the project's.</summary>
static class Numbers
{
    static readonly double[] e4m3 = [.. Enumerable.Range(0, 256).Select(p => ((p >> 3) & 15, p & 7) is var (e, f) && e == 15 && f == 7 ? double.NaN : (p < 128 ? 1 : -1) * (e == 0 ? f * Math.ScaleB(1, -9) : (8 + f) * Math.ScaleB(1, e - 10)))];

    public static double Value(MmType type, int pattern) => type switch
    {
        MmType.BF16 => BitConverter.Int32BitsToSingle(pattern << 16),
        MmType.E4M3 => e4m3[pattern],
        _ => (sbyte)pattern,
    };

    public static int Pattern(MmType type, double x) => type switch
    {
        MmType.BF16 => BitConverter.SingleToInt32Bits((float)x) is var bits ? (int)((uint)(bits + 0x7FFF + (bits >> 16 & 1)) >> 16) : 0,
        MmType.E4M3 => (x < 0 ? 128 : 0) + Enumerable.Range(0, 127).MinBy(p => (Math.Abs(e4m3[p] - Math.Abs(x)), p & 1)),
        _ => (byte)(sbyte)Math.Clamp(Math.Round(x), -128, 127),
    };

    /// <summary>Standard normal numbers, rounded to the type.</summary>
    public static int[] Normal(MmType type, int count, Random random, double scale = 1) =>
        [.. Enumerable.Range(0, count).Select(_ => Pattern(type, scale * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];

    public static double[] Values(MmType type, int[] patterns) => [.. patterns.Select(p => Value(type, p))];

    /// <summary>The bytes of patterns side by side.</summary>
    public static byte[] Bytes(MmType type, IEnumerable<int> patterns) =>
        type == MmType.BF16 ? MemoryMarshal.AsBytes(patterns.Select(p => (ushort)p).ToArray().AsSpan()).ToArray() : [.. patterns.Select(p => (byte)p)];

    /// <summary>[token][feature] as blocks of lanes.</summary>
    public static byte[] Blocks(MmType type, int[] x, int tokens, int features, int lanes) =>
        type == MmType.BF16 ? TokenBlocks.Pack<ushort>([.. x.Select(p => (ushort)p)], tokens, features, lanes) : TokenBlocks.Pack<byte>([.. x.Select(p => (byte)p)], tokens, features, lanes);
}
