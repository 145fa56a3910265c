namespace Hw.Hdl;

/// <summary>
/// No value depends on itself within a cycle: HW0105. Followed through children and lane by lane through arrays, so a chain
/// from lane to lane is not mistaken for a loop.
/// </summary>
static class LoopCheck
{
    public static void Run(Body top) => new Walk().Start(new(top, null, null, 0));

    sealed record Place(Body Body, Place? Parent, Child? As, int Lane)
    {
        public Dictionary<Child, Place[]> Children { get; } = [];

        public Place Child(Child child, int lane)
        {
            if (!Children.TryGetValue(child, out var lanes))
                Children.Add(child, lanes = [.. Enumerable.Range(0, Math.Max(1, child.Lanes)).Select(i => new Place(child.Body, this, child, i))]);
            return lanes[lane];
        }
    }

    sealed class Walk
    {
        readonly Dictionary<(Place, Node, int), bool> done = [];
        readonly Stack<(string Name, Origin Origin)> path = new();
        bool found;

        public void Start(Place place)
        {
            foreach (var child in place.Body.Children)
                for (var lane = 0; lane < Math.Max(1, child.Lanes); lane++)
                {
                    foreach (var input in child.Inputs.Values) Visit(place, input.Value.Node, lane);
                    Start(place.Child(child, lane));
                }
            foreach (var root in place.Body.Roots()) Visit(place, root.Node, 0);
        }

        void Visit(Place place, Node node, int lane)
        {
            if (found || node.Op == Op.Constant) return;
            if (done.TryGetValue((place, node, lane), out var finished))
            {
                if (!finished) Report(place, node);
                return;
            }
            done[(place, node, lane)] = false;
            var named = node.Op is Op.Leaf or Op.Named;
            if (named) path.Push(($"{place.Body.Path}.{node}", OriginOf(place, node)));
            Follow(place, node, lane);
            if (named && !found) path.Pop();
            done[(place, node, lane)] = true;
        }

        void Follow(Place place, Node node, int lane)
        {
            switch (node.Detail)
            {
                case Port { Direction: Direction.In } port when node.Op == Op.Leaf:
                    if (place.Parent is { } parent && place.As!.Inputs.TryGetValue(port, out var driver)) Visit(parent, driver.Value.Node, place.Lane);
                    return;
                case Port port when node.Op == Op.Leaf:
                    Visit(place, place.Body.Outputs[port].Value.Node, lane);
                    return;
                case ChildOutput o when node.Op == Op.Leaf:
                    for (var i = 0; i < Math.Max(1, o.Child.Lanes); i++) Visit(place.Child(o.Child, i), o.Child.Body.Outputs[o.Port].Value.Node, 0);
                    return;
            }
            if (Reading.Field(node, lane) is not var (word, high, low))
                foreach (var operand in node.Operands) Visit(place, operand, lane);
            else
                foreach (var piece in Reading.Pieces(word, high, low))
                    if (piece.Lane < 0) Visit(place, piece.Word, lane);
                    else if (piece.Word.Detail is ChildOutput one) Visit(place.Child(one.Child, piece.Lane), one.Child.Body.Outputs[one.Port].Value.Node, 0);
        }

        static Origin OriginOf(Place place, Node node) => node.Detail switch
        {
            Port { Direction: Direction.Out } p when place.Body.Outputs.TryGetValue(p, out var driver) => driver.Origin,
            Port p when place.As?.Inputs.TryGetValue(p, out var driver) == true => driver.Origin,
            Wire w => w.Origin,
            _ => Origin.Unknown,
        };

        void Report(Place place, Node node)
        {
            found = true;
            var names = path.Reverse().SkipWhile(p => p.Name != $"{place.Body.Path}.{node}").ToList();
            if (names.Count == 0) names = [.. path.Reverse()];
            place.Body.Report("HW0105", names.Select(n => n.Origin).FirstOrDefault(o => o.IsKnown, Origin.Unknown),
                $"a value depends on itself within the cycle: {string.Join(" ← ", names.Select(n => n.Name).Append(names.Select(n => n.Name).FirstOrDefault() ?? ""))}", "break the loop with a register");
        }
    }
}
