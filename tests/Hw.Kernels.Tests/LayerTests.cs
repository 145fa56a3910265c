using System.Runtime.InteropServices;
using Hw.Golden;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>The pieces between a layer's products, on the golden against double arithmetic, for every lane count with the same bits; and all of them in one program.</summary>
public class LayerTests
{
    const long A = 0x100_0000, B = 0x200_0000, W = 0x300_0000, Y = 0x400_0000, Z = 0x500_0000;
    static readonly int[] lanesToTry = [4, 8, 32];

    /// <summary>Runs a kernel on tensors of BF16; returns what it leaves at y as numbers, the same for every lane count.</summary>
    static double[] Run(int tokens, int features, Action<ProgramBuilder, TokenTensor, TokenTensor, TokenTensor> kernel, out double[] a, out double[] b, Action<TxuMachine>? prepare = null, double scale = 1)
    {
        var random = new Random(3);
        var (pa, pb) = (Numbers.Normal(MmType.BF16, tokens * features, random, scale), Numbers.Normal(MmType.BF16, tokens * features, random, scale));
        (a, b) = (Numbers.Values(MmType.BF16, pa), Numbers.Values(MmType.BF16, pb));
        int[]? first = null;
        foreach (var lanes in lanesToTry)
        {
            var (machine, p) = (new TxuMachine(lanes), new ProgramBuilder());
            machine.Dram.Write(A, Numbers.Blocks(MmType.BF16, pa, tokens, features, lanes));
            machine.Dram.Write(B, Numbers.Blocks(MmType.BF16, pb, tokens, features, lanes));
            prepare?.Invoke(machine);
            var y = new TokenTensor(Y, tokens, features, lanes);
            kernel(p, y with { Address = A }, y with { Address = B }, y);
            Halts(machine, p.Halt());
            var patterns = Patterns(machine, y);
            Assert.Equal(first ??= patterns, patterns);
        }
        return Numbers.Values(MmType.BF16, first!);
    }

    static void Halts(TxuMachine machine, TxuProgram program)
    {
        Assert.Empty(RaceCheck.Of(program));
        var outcome = GoldenEngine.Run(machine, program.Code);
        Assert.Equal((Ending.Halted, outcome.Message), (outcome.Ending, outcome.Message));
    }

    static int[] Patterns(TxuMachine m, TokenTensor y) => [.. TokenBlocks.Unpack<ushort>(m.Dram.Read(y.Address, (int)y.Bytes), y.Tokens, y.Features, y.Lanes).Select(p => (int)p)];

    /// <summary>Within one BF16 rounding and a little.</summary>
    static void Near(IEnumerable<double> want, IEnumerable<double> got, double slack = 0) =>
        Assert.All(want.Zip(got), p => Assert.InRange(p.Second, p.First - Math.Abs(p.First) / 240 - 1e-6 - slack, p.First + Math.Abs(p.First) / 240 + 1e-6 + slack));

    [Theory]
    [InlineData(5, 64)]
    [InlineData(37, 192)]
    [InlineData(9, 1200)]
    public void RMSNorm(int tokens, int features)
    {
        var weights = Numbers.Normal(MmType.BF16, features, new Random(9));
        var y = Run(tokens, features, (p, a, _, y) => RowKernels.Normalize(p, "norm", a, W, y, 1e-5), out var x, out var _, m => m.Dram.Write(W, Numbers.Bytes(MmType.BF16, weights)));
        Near(x.Select((v, i) => v / Math.Sqrt(x.Skip(i / features * features).Take(features).Sum(u => u * u) / features + 1e-5) * Numbers.Value(MmType.BF16, weights[i % features])), y);
    }

    [Theory]
    [InlineData(5, 32)]
    [InlineData(37, 600)]
    public void SwiGLU_and_the_residual_sum(int tokens, int features)
    {
        var gated = Run(tokens, features, (p, a, b, y) => RowKernels.Gate(p, "gate", a, b, y), out var a, out var b, scale: 3);
        Near(a.Zip(b, (g, u) => g / (1 + Math.Exp(-g)) * u), gated);
        var sum = Run(tokens, features, (p, a, b, y) => RowKernels.Add(p, "add", a, b, y), out a, out b);
        Near(a.Zip(b, (x, y) => x + y), sum);
    }

