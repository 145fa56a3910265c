using Hw.Golden;
using Hw.Isa.Txu;
using Hw.Kernels;

namespace Hw.Cli.Bench.Machine;

/// <summary>How far results are from what double arithmetic makes of the same operands. On the golden: lockstep says that the chip has the same bits.</summary>
/// <param name="Relative">RMS of the error over RMS of what is right.</param>
sealed record Accuracy(string Name, string Format, double Relative, double Largest)
{
    const int Queries = 512, HeadSize = 64, Lanes = 32, Tokens = 64, Features = 1024;
    const long Page = 1 << 20;
    const double Epsilon = 1e-5;
    /// <summary>Of FlashAttention-3's test: one number in a thousand is ten times as wide.</summary>
    const double OutlierShare = 0.001, OutlierWidth = 10;

    public static IReadOnlyList<Accuracy> Rows(Terminal terminal, CancellationToken token)
    {
        var rows = new List<Accuracy>();
        foreach (var type in (MmType[])[MmType.BF16, MmType.E4M3])
            foreach (var outliers in (bool[])[false, true])
            {
                token.ThrowIfCancellationRequested();
                terminal.Progress($"accuracy of attention, {type}{(outliers ? ", outliers" : "")}");
                rows.Add(Attention(type, outliers));
            }
        terminal.Progress("accuracy of RMSNorm and SwiGLU");
        return [.. rows, Normalization(), Gate()];
    }

    static Accuracy Attention(MmType type, bool outliers)
    {
        var random = new Random(1);
        double Next() => Numbers.Normal(random) + (outliers && random.NextDouble() < OutlierShare ? OutlierWidth * Numbers.Normal(random) : 0);
        var work = Work.Prefill(type, Queries, HeadSize, heads: 1, kvHeads: 1, Lanes, Next, out var operands);
        var machine = new TxuMachine(Lanes);
        foreach (var (address, bytes) in work.Memory.Pages) machine.Dram.Write(address, bytes);
        var outcome = GoldenEngine.Run(machine, work.Program.Code);
        if (outcome.Ending != Ending.Halted) throw new UsageException($"attention does not halt: {outcome.Message}");
        return Of($"attention S={Queries} d={HeadSize}, {(outliers ? "N(0,1) + N(0,100)·Bernoulli(0.001)" : "N(0,1)")}", $"{type}", operands.Results(machine.Dram), operands.Expected());
    }

    static Accuracy Normalization()
    {
        var random = new Random(1);
        var (x, w) = (Numbers.Draw(MmType.BF16, Tokens * Features, () => Numbers.Normal(random)), Numbers.Draw(MmType.BF16, Features, () => 1 + 0.1 * Numbers.Normal(random)));
        var got = Run(p => RowKernels.Normalize(p, "norm", At(1), 3 * Page, At(2), Epsilon), At(2), (Page, Blocks(x)), (3 * Page, Numbers.Bytes(MmType.BF16, w)));
        var (xs, ws) = (Values(x), Values(w));
        var want = new double[xs.Length];
        for (var t = 0; t < Tokens; t++)
        {
            var row = xs.AsSpan(t * Features, Features).ToArray();
            var root = Math.Sqrt(row.Sum(v => v * v) / Features + Epsilon);
            for (var i = 0; i < Features; i++) want[t * Features + i] = row[i] / root * ws[i];
        }
        return Of($"RMSNorm of {Features} features, N(0,1)", "BF16", got, want);
    }

    static Accuracy Gate()
    {
        var random = new Random(1);
        var (gate, up) = (Numbers.Draw(MmType.BF16, Tokens * Features, () => Numbers.Normal(random)), Numbers.Draw(MmType.BF16, Tokens * Features, () => Numbers.Normal(random)));
        var got = Run(p => RowKernels.Gate(p, "gate", At(1), At(3), At(2)), At(2), (Page, Blocks(gate)), (3 * Page, Blocks(up)));
        return Of("SwiGLU, silu(N(0,1)) · N(0,1)", "BF16", got, [.. Values(gate).Zip(Values(up), (g, u) => g / (1 + Math.Exp(-g)) * u)]);
    }

    static TokenTensor At(int page) => new(page * Page, Tokens, Features, Lanes);
    static byte[] Blocks(int[] x) => Numbers.Blocks(MmType.BF16, x, Tokens, Features, Lanes);
    static double[] Values(int[] patterns) => [.. patterns.Select(p => Numbers.Value(MmType.BF16, p))];

    static double[] Run(Action<ProgramBuilder> kernel, TokenTensor result, params (long Address, byte[] Bytes)[] memory)
    {
        var (builder, machine) = (new ProgramBuilder(), new TxuMachine(Lanes));
        kernel(builder);
        foreach (var (address, bytes) in memory) machine.Dram.Write(address, bytes);
        var outcome = GoldenEngine.Run(machine, builder.Halt().Code);
        if (outcome.Ending != Ending.Halted) throw new UsageException($"a kernel does not halt: {outcome.Message}");
        return [.. TokenBlocks.Unpack<ushort>(machine.Dram.Read(result.Address, (int)result.Bytes), Tokens, Features, Lanes).Select(x => Numbers.Value(MmType.BF16, x))];
    }

    static Accuracy Of(string name, string format, double[] got, double[] want)
    {
        var errors = got.Zip(want, (a, b) => a - b).ToArray();
        return new(name, format, Math.Sqrt(errors.Sum(e => e * e) / want.Sum(w => w * w)), errors.Max(Math.Abs));
    }
}
