namespace Hw.Hdl;

/// <summary>What depends on the lane of an array stands in that array's Each and nowhere else: HW0305.</summary>
static class LaneCheck
{
    public static void Run(Body body)
    {
        var known = new Dictionary<Node, Child?>();
        foreach (var child in body.Children)
            foreach (var driver in child.Inputs.Values) Report(driver.Value, driver.Origin, child);
        foreach (var (port, driver) in body.Outputs) Report(driver.Value, driver.Origin, null);
        foreach (var statement in body.Statements)
            foreach (var (value, _) in new[] { statement }.Values()) Report(value, statement.Origin, null);
        foreach (var memory in body.Memories)
        {
            foreach (var r in memory.Reads) { Report(r.Address, r.Origin, null); Report(r.Enable, r.Origin, null); }
            foreach (var w in memory.Writes) { Report(w.Enable, w.Origin, null); Report(w.Address, w.Origin, null); Report(w.Data, w.Origin, null); }
        }

        void Report(Signal value, Origin origin, Child? inside)
        {
            if (LaneOf(value.Node) is { } lanes && lanes != inside)
                body.Report("HW0305", origin, $"this value depends on the lane of `{lanes.Name}`; which one is meant?",
                    $"use it inside {lanes.Name}.Each(lane => …), where it was made", lanes.Origin);
        }

        Child? LaneOf(Node n)
        {
            if (known.TryGetValue(n, out var child)) return child;
            return known[n] = n is { Op: Op.Leaf, Detail: LaneIndex index } ? index.Array : n.Operands.Select(LaneOf).FirstOrDefault(c => c is not null);
        }
    }
}
