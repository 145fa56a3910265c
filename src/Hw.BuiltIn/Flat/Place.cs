using Hw.Bits;
using Hw.Hdl;

namespace Hw.BuiltIn.Flat;

/// <summary>An instance while the hierarchy is flattened; an array that became lanes is one place for all of them.</summary>
sealed class Place
{
    public Place(Body body, Place? parent, Child? self, int lane, int lanes, string prefix, int[] lanePath)
    {
        (Body, Parent, Self, Lane, Lanes, Prefix, LanePath) = (body, parent, self, lane, lanes, prefix, lanePath);
        Unit = new(prefix.TrimEnd('.'), 0) { Parent = parent?.Unit };
        LaneUnit = lanes == 0 ? null : parent!.Lanes > 0 ? parent.LaneUnit : new(prefix.TrimEnd('.'), lanes) { Array = body.Path, Shared = Unit };
        if (LaneUnit is not null) Unit.HasLanes = true;
    }

    public Body Body { get; }
    public Place? Parent { get; }
    public Child? Self { get; }
    /// <summary>Which lane of an array that was unrolled; −1 for none, <see cref="Flattener.AllLanes"/> for all.</summary>
    public int Lane { get; }
    public int Lanes { get; }
    public string Prefix { get; }
    public int[] LanePath { get; }
    /// <summary>What is one value for all lanes, and what is one for each.</summary>
    public Unit Unit { get; }
    public Unit? LaneUnit { get; }
    public Dictionary<Child, Place[]> Children { get; } = [];
    public Dictionary<object, Value> State { get; } = [];
    public Dictionary<Memory, Store> Stores { get; } = [];
    public Dictionary<(Node, int), Value?> Known { get; } = [];
    /// <summary>Of lanes: outputs of all of them side by side.</summary>
    public Dictionary<Port, Value> Words { get; } = [];
    readonly Dictionary<Node, bool> dependsOnLane = [];

    /// <summary>Of a connection to an array: it says something else for each lane.</summary>
    public bool DependsOnLane(Node n)
    {
        if (n.Op is Op.Constant) return false;
        if (n.Op is Op.Leaf) return n.Detail is LaneIndex;
        if (dependsOnLane.TryGetValue(n, out var known)) return known;
        var depends = false;
        foreach (var o in n.Operands) depends |= DependsOnLane(o);
        return dependsOnLane[n] = depends;
    }

    public IEnumerable<Place> SelfAndBelow() => Children.Values.SelectMany(c => c).SelectMany(c => c.SelfAndBelow()).Prepend(this);
}

static class Places
{
    /// <summary>The array that makes a place a place of lanes.</summary>
    public static string LaneRoot(this Place place)
    {
        while (place.Parent is { Lanes: > 0 } parent) place = parent;
        return place.Body.Path;
    }
}
