using Hw.Golden;
using Hw.Isa.Txu;
using Hw.Kernels;
using Hw.Oracles;

namespace Hw.Cli.Bench.Machine;

/// <summary>
/// How far kernels are from FP64 oracles that share no code with them, on operands that their format holds. On the golden: lockstep says that the chip has the same bits. Attention before its
/// last rounding (FP32), the others as they store (BF16).
/// </summary>
/// <param name="Ulp">Of BF16 results, in units of the last place.</param>
sealed record AccuracyRow(string Name, string Format, Accuracy Figures, double? Ulp, double MaxGoal, double RmsGoal, double UlpGoal)
{
    const int Queries = 512, HeadSize = 64, Lanes = 32, Tokens = 64, Features = 1024;
    const long Page = 1 << 20;
    const double Epsilon = 1e-5;

    public bool Meets => Ulp is { } u ? u <= UlpGoal : Figures.MaxRelativeToMax <= MaxGoal && Figures.RootMeanSquare <= RmsGoal;
    public string Goal => Ulp is not null ? $"≤ {UlpGoal} ulp" : double.IsFinite(MaxGoal) ? FormattableString.Invariant($"≤ {MaxGoal:E0}, ≤ {RmsGoal:E0}") : "";

    public static IReadOnlyList<AccuracyRow> All(Terminal terminal, CancellationToken token)
    {
        var rows = new List<AccuracyRow>();
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

    static AccuracyRow Attention(MmType type, bool outliers)
    {
        var inputs = new Inputs(1);
        var work = Work.Prefill(type, Queries, HeadSize, heads: 1, kvHeads: 1, Lanes, outliers ? inputs.WithOutliers : inputs.Normal, out var operands, wide: true);
        var machine = new TxuMachine(Lanes);
        foreach (var (address, bytes) in work.Memory.Pages) machine.Dram.Write(address, bytes);
        Halts(GoldenEngine.Run(machine, work.Program.Code));
        float[,] Floats(int[] patterns) => Rows(patterns.Select(p => (float)Numbers.Value(type, p)), Queries, HeadSize);
        var exact = AttentionOracle.Run(Floats(operands.Q), Floats(operands.K), Floats(operands.V), 1 / Math.Sqrt(HeadSize), causal: true);
        var figures = Accuracy.Of(exact, Rows(operands.Results(machine.Dram), Queries, HeadSize));
        var (max, rms) = type == MmType.BF16 ? (2e-3, 3e-4) : (double.PositiveInfinity, double.PositiveInfinity);
        return new($"attention S={Queries} d={HeadSize}, {(outliers ? "N(0,1) + Bernoulli(0.001)·N(0,100)" : "N(0,1)")}", $"{type}", figures, null, max, rms, 0);
    }

    static AccuracyRow Normalization()
    {
        var inputs = new Inputs(1);
        var (x, w) = (Draw(Tokens * Features, inputs.Normal), Draw(Features, () => 1 + 0.1 * inputs.Normal()));
        var got = Run(p => RowKernels.Normalize(p, "norm", At(1), 3 * Page, At(2), Epsilon), At(2), (Page, Blocks(x)), (3 * Page, Numbers.Bytes(MmType.BF16, w)));
        return Narrow($"RMSNorm of {Features} features, N(0,1)", LayerOracle.RmsNorm(Values(x), [.. w.Select(p => (float)Numbers.Value(MmType.BF16, p))], Epsilon), got, goal: 2);
    }

    static AccuracyRow Gate()
    {
        var inputs = new Inputs(1);
        var (gate, up) = (Draw(Tokens * Features, inputs.Normal), Draw(Tokens * Features, inputs.Normal));
        var got = Run(p => RowKernels.Gate(p, "gate", At(1), At(3), At(2)), At(2), (Page, Blocks(gate)), (3 * Page, Blocks(up)));
        return Narrow("SwiGLU, silu(N(0,1)) · N(0,1)", LayerOracle.SwiGlu(Values(gate), Values(up)), got, goal: 1);
    }

    static AccuracyRow Narrow(string name, double[,] exact, float[,] got, double goal) => new(name, "BF16", Accuracy.Of(exact, got), Accuracy.MaxBf16Ulp(exact, got), 0, 0, goal);

    static int[] Draw(int count, Func<double> next) => Numbers.Draw(MmType.BF16, count, next);
    static TokenTensor At(int page) => new(page * Page, Tokens, Features, Lanes);
    static byte[] Blocks(int[] x) => Numbers.Blocks(MmType.BF16, x, Tokens, Features, Lanes);
    static float[,] Values(int[] patterns) => Rows(patterns.Select(p => (float)Numbers.Value(MmType.BF16, p)), Tokens, Features);

    static float[,] Rows(IEnumerable<float> values, int rows, int columns)
    {
        var matrix = new float[rows, columns];
        foreach (var (i, value) in values.Index()) matrix[i / columns, i % columns] = value;
        return matrix;
    }

    static float[,] Run(Action<ProgramBuilder> kernel, TokenTensor result, params (long Address, byte[] Bytes)[] memory)
    {
        var (builder, machine) = (new ProgramBuilder(), new TxuMachine(Lanes));
        kernel(builder);
        foreach (var (address, bytes) in memory) machine.Dram.Write(address, bytes);
        Halts(GoldenEngine.Run(machine, builder.Halt().Code));
        return Rows(TokenBlocks.Unpack<ushort>(machine.Dram.Read(result.Address, (int)result.Bytes), Tokens, Features, Lanes).Select(x => (float)Numbers.Value(MmType.BF16, x)), Tokens, Features);
    }

    static void Halts(Outcome outcome)
    {
        if (outcome.Ending != Ending.Halted) throw new UsageException($"a kernel does not halt: {outcome.Message}");
    }
}
