namespace Hw.Hdl;

/// <summary>A schedule as hardware: the operations of each stage, and after it the registers of what later stages read.</summary>
sealed class Stages(Body body, Schedule schedule, Signal? enable, Origin origin)
{
    /// <summary>What a value is in the stage being built: itself in its own, a register's content after.</summary>
    readonly Dictionary<Node, Node> now = [];
    readonly Dictionary<Node, string> names = [];
    readonly HashSet<string> taken = [.. body.Ports.Select(p => p.Name), .. body.Registers.Select(r => r.Name), .. body.Memories.Select(m => m.Name), .. body.Children.Select(c => c.Name)];

    public IReadOnlyList<Signal> Build()
    {
        for (var stage = 1; stage <= schedule.Stages; stage++)
        {
            for (var i = 0; i < schedule.Order.Count; i++)
                if (schedule.StageOf(i) == stage) now[schedule.Order[i]] = Made(schedule.Order[i]);
            Registers(stage, [.. Enumerable.Range(0, schedule.Order.Count).Where(i => schedule.StageOf(i) <= stage && schedule.LastOf(i) > stage).Select(i => (schedule.Order[i], schedule.Kept(i)))]);
        }
        return [.. schedule.Results.Select(r => new Signal(Now(r)))];
    }

    Node Now(Node n) => now.GetValueOrDefault(n, n);

    Node Made(Node n) => n.Operands.Count == 0 ? n : NodeTable.Current.Intern(n.Op, n.Range, [.. n.Operands.Select(Now)], n.High, n.Low, n.Detail);

    /// <summary>A value, or where nobody reads its high bits the rest of it: the same modulo 2^bits.</summary>
    static Signal Low(Node n, int bits) => new(bits >= n.Range.Width ? n : NodeTable.Current.Intern(Op.Wrap, Interval.UInt(Math.Max(1, bits)), [n]));

    void Registers(int stage, List<(Node, int)> kept)
    {
        if (kept.Count == 0) return;
        var next = kept.Select(k =>
        {
            var (n, bits) = k;
            var value = Low(Now(n), bits);
            return (Node: n, Register: new Reg(Free($"{NameOf(n)}_s{stage}"), value.Range, null, origin) { Spare = "no later stage needs these bits" }, Value: value);
        }).ToList();
        var branch = new Branch(enable?.AsCondition("a pipeline's enable") ?? 1, []);
        body.Add(new Choice([branch], origin) { Note = $"stage {stage} of {schedule.Stages}" });
        body.Within(branch.Statements, () => { foreach (var (_, register, value) in next) register.Next = value; });
        foreach (var (n, register, _) in next) now[n] = register.Value.Node;
    }

    /// <summary>The name the text gives a value, or what it is.</summary>
    string NameOf(Node n)
    {
        if (names.TryGetValue(n, out var name)) return name;
        var named = n.Op == Op.Named ? n : schedule.Order.FirstOrDefault(u => u.Op == Op.Named && u.Operands[0] == n);
        name = Naming.Legal(named is not null ? $"{named.Detail}" : n.Op == Op.Leaf ? $"{n.Detail}" : Verilog.Wires.Word(n));
        var free = name;
        for (var i = 2; names.ContainsValue(free); i++) free = $"{name}_{i}";
        return names[n] = free;
    }

    string Free(string name)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++) free = $"{name}_{i}";
        return free;
    }
}
