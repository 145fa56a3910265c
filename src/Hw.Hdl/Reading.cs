namespace Hw.Hdl;

/// <summary>Ways to walk a body that the checks, the writer and the simulators share.</summary>
static class Reading
{
    /// <summary>Every value the module's statements use, in the order written.</summary>
    public static IEnumerable<Signal> Roots(this Body body)
    {
        foreach (var memory in body.Memories)
        {
            foreach (var r in memory.Reads) { yield return r.Address; yield return r.Enable; }
            foreach (var w in memory.Writes)
            {
                yield return w.Enable; yield return w.Address; yield return w.Data;
                if (w.Mask is { } mask) yield return mask;
            }
        }
        foreach (var (value, _) in body.Statements.Values()) yield return value;
        foreach (var child in body.Children)
            foreach (var input in child.Inputs.Values) yield return input.Value;
        foreach (var output in body.Outputs.Values) yield return output.Value;
        foreach (var (value, _) in body.Unused) yield return value;
    }

    /// <summary>Conditions and assigned values; the register where there is one.</summary>
    public static IEnumerable<(Signal Value, Reg? Target)> Values(this IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
            if (statement is Assignment a) yield return (a.Value, a.Target);
            else
                foreach (var branch in ((Choice)statement).Branches)
                {
                    if (branch.Condition is { } condition) yield return (condition, null);
                    foreach (var inner in branch.Statements.Values()) yield return inner;
                }
    }

    public static IEnumerable<Reg> Targets(this Statement statement) =>
        new[] { statement }.Values().Where(v => v.Target is not null).Select(v => v.Target!).Distinct();

    /// <summary>The output that a value drives under its very name, so that the text may say the name before the end. Null too where a plant has come between.</summary>
    public static Port? Drives(this Body body, Node named) => body.Bears(named) is { } port && body.Outputs[port].Value.Node == named ? port : null;

    /// <summary>The output that a value is named after and drives, but for a plant.</summary>
    public static Port? Bears(this Body body, Node named) => named is { Op: Op.Named, Detail: string name }
        ? body.Outputs.FirstOrDefault(o => o.Value.Sound == named && o.Key.Name == name && (o.Key.Shape.Range.Width, o.Key.Shape.Range.IsSigned) == (named.Range.Width, named.Range.IsSigned)).Key : null;

    /// <summary>Values with a name of their own, which are no port's.</summary>
    public static IEnumerable<(string Name, Node Value)> Named(this Body body) =>
        Nodes(body.Roots()).Where(n => n is { Op: Op.Named, Detail: string } && body.Bears(n) is null).Select(n => ((string)n.Detail!, n));

    /// <summary>Every node below the roots, each once, operands before users.</summary>
    public static List<Node> Nodes(IEnumerable<Signal> roots)
    {
        var (order, seen) = (new List<Node>(), new HashSet<Node>());
        foreach (var root in roots) Visit(root.Node);
        return order;

        void Visit(Node n)
        {
            if (!seen.Add(n)) return;
            foreach (var o in n.Operands) Visit(o);
            order.Add(n);
        }
    }

    /// <summary>The field of its operand that a slice takes, or an element whose place the lane decides.</summary>
    public static (Node Word, int High, int Low)? Field(Node n, int lane) => n switch
    {
        { Op: Op.Slice } => (n.Operands[0], n.High, n.Low),
        { Op: Op.Element, Operands: [_, { Detail: LaneIndex index }] } => (n.Operands[0], n.High * index.At(lane) + n.High - 1, n.High * index.At(lane)),
        _ => null,
    };

    /// <summary>
    /// The values a field is made of: through concatenations and slices down to single lanes of an array, so that what one lane
    /// takes from another does not depend on all of them. Offset is where the piece's low bit lies in the field.
    /// </summary>
    public static IEnumerable<(Node Word, int Lane, int High, int Low, int Offset)> Pieces(Node word, int high, int low, int offset = 0)
    {
        if (word.Op is Op.Named or Op.Wide) return Pieces(word.Operands[0], high, low, offset);
        if (word.Op == Op.Slice)
            return word.Low + low > word.High ? [] : Pieces(word.Operands[0], Math.Min(word.Low + high, word.High), word.Low + low, offset);
        if (word is { Op: Op.Leaf, Detail: ChildOutput { Child.IsArray: true } o })
            return Parts(Enumerable.Repeat(o.Port.Width, o.Child.Lanes), (lane, h, l, at) => [(word, lane, h, l, at)]);
        if (word.Op == Op.Concat)
            return Parts((int[])word.Detail!, (i, h, l, at) => Pieces(word.Operands[i], h, l, at));
        return [(word, -1, high, low, offset)];

        IEnumerable<(Node, int, int, int, int)> Parts(IEnumerable<int> widths, Func<int, int, int, int, IEnumerable<(Node, int, int, int, int)>> pieces)
        {
            var start = 0;
            foreach (var (i, width) in widths.Index())
            {
                var (h, l) = (Math.Min(high, start + width - 1), Math.Max(low, start));
                if (h >= l) foreach (var piece in pieces(i, h - start, l - start, offset + l - low)) yield return piece;
                start += width;
            }
        }
    }

    /// <summary>What a register becomes at the edge, as one expression; itself where nothing is assigned.</summary>
    public static Dictionary<Reg, Signal> NextValues(this Body body)
    {
        using var _ = body.Table.Enter();
        var next = body.Registers.ToDictionary(r => r, r => Signal.Leaf(r, r.Shape.Range));
        Apply(body.Statements, next);
        return next;
    }

    static void Apply(IEnumerable<Statement> statements, Dictionary<Reg, Signal> next)
    {
        foreach (var statement in statements)
            if (statement is Assignment a) next[a.Target] = a.Value;
            else
            {
                var choice = (Choice)statement;
                foreach (var register in statement.Targets())
                {
                    var value = next[register];
                    foreach (var branch in Enumerable.Reverse(choice.Branches))
                    {
                        var inner = new Dictionary<Reg, Signal>(next);
                        Apply(branch.Statements, inner);
                        value = branch.Condition is { } c ? Signal.Mux(c, inner[register], value) : inner[register];
                    }
                    next[register] = value;
                }
            }
    }
}
