using System.Reflection.Emit;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Plan;
using Hw.BuiltIn.Runtime;

namespace Hw.BuiltIn.Code;

/// <summary>
/// Code of a block of lanes: loops over vectors of lanes, each with the whole text of a lane in its body. At the edge, updates under one
/// condition of all lanes are one loop behind one branch, and what only moves is copied.
/// </summary>
sealed class LaneBlock(Target target, Il il, Block block)
{
    readonly int bits = target.Options.VectorBits is { } wanted ? Math.Max(128, Math.Min(wanted, LaneType.Widest)) : LaneType.Widest;
    readonly HashSet<Value> own = [.. block.Values];
    readonly Waking waking = new(target, il, block.AtEdge);
    int Lanes => block.Unit.Lanes;

    public void Emit()
    {
        waking.Begin(block.Values.Where(target.Timetable.Kept.Contains).Concat(block.Effects.Cast<Update>().Select(u => u.Cell.Value)));
        if (block.AtEdge) Edge();
        else Settle();
        waking.End();
    }

    // Within the cycle -------------------------------------------------------------------------------------------------

    /// <summary>Whoever reads lanes of an evaluated block is evaluated; packed words wake their readers when they have changed.</summary>
    void Settle()
    {
        var loop = new LaneLoop(target, il, bits, Lanes, own);
        loop.Demand(block.Values.Where(v => v.IsLanes && target.Timetable.Kept.Contains(v)));
        var packs = block.Values.Where(v => v.Kind == Kind.Pack && target.Timetable.Kept.Contains(v)).ToList();
        loop.Demand(packs.SelectMany(p => p.Args).Where(a => a.IsLanes && !IsCell(a)));
        var whole = packs.ToDictionary(p => p, p => Frame.PackedBytes(p) > 0 && !IsView(p) ? target.Frame.Take(PackBytes(p), 64) : -1);
        var parts = packs.Where(p => whole[p] < 0 && !IsView(p)).SelectMany(p => p.Args).Where(a => a.IsLanes && !IsCell(a)).Distinct().ToDictionary(a => a, a => target.Frame.Take(Padded(8), 64));
        loop.Run(() =>
        {
            foreach (var v in block.Values)
            {
                if (v.IsLanes && target.Timetable.Kept.Contains(v)) loop.Store(v, target.Frame.Of(v), Frame.LaneBytes(v));
                if (v.IsLanes && parts.TryGetValue(v, out var part)) loop.Store(v, part, Frame.LaneBytes(v));
            }
            foreach (var (pack, at) in whole) if (at >= 0) loop.Store(pack.Args[0], at, Frame.PackedBytes(pack));
            foreach (var (v, at) in parts) if (!own.Contains(v)) loop.Store(v, at, Frame.LaneBytes(v));
        });
        foreach (var v in block.Values.Where(v => v.IsLanes && target.Timetable.Kept.Contains(v))) waking.Note(v);
        foreach (var pack in packs) Finish(pack, whole[pack], parts);
    }

    static bool IsCell(Value v) => v.Kind == Kind.State;

    /// <summary>Cells that lie in memory as the word wants them.</summary>
    static bool IsView(Value pack) => pack.Args is [{ Kind: Kind.State } state] && state.Cell.Bytes * 8 == pack.Low && pack.Range.Width % 64 == 0;

    int Padded(int bytes) => (Lanes + 63) / 64 * 64 * bytes;
    int PackBytes(Value pack) => Math.Max(pack.Words * 8, Padded(Frame.PackedBytes(pack)));

    /// <summary>From lanes side by side to the word that others read.</summary>
    void Finish(Value pack, int whole, Dictionary<Value, int> parts)
    {
        var (words, from) = (pack.Words, whole);
        if (IsView(pack)) from = pack.Args[0].Cell.Offset;
        else if (whole < 0)
        {
            from = target.Frame.Take(words * 8 + 8, 64);
            il.Address(from);
            il.Int(words);
            il.Call(typeof(Packing), nameof(Packing.Clear));
            var low = 0;
            foreach (var (part, width) in pack.Args.Zip((int[])pack.Detail!))
            {
                il.Address(from);
                if (part.IsLanes)
                {
                    il.Address(IsCell(part) ? part.Cell.Offset : parts[part]);
                    il.Int(IsCell(part) ? part.Cell.Bytes : Frame.LaneBytes(part));
                    il.Int(part.Range.IsSigned ? 1 : 0);
                }
                else
                {
                    il.Address(Spread(part));
                    il.Int(8);
                    il.Int(0);
                }
                il.Int(Lanes);
                il.Int(pack.Low);
                il.Int(low);
                il.Int(width);
                il.Call(typeof(Packing), nameof(Packing.Pack));
                low += width;
            }
        }
        else if (pack.Range.Width % 64 != 0)
        {
            il.Address(from);
            il.Int(pack.Range.Width);
            il.Call(typeof(Packing), nameof(Packing.CutTop));
        }
        var changed = il.Local(typeof(int));
        if (pack.IsWide)
        {
            il.Address(target.Frame.Of(pack));
            il.Address(from);
            il.Int(words);
            il.Call(typeof(Words), nameof(Words.Move));
            il.Set(changed);
        }
        else
        {
            var bytes = pack.Form == Form.I32 ? 4 : 8;
            il.Address(from);
            il.Load(bytes, signed: true, pack.Form);
            il.Address(target.Frame.Of(pack));
            il.Load(bytes, signed: true, pack.Form);
            il.Op(OpCodes.Xor);
            il.IsNotZero(pack.Form);
            il.Set(changed);
            il.Address(target.Frame.Of(pack));
            il.Address(from);
            il.Load(bytes, signed: true, pack.Form);
            il.Store(bytes);
        }
        waking.Note(pack, changed);
        if (target.Timetable.Outputs.TryGetValue(pack, out var ports)) new ScalarBlock(target, il, new Block(block.Unit, atEdge: false)).Outputs(ports, pack);
    }

