namespace Hw.Hdl;

/// <summary>
/// The same text in smaller operations, so that a cut finds a place: a sum of many terms is a tree of two-term ones, a
/// multiplication longer than <paramref name="longest"/> is two partial products and a sum, a shift by a variable longer than
/// <paramref name="shift"/> is one by the distance's high bits and one by its low bits. Exact; a promise becomes the truncation it is.
/// </summary>
sealed class Splitting(double longest, double shift)
{
    readonly Dictionary<Node, Node> made = [];
    readonly Dictionary<Node, double> arrival = [];

    public Node Of(Node n)
    {
        if (made.TryGetValue(n, out var known)) return known;
        if (n.Operands.Count == 0) return made[n] = n;
        var o = n.Operands.Select(Of).ToArray();
        return made[n] = n.Op switch
        {
            Op.Fits => Make(Op.Wrap, n.Range, [o[0]]),
            Op.Mux => Make(Op.Mux, n.Range, [o[0], Arm(o[1], n.Range), Arm(o[2], n.Range)]),
            Op.Sum => Tree(o, n.Range),
            Op.Multiply => Product(o[0], o[1], n.Range),
            Op.ShiftLeftBy or Op.ShiftRightBy => Shift(n.Op, o[0], o[1], n.Range),
            _ => Make(n.Op, n.Range, o, n.High, n.Low, n.Detail),
        };
    }

    /// <summary>A choice by comparison knows more than its arms do; behind a register it would no longer be so in a state that no run reaches.</summary>
    static Node Arm(Node arm, Interval range) => range.Full.Contains(arm.Range) ? arm : Make(Op.Wrap, range.Full, [arm]);

    static Node Make(Op op, Interval range, Node[] operands, int high = 0, int low = 0, object? detail = null) =>
        NodeTable.Current.Intern(op, range, operands, high, low, detail);

    double Arrival(Node n) => arrival.TryGetValue(n, out var t) ? t
        : arrival[n] = DelayModel.Of(n) + n.Operands.Select(Arrival).DefaultIfEmpty().Max();

    /// <summary>The two terms that come first are added first.</summary>
    Node Tree(Node[] terms, Interval range)
    {
        var open = new PriorityQueue<Node, (double, int)>();
        var count = 0;
        foreach (var term in terms) open.Enqueue(term, (Arrival(term), count++));
        while (open.Count > 1)
        {
            var (a, b) = (open.Dequeue(), open.Dequeue());
            var sum = Make(Op.Add, open.Count == 0 ? range : Ranges.Add(a.Range, b.Range), [a, b]);
            open.Enqueue(sum, (Arrival(sum), count++));
        }
        return open.Dequeue();
    }

    /// <summary>a · b = (a · ⌊b / 2^k⌋ · 2^k) + a · (b mod 2^k), the wider factor cut in half.</summary>
    Node Product(Node a, Node b, Interval range)
    {
        var whole = Make(Op.Multiply, range, [a, b]);
        if (a.Range.Width > b.Range.Width) (a, b) = (b, a);
        if (DelayModel.Of(whole) <= longest || b.Op == Op.Constant || a.Op == Op.Constant || b.Range.Width < 4) return whole;
        var k = b.Range.Width / 2;
        var (high, low) = (ShiftRight(b, k), Slice(b, k - 1));
        var upper = Product(a, high, Ranges.Multiply(a.Range, high.Range));
        var lower = Product(a, low, Ranges.Multiply(a.Range, low.Range));
        return Make(Op.Add, range, [ShiftLeft(upper, k), lower]);
    }

    /// <summary>A shift by n · 2^scale, the far part of the distance first. Modulo the width of the result nothing is lost between the two.</summary>
    Node Shift(Op op, Node a, Node n, Interval range, int scale = 0)
    {
        var distance = scale == 0 ? n : ShiftLeft(n, scale);
        var whole = Make(op, range, [a, distance]);
        if (DelayModel.Of(whole) <= shift || n.Range.Width < 2 || n.Op == Op.Constant) return whole;
        var k = n.Range.Width / 2;
        var (high, low) = (ShiftRight(n, k), Slice(n, k - 1));
        var reach = ShiftLeft(high, scale + k).Range;
        var far = op == Op.ShiftRightBy ? Shift(op, a, high, Ranges.ShiftRight(a.Range, reach), scale + k)
            : Shift(op, Make(Op.Wrap, Holding(a, range), [a]), high, range.Full, scale + k);
        return Shift(op, far, low, range, scale);
    }

    static Interval Holding(Node a, Interval range) => range.Full.Contains(a.Range) ? a.Range : range.Full;
    static Node ShiftLeft(Node n, int k) => Make(Op.ShiftLeft, Ranges.ShiftLeft(n.Range, Interval.Of(k)), [n], low: k);
    static Node ShiftRight(Node n, int k) => Make(Op.ShiftRight, Ranges.ShiftRight(n.Range, Interval.Of(k)), [n], low: k);
    static Node Slice(Node n, int high) => Make(Op.Slice, Ranges.Slice(n.Range, high, 0), [n], high, 0);
}
