namespace Hw.Hdl;

/// <summary>
/// Which stage each operation of a text is in. The longest stage is as short as a binary search over "as soon as possible"
/// finds; within that, operations move between stages while registers are saved. Operands are there at the start of stage 1,
/// results are read after the last stage.
/// </summary>
sealed class Schedule
{
    const double Epsilon = 1e-9;
    readonly int[][] operands, users;
    readonly double[] delay;
    readonly bool[] isResult;
    readonly int[] kept;
    int[] stage = [];

    public IReadOnlyList<Node> Order { get; }
    public IReadOnlyList<Node> Results { get; }
    public int Stages { get; }

    /// <summary>The longest stage, in the model's nanoseconds.</summary>
    public double Longest { get; }

    /// <summary>All of it in one cycle.</summary>
    public double Whole { get; }

    public static Schedule Of(IReadOnlyList<Signal> results, int stages)
    {
        var whole = new Schedule([.. results.Select(r => r.Node)], 1, cut: false).Whole;
        var splitting = new Splitting(whole / stages, whole / stages / 4);
        return new([.. results.Select(r => splitting.Of(r.Node))], stages, cut: true);
    }

    Schedule(IReadOnlyList<Node> results, int stages, bool cut)
    {
        (Results, Stages, Order) = (results, stages, [.. Reading.Nodes(results.Select(r => new Signal(r))).Where(IsTimed)]);
        var index = Order.Index().ToDictionary(n => n.Item, n => n.Index);
        operands = [.. Order.Select(n => n.Operands.Where(IsTimed).Select(o => index[o]).Distinct().ToArray())];
        var readers = Order.Select(_ => new List<int>()).ToArray();
        foreach (var (i, o) in operands.Index()) foreach (var x in o) readers[x].Add(i);
        users = [.. readers.Select(r => r.ToArray())];
        delay = [.. Order.Select(DelayModel.Of)];
        isResult = [.. Order.Select(results.Contains)];
        kept = Demanded(index);
        Whole = Asap(double.PositiveInfinity).Last;
        if (!cut) return;
        var (low, high) = (Math.Max(Whole / stages, delay.DefaultIfEmpty().Max()), Whole);
        if (Asap(low).Stage is not null) high = low;
        for (var i = 0; i < 24 && high - low > Epsilon; i++)
        {
            var middle = (low + high) / 2;
            if (Asap(middle).Stage is null) low = middle;
            else high = middle;
        }
        Longest = high;
        var starts = new[] { Asap(high).Stage!, Alap(high)! }.Select(Improve).ToList();
        stage = Bits(starts[1]) < Bits(starts[0]) ? starts[1] : starts[0];
    }

    /// <summary>Constants, and the number of a lane, are the same in every stage.</summary>
    public static bool IsTimed(Node n) => n.Op != Op.Constant && n is not { Op: Op.Leaf, Detail: LaneIndex };

    public int StageOf(int i) => stage[i];

    /// <summary>The last stage that reads a value; one beyond the last for a result.</summary>
    public int LastOf(int i) => Last(i, stage);

    /// <summary>Bits of registers.</summary>
    public int Registers => Bits(stage);

    int Last(int i, int[] at)
    {
        var last = isResult[i] ? Stages + 1 : at[i];
        foreach (var u in users[i]) last = Math.Max(last, at[u]);
        return last;
    }

    /// <summary>The low bits of a value that anything reads: what a register holds.</summary>
    public int Kept(int i) => kept[i];

    /// <summary>From the results back: who takes the low bits of a value needs no more of what adds up to it.</summary>
    int[] Demanded(Dictionary<Node, int> index)
    {
        var read = new int[Order.Count];
        for (var i = read.Length - 1; i >= 0; i--)
        {
            var n = Order[i];
            if (isResult[i]) read[i] = n.Range.Width;
            var all = read[i] >= n.Range.Width;
            foreach (var (k, o) in n.Operands.Index())
                if (index.TryGetValue(o, out var at)) read[at] = Math.Max(read[at], Math.Min(o.Range.Width, Of(n, k, read[i], all)));
        }
        return read;

        static int Of(Node n, int k, int top, bool all) => n.Op switch
        {
            Op.Slice => n.Low + Math.Min(top, n.High - n.Low + 1),
            Op.Wrap => Math.Min(top, n.Range.Width),
            Op.Mux when k == 0 => 1,
            Op.ShiftLeft when !all => Math.Max(0, top - n.Low),
            Op.Concat => ((int[])n.Detail!)[k],
            Op.Add or Op.Subtract or Op.Multiply or Op.Sum or Op.And or Op.Or or Op.Xor or Op.Named or Op.Wide or Op.Mux when !all => top,
            Op.ShiftLeftBy when !all && k == 0 => top,
            _ => int.MaxValue,
        };
    }

