namespace Hw.Hdl;

/// <summary>
/// A value chosen by lines of which at most one is 1: <c>unique case</c> in Verilog, so that no priority is built. To every other reading it is the chain of Mux that it is made of, which
/// means the same in any order. That the lines exclude each other is shown when the text is read, never promised: any two compare the same bits with different constants, or one asks for
/// what the other excludes (HW0106).
/// </summary>
sealed record Selection(IReadOnlyList<SelectionArm> Arms, Node Otherwise)
{
    /// <summary>What all lines compare with constants; null where they are conditions of their own.</summary>
    public Node? Key { get; } = Arms.SelectMany(a => a.Lines).ToList() is { Count: > 0 } lines && lines.All(l => l is { Op: Op.Equal, Operands: [_, { Op: Op.Constant }] } && l.Operands[0] == lines[0].Operands[0])
        ? lines[0].Operands[0] : null;

    /// <summary>Under the name that Verilog shows, which may be that of the output it drives.</summary>
    public static Signal Make(Body body, string name, IEnumerable<(Signal Line, Signal Value)> arms, Signal otherwise, Origin origin)
    {
        var open = arms.Where(a => a.Value.Node != otherwise.Node && a.Line.Node is not { Op: Op.Constant, Value.IsZero: true }).ToList();
        for (var j = 0; j < open.Count; j++)
            for (var i = 0; i < j; i++)
                if (!Exclusion.Holds(open[i].Line.AsCondition("Case").Node, open[j].Line.AsCondition("Case").Node))
                    body.Report("HW0106", origin, $"two lines that choose `{name}` can both be 1: {Short(open[i].Line)} and {Short(open[j].Line)}",
                        "let them compare the same bits with different constants, or say which comes first with Mux");
        var grouped = open.GroupBy(a => a.Value.Node).Select(g => (Lines: g.Select(a => a.Line).ToList(), g.First().Value)).ToList();
        var chosen = grouped.AsEnumerable().Reverse().Aggregate(otherwise, (rest, arm) => Signal.Mux(arm.Lines.Aggregate((a, b) => a | b), arm.Value, rest)).Named(name);
        if (chosen.Node is { Op: Op.Named, Detail: string own } && own == name)
            body.Selections[chosen.Node] = new([.. grouped.Select(g => new SelectionArm([.. g.Lines.Select(l => l.Node)], g.Value.Node))], otherwise.Node);
        return chosen;
    }

    static string Short(Signal line) => $"{line}" is { Length: <= 60 } text ? $"`{text}`" : $"`{$"{line}"[..57]}…`";
}

/// <param name="Lines">One of them is 1: the value is this.</param>
sealed record SelectionArm(IReadOnlyList<Node> Lines, Node Value);

/// <summary>Whether two conditions can hold at once, as far as their comparisons with constants show.</summary>
static class Exclusion
{
    public static bool Holds(Node a, Node b)
    {
        var (x, y) = (Facts.Of(a), Facts.Of(b));
        return x.Never || y.Never || x.Holding.Overlaps(y.Failing) || x.Failing.Overlaps(y.Holding)
            || x.Bits.Any(f => y.Bits.TryGetValue(f.Key, out var other) && !(f.Value.Mask & other.Mask & (f.Value.Value ^ other.Value)).IsZero);
    }

    /// <summary>What is so wherever a condition holds: bits of values, and other conditions that hold or fail.</summary>
    sealed class Facts
    {
        static readonly ConditionalWeakTable<Node, Facts> Known = [];

        public Dictionary<Node, (BigInteger Mask, BigInteger Value)> Bits { get; } = [];
        public HashSet<Node> Holding { get; } = [];
        public HashSet<Node> Failing { get; } = [];
        public bool Never { get; private set; }

        public static Facts Of(Node condition) => Known.GetValue(condition, static c => { var facts = new Facts(); facts.Add(c, true); return facts; });

        void Add(Node n, bool holds)
        {
            (holds ? Holding : Failing).Add(n);
            switch (n)
            {
                case { Op: Op.Named }: Add(n.Operands[0], holds); break;
                case { Op: Op.Not }: Add(n.Operands[0], !holds); break;
                case { Op: Op.And } when holds && n.Range == Interval.Bit:
                case { Op: Op.Or } when !holds && n.Range == Interval.Bit:
                    foreach (var o in n.Operands) Add(o, holds);
                    break;
                case { Op: Op.Equal, Operands: [var value, { Op: Op.Constant } constant] } when holds: Fix(value, constant.Value); break;
                case { Op: Op.NotEqual, Operands: [var value, { Op: Op.Constant } constant] } when !holds: Fix(value, constant.Value); break;
                case { Op: Op.Slice or Op.Leaf } when n.Range == Interval.Bit: Fix(n, holds ? 1 : 0); break;
                case { Op: Op.Constant }: Never |= holds == n.Value.IsZero; break;
            }
        }

        void Fix(Node value, BigInteger constant)
        {
            while (value.Op == Op.Named) value = value.Operands[0];
            if (value.Op == Op.Concat)
            {
                foreach (var (i, width) in ((int[])value.Detail!).Index())
                {
                    if (!value.Operands[i].Range.IsSigned) Fix(value.Operands[i], constant & Interval.UInt(width).Max);
                    constant >>= width;
                }
                return;
            }
            var (word, low, width0) = value.Op == Op.Slice ? (value.Operands[0], value.Low, value.High - value.Low + 1) : (value, 0, value.Range.Width);
            var (mask, bits) = (Interval.UInt(width0).Max << low, (constant & Interval.UInt(width0).Max) << low);
            var (knownMask, knownBits) = Bits.GetValueOrDefault(word);
            Never |= !(mask & knownMask & (bits ^ knownBits)).IsZero;
            Bits[word] = (mask | knownMask, bits | knownBits);
        }
    }
}
