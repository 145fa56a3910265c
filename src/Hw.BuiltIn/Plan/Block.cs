using Hw.BuiltIn.Flat;

namespace Hw.BuiltIn.Plan;

/// <summary>
/// What is evaluated together, or not at all: values of one unit within a cycle, or all effects of a unit at the edge. It is
/// evaluated when something that it reads has changed.
/// </summary>
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
    /// <summary>Its place in the order, and in the frame's flags.</summary>
    public int Index { get; set; }

    public bool IsLanes => Unit.Lanes > 0;
    public override string ToString() => $"{Unit}{(AtEdge ? " at the edge" : "")}";
}

/// <summary>A design in the order in which it is evaluated.</summary>
sealed class Timetable
{
    public List<Block> Settling { get; } = [];
    public List<Block> Edges { get; } = [];
    /// <summary>Values that another block, an output or a probe reads.</summary>
    public HashSet<Value> Kept { get; } = [];
    /// <summary>Who reads a cell, an input or a kept value.</summary>
    public Dictionary<Value, List<Block>> Readers { get; } = [];
    public Dictionary<Value, List<Hw.Hdl.Port>> Outputs { get; } = [];
    public IEnumerable<Block> All => Settling.Concat(Edges);
}
