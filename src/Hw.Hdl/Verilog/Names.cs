namespace Hw.Hdl.Verilog;

/// <summary>The names of one module's text, each wire as wide as it is read, and a record of what is read.</summary>
/// <param name="measured">What an earlier draft of the text read; null while drafting.</param>
sealed class Names(Wires wires, IReadOnlyDictionary<Node, BigInteger>? measured) : INames
{
    readonly Dictionary<Node, BigInteger> reads = [];
    readonly SortedDictionary<(BigInteger, int, string), string> labels = [];
    readonly HashSet<string> inDigits = [];

    public bool IsRead(Node n) => measured?.ContainsKey(n) ?? true;
    public bool IsMeasured => measured is not null;
    public IReadOnlyDictionary<Node, BigInteger> Reads => reads;

    /// <summary>Localparams in the order of their values.</summary>
    public IEnumerable<(string Name, string Value, int Width)> Labels =>
        labels.Select(l => (l.Value, inDigits.Contains(l.Value) ? Hex.Text(l.Key.Item1, l.Key.Item2) : $"{l.Key.Item2}'d{l.Key.Item1}", l.Key.Item2));

    public Name? Of(Node n)
    {
        if (wires.Reference(n) is not { } text) return null;
        if (n.Op == Op.Lookup) return new(text, n.Range.Width, n.Range.IsSigned);   // a function call cannot be cut where it stands
        if (Expressions.InWords(n)) return new(text, Expressions.Word, n.Range.IsSigned);
        // what is shifted by a variable keeps the width it is shifted at
        if (n.Op == Op.ShiftRightBy) return new(text, Math.Max(n.Range.Width, n.Operands[0].Range.Width), n.Operands[0].Range.IsSigned);
        var (width, full) = (n.Range.Width, n.Op is Op.Leaf or Op.Named && n.Detail is not (LaneIndex or Hint));
        if (!full && (measured ?? reads).TryGetValue(n, out var read) && (int)read.GetBitLength() is var top && top < width && (measured is not null || drafting == n)) return new(text, top, false);
        return new(text, width, n.Range.IsSigned);
    }

    /// <summary>While drafting, a wire's own text is made at the width its users were found to read.</summary>
    Node? drafting;
    public Name Declare(Node n)
    {
        drafting = n;
        var name = Of(n)!.Value;
        drafting = null;
        return name;
    }

    /// <summary>Nodes that cannot be printed in place.</summary>
    public HashSet<Node> Needed { get; } = [];
    public void Need(Node n) => Needed.Add(n);

    public void Read(Node n, BigInteger bits) => reads[n] = reads.GetValueOrDefault(n) | bits;

    /// <summary>A state's name; with its enumeration's before it where two of the module's states would share one.</summary>
    public string Label(object label, BigInteger value, int width)
    {
        var (plain, full) = label is StateName s ? (Naming.Upper(s.Member), $"{Naming.Upper(s.Enumeration.Name)}_{Naming.Upper(s.Member)}") : ($"{label}", $"{label}");
        var key = (value, width, full);
        if (labels.TryGetValue(key, out var name)) return name;
        name = labels[key] = Free(!labels.ContainsValue(plain) ? plain : !labels.ContainsValue(full) ? full : $"{full}_{width}");
        if (label is Hex.Digits) inDigits.Add(name);
        return name;
    }

    public string Free(string name) => wires.Free(name);
    public string Table(Rom rom) => wires.Table(rom);

    /// <summary>The declared bits of a wire that nothing reads, as a list of fields; null where all are read.</summary>
    public string? UnreadBits(Node n)
    {
        var name = Of(n)!.Value;
        var unread = Interval.UInt(name.Width).Max & ~(measured ?? reads).GetValueOrDefault(n);
        if (unread.IsZero) return null;
        var fields = new List<string>();
        for (var i = name.Width - 1; i >= 0; i--)
        {
            if (((unread >> i) & 1).IsZero) continue;
            var high = i;
            while (i > 0 && !((unread >> (i - 1)) & 1).IsZero) i--;
            fields.Add(high == i ? $"{name.Text}[{high}]" : $"{name.Text}[{high}:{i}]");
        }
        return string.Join(", ", fields);
    }
}
