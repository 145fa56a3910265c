using Hw.Golden;
using Hw.Isa.Txu;

namespace Hw.Cli.Bench.Machine;

/// <summary>How far results are from what double arithmetic makes of the same operands. On the golden: lockstep says that the chip has the same bits.</summary>
/// <param name="Relative">RMS of the error over RMS of what is right.</param>
sealed record Accuracy(string Name, string Format, double Relative, double Largest)
{
    const int Queries = 512, HeadSize = 64, Lanes = 32;
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
        return rows;
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

    static Accuracy Of(string name, string format, double[] got, double[] want)
    {
        var errors = got.Zip(want, (a, b) => a - b).ToArray();
        return new(name, format, Math.Sqrt(errors.Sum(e => e * e) / want.Sum(w => w * w)), errors.Max(Math.Abs));
    }
}
