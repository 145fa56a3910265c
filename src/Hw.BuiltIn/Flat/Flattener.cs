using System.Numerics;
using Hw.Bits;
using Hw.Hdl;

namespace Hw.BuiltIn.Flat;

/// <summary>An array cannot be lanes, and why: it is flattened again as single instances.</summary>
sealed class NotLanesException(string array, string reason) : Exception(reason)
{
    public string Array { get; } = array;
}

/// <summary>
/// From the hierarchy to one graph of values. An instance's port is what it is connected to; an array of instances stays one text
/// over all its lanes wherever each lane does the same to values of its own, and is unrolled otherwise.
/// </summary>
sealed class Flattener
{
    public const int AllLanes = -2, NoLane = -1;
    /// <summary>Fewer lanes are not worth a vector.</summary>
    const int FewestLanes = 4;

    readonly Dictionary<string, string> unrolled;
    readonly BuiltInOptions options;
    readonly FlatDesign flat = new();
    readonly Stack<Place> evaluating = new();

    Flattener(Dictionary<string, string> unrolled, BuiltInOptions options) => (this.unrolled, this.options) = (unrolled, options);

    public static FlatDesign Run(Design design, BuiltInOptions options)
    {
        var unrolled = new Dictionary<string, string>();
        while (true)
        {
            try { return new Flattener(unrolled, options).Flatten(design); }
            catch (NotLanesException e) { unrolled[e.Array] = e.Message; }
        }
    }

    static string Name(Child array) => array.Body.Path;

    FlatDesign Flatten(Design design)
    {
        var top = Make(design.Top, null, null, NoLane, 0, "", []);
        foreach (var port in design.Ports.Where(p => p.Direction == Direction.In)) flat.Inputs[port.Name] = Input(port, port.Shape.Range, top);
        if (design.HasReset) flat.Inputs["reset"] = Input("reset", Interval.Bit, top);
        foreach (var port in design.Ports.Where(p => p.Direction == Direction.Out)) flat.Outputs.Add((port, Of(top, port)));
        foreach (var place in top.SelfAndBelow()) Effects(place);
        if (options.Assertions) foreach (var place in top.SelfAndBelow()) Checks(place);
        if (options.Probes) foreach (var place in top.SelfAndBelow()) Probes(place);
        return flat;
    }

    static Value Input(object port, Interval range, Place top) => new(Kind.Input, Op.Leaf, [], range, top.Unit, 0) { Detail = port };

    // Places -----------------------------------------------------------------------------------------------------------

    Place Make(Body body, Place? parent, Child? self, int lane, int lanes, string prefix, int[] lanePath)
    {
        var place = new Place(body, parent, self, lane, lanes, prefix, lanePath);
        foreach (var r in body.Registers) Remember(place, r, r.Name, r.Shape, r.ResetValue);
        foreach (var m in body.Memories)
        {
            foreach (var read in m.Reads) Remember(place, read, read.Name, m.Word, null);
            var store = new Store(prefix + m.Name, m.Depth, m.Word.Range, m.Collision, place.Unit) { Index = flat.Stores.Count };
            flat.Stores.Add(store);
            flat.Memories[(m, FlatDesign.Key(lanePath))] = store;
            place.Stores[m] = store;
        }
        foreach (var child in body.Children) place.Children[child] = MakeChild(place, child);
        return place;
    }

    Place[] MakeChild(Place place, Child child)
    {
        if (!child.IsArray) return [Make(child.Body, place, child, place.Lanes > 0 ? AllLanes : NoLane, place.Lanes, $"{place.Prefix}{child.Name}.", place.LanePath)];
        if (place.Lanes > 0) throw new NotLanesException(place.LaneRoot(), $"it has the array `{child.Name}` inside");
        if (!unrolled.ContainsKey(Name(child)) && WhyNot(child) is { } reason) unrolled[Name(child)] = reason;
        var why = unrolled.GetValueOrDefault(Name(child));
        flat.Arrays.Add($"{place.Prefix}{child.Name}: {child.Lanes} lanes{(why is null ? "" : $", as single instances: {why}")}");
        if (why is null) return [Make(child.Body, place, child, AllLanes, child.Lanes, $"{place.Prefix}g_{child.Name}[*].{child.Name}.", place.LanePath)];
        return [.. Enumerable.Range(0, child.Lanes).Select(i => Make(child.Body, place, child, i, 0, $"{place.Prefix}g_{child.Name}[{i}].{child.Name}.", [.. place.LanePath, i]))];
    }

