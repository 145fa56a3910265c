using Hw.Bits;
using Hw.BuiltIn.Flat;

namespace Hw.BuiltIn.Plan;

/// <summary>
/// Groups values and effects into blocks and puts these in order. Small instances are evaluated with the one they stand in. Within a cycle a block comes after all that it reads; at the edge
/// it comes before whoever overwrites what it reads, and where two read each other's cells one gets a copy made within the cycle.
/// </summary>
sealed class Scheduler
{
    readonly FlatDesign flat;
    readonly Timetable schedule = new();
    readonly HashSet<Value> settled = [];

    Scheduler(FlatDesign flat) => this.flat = flat;

    public static Timetable Run(FlatDesign flat)
    {
        var scheduler = new Scheduler(flat);
        scheduler.Merge();
        scheduler.Sink();
        scheduler.MakeGates();
        scheduler.MakeEdges();
        scheduler.OrderEdges();
        scheduler.FindSettled();
        scheduler.MakeSettling();
        scheduler.Connect();
        return scheduler.schedule;
    }

    IEnumerable<Value> Roots => flat.Outputs.Select(o => o.Value).Concat(flat.Probes.SelectMany(p => p.Fields).Select(f => f.Value));

    /// <summary>What only one unit uses is computed there; what only lanes use, beside them.</summary>
    void Sink()
    {
        var order = Order(Roots.Concat(flat.Effects.SelectMany(e => e.Uses)));
        var users = new Dictionary<Value, Unit?>();     // null: several, or one that cannot take it
        foreach (var root in Roots) users[root] = null;
        foreach (var effect in flat.Effects) foreach (var v in effect.Uses) Use(v, effect.Unit);
        foreach (var v in Enumerable.Reverse(order))
        {
            if (!v.IsLanes && v.Kind == Kind.Operation && users.GetValueOrDefault(v) is { } unit) v.Unit = unit.Shared ?? unit;
            foreach (var a in v.Args) Use(a, v.Unit);
        }
        void Use(Value v, Unit unit) => users[v] = users.TryGetValue(v, out var other) && other != unit ? null : unit;
    }

    /// <summary>All values below the roots, operands first.</summary>
    static List<Value> Order(IEnumerable<Value> roots)
    {
        var (order, seen) = (new List<Value>(), new HashSet<Value>());
        foreach (var root in roots) Visit(root);
        return order;

        void Visit(Value v)
        {
            if (!seen.Add(v)) return;
            foreach (var a in v.Args) Visit(a);
            order.Add(v);
        }
    }

    // The edge ---------------------------------------------------------------------------------------------------------

    void MakeEdges() =>
        schedule.Edges.AddRange(flat.Effects.GroupBy(e => e.Unit).Select(g =>
        {
            var block = new Block(g.Key, atEdge: true);
            block.Effects.AddRange(g);
            return block;
        }));

    /// <summary>Values of the unit that its own effects use, and what these take from elsewhere.</summary>
    static (List<Value> Own, HashSet<Value> Taken) Cone(Block block)
    {
        var (own, taken, seen) = (new List<Value>(), new HashSet<Value>(), new HashSet<Value>());
        foreach (var v in block.Effects.SelectMany(e => e.Uses)) Visit(v);
        return (own, taken);

        void Visit(Value v)
        {
            if (!seen.Add(v)) return;
            if (v.IsLeaf || v.Unit != block.Unit || v.Kind == Kind.Pack) { taken.Add(v); return; }
            foreach (var a in v.Args) Visit(a);
            own.Add(v);
        }
    }

    static IEnumerable<Cell> Written(Block block) => block.Effects.Select(e => e switch { Update u => u.Cell, ReadWord r => r.Cell, _ => null }).OfType<Cell>();

