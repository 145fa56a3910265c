namespace Hw.Hdl;

/// <summary>
/// A fault to be put into a design on purpose, to show that a check catches it. It names a register, an output, or a child's
/// input (`child.port`) of a module class by its Verilog name, and says what takes the place of the value driven into it. All
/// plants of one elaboration stand in one design behind the port `plant_select`: 0 is the sound design, n the n-th plant.
/// </summary>
/// <param name="Name">What a person asks for: `mm-wrong-operand`.</param>
/// <param name="What">What it breaks, one line.</param>
/// <param name="Break">From the place to the faulty value.</param>
public sealed record Plant(string Name, Type Module, string Target, string What, Func<PlantSite, Signal> Break)
{
    /// <summary>Module class and target, for lists and reports.</summary>
    public string Place => $"{Module.Name}.{Target}";
}

/// <summary>The place of a plant: the value it replaces, and everything else the module has.</summary>
public sealed class PlantSite
{
    readonly Body body;
    internal PlantSite(Body body, Signal value, Interval range) => (this.body, Value, Range) = (body, value, range);

    public Signal Value { get; }
    /// <summary>What the target is declared to hold; a faulty value is wrapped into it.</summary>
    public Interval Range { get; }

    /// <summary>Another register or port of the module, by its Verilog name.</summary>
    public Signal this[string name] => body.Registers.Cast<Wire>().Concat(body.Ports).FirstOrDefault(w => w.Name == name)
        ?? throw new BitsException($"`{body.Module!.GetType().Name}` has no register or port `{name}` for a plant to use");

    /// <summary>1 in one lane of the array whose connections are being written, 0 in the others.</summary>
    public Signal InLane(int lane) => (body.Each ?? throw new BitsException("a plant in a lane stands on an input of an array")).Index.Value == lane;
}

/// <summary>Plants of the elaboration under way.</summary>
static class Planting
{
    public const string Port = "plant_select";
    [ThreadStatic] static IReadOnlyList<Plant>? plants;
    [ThreadStatic] static HashSet<Plant>? used;

    public static T With<T>(IReadOnlyList<Plant> list, Func<T> elaborate)
    {
        (plants, used) = (list, []);
        try
        {
            var result = elaborate();
            return used.Count == list.Count ? result
                : throw new BitsException($"no place for the plant {string.Join(", ", list.Where(p => !used.Contains(p)).Select(p => $"{p.Name} ({p.Place})"))}");
        }
        finally { (plants, used) = (null, null); }
    }

    /// <summary>The value with every plant on this target behind the select.</summary>
    public static Signal Apply(Body body, string target, Signal value, Interval range)
    {
        if (plants is null || body.Module is not { } module) return value;
        for (var i = 0; i < plants.Count; i++)
        {
            if (plants[i].Target != target || plants[i].Module != module.GetType()) continue;
            used!.Add(plants[i]);
            var broken = plants[i].Break(new(body, value, range)).Wrap(range.IsSigned ? Interval.Int(range.Width) : Interval.UInt(range.Width));
            value = Signal.Mux(Select(body) == i + 1, broken, value);
        }
        return value;
    }

    /// <summary>A child with plants passes its select up.</summary>
    public static void Connect(Body parent, Child child)
    {
        if (child.Body.Ports.Find(p => p.Name == Port) is { } port) child.Inputs[port] = new(Select(parent), child.Origin);
    }

    static Signal Select(Body body)
    {
        if (body.Ports.Find(p => p.Name == Port) is { } port) return port;
        var module = body.Module;
        body.Module = null;     // the port is declared late on purpose
        port = new In(Port, Interval.UInt8, Origin.Unknown);
        body.Module = module;
        return port;
    }
}
