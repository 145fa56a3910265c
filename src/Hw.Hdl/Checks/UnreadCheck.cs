namespace Hw.Hdl;

/// <summary>Everything declared is used: an unread input, register, memory or child's output is hardware nobody asked for. HW0104.</summary>
static class UnreadCheck
{
    public static void Run(Body body)
    {
        using var _ = body.Table.Enter();
        var read = Reading.Nodes(body.Roots()).Where(n => n.Op == Op.Leaf).Select(n => n.Detail).ToHashSet();

        foreach (var port in body.Ports.Where(p => p.Spare is not null && p.Direction == Direction.In && !read.Contains(p)).ToList())
        {
            body.Unused.Add((Signal.Leaf(port, port.Shape.Range), port.Spare!));
            read.Add(port);
        }

        foreach (var port in body.Ports.Where(p => p.Direction == Direction.In && !read.Contains(p)))
            body.Report("HW0104", port.Origin, $"the input `{port.Name}` is never read", "drop the port, or say Unused(…, \"why\")");

        foreach (var register in body.Registers.Where(r => !read.Contains(r)))
            body.Report("HW0104", register.Origin, $"the register `{register.Name}` is never read", "drop it, or say Unused(…, \"why\")");

        foreach (var memory in body.Memories)
        {
            if (memory.Reads.Count == 0) body.Report("HW0104", memory.Origin, $"the memory `{memory.Name}` is never read", "drop it, or read it");
            foreach (var r in memory.Reads.Where(r => !read.Contains(r)))
                body.Report("HW0104", r.Origin, $"the word read from `{memory.Name}` is never used", "drop the read, or say Unused(…, \"why\")");
        }

        foreach (var child in body.Children.Where(c => !c.IsArray))
            foreach (var because in child.Body.Ports.Where(p => p.Direction == Direction.Out && p.Spare is not null && !read.Contains(new ChildOutput(child, p))).GroupBy(p => p.Spare!).ToList())
            {
                var outputs = because.Select(child.Output).ToList();
                body.Unused.Add((Signal.Concat([.. outputs.Select(o => (o[o.Width - 1, 0], o.Width))]), because.Key));
                read.UnionWith(outputs.Select(o => o.Node.Detail));
            }

        foreach (var child in body.Children)
            foreach (var port in child.Body.Ports.Where(p => p.Direction == Direction.Out && !read.Contains(new ChildOutput(child, p))))
                body.Report("HW0104", child.Origin, $"the output `{port.Name}` of `{child.Name}` is never read",
                    "read it, say Unused(…, \"why\"), or make the port depend on a parameter of the child", port.Origin);
    }
}
