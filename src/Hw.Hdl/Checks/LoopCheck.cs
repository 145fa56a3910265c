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
        readonly Stack<string> path = new();
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
            if (named) path.Push($"{place.Body.Path}.{node}");
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
            if (OneLane(node, lane) is var (output, index)) Visit(place.Child(output.Child, index), output.Child.Body.Outputs[output.Port].Value.Node, 0);
            else foreach (var operand in node.Operands) Visit(place, operand, lane);
        }

        /// <summary>A selection of one lane's output by the symbolic index or a constant depends on that lane only.</summary>
        static (ChildOutput, int)? OneLane(Node node, int lane) =>
            node is { Op: Op.Element, Operands: [{ Op: Op.Leaf, Detail: ChildOutput o }, { Detail: LaneIndex index }] } && o.Child.IsArray && node.High == o.Port.Width
                && index.At(lane) is var i && i >= 0 && i < o.Child.Lanes ? (o, i)
            : node is { Op: Op.Slice, Operands: [{ Op: Op.Leaf, Detail: ChildOutput p }] } && p.Child.IsArray && node.Low / p.Port.Width == node.High / p.Port.Width
                ? (p, node.Low / p.Port.Width) : null;

        void Report(Place place, Node node)
        {
            found = true;
            var names = path.Reverse().Distinct().ToList();
            place.Body.Report("HW0105", Origin.Unknown, $"a value depends on itself within the cycle: {string.Join(" ← ", names)}", "break the loop with a register");
        }
    }
}