    static string? WhyNot(Child child) => child.Lanes < FewestLanes ? $"fewer than {FewestLanes} lanes"
        : child.Body.SelfAndDescendants().Any(b => b.Memories.Count > 0) ? "a lane has a memory"
        : child.Body.SelfAndDescendants().Any(b => b.Children.Any(c => c.IsArray)) ? "a lane has an array inside" : null;

    /// <summary>A register or read port becomes a cell; of lanes, a row becomes a cell for each element, and a word of many bits some cells of 32.</summary>
    void Remember(Place place, object identity, string name, Shape shape, BigInteger? reset)
    {
        var range = shape.Range;
        var fields = new List<(int Low, int Width)>();
        if (place.Lanes > 0 && shape is { IsRow: true, Count: > 1, Element.Width: <= 32 })
            for (var i = 0; i < shape.Count; i++) fields.Add((i * shape.Element.Width, shape.Element.Width));
        else if (place.Lanes > 0 && Value.FormOf(range) == Form.Wide)
            for (var low = 0; low < range.Width; low += 32) fields.Add((low, Math.Min(32, range.Width - low)));
        if (fields.Count > 0 && range.IsSigned) throw new NotLanesException(place.LaneRoot(), $"`{name}` is a signed number of {range.Width} bits");
        var cells = new List<Cell>();
        if (fields.Count == 0) cells.Add(new(place.Prefix + name, range, place.LaneUnit ?? place.Unit, place.Lanes) { Reset = reset });
        foreach (var (low, width) in fields)
            cells.Add(new($"{place.Prefix}{name}[{low + width - 1}:{low}]", Interval.UInt(width), place.LaneUnit!, place.Lanes) { Reset = reset is { } r ? (r >> low) & Interval.UInt(width).Max : null });
        flat.Cells.AddRange(cells);
        place.State[identity] = cells is [var one] && fields.Count == 0 ? one.Value : Fields.Parts([.. cells.Select(c => (c.Value, c.Range.Width))], place.LaneUnit!);
        for (var lane = 0; lane < Math.Max(1, place.Lanes); lane++)
            flat.Places[(identity, FlatDesign.Key(place.Lanes > 0 ? [.. place.LanePath, lane] : place.LanePath))] =
                [.. cells.Select((c, i) => (c, lane, fields.Count == 0 ? 0 : fields[i].Low))];
    }

    // Values -----------------------------------------------------------------------------------------------------------

    Value Of(Place place, Hw.Hdl.Port port) => port.Direction == Direction.Out ? Of(place, place.Body.Outputs[port].Value.Node, NoLane) : Driven(place, port);

    Value Driven(Place place, Hw.Hdl.Port port) => place.Parent is null ? flat.Inputs[port.Name] : Of(place.Parent, place.Self!.Inputs[port].Value.Node, place.Lane, place);

    /// <param name="lane">Of a connection to an array: which lane's, or <see cref="AllLanes"/>.</param>
    /// <param name="child">The child connected.</param>
    Value Of(Place place, Node node, int lane, Place? child = null)
    {
        if (!place.DependsOnLane(node)) (lane, child) = (NoLane, null);
        if (place.Known.TryGetValue((node, lane), out var known)) return known ?? throw Loop();
        place.Known[(node, lane)] = null;
        evaluating.Push(child is { Lanes: > 0 } ? child : place);
        var value = Make(place, node, lane, child);
        evaluating.Pop();
        place.Known[(node, lane)] = value;
        return value;
    }

    /// <summary>A value that seems to depend on itself does so from lane to lane: some array on the way must be unrolled.</summary>
    Exception Loop() => evaluating.FirstOrDefault(p => p.Lanes > 0) is { } array
        ? new NotLanesException(array.LaneRoot(), "a value goes from lane to lane within a cycle")
        : new InvalidOperationException($"a value of {evaluating.Peek().Unit} depends on itself");

