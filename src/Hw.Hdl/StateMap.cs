namespace Hw.Hdl;

public enum StateKind
{
    Register,
    /// <summary>The word that a memory's read port shows.</summary>
    ReadData,
    Memory,
}

/// <summary>
/// One thing that remembers: a register, a read port of a memory, or a memory. <see cref="Path"/> is what the Verilog calls it, from the
/// top module down (`array.g_lanes[3].lanes.shadow`): waves, probes and messages all use it.
/// </summary>
/// <param name="Depth">Words of a memory; 0 for the others.</param>
public sealed record StateElement(string Path, StateKind Kind, Shape Shape, int Depth, BigInteger? Reset)
{
    public int Width => Shape.Width;
    internal object Identity { get; init; } = null!;
    internal int[] Lanes { get; init; } = [];

    public override string ToString() => Path;
}

/// <summary>All state of a design in one fixed order: depth first, registers before read ports before memories before children, lane by lane.</summary>
public static class StateMap
{
    public static IReadOnlyList<StateElement> Of(Design design)
    {
        var found = new List<StateElement>();
        Visit(design.Top, "", []);
        return found;

        void Visit(Body body, string prefix, int[] lanes)
        {
            foreach (var r in body.Registers) found.Add(new(prefix + r.Name, StateKind.Register, r.Shape, 0, r.ResetValue) { Identity = r, Lanes = lanes });
            foreach (var m in body.Memories)
                foreach (var read in m.Reads) found.Add(new(prefix + read.Name, StateKind.ReadData, m.Word, 0, null) { Identity = read, Lanes = lanes });
            foreach (var m in body.Memories) found.Add(new(prefix + m.Name, StateKind.Memory, m.Word, m.Depth, null) { Identity = m, Lanes = lanes });
            foreach (var child in body.Children)
                if (!child.IsArray) Visit(child.Body, prefix + Prefix(child, 0), lanes);
                else
                    for (var lane = 0; lane < child.Lanes; lane++) Visit(child.Body, prefix + Prefix(child, lane), [.. lanes, lane]);
        }
    }

    /// <summary>What the Verilog path of an instance adds to its parent's.</summary>
    internal static string Prefix(Child child, int lane) => child.IsArray ? $"g_{child.Name}[{lane}].{child.Name}." : $"{child.Name}.";
}
