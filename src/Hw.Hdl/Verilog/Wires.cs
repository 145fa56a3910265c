namespace Hw.Hdl.Verilog;

/// <summary>
/// Decides which nodes of a module become declared wires and what they are called. A value used once is printed where it is
/// used; a shared one is named after its first consumer and what it is (`count_sum`), so that names survive edits elsewhere.
/// </summary>
sealed class Wires
{
    readonly Body body;
    readonly Dictionary<Node, string> names = [];
    readonly HashSet<string> taken;
    readonly Dictionary<Node, int> uses = [];
    readonly Dictionary<Node, Child?> lane = [];
    readonly IReadOnlySet<Node> needed;

    /// <param name="needed">Nodes that an earlier draft could not print in place.</param>
    public Wires(Body body, IReadOnlySet<Node> needed)
    {
        this.body = body;
        taken = [.. Declared(body)];
        var roots = Targets(body).ToList();
        foreach (var (value, _) in roots) Use(value.Node);
        foreach (var n in Reading.Nodes(roots.Select(r => r.Value))) CountOperands(n);
        foreach (var memory in body.Memories)
        {
            foreach (var r in memory.Reads) Index(r.Address.Node);
            foreach (var w in memory.Writes) Index(w.Address.Node);
        }
        foreach (var n in needed) uses[n] = 2;
        this.needed = needed;
        foreach (var (value, target) in roots) Name(value.Node, target);
        foreach (var n in Reading.Nodes(roots.Select(r => r.Value)))
            if (n.Detail is Rom rom) Table(rom);
        if (tables.Count > 0) TableIndex = Free("index");
        Order = [.. Reading.Nodes(roots.Select(r => r.Value)).Where(names.ContainsKey)];
    }

    /// <summary>The declared wires, operands before users.</summary>
    public IReadOnlyList<Node> Order { get; }

    /// <summary>The tables of constants, in reading order, and what their functions call what they are given.</summary>
    public IEnumerable<(Rom Rom, string Name)> Tables => tables.Select(t => (t.Key, t.Value));
    public string TableIndex { get; } = "index";

    public string? Reference(Node n) => n.Op == Op.Leaf ? n.Detail switch
    {
        Wire w => w.Name,
        MemoryRead r => r.Name,
        ChildOutput o => $"{o}",
        LaneIndex => names.GetValueOrDefault(n),
        _ => throw new InvalidOperationException($"a leaf of unknown kind: {n.Detail}"),
    } : names.GetValueOrDefault(n);

    /// <summary>The array whose symbolic index the node depends on: it can only stand inside that array's loop.</summary>
    public Child? LaneOf(Node n)
    {
        if (lane.TryGetValue(n, out var child)) return child;
        child = n is { Op: Op.Leaf, Detail: LaneIndex index } ? index.Array : n.Operands.Select(LaneOf).FirstOrDefault(c => c is not null);
        return lane[n] = child;
    }

    static IEnumerable<string> Declared(Body body) => body.Ports.Select(p => p.Name).Concat(body.Registers.Select(r => r.Name))
        .Concat(body.Memories.Select(m => m.Name)).Concat(body.Memories.SelectMany(m => m.Reads).Select(r => r.Name))
        .Concat(body.Children.SelectMany(c => c.Body.Ports.Select(p => $"{c.Name}_{p.Name}").Append(c.Name)))
        .Concat(body.Children.Where(c => c.IsArray).Select(c => c.Index.Text))
        .Concat(body.Named().Select(n => n.Name))
        .Append("clock").Append("reset").Append(body.VerilogName);

    static IEnumerable<(Signal Value, string Target)> Targets(Body body)
    {
        foreach (var memory in body.Memories)
        {
            foreach (var r in memory.Reads) { yield return (r.Address, r.Name); yield return (r.Enable, r.Name); }
            foreach (var w in memory.Writes)
            {
                yield return (w.Enable, $"{memory.Name}_write"); yield return (w.Address, $"{memory.Name}_write"); yield return (w.Data, $"{memory.Name}_write");
                if (w.Mask is { } mask) yield return (mask, $"{memory.Name}_write");
            }
        }
        foreach (var statement in body.Statements)
            foreach (var (value, target) in new[] { statement }.Values())
                yield return (value, target?.Name ?? statement.Targets().FirstOrDefault()?.Name ?? "when");
        foreach (var child in body.Children)
            foreach (var (port, driver) in child.Inputs) yield return (driver.Value, $"{child.Name}_{port.Name}");
        foreach (var (port, driver) in body.Outputs) yield return (driver.Value, port.Name);
        foreach (var (value, _) in body.Unused) yield return (value, "unused");
    }

    readonly Dictionary<Rom, string> tables = new(ReferenceEqualityComparer.Instance);

