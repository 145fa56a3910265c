using Hw.Golden;
using Hw.Isa.Txu;
using Hw.Oracles;

namespace Hw.Kernels.Tests;

/// <summary>An attention with random operands in a machine's DRAM, and what plain double arithmetic says of it.</summary>
sealed class AttentionTrial
{
    const long Query = 0x100_0000, Key = 0x200_0000, Value = 0x300_0000, Result = 0x400_0000;
    readonly int[] q, k, v;

    /// <param name="number">What elements are rounded from; standard normal numbers when it is absent.</param>
    public AttentionTrial(AttentionProblem problem, int seed = 1, Func<double>? number = null)
    {
        Problem = problem with { Query = Query, Key = Key, Value = Value, Result = Result };
        var random = new Random(seed);
        (q, k, v) = (Draw(problem.Heads * problem.Queries), Draw(problem.KeyValueHeads * problem.Keys), Draw(problem.KeyValueHeads * problem.Keys));

        int[] Draw(int rows) => number is null ? Numbers.Normal(problem.Type, rows * problem.HeadSize, random) : [.. Enumerable.Range(0, rows * problem.HeadSize).Select(_ => Numbers.Pattern(problem.Type, number()))];
    }

    public AttentionProblem Problem { get; }

    public static AttentionProblem Small(MmType type, int lanes, int queries, int d, int heads = 1, int kvHeads = 1, int offset = 0, int? keys = null, int window = 0, bool causal = true, bool wide = true) => new()
    {
        Type = type, Lanes = lanes, Queries = queries, HeadSize = d, Heads = heads, KeyValueHeads = kvHeads, Offset = offset, Keys = keys ?? offset + queries, Window = window, Causal = causal, Wide = wide,
        Query = 0, Key = 0, Value = 0, Result = 0,
    };

    public TxuMachine Machine()
    {
        var (p, machine) = (Problem, new TxuMachine(Problem.Lanes));
        var (d, page) = (p.HeadSize, AttentionProblem.Page);
        machine.Dram.Write(Query, Numbers.Blocks(p.Type, q, p.Queries, p.Heads * d, p.Lanes));
        for (var h = 0; h < p.KeyValueHeads; h++)
        {
            machine.Dram.Write(Key + (long)h * p.Capacity * d * p.ElementBytes, Numbers.Bytes(p.Type, k[(h * p.Keys * d)..((h + 1) * p.Keys * d)]));
            // beyond the last key lies rubbish: NaN, which must not count
            var pages = Enumerable.Repeat(p.Type == MmType.BF16 ? 0x7FC0 : 0x7F, p.Capacity * d).ToArray();
            for (var key = 0; key < p.Keys; key++)
                for (var i = 0; i < d; i++) pages[(key / page * d + i) * page + key % page] = v[(h * p.Keys + key) * d + i];
            machine.Dram.Write(Value + (long)h * p.Capacity * d * p.ElementBytes, Numbers.Bytes(p.Type, pages));
        }
        return machine;
    }

    /// <summary>Runs the program on the golden; it must halt.</summary>
    public TxuMachine Run(TxuProgram program)
    {
        var machine = Machine();
        var outcome = GoldenEngine.Run(machine, program.Code);
        Assert.True(outcome.Ending == Ending.Halted, outcome.Message);
        return machine;
    }

    public byte[] Raw(TxuMachine m) => m.Dram.Read(Result, (int)Problem.ResultSize);

    /// <summary>[query][head][d], patterns of the result's type.</summary>
    public int[] Patterns(TxuMachine m) => Problem is var p && p.Wide
        ? TokenBlocks.Unpack<int>(Raw(m), p.Queries, p.Heads * p.HeadSize, p.Lanes)
        : [.. TokenBlocks.Unpack<ushort>(Raw(m), p.Queries, p.Heads * p.HeadSize, p.Lanes).Select(x => (int)x)];

    public double[] Values(TxuMachine m) => [.. Patterns(m).Select(x => (double)BitConverter.Int32BitsToSingle(Problem.Wide ? x : x << 16))];

    /// <summary>[query][head][d] in double.</summary>
    public double[] Expected()
    {
        var p = Problem;
        var (d, o) = (p.HeadSize, new double[p.Heads * p.Queries * p.HeadSize]);
        var (qs, ks, vs) = (Numbers.Values(p.Type, q), Numbers.Values(p.Type, k), Numbers.Values(p.Type, v));
        for (var h = 0; h < p.Heads; h++)
            for (var t = 0; t < p.Queries; t++)
            {
                var (at, kv, position) = ((t * p.Heads + h) * d, h / (p.Heads / p.KeyValueHeads) * p.Keys, p.Offset + t);
                var seen = Enumerable.Range(0, p.Keys).Where(key => (!p.Causal || key <= position) && (p.Window == 0 || key > position - p.Window)).ToArray();
                if (seen.Length == 0) continue;
                var scores = seen.Select(key => Enumerable.Range(0, d).Sum(i => qs[at + i] * ks[(kv + key) * d + i]) / Math.Sqrt(d)).ToArray();
                var weights = scores.Select(s => Math.Exp(s - scores.Max())).ToArray();
                for (var j = 0; j < seen.Length; j++)
                    for (var i = 0; i < d; i++) o[at + i] += weights[j] / weights.Sum() * vs[(kv + seen[j]) * d + i];
            }
        return o;
    }

    /// <summary>How far a head's results are from the oracle's, in FP64.</summary>
    public Accuracy Accuracy(TxuMachine m, int head)
    {
        var (p, kv, all) = (Problem, head / (Problem.Heads / Problem.KeyValueHeads), Values(m));
        return Hw.Oracles.Accuracy.Of(
            AttentionOracle.Run(Rows(q, p.Queries, p.Heads, head), Rows(k, p.Keys, 1, kv * p.Keys), Rows(v, p.Keys, 1, kv * p.Keys), 1 / Math.Sqrt(p.HeadSize), p.Causal, p.Offset, p.Window),
            Table(p.Queries, (t, i) => (float)all[(t * p.Heads + head) * p.HeadSize + i]));

        // rows first, first + step, …
        float[,] Rows(int[] x, int count, int step, int first) => Table(count, (t, i) => (float)Numbers.Value(p.Type, x[(first + t * step) * p.HeadSize + i]));

        float[,] Table(int rows, Func<int, int, float> of)
        {
            var table = new float[rows, p.HeadSize];
            for (var t = 0; t < rows; t++)
                for (var i = 0; i < p.HeadSize; i++) table[t, i] = of(t, i);
            return table;
        }
    }

    /// <summary>RMS of the difference over RMS of what is right.</summary>
    public double Error(TxuMachine m)
    {
        var (got, want) = (Values(m), Expected());
        return Math.Sqrt(got.Zip(want, (a, b) => (a - b) * (a - b)).Sum() / want.Sum(b => b * b));
    }
}