    Value Make(Place place, Node n, int lane, Place? child)
    {
        var unit = place.LaneUnit ?? (lane == AllLanes ? child!.LaneUnit! : place.Unit);
        switch (n.Op)
        {
            case Op.Constant: return Constant(n.Value, place.Unit);
            case Op.Leaf: return Leaf(place, n, lane, child);
            case Op.Named or Op.Wide: return Of(place, n.Operands[0], lane, child);
        }
        if (lane == AllLanes && n is { Op: Op.Element, Operands: [var row, { Detail: LaneIndex index }] })
            return Fields.Unpack(Of(place, row, lane, child), [.. Enumerable.Range(0, child!.Lanes).Select(i => index.At(i) * n.High)], n.High, n.Range, unit);
        if (Reading.Field(n, lane) is var (word, high, low)) return Field(place, n, word, high, low, lane, child, unit);
        var args = n.Operands.Select(o => Of(place, o, lane, child)).ToArray();
        if (args.All(a => a.IsConstant)) return Constant(n.Evaluate(o => args[n.Operands.Index().First(x => x.Item == o).Index].Number), place.Unit);
        return Fields.Operation(n.Op, n.Range, n.High, n.Low, n.Detail, args, place.Unit, unit);
    }

    /// <summary>Bits of a word, without what else the word is made of.</summary>
    Value Field(Place place, Node n, Node word, int high, int low, int lane, Place? child, Unit unit)
    {
        var pieces = Reading.Pieces(word, high, low).ToList();
        var total = high - low + 1;
        var bits = new List<(Value, int)>();
        var at = 0;
        foreach (var p in pieces.OrderBy(p => p.Offset))
        {
            if (p.Offset > at) bits.Add((Constant(0, place.Unit), p.Offset - at));
            bits.Add((Fields.Slice(Piece(place, p.Word, p.Lane, lane, child), p.High, p.Low, place.Unit, unit), p.High - p.Low + 1));
            at = p.Offset + p.High - p.Low + 1;
        }
        if (at < total) bits.Add((Constant(0, place.Unit), total - at));
        var field = Fields.Join(bits, place.Unit, unit);
        return n.Op == Op.Element ? Fields.Operation(Op.Wrap, n.Range, 0, 0, null, [field], place.Unit, unit) : field;
    }

    Value Piece(Place place, Node word, int pieceLane, int lane, Place? child)
    {
        if (pieceLane < 0) return Of(place, word, lane, child);
        var output = (ChildOutput)word.Detail!;
        var lanes = place.Children[output.Child];
        if (lanes is not [{ Lanes: > 0 } all]) return Of(lanes[pieceLane], output.Port);
        return Packed(all, output.Port) is { } packed ? Fields.Slice(packed, (pieceLane + 1) * output.Port.Width - 1, pieceLane * output.Port.Width, place.Unit, place.Unit) : Of(all, output.Port);
    }

    /// <summary>An output of all lanes as one word; null where all lanes have one value.</summary>
    Value? Packed(Place lanes, Hw.Hdl.Port port)
    {
        var value = Of(lanes, port);
        if (!value.IsLanes && value.Kind != Kind.Parts) return null;
        if (!lanes.Words.TryGetValue(port, out var word)) lanes.Words[port] = word = Fields.Pack(value, lanes.Lanes, port.Width, lanes.LaneUnit!);
        return word;
    }

    Value Leaf(Place place, Node n, int lane, Place? child)
    {
        switch (n.Detail)
        {
            case Hw.Hdl.Port port: return Of(place, port);
            case ChildOutput { Child.IsArray: false } o: return Of(place.Children[o.Child][0], o.Port);
            case ChildOutput o:
                var lanes = place.Children[o.Child];
                if (lanes is not [{ Lanes: > 0 } all]) return Fields.Join([.. lanes.Select(c => (Of(c, o.Port), o.Port.Width))], place.Unit, place.LaneUnit ?? place.Unit);
                return Packed(all, o.Port) ?? Fields.Join([.. Enumerable.Repeat((Of(all, o.Port), o.Port.Width), all.Lanes)], place.Unit, place.Unit);
            case LaneIndex i when lane >= 0: return Constant(i.At(lane), place.Unit);
            case LaneIndex i when lane == AllLanes:
                return new(Kind.LaneNumber, Op.Leaf, [], new(i.Min, i.Max), child!.LaneUnit!, child.Lanes) { Detail = Enumerable.Range(0, child.Lanes).Select(k => (long)i.At(k)).ToArray() };
            case Reg or MemoryRead: return place.State[n.Detail];
            default: throw new InvalidOperationException($"a leaf of unknown kind: {n.Detail}");
        }
    }

    static Value Constant(BigInteger value, Unit unit) => Fields.Constant(value, unit);

    // Effects ----------------------------------------------------------------------------------------------------------