    void OrderEdges()
    {
        var writer = new Dictionary<Cell, Block>();
        foreach (var block in schedule.Edges) foreach (var cell in Written(block)) writer[cell] = block;
        var reads = schedule.Edges.ToDictionary(b => b, b => Cone(b).Taken.Where(v => v.Kind == Kind.State).Select(v => v.Cell).ToHashSet());
        // a block waits for those that read what it writes
        var waits = schedule.Edges.ToDictionary(b => b, _ => new HashSet<Block>());
        foreach (var b in schedule.Edges) foreach (var cell in reads[b]) if (writer.TryGetValue(cell, out var w) && w != b) waits[w].Add(b);
        var (left, order) = (schedule.Edges.ToList(), new List<Block>());
        while (left.Count > 0)
        {
            var next = left.MinBy(b => waits[b].Count)!;
            left.Remove(next);
            order.Add(next);
            foreach (var b in left) waits[b].Remove(next);
            foreach (var late in waits[next]) Copy(late, [.. reads[late].Where(c => writer.GetValueOrDefault(c) == next)]);
        }
        schedule.Edges.Clear();
        schedule.Edges.AddRange(order);
    }

    /// <summary>What a block reads too late, it reads from copies.</summary>
    void Copy(Block block, IReadOnlyCollection<Cell> cells)
    {
        foreach (var cell in cells)
        {
            if (!copies.TryGetValue(cell, out var copy)) copies[cell] = copy = new(Kind.Operation, Op.Named, [cell.Value], cell.Range, cell.Unit, cell.Lanes);
            foreach (var v in Cone(block).Own) v.Args = [.. v.Args.Select(a => a == cell.Value ? copy : a)];
            Value New(Value v) => v == cell.Value ? copy : v;
            for (var i = 0; i < block.Effects.Count; i++)
                block.Effects[i] = block.Effects[i] switch
                {
                    Update u => u with { When = u.When is null ? null : New(u.When), Next = New(u.Next) },
                    ReadWord r => r with { Enable = New(r.Enable), Address = New(r.Address) },
                    WriteWord w => w with { Enable = New(w.Enable), Address = New(w.Address), Data = New(w.Data), Mask = w.Mask is null ? null : New(w.Mask) },
                    Check c => c with { Kept = New(c.Kept) },
                    var other => other,
                };
        }
    }

    readonly Dictionary<Cell, Value> copies = [];

    // Within the cycle -------------------------------------------------------------------------------------------------

    /// <summary>Outputs, probes, and all that an edge takes from another unit.</summary>
    void FindSettled()
    {
        foreach (var v in Order(Roots.Concat(schedule.Edges.SelectMany(b => Cone(b).Taken)))) if (!v.IsLeaf) settled.Add(v);
        foreach (var block in schedule.Edges)
        {
            foreach (var v in Cone(block).Own) if (!settled.Contains(v)) block.Values.Add(v);
        }
    }

    void MakeSettling()
    {
        var waiting = new Dictionary<Value, int>();
        var users = new Dictionary<Value, List<Value>>();
        var ready = new Dictionary<Unit, Queue<Value>>();
        foreach (var v in settled)
        {
            var args = v.Args.Where(a => !a.IsLeaf).Distinct().ToList();
            waiting[v] = args.Count;
            foreach (var a in args) (users.TryGetValue(a, out var list) ? list : users[a] = []).Add(v);
        }
        foreach (var v in settled) if (waiting[v] == 0) Ready(v);
        while (ready.Count > 0)
        {
            var unit = ready.MaxBy(r => r.Value.Count).Key;
            var block = new Block(unit, atEdge: false);
            var later = new List<Value>();
            while (ready.TryGetValue(unit, out var queue))
            {
                if (!queue.TryDequeue(out var v)) { ready.Remove(unit); break; }
                if (v.Kind is Kind.Unpack or Kind.Arrange && v.Args.Any(block.Values.Contains)) { later.Add(v); continue; }   // it reads all lanes, which are there when the block is done
                block.Values.Add(v);
                foreach (var user in users.GetValueOrDefault(v) ?? []) if (--waiting[user] == 0) Ready(user);
            }
            schedule.Settling.Add(block);
            later.ForEach(Ready);
        }
        foreach (var (port, value) in flat.Outputs)
        {
            (schedule.Outputs.TryGetValue(value, out var ports) ? ports : schedule.Outputs[value] = []).Add(port);
            if (!value.IsLeaf) continue;
            // what an output takes straight from a register is copied there by a block of its own
            var block = new Block(value.Unit, atEdge: false);
            block.Outputs.Add(port);
            block.Reads.Add(value);
            schedule.Settling.Add(block);
        }

        void Ready(Value v) => (ready.TryGetValue(v.Unit, out var queue) ? queue : ready[v.Unit] = []).Enqueue(v);
    }