    int Bits(int i, int[] at) => kept[i] * (Last(i, at) - at[i]);
    int Bits(int[] at) => Enumerable.Range(0, at.Length).Sum(i => Bits(i, at));

    /// <summary>Each operation as early as the delay allows; null where that takes too many stages.</summary>
    (int[]? Stage, double Last) Asap(double longest)
    {
        var (at, ready, last) = (new int[Order.Count], new double[Order.Count], 0.0);
        for (var i = 0; i < at.Length; i++)
        {
            at[i] = 1;
            foreach (var o in operands[i]) at[i] = Math.Max(at[i], at[o]);
            foreach (var o in operands[i]) if (at[o] == at[i]) ready[i] = Math.Max(ready[i], ready[o]);
            ready[i] += delay[i];
            if (ready[i] > longest + Epsilon) (at[i], ready[i]) = (at[i] + 1, delay[i]);
            if (at[i] > Stages) return (null, 0);
            last = Math.Max(last, ready[i]);
        }
        return (at, last);
    }

    int[]? Alap(double longest)
    {
        var (at, left) = (new int[Order.Count], new double[Order.Count]);
        for (var i = at.Length - 1; i >= 0; i--)
        {
            at[i] = Stages;
            foreach (var u in users[i]) at[i] = Math.Min(at[i], at[u]);
            foreach (var u in users[i]) if (at[u] == at[i]) left[i] = Math.Max(left[i], left[u]);
            left[i] += delay[i];
            if (left[i] > longest + Epsilon) (at[i], left[i]) = (at[i] - 1, delay[i]);
            if (operands[i].Length == 0) at[i] = 1;         // an operand is there from the start
        }
        return at;
    }

    /// <summary>Moves one operation at a time, later from the results back and earlier from the operands on, while bits are saved; a move
    /// that costs nothing is made in one direction only, so that it ends.</summary>
    int[] Improve(int[] at)
    {
        at = [.. at];
        for (var pass = 0; pass < 8; pass++)
        {
            var before = Bits(at);
            for (var i = at.Length - 1; i >= 0; i--) while (Moves(i, +1, at, pass % 2 == 0)) { }
            for (var i = 0; i < at.Length; i++) while (Moves(i, -1, at, pass % 2 == 1)) { }
            if (pass > 1 && Bits(at) == before) break;
        }
        return at;
    }

    bool Moves(int i, int step, int[] at, bool tie)
    {
        if (operands[i].Length == 0) return false;
        var to = at[i] + step;
        if (to < 1 || to > Stages || operands[i].Any(o => at[o] > to) || users[i].Any(u => at[u] < to)) return false;
        int Local() => Bits(i, at) + operands[i].Sum(o => Bits(o, at));
        var before = Local();
        at[i] = to;
        if ((Local() < before || tie && Local() == before) && Fits(to, at)) return true;
        at[i] = to - step;
        return false;
    }

    /// <summary>Whether the stage that took an operation still meets the delay; the one that gave it does.</summary>
    bool Fits(int changed, int[] at)
    {
        var ready = new double[at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            if (at[i] != changed) continue;
            foreach (var o in operands[i]) if (at[o] == changed) ready[i] = Math.Max(ready[i], ready[o]);
            if ((ready[i] += delay[i]) > Longest + Epsilon) return false;
        }
        return true;
    }

    /// <summary>The delay of each stage, first to last.</summary>
    public double[] Delays()
    {
        var (longest, ready) = (new double[Stages], new double[Order.Count]);
        for (var i = 0; i < ready.Length; i++)
        {
            foreach (var o in operands[i]) if (stage[o] == stage[i]) ready[i] = Math.Max(ready[i], ready[o]);
            ready[i] += delay[i];
            longest[stage[i] - 1] = Math.Max(longest[stage[i] - 1], ready[i]);
        }
        return longest;
    }
}