    void Effects(Place place)
    {
        var (hold, numbers) = (new Hold(place.Unit), new List<(Value Now, Value Next)>());
        foreach (var (register, next) in place.Body.NextValues())
        {
            var value = Of(place, next.Node, NoLane);
            var now = place.State[register];
            if (now.Kind != Kind.Parts) Update(now, value);
            else
                foreach (var (part, field) in Fields.Align(value, [.. now.Args.Select(a => a.Range.Width)], place.Unit, place.LaneUnit!).Zip(now.Args, (f, p) => (p, f)))
                    Update(part, field);
        }
        Updates(numbers, hold);
        foreach (var m in place.Body.Memories)
        {
            var store = place.Stores[m];
            foreach (var r in m.Reads) flat.Effects.Add(new ReadWord(place.State[r].Cell, store, Of(place, r.Enable.Node, NoLane), Of(place, r.Address.Node, NoLane)));
            foreach (var (i, w) in m.Writes.Index())
                flat.Effects.Add(new WriteWord(store, i, Of(place, w.Enable.Node, NoLane), Of(place, w.Address.Node, NoLane), Of(place, w.Data.Node, NoLane), w.Mask is { } mask ? Of(place, mask.Node, NoLane) : null, m.Word.Element.Width));
        }

        void Update(Value now, Value next)
        {
            if (!now.IsLanes && !now.IsWide) numbers.Add((now, next));
            else if (hold.Split(now, next) is var (when, value)) flat.Effects.Add(new Update(now.Cell, when, value));
        }
    }

    /// <summary>Below this, choosing costs less than a branch.</summary>
    const int FewestBehindBranch = 6;

    /// <summary>A choice between a new value and the old one is a condition on the update; of numbers, where enough depends on it.</summary>
    void Updates(IEnumerable<(Value Now, Value Next)> numbers, Hold hold)
    {
        var split = numbers.Select(n => (n.Now, Whole: n.Next, Part: hold.Split(n.Now, n.Next))).Where(n => n.Part is not null).ToList();
        foreach (var group in split.GroupBy(n => n.Part!.Value.When))
        {
            var branch = group.Key is not null && group.Sum(n => 1 + Size(n.Part!.Value.Next, FewestBehindBranch)) >= FewestBehindBranch;
            foreach (var n in group) flat.Effects.Add(branch ? new Update(n.Now.Cell, group.Key, n.Part!.Value.Next) : new Update(n.Now.Cell, null, n.Whole));
        }
    }

    static int Size(Value v, int limit)
    {
        if (v.IsLeaf || limit <= 0) return 0;
        var size = 1;
        foreach (var a in v.Args) size += Size(a, limit - size);
        return size;
    }

    /// <summary>The promises that the module's Verilog asserts.</summary>
    void Checks(Place place)
    {
        if (!Clocking.NeedsClock(place.Body)) return;
        using var _ = place.Body.Table.Enter();
        foreach (var (promise, guard) in Hw.Hdl.Verilog.Promises.Of(place.Body))
        {
            var node = Hw.Hdl.Verilog.Promises.Kept(promise, guard).Node;
            if (place.DependsOnLane(node)) continue;
            var kept = Of(place, node, NoLane);
            if (kept.IsLanes)
                kept = Fields.Operation(Op.Equal, Interval.Bit, 0, 0, null, [Fields.Pack(kept, place.Lanes, 1, place.LaneUnit!), Constant((BigInteger.One << place.Lanes) - 1, place.Unit)], place.Unit, place.Unit);
            if (!kept.IsConstant) flat.Effects.Add(new Check(place.Unit, kept, Clocking.NeedsReset(place.Body) ? flat.Inputs["reset"] : null, $"{place.Unit}: {promise.Detail}"));
        }
    }

    void Probes(Place place)
    {
        if (place.Parent is not null)
            foreach (var port in place.Body.Ports) Probe(place, port.Name, port.Width, Of(place, port));
        foreach (var (name, node) in place.Body.Named().Where(n => !place.DependsOnLane(n.Value)))
            Probe(place, name, node.Range.Width, Of(place, node, NoLane));
    }

    void Probe(Place place, string name, int width, Value value)
    {
        var fields = new List<(Value, int)>();
        var low = 0;
        foreach (var (part, bits) in value.Kind == Kind.Parts ? value.Args.Zip((int[])value.Detail!) : [(value, width)])
        {
            fields.Add((part, low));
            low += bits;
        }
        flat.Probes.Add((place.Prefix + name, width, place.Lanes, fields));
    }
}
