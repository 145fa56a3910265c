namespace Hw.Hdl;

/// <summary>
/// The reference simulator: evaluates the graph as it stands, one node at a time, on exact integers. Slow and obvious; every
/// faster simulator must agree with it. Values are pulled through the hierarchy on demand and kept until something changes.
/// </summary>
public sealed class Interpreter
{
    readonly Place top;
    readonly Dictionary<Port, BigInteger> inputs = [];
    readonly Dictionary<string, Place> places = [];
    readonly Dictionary<Body, Dictionary<Reg, Signal>> nextValues = [];
    BigInteger reset;

    public Interpreter(Design design)
    {
        top = new(this, design.Top, null, null, 0, "");
        foreach (var port in design.Ports.Where(p => p.Direction == Direction.In)) inputs[port] = port.Shape.Range.Min > 0 ? port.Shape.Range.Min : 0;
    }

    /// <summary>The value of a port of the top, by its Verilog name. Setting an input wraps it to the port's width.</summary>
    public BigInteger this[string name]
    {
        get => top.Value(Port(name));
        set
        {
            top.Forget();
            if (name == "reset") reset = value;
            else inputs[Port(name)] = (Port(name).Shape.Range.IsSigned ? Interval.Int(Port(name).Width) : Interval.UInt(Port(name).Width)).Wrap(value);
        }
    }

    Port Port(string name) => top.Body.Ports.Find(p => p.Name == name)
        ?? throw new BitsException($"`{top.Body.VerilogName}` has no port `{name}`; it has {string.Join(", ", top.Body.Ports)}");

    /// <summary>The value of a register or of a memory's read port, as in <see cref="StateMap"/>; within its range, or Verilog may show another.</summary>
    public BigInteger this[StateElement element]
    {
        get => PlaceOf(element).State.GetValueOrDefault(element.Identity);
        set
        {
            top.Forget();
            PlaceOf(element).State[element.Identity] = element.Shape.Range.Wrap(value);
        }
    }

    /// <summary>A word of a memory.</summary>
    public BigInteger this[StateElement memory, int address]
    {
        get => PlaceOf(memory).Words(memory).GetValueOrDefault(address);
        set => PlaceOf(memory).Words(memory)[address] = memory.Shape.Range.Wrap(value);     // a read port is a register: nothing sees the word before the edge
    }

    Place PlaceOf(StateElement element) => places.GetValueOrDefault(element.Path[..(element.Path.LastIndexOf('.') + 1)])
        ?? throw new BitsException($"`{top.Body.VerilogName}` has no `{element}`: it is state of another design");

    /// <summary>One rising clock edge.</summary>
    public void Step(int cycles = 1)
    {
        for (var i = 0; i < cycles; i++)
        {
            top.Prepare(reset);
            top.Commit();
            top.Forget();
        }
    }

    /// <summary>One instance (one lane of an array): the state of its registers and memories, and the values of this cycle.</summary>
    sealed class Place
    {
        readonly Interpreter owner;
        readonly Place? parent;
        readonly Child? self;
        readonly int lane;
        readonly Dictionary<Child, Place[]> children = [];
        readonly Dictionary<Memory, Dictionary<BigInteger, BigInteger>> memories = [];
        readonly Dictionary<Reg, Signal> next;
        readonly Dictionary<(Node, int), BigInteger> known = [];
        readonly List<Action> commits = [];

        public Place(Interpreter owner, Body body, Place? parent, Child? self, int lane, string path)
        {
            owner.places[path] = this;
            (this.owner, Body, this.parent, this.self, this.lane) = (owner, body, parent, self, lane);
            if (!owner.nextValues.TryGetValue(body, out next!)) owner.nextValues[body] = next = body.NextValues();
            foreach (var memory in body.Memories) memories[memory] = [];
            foreach (var child in body.Children)
                children[child] = [.. Enumerable.Range(0, Math.Max(1, child.Lanes)).Select(i => new Place(owner, child.Body, this, child, i, path + StateMap.Prefix(child, i)))];
        }

        public Body Body { get; }
        /// <summary>Of registers and read ports.</summary>
        public Dictionary<object, BigInteger> State { get; } = [];
        public Dictionary<BigInteger, BigInteger> Words(StateElement memory) => memories[(Memory)memory.Identity];
        IEnumerable<Place> Descend() => children.Values.SelectMany(c => c);