    void Connect()
    {
        foreach (var block in schedule.All)
        {
            var own = block.Values.ToHashSet();
            foreach (var v in block.Values.SelectMany(v => v.Args).Concat(block.Effects.SelectMany(e => e.Uses)))
                if (!own.Contains(v) && v.Kind is not (Kind.Constant or Kind.LaneNumber)) block.Reads.Add(v);
            foreach (var v in block.Reads)
            {
                if (!v.IsLeaf) schedule.Kept.Add(v);
                if (block.Unit.Gate < 0 || !v.IsLeaf && v.Unit.Gate == block.Unit.Gate) continue;
                (schedule.Gates.TryGetValue(v, out var gates) ? gates : schedule.Gates[v] = []).Add(block.Unit.Gate);
            }
        }
        foreach (var (_, value) in flat.Outputs) if (!value.IsLeaf) schedule.Kept.Add(value);
        foreach (var (value, _) in flat.Probes.SelectMany(p => p.Fields)) if (!value.IsLeaf) schedule.Kept.Add(value);
    }

    // Units ------------------------------------------------------------------------------------------------------------

    /// <summary>Instances of fewer operations than this are evaluated with their parent.</summary>
    const int FewestOperations = 60;
    /// <summary>Evaluating so few costs less than looking whether to.</summary>
    const int FewestGated = 12;

    static int Cost(Value v) => v.IsLeaf ? 0 : v.IsLanes || v.IsWide ? 4 : 1;

    IEnumerable<Value> Everything => Order(Roots.Concat(flat.Effects.SelectMany(e => e.Uses)));

    void Merge()
    {
        var cost = new Dictionary<Unit, int>();
        foreach (var v in Everything) Add(v.Unit, Cost(v));
        foreach (var e in flat.Effects) Add(e.Unit, 3);
        var below = new Dictionary<Unit, int>();
        var into = new Dictionary<Unit, Unit>();
        // children before parents: a path is longer than its parent's
        foreach (var unit in cost.Keys.Where(u => u.Lanes == 0).OrderByDescending(u => u.Path.Length).ToList())
        {
            var total = cost[unit] + below.GetValueOrDefault(unit);
            if (total >= FewestOperations || unit.HasLanes || unit.Parent is not { } parent) continue;
            into[unit] = parent;
            below[parent] = below.GetValueOrDefault(parent) + total;
        }
        foreach (var v in Everything) v.Unit = Final(v.Unit);
        foreach (var c in flat.Cells) c.Unit = Final(c.Unit);
        foreach (var m in flat.Stores) m.Unit = Final(m.Unit);
        for (var i = 0; i < flat.Effects.Count; i++) if (flat.Effects[i] is Check check) flat.Effects[i] = check with { At = Final(check.At) };

        void Add(Unit unit, int c)
        {
            cost[unit] = cost.GetValueOrDefault(unit) + c;
            for (var p = unit.Parent; p is not null; p = p.Parent) cost.TryAdd(p, 0);
        }
        Unit Final(Unit u)
        {
            while (into.TryGetValue(u, out var parent)) u = parent;
            return u;
        }
    }

    void MakeGates()
    {
        var cost = new Dictionary<Unit, int>();
        foreach (var v in Everything) cost[v.Unit] = cost.GetValueOrDefault(v.Unit) + Cost(v);
        foreach (var e in flat.Effects) cost[e.Unit] = cost.GetValueOrDefault(e.Unit) + 3;
        foreach (var (unit, _) in cost) if (unit.Shared is { } shared) unit.Gate = shared.Gate = schedule.GateCount++;
        foreach (var (unit, c) in cost) if (c >= FewestGated && unit.Gate < 0) unit.Gate = schedule.GateCount++;
    }
}
