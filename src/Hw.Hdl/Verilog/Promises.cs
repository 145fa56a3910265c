namespace Hw.Hdl.Verilog;

/// <summary>
/// When each `Fits` of a module must hold: only where its value is used. Inside a When or an arm of a Mux that is where the
/// conditions on the way to it hold, as in the interpreter, which evaluates what is chosen and nothing else.
/// </summary>
sealed class Promises
{
    readonly List<(Node Promise, Signal Guard)> found = [];
    readonly Dictionary<Node, List<HashSet<Node>>> seen = [];

    public static IReadOnlyList<(Node Promise, Signal Guard)> Of(Body body)
    {
        var promises = new Promises();
        foreach (var memory in body.Memories)
        {
            foreach (var r in memory.Reads) { promises.Visit(r.Enable.Node, 1); promises.Visit(r.Address.Node, r.Enable); }
            foreach (var w in memory.Writes) { promises.Visit(w.Enable.Node, 1); promises.Visit(w.Address.Node, w.Enable); promises.Visit(w.Data.Node, w.Enable); }
        }
        promises.Walk(body.Statements, 1);
        foreach (var driver in body.Children.SelectMany(c => c.Inputs.Values).Concat(body.Outputs.Values)) promises.Visit(driver.Value.Node, 1);
        return promises.found;
    }

    /// <summary>Of a text, all of whose results are used.</summary>
    public static IReadOnlyList<(Node Promise, Signal Guard)> Of(IEnumerable<Signal> results)
    {
        var promises = new Promises();
        foreach (var result in results) promises.Visit(result.Node, 1);
        return promises.found;
    }

    /// <summary>1 where the promise is kept, or its value not used.</summary>
    public static Signal Kept(Node promise, Signal guard)
    {
        var value = new Signal(promise.Operands[0]);
        return !guard | ((value >= Signal.Constant(promise.Range.Min)) & (value <= Signal.Constant(promise.Range.Max)));
    }

    void Walk(IEnumerable<Statement> statements, Signal guard)
    {
        foreach (var statement in statements)
            if (statement is Assignment a) Visit(a.Value.Node, guard);
            else
            {
                var open = guard;
                foreach (var branch in ((Choice)statement).Branches)
                {
                    var condition = branch.Condition ?? 1;
                    Visit(condition.Node, open);
                    Walk(branch.Statements, open & condition);
                    open &= !condition;
                }
            }
    }

    void Visit(Node n, Signal guard)
    {
        if (!HasPromise(n) || !IsNew(n, guard)) return;
        if (n.Op == Op.Fits) found.Add((n, guard));
        if (n.Op == Op.Mux)
        {
            var choice = new Signal(n.Operands[0]);
            Visit(n.Operands[0], guard);
            Visit(n.Operands[1], guard & choice);
            Visit(n.Operands[2], guard & !choice);
        }
        else foreach (var o in n.Operands) Visit(o, guard);
    }

    /// <summary>A ladder of choices is reached by many ways; where one of them always holds, it says all.</summary>
    bool IsNew(Node n, Signal guard)
    {
        if (!seen.TryGetValue(n, out var ways)) seen.Add(n, ways = []);
        var way = Conjuncts(guard.Node).ToHashSet();
        if (ways.Exists(way.IsSupersetOf)) return false;
        ways.Add(way);
        return true;
    }

    static IEnumerable<Node> Conjuncts(Node guard) => guard.Op switch
    {
        Op.Constant => [],
        Op.And => guard.Operands.SelectMany(Conjuncts),
        _ => [guard],
    };

    static readonly ConditionalWeakTable<Node, object> Known = [];

    static bool HasPromise(Node n) => (bool)Known.GetValue(n, static n => n.Op == Op.Fits || n.Operands.Any(HasPromise));
}