    [Theory]
    [InlineData(37, 64, 2, 0)]
    [InlineData(9, 128, 1, 1000)]
    public void RoPE(int tokens, int d, int heads, int offset)
    {
        var y = Run(tokens, d * heads, (p, a, _, y) => HeadKernels.Rotate(p, "rope", a, d, W, y), out var x, out var _,
            m => m.Dram.Write(W, HeadKernels.Angles(tokens, m.Lanes, d, 10000, offset)));
        Near(Rotated(x, tokens, d, heads, offset), y, slack: 1e-5);
    }

    static double[] Rotated(double[] x, int tokens, int d, int heads, int offset) =>
        [.. from t in Enumerable.Range(0, tokens)
            from h in Enumerable.Range(0, heads)
            from i in Enumerable.Range(0, d)
            let row = (t * heads + h) * d
            let angle = (offset + t) * Math.Pow(10000, -2.0 * (i % (d / 2)) / d)
            select i < d / 2 ? x[row + i] * Math.Cos(angle) - x[row + i + d / 2] * Math.Sin(angle) : x[row + i] * Math.Cos(angle) + x[row + i - d / 2] * Math.Sin(angle)];

    [Theory]
    [InlineData(37, 64, 2)]
    [InlineData(64, 32, 1)]
    public void Keys_lie_by_key_and_values_in_pages(int tokens, int d, int heads)
    {
        var room = 96;
        var random = new Random(4);
        var x = Numbers.Normal(MmType.BF16, tokens * d * heads, random);
        string? first = null;
        foreach (var lanes in lanesToTry)
        {
            var (machine, p) = (new TxuMachine(lanes), new ProgramBuilder());
            machine.Dram.Write(A, Numbers.Blocks(MmType.BF16, x, tokens, d * heads, lanes));
            machine.Dram.Write(W, HeadKernels.Angles(tokens, lanes, d, 10000));
            var tensor = new TokenTensor(A, tokens, d * heads, lanes);
            HeadKernels.RotateKeys(p, "keys", tensor, d, W, B, room);
            HeadKernels.Page(p, "values", tensor, d, Z, Y, room);
            Halts(machine, p.Halt());
            var (keys, byKey, pages) = (Read(machine, B), Read(machine, Z), Read(machine, Y));
            for (var h = 0; h < heads; h++)
                for (var t = 0; t < room; t++)
                    for (var i = 0; i < d; i++)
                    {
                        var want = t < tokens ? x[(t * heads + h) * d + i] : 0;
                        Assert.Equal(want, byKey[(h * room + t) * d + i]);
                        Assert.Equal(want, pages[h * room * d + (t / 32 * d + i) * 32 + t % 32]);
                    }
            var rotated = Rotated(Numbers.Values(MmType.BF16, x), tokens, d, heads, 0);
            Near(from h in Enumerable.Range(0, heads) from t in Enumerable.Range(0, tokens) from i in Enumerable.Range(0, d) select rotated[(t * heads + h) * d + i],
                from h in Enumerable.Range(0, heads) from t in Enumerable.Range(0, tokens) from i in Enumerable.Range(0, d) select Numbers.Value(MmType.BF16, keys[(h * room + t) * d + i]), slack: 1e-5);
            var all = Convert.ToHexString(MemoryMarshal.AsBytes([.. keys, .. byKey, .. pages]));
            Assert.Equal(first ??= all, all);
        }

        ushort[] Read(TxuMachine m, long at) => MemoryMarshal.Cast<byte, ushort>(m.Dram.Read(at, heads * room * d * 2)).ToArray();
    }

    [Fact]
    public void Tensors_that_do_not_go_together_are_refused()
    {
        var (p, x) = (new ProgramBuilder(), new TokenTensor(A, 5, 64, 4));
        Assert.Contains("5 tokens × 64 features in blocks of 4 do not go with 5 × 32", Assert.Throws<ArgumentException>(() => RowKernels.Add(p, "add", x, x, x with { Features = 32 })).Message);
        Assert.Contains("2000 features", Assert.Throws<ArgumentException>(() => RowKernels.Normalize(p, "norm", x with { Features = 2000 }, W, x with { Features = 2000 }, 0)).Message);
        Assert.Contains("64 features are no heads of 48", Assert.Throws<ArgumentException>(() => HeadKernels.Rotate(p, "rope", x, 48, W, x)).Message);
    }
}
