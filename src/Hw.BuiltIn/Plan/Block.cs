using Hw.BuiltIn.Flat;

namespace Hw.BuiltIn.Plan;

/// <summary>What is evaluated together: values of one unit within a cycle, or all effects of a unit at the edge.</summary>
sealed class Block(Unit unit, bool atEdge)
{
    public Unit Unit { get; } = unit;
    public bool AtEdge { get; } = atEdge;
    /// <summary>Operands before users.</summary>
    public List<Value> Values { get; } = [];
    public List<Effect> Effects { get; } = [];
    public List<Hw.Hdl.Port> Outputs { get; } = [];
    /// <summary>What it reads that others make: cells, inputs, and values of earlier blocks.</summary>
    public HashSet<Value> Reads { get; } = [];

    public bool IsLanes => Unit.Lanes > 0;
    public override string ToString() => $"{Unit}{(AtEdge ? " at the edge" : "")}";
}

/// <summary>
/// A design in the order in which it is evaluated. A unit behind a gate is evaluated only in cycles in which something that enters it, or
/// a cell that it reads, is not what it was the cycle before.
/// </summary>
sealed class Timetable
{
    public List<Block> Settling { get; } = [];
    public List<Block> Edges { get; } = [];
    /// <summary>Values that another block, an output or a probe reads.</summary>
    public HashSet<Value> Kept { get; } = [];
    /// <summary>The gates behind which a cell, an input or a kept value is read; of a value not that of its own unit.</summary>
    public Dictionary<Value, SortedSet<int>> Gates { get; } = [];
    public int GateCount { get; set; }
    public Dictionary<Value, List<Hw.Hdl.Port>> Outputs { get; } = [];
    public IEnumerable<Block> All => Settling.Concat(Edges);
}