    /// <summary>The function that reads a table; two tables of one name are numbered.</summary>
    public string Table(Rom rom) => tables.TryGetValue(rom, out var name) ? name : tables[rom] = Free(Naming.Legal(rom.Name));

    void Use(Node n) => uses[n] = uses.GetValueOrDefault(n) + 1;

    void CountOperands(Node n)
    {
        foreach (var o in n.Operands) if (n.Op != Op.Element || o.Detail is not LaneIndex) Use(o);
        if (n.Op != Op.Element) return;
        if (NeedsName(n.Operands[0])) uses[n.Operands[0]] = 2;
        Index(n.Operands[1]);
    }

    /// <summary>An index or address that is computed gets a name: Icarus evaluates arithmetic inside brackets without its width.</summary>
    void Index(Node n)
    {
        if (!IsCheap(n) && n.Op != Op.Leaf) uses[n] = 2;
    }

    static bool NeedsName(Node n) => n.Op is not (Op.Leaf or Op.Named or Op.Constant);

    void Name(Node n, string target)
    {
        if (names.ContainsKey(n) || n.Op == Op.Constant) return;
        if (n.Op == Op.Leaf)
        {
            // a lane's number is a constant of its own kind; as a wire it compares like any other value
            if (n.Detail is LaneIndex lane && uses.ContainsKey(n)) names[n] = Free($"{lane.Array.Index.Text}_number");
            return;
        }
        if (n.Op == Op.Named) names[n] = target = n.Detail is Hint hint ? Free(Naming.Legal(hint.Name)) : body.Bears(n) is not null && body.Drives(n) is null ? Free((string)n.Detail!) : (string)n.Detail!;
        else if (uses[n] > 1 && (!IsCheap(n) || needed.Contains(n)))
        {
            names[n] = Free($"{Start(target)}_{Word(n)}");
            if (n.Op != Op.Slice) target = names[n];   // what has fields is called after its user, not after one of them
        }
        foreach (var o in n.Operands) Name(o, target);
    }

    /// <summary>A deep text would name its wires by the whole way down; the first steps tell as much.</summary>
    static string Start(string target) => target.Length <= Longest ? target : target[..Math.Max(Longest / 2, target.LastIndexOf('_', Longest))];
    const int Longest = 40;

    public string Free(string name)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++) free = $"{name}_{i}";
        return free;
    }

    /// <summary>Short enough to be read twice: a name, a field of one, a comparison with a constant.</summary>
    bool IsCheap(Node n) => n.Op switch
    {
        Op.Leaf or Op.Named or Op.Constant => true,
        Op.Wide => IsCheap(n.Operands[0]),
        Op.Slice when n.High == n.Low && uses.GetValueOrDefault(n.Operands[0]) > 1 && n.Operands[0].Op is Op.Add or Op.Subtract or Op.Sum or Op.ShiftRight => true,   // a bit of what has a name
        Op.Slice or Op.Not => IsAtom(n.Operands[0]),
        Op.Wrap => n.Operands[0].Op == Op.Slice && n.Operands[0].Range.Width == n.Range.Width && IsCheap(n.Operands[0]),
        Op.Equal when n.Operands[1] is { Op: Op.Constant, Detail: Hex.Digits } => IsAtom(n.Operands[0]),
        Op.And when n.Range == Interval.Bit => Opcodes(n),
        Op.Equal or Op.NotEqual => n.Operands.All(o => IsAtom(o) || o.Op == Op.Constant) && n.Operands[0].Range.Width <= 8,
        Op.Element => n.Operands[1] is { Op: Op.Leaf, Detail: LaneIndex },
        _ => false,
    };

    /// <summary>What tells an instruction is said in each of a decoder's lines.</summary>
    static bool Opcodes(Node n) => n.Op == Op.And ? n.Operands.All(Opcodes) : n is { Op: Op.Equal, Operands: [_, { Detail: Hex.Digits }] };

    static bool IsAtom(Node n) => n.Op is Op.Leaf or Op.Named;

    /// <summary>What a value is called that has no name.</summary>
    public static string Word(Node n) => n.Op switch
    {
        Op.Add or Op.Sum => "sum",
        Op.Subtract => "difference",
        Op.Multiply => "product",
        Op.And or Op.Or or Op.Not or Op.Xor => n.Range == Interval.Bit ? "condition" : "bits",
        Op.Equal or Op.NotEqual => "match",
        Op.Less or Op.LessOrEqual => "below",
        Op.Mux => "choice",
        Op.ShiftLeft or Op.ShiftRight or Op.ShiftLeftBy or Op.ShiftRightBy => "shifted",
        Op.Slice => "field",
        Op.Element => "element",
        Op.Concat => "word",
        Op.Lookup => "entry",
        _ => "value",
    };
}