    /// <summary>One value for all lanes, repeated.</summary>
    int Spread(Value v)
    {
        var at = target.Frame.Take(Padded(8), 64);
        il.Address(at);
        new ScalarBlock(target, il, new Block(block.Unit, atEdge: false)).PushLow64(v);
        il.Int(Lanes);
        il.Call(typeof(Packing), nameof(Packing.Repeat));
        return at;
    }

    // The edge ---------------------------------------------------------------------------------------------------------

    void Edge()
    {
        var groups = block.Effects.Cast<Update>().GroupBy(u => u.When).Select(g => new Group(g.Key, [.. g], Cone)).ToList();
        while (groups.Count > 0)
        {
            var next = groups.FirstOrDefault(g => !groups.Any(h => h != g && h.Reads.Overlaps(g.Writes)));
            if (next is null)
            {
                // each reads what the other overwrites: one loop for all, in which a condition chooses
                next = new(null, [.. groups.SelectMany(g => g.Updates).Select(Unconditional)], Cone);
                groups.Clear();
            }
            groups.Remove(next);
            Emit(next);
        }
    }

    /// <summary>Updates under one condition, what they read and what they overwrite.</summary>
    sealed class Group(Value? when, List<Update> updates, Func<Value, HashSet<Cell>> cone)
    {
        public Value? When { get; } = when;
        public List<Update> Updates { get; } = updates;
        public HashSet<Cell> Reads { get; } = [.. updates.SelectMany(u => cone(u.Next))];
        public HashSet<Cell> Writes { get; } = [.. updates.Select(u => u.Cell)];
    }

    static Update Unconditional(Update u) => u.When is null ? u
        : u with { When = null, Next = new(Kind.Operation, Hw.Bits.Op.Mux, [u.When, u.Next, u.Cell.Value], u.Cell.Range, u.Cell.Unit, u.Cell.Lanes) };

    HashSet<Cell> Cone(Value v)
    {
        var (cells, seen) = (new HashSet<Cell>(), new HashSet<Value>());
        Visit(v);
        return cells;

        void Visit(Value x)
        {
            if (!seen.Add(x)) return;
            if (x.Kind == Kind.State) cells.Add(x.Cell);
            else if (own.Contains(x) || x == v) foreach (var a in x.Args) Visit(a);
        }
    }

    void Emit(Group group)
    {
        var skip = il.Label();
        if (group.When is { } when)
        {
            new ScalarBlock(target, il, new Block(block.Unit, atEdge: true)).PushLow64(when);
            il.Branch(OpCodes.Brfalse, skip);
        }
        var (order, sound) = Ordered(group.Updates);
        for (var i = 0; i < order.Count;)
        {
            if (sound && IsCopy(order[i])) { Copy(order[i++]); continue; }
            // what needs 64 bits does not make its neighbours need them
            var wide = IsWide(order[i]);
            var run = order.Skip(i).TakeWhile(u => !sound || !IsCopy(u) && IsWide(u) == wide).ToList();
            i += run.Count;
            Loop(run, sound, group.When is not null);
        }
        if (group.When is not null) foreach (var u in group.Updates) waking.Note(u.Cell.Value);
        il.Mark(skip);
    }

    /// <summary>Who reads a cell before who overwrites it; where there is no such order, all is computed before anything is stored.</summary>
    (List<Update> Order, bool Sound) Ordered(List<Update> updates)
    {
        var (left, order) = (updates.ToList(), new List<Update>());
        var reads = updates.ToDictionary(u => u, u => Cone(u.Next));
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(u => !left.Any(o => o != u && reads[o].Contains(u.Cell)));
            if (next is null) return (updates, false);
            left.Remove(next);
            order.Add(next);
        }
        return (order, true);
    }

    readonly Dictionary<Value, bool> wide = [];

    bool IsWide(Update u) => IsWide(u.Next);

    bool IsWide(Value v)
    {
        if (wide.TryGetValue(v, out var known)) return known;
        var result = v.Form != Form.I32;
        if (own.Contains(v)) foreach (var a in v.Args) result |= IsWide(a);
        return wide[v] = result;
    }

    static bool IsCopy(Update u) => u.When is not null && u.Next.Kind == Kind.State && u.Next.IsLanes && u.Next.Cell.Bytes == u.Cell.Bytes;

    void Copy(Update u)
    {
        il.Address(u.Cell.Offset);
        il.Address(u.Next.Cell.Offset);
        il.Int(Lanes * u.Cell.Bytes);
        il.Unaligned(OpCodes.Cpblk);
    }

    void Loop(List<Update> updates, bool sound, bool conditional)
    {
        var loop = new LaneLoop(target, il, bits, Lanes, [.. own, .. updates.Select(u => u.Next).Where(n => n.Kind == Kind.Operation && !target.Timetable.Kept.Contains(n))]);
        loop.Demand(updates.Select(u => u.Next));
        var watched = updates.Where(u => !conditional && waking.Of(u.Cell.Value).Count > 0).ToHashSet();
        if (watched.Count > 0) loop.Watch();
        loop.Run(() =>
        {
            if (!sound) foreach (var u in updates) loop.Hold(u.Next);
            foreach (var u in updates) loop.Store(u.Next, u.Cell.Offset, u.Cell.Bytes, watched.Contains(u), u.Cell.Range.IsSigned);
        });
        if (watched.Count == 0) return;
        var changed = loop.Changed();
        foreach (var u in watched) waking.Note(u.Cell.Value, changed);
    }
}
