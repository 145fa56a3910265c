namespace Hw.Hdl;

/// <summary>
/// Everything a module declared and said, as data: what the checks, the Verilog writer and every simulator read.
/// One is open while its module's text runs; declarations and statements go to the open one.
/// </summary>
public sealed class Body
{
    [ThreadStatic] static Body? current;
    [ThreadStatic] internal static List<HdlError>? Collected;

    internal Body(string path, Body? parent) => (Path, Parent, Statements) = (path, parent, []);

    internal static Body Current => current
        ?? throw new BitsException("hardware is described inside a Module; start with Design.Elaborate(() => new MyModule())");
    internal static Body? CurrentOrNone => current;

    internal string Path { get; }
    internal Body? Parent { get; }
    internal NodeTable Table { get; } = new();
    internal Module? Module { get; set; }
    /// <summary>The type whose text this body holds.</summary>
    internal Type Expected { get; init; } = typeof(Module);
    internal string VerilogName { get; set; } = "";

    internal List<Port> Ports { get; } = [];
    internal List<Reg> Registers { get; } = [];
    internal List<Memory> Memories { get; } = [];
    internal List<Child> Children { get; } = [];
    internal List<Statement> Statements { get; private set; }
    internal Dictionary<Port, Driver> Outputs { get; } = [];
    internal List<(Signal Value, string Because)> Unused { get; } = [];
    /// <summary>Of the named values that lines choose, how.</summary>
    internal Dictionary<Node, Selection> Selections { get; } = [];
    internal Child? Each { get; set; }

    /// <summary>Runs a module's text with this body open.</summary>
    internal void Open(Action text)
    {
        var outer = current;
        current = this;
        using var _ = Table.Enter();
        try { text(); }
        finally { current = outer; }
    }

    internal void Within(List<Statement> list, Action body)
    {
        var outer = Statements;
        Statements = list;
        try { body(); }
        finally { Statements = outer; }
    }

    internal void Add(Port port) => Ports.Add(port);
    internal void Add(Reg register) => Registers.Add(register);
    internal void Add(Statement statement) => Statements.Add(statement);

    internal void Assign(Reg register, Signal value, Origin origin)
    {
        if (register.Owner != this) Foreign(register, origin);
        CheckRange(value, register.Shape.Range, $"`{register.Name}`", register.Shape.ToString(), origin, "the value assigned to");
        value = Planting.Apply(this, register.Name, value, register.Shape.Range);
        Statements.Add(new Assignment(register, value, origin));
    }

    internal void Drive(Port port, Signal value, Origin origin)
    {
        var (drivers, direction) = port.Owner == this ? (Outputs, Direction.Out) : (ChildOf(port, origin)?.Inputs, Direction.In);
        if (drivers is null) return;
        if (port.Direction != direction)
        {
            Report("HW0103", origin, direction == Direction.Out
                ? $"`{port.Name}` is an input of this module: its parent drives it" : $"`{port.Name}` is an output of `{port.Owner.Module?.GetType().Name}`: it drives itself",
                "swap the two ends, or declare the port the other way round", port.Origin);
            return;
        }
        if (drivers.TryGetValue(port, out var first))
            Report("HW0102", origin, $"`{port.Name}` is driven twice", "drive it once; choose between the two values with Mux", first.Origin);
        CheckRange(value, port.Shape.Range, $"`{port.Name}`", port.Shape.ToString(), origin, "the value driven into");
        var target = direction == Direction.Out ? port.Name : $"{ChildOf(port, origin)!.Name}.{port.Name}";
        drivers[port] = new(Planting.Apply(this, target, value, port.Shape.Range), origin) { Sound = value.Node };
    }

    internal Signal Read(Wire wire)
    {
        if (wire.Owner == this) return Signal.Leaf(wire, wire.Shape.Range);
        // what a child is given can be read here too, once it has been given: a monitor listens to both ends of a link
        if (wire is In given && Children.Find(c => c.Body == given.Owner) is { IsArray: false } taker && taker.Inputs.TryGetValue(given, out var driver)) return driver.Value;
        if (wire is not Port { Direction: Direction.Out } port || ChildOf(port, Origin.Here()) is not { } child)
        {
            Foreign(wire, Origin.Here());
            return Signal.Leaf(wire, wire.Shape.Range);
        }
        var output = child.Output(port);
        return child.IsArray ? Signal.Element(output, child.Index.Value, Interval.UInt(port.Width)).As(port.Shape) : output;
    }

    /// <summary>The child a port belongs to; for a lane array only inside its Each.</summary>
    Child? ChildOf(Port port, Origin origin)
    {
        var child = Children.Find(c => c.Body == port.Owner);
        if (child is null) Foreign(port, origin);
        else if (child.IsArray && Each != child)
        {
            Report("HW0305", origin, $"`{port.Name}` is a port of every lane of `{child.Name}`; which one is meant?",
                $"connect lanes inside {child.Name}.Each(lane => …), read all of them with {child.Name}.All(lane => lane.{port.Name})");
            return null;
        }
        return child;
    }

    void Foreign(Wire wire, Origin origin) =>
        Report("HW0306", origin, $"`{wire.Name}` belongs to `{wire.Owner.Path}`, which is not this module nor a child of it",
            "pass the value through ports", wire.Origin);

    internal void CheckRange(Signal value, Interval declared, string target, string declaredAs, Origin origin, string what = "the value of")
    {
        if (declared.Contains(value.Range)) return;
        var fit = value.Range.IsSigned ? $"Int({value.Width})" : $"UInt({value.Width})";
        var narrow = declared.IsFull ? $".Saturate({declared}), .Wrap({declared}), or .Fits({declared}, \"why\")" : $".Saturate({declared}) or .Fits({declared}, \"why\")";
        Report("HW0203", origin, $"{what} {target} is {value.Range.Describe()}; {target} is declared {declaredAs}",
            $"declare it {fit}, or narrow on purpose: {narrow}");
    }

    internal void Report(string code, Origin origin, string problem, string fix, Origin? other = null) =>
        Collected?.Add(new(code, Path, origin, problem, fix, other));

    internal IEnumerable<Body> SelfAndDescendants() => Children.SelectMany(c => c.Body.SelfAndDescendants()).Prepend(this);
}

sealed record Driver(Signal Value, Origin Origin)
{
    /// <summary>The value before any plant.</summary>
    public Node? Sound { get; init; }
}
