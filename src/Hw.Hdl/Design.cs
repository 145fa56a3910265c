namespace Hw.Hdl;

/// <summary>An elaborated, checked hierarchy of modules.</summary>
public sealed class Design
{
    Design(Body top, Module module) => (Top, TopModule) = (top, module);
    internal Body Top { get; }
    internal Module TopModule { get; }
    public string Name => Top.VerilogName;

    /// <summary>Ports of the top: name, shape, direction, in declared order. A clocked design also has `clock`, a reset one `reset`.</summary>
    public IReadOnlyList<Port> Ports => Top.Ports;
    /// <summary>Every distinct module of the hierarchy as a design of its own, children first, this one last.</summary>
    public IReadOnlyList<Design> Parts => [.. Top.SelfAndDescendants().DistinctBy(b => b.VerilogName).Reverse().Select(b => b == Top ? this : new(b, b.Module!))];

    public bool HasClock => Clocking.NeedsClock(Top);
    public bool HasReset => Clocking.NeedsReset(Top);

    /// <summary>
    /// Runs the text of a module and of all its children, then every check. When something is wrong the text runs a second
    /// time with places captured, so that each error names its C# line.
    /// </summary>
    /// <exception cref="HdlException">Holds every error found.</exception>
    public static Design Elaborate<TModule>(Func<TModule> make) where TModule : Module
    {
        var (design, errors) = Try(make);
        if (errors.Count == 0) return design!;
        Origin.CaptureStacks = true;
        try { throw new HdlException(Try(make).Errors); }
        finally { Origin.CaptureStacks = false; }
    }

    /// <summary>The design with faults in it, each behind one value of the input `plant_select`: n for the n-th plant, 0 for none.</summary>
    public static Design Elaborate<TModule>(Func<TModule> make, IReadOnlyList<Plant> plants) where TModule : Module =>
        Planting.With(plants, () => Elaborate(make));

    static (Design? Design, IReadOnlyList<HdlError> Errors) Try<TModule>(Func<TModule> make) where TModule : Module
    {
        var outer = Body.Collected;
        var errors = Body.Collected = [];
        try
        {
            var (body, module) = Module.Elaborate(make, typeof(TModule).Name, null);
            if (errors.Count == 0) Checks.Run(body, errors);
            return (new(body, module), errors);
        }
        catch (HdlException) { return (null, errors); }
        finally { Body.Collected = outer; }
    }
}

static class Clocking
{
    public static bool NeedsClock(Body body) => body.Registers.Count > 0 || body.Memories.Count > 0 || body.Children.Any(c => NeedsClock(c.Body));
    public static bool NeedsReset(Body body) => body.Registers.Any(r => r.ResetValue is not null) || body.Children.Any(c => NeedsReset(c.Body));
}
