using System.Runtime.InteropServices;
using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Cli.Bench.Machine;

/// <summary>Tensors as patterns of an element type and as the numbers they stand for, by the host's own arithmetic: nothing here is the project's.</summary>
static class Numbers
{
    const int Nan = 0x7F;
    static readonly double[] e4m3 = [.. Enumerable.Range(0, Nan).Select(p => (p >> 3, p & 7) is var (e, f) && e == 0 ? Math.ScaleB(f, -9) : Math.ScaleB(8 + (p & 7), (p >> 3) - 10))];

    public static double Value(MmType type, int pattern) => type switch
    {
        MmType.BF16 => BitConverter.Int32BitsToSingle(pattern << 16),
        MmType.E4M3 => pattern < 128 ? e4m3[pattern] : -e4m3[pattern - 128],
        _ => (sbyte)pattern,
    };

    /// <summary>The nearest.</summary>
    public static int Pattern(MmType type, double x) => type switch
    {
        MmType.BF16 => BitConverter.SingleToInt32Bits((float)x) is var bits ? (int)((uint)(bits + 0x7FFF + (bits >> 16 & 1)) >> 16) : 0,
        MmType.E4M3 => Nearest(Math.Abs(x)) + (x < 0 ? 128 : 0),
        _ => (byte)(sbyte)Math.Clamp(Math.Round(x), -128, 127),
    };

    static int Nearest(double x)
    {
        var at = Array.BinarySearch(e4m3, x);
        if (at >= 0) return at;
        var above = Math.Min(~at, e4m3.Length - 1);
        return above > 0 && x - e4m3[above - 1] <= e4m3[above] - x ? above - 1 : above;
    }

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static int[] Draw(MmType type, int count, Func<double> next) => [.. Enumerable.Range(0, count).Select(_ => Pattern(type, next()))];

    public static byte[] Bytes(MmType type, int[] patterns) => type == MmType.BF16 ? MemoryMarshal.AsBytes(patterns.Select(p => (ushort)p).ToArray().AsSpan()).ToArray() : [.. patterns.Select(p => (byte)p)];

    /// <summary>[token][feature] as blocks of lanes.</summary>
    public static byte[] Blocks(MmType type, ReadOnlySpan<int> x, int tokens, int features, int lanes) => type == MmType.BF16
        ? TokenBlocks.Pack<ushort>([.. x.ToArray().Select(p => (ushort)p)], tokens, features, lanes) : TokenBlocks.Pack<byte>([.. x.ToArray().Select(p => (byte)p)], tokens, features, lanes);
}
