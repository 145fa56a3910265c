namespace Hw.Hdl;

/// <summary>Everything that has a value is given one: outputs, registers, memories, the inputs of children. HW0101.</summary>
static class UndrivenCheck
{
    public static void Run(Body body)
    {
        foreach (var port in body.Ports.Where(p => p.Direction == Direction.Out && !body.Outputs.ContainsKey(p)))
            body.Report("HW0101", port.Origin, $"the output `{port.Name}` is never driven", $"say {port.Name}.Drive(…) in Build, or drop the port");

        var assigned = body.Statements.Values().Where(v => v.Target is not null).Select(v => v.Target!).ToHashSet();
        foreach (var register in body.Registers.Where(r => !assigned.Contains(r)))
            body.Report("HW0101", register.Origin, $"the register `{register.Name}` is never assigned", $"say {register.Name}.Next = …; a constant needs no register");

        foreach (var memory in body.Memories.Where(m => m.Writes.All(w => w.Enable.IsConstant && w.Enable.Node.Value.IsZero)))
            body.Report("HW0101", memory.Origin, $"the memory `{memory.Name}` is never written", "say Write(…); a constant table is a Mux or a Lookup");

        foreach (var read in body.Memories.SelectMany(m => m.Reads).Where(r => r.Enable.IsConstant && r.Enable.Node.Value.IsZero))
            body.Report("HW0101", read.Origin, $"the read of `{read.Memory.Name}` is never enabled", "give it a condition, or drop the read");

        foreach (var child in body.Children)
            foreach (var port in child.Body.Ports.Where(p => p.Direction == Direction.In && !child.Inputs.ContainsKey(p)))
                body.Report("HW0101", child.Origin, $"the input `{port.Name}` of `{child.Name}` is not connected",
                    child.IsArray ? $"connect it in {child.Name}.Each(lane => lane.{port.Name}.Drive(…))" : $"say {child.Name}.{port.Name}.Drive(…)", port.Origin);
    }
}