        public BigInteger Value(Port port) => Evaluate(port.Direction == Direction.Out ? Body.Outputs[port].Value.Node : Signal.Leaf(port, port.Shape.Range).Node, 0);

        BigInteger Evaluate(Node node, int index)
        {
            if (node.Op == Op.Constant) return node.Value;
            if (known.TryGetValue((node, index), out var value)) return value;
            value = node.Op == Op.Leaf ? Leaf(node, index)
                : Reading.Field(node, index) is var (word, high, low) ? Field(node, word, high, low, index)
                : node.Evaluate(n => Evaluate(n, index));
            return known[(node, index)] = value;
        }

        /// <summary>Only what the field is made of: the other lanes of an array may depend on it.</summary>
        BigInteger Field(Node node, Node word, int high, int low, int index)
        {
            var bits = BigInteger.Zero;
            foreach (var p in Reading.Pieces(word, high, low))
            {
                var whole = p.Lane < 0 ? Evaluate(p.Word, index) : children[((ChildOutput)p.Word.Detail!).Child][p.Lane].Value(((ChildOutput)p.Word.Detail!).Port);
                bits |= ((whole >> p.Low) & Interval.UInt(p.High - p.Low + 1).Max) << p.Offset;
            }
            return node.Op == Op.Element ? node.Range.Wrap(bits) : bits;
        }

        BigInteger Leaf(Node node, int index) => node.Detail switch
        {
            Port { Direction: Direction.In } p => parent is null ? owner.inputs[p] : parent.Evaluate(self!.Inputs[p].Value.Node, lane),
            Port p => Evaluate(Body.Outputs[p].Value.Node, index),
            ChildOutput { Child.IsArray: false } o => children[o.Child][0].Value(o.Port),
            ChildOutput o => children[o.Child].Select((c, i) => (c.Value(o.Port) & Interval.UInt(o.Port.Width).Max) << (i * o.Port.Width)).Aggregate(BigInteger.Zero, (a, b) => a | b),
            LaneIndex i => i.At(index),
            Reg or MemoryRead => State.GetValueOrDefault(node.Detail),
            _ => throw new InvalidOperationException($"a leaf of unknown kind: {node.Detail}"),
        };

        /// <summary>Works out every effect of the edge from the values before it.</summary>
        public void Prepare(BigInteger reset)
        {
            commits.Clear();
            foreach (var (register, value) in next)
            {
                var after = !reset.IsZero && register.ResetValue is { } r ? r : Evaluate(value.Node, 0);
                commits.Add(() => State[register] = after);
            }
            foreach (var (memory, words) in memories) Prepare(memory, words);
            foreach (var child in Descend()) child.Prepare(reset);
        }

        void Prepare(Memory memory, Dictionary<BigInteger, BigInteger> words)
        {
            var writes = memory.Writes.Where(w => !Evaluate(w.Enable.Node, 0).IsZero)
                .Select(w => (Address: Evaluate(w.Address.Node, 0), Data: Evaluate(w.Data.Node, 0), Mask: w.Mask is { } m ? Spread(memory, Evaluate(m.Node, 0)) : -1)).ToList();
            foreach (var read in memory.Reads.Where(r => !Evaluate(r.Enable.Node, 0).IsZero))
            {
                var address = Evaluate(read.Address.Node, 0);
                var word = words.GetValueOrDefault(address);
                if (memory.Collision == Collision.WriteFirst)
                    foreach (var w in writes.Where(w => w.Address == address)) word = Merge(word, w.Data, w.Mask, memory);
                commits.Add(() => State[read] = word);
            }
            commits.Add(() => { foreach (var w in writes) words[w.Address] = Merge(words.GetValueOrDefault(w.Address), w.Data, w.Mask, memory); });
        }

        static BigInteger Merge(BigInteger old, BigInteger data, BigInteger mask, Memory memory) => memory.Word.Range.Wrap((old & ~mask) | (data & mask));

        static BigInteger Spread(Memory memory, BigInteger mask)
        {
            var (width, bits) = (memory.Word.Element.Width, BigInteger.Zero);
            for (var i = 0; i < memory.Word.Count; i++)
                if (!((mask >> i) & 1).IsZero) bits |= Interval.UInt(width).Max << (i * width);
            return bits;
        }

        public void Commit()
        {
            foreach (var commit in commits) commit();
            foreach (var child in Descend()) child.Commit();
        }

        public void Forget()
        {
            known.Clear();
            foreach (var child in Descend()) child.Forget();
        }
    }
}
