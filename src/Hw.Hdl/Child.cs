namespace Hw.Hdl;

/// <summary>An instance, or an array of instances that share one template: their connections are recorded once, with a symbolic index.</summary>
sealed class Child(string name, int lanes, Body body, Origin origin)
{
    public string Name { get; } = name;
    /// <summary>0 for a single instance.</summary>
    public int Lanes { get; } = lanes;
    public bool IsArray => Lanes > 0;
    public Body Body { get; } = body;
    public Origin Origin { get; } = origin;
    public Dictionary<Port, Driver> Inputs { get; } = [];
    public LaneIndex Index => new(this, Naming.IndexOf(Name), 0, Lanes - 1, i => i);

    /// <summary>The output as the parent sees it; of an array, all lanes side by side.</summary>
    public Signal Output(Port port) => Signal.Leaf(new ChildOutput(this, port), IsArray ? Interval.UInt(Lanes * port.Width) : port.Shape.Range);
}

sealed record ChildOutput(Child Child, Port Port)
{
    public override string ToString() => $"{Child.Name}_{Port.Name}";
}

/// <summary>
/// The index of a lane while its array's connections are recorded once for all: a symbol, not a number. It takes
/// + − × / % with constants, selects elements of rows, and becomes the genvar of the generate loop.
/// </summary>
public sealed class LaneIndex : IEquatable<LaneIndex>
{
    readonly Child child;
    internal LaneIndex(Child child, string text, int min, int max, Func<int, int> at) =>
        (this.child, Text, Min, Max, At) = (child, text, min, max, at);

    internal string Text { get; }
    internal Func<int, int> At { get; }
    internal Child Array => child;
    public int Min { get; }
    public int Max { get; }

    /// <summary>The index as a number of the hardware, for a lane that must know which it is.</summary>
    public Signal Value => Signal.Leaf(this, new(Min, Max));
    public static implicit operator Signal(LaneIndex index) => index.Value;

    public static LaneIndex operator +(LaneIndex i, int k) => i.Then("+", k, x => x + k);
    public static LaneIndex operator -(LaneIndex i, int k) => i.Then("-", k, x => x - k);
    public static LaneIndex operator *(LaneIndex i, int k) => i.Then("*", k, x => x * k);
    public static LaneIndex operator /(LaneIndex i, int k) => i.Then("/", k, x => x / k);
    public static LaneIndex operator %(LaneIndex i, int k) => i.Then("%", k, x => x % k);

    LaneIndex Then(string op, int k, Func<int, int> f)
    {
        if (k == (op is "+" or "-" ? 0 : 1) && op != "%") return this;
        var values = Enumerable.Range(0, child.Lanes).Select(i => f(At(i))).ToArray();
        var text = Text.Contains(' ') ? $"({Text})" : Text;
        return new(child, $"{text} {op} {k}", values.Min(), values.Max(), i => f(At(i)));
    }

    public bool Equals(LaneIndex? other) => other is not null && other.child == child && other.Text == Text;
    public override bool Equals(object? other) => other is LaneIndex i && Equals(i);
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
    public override string ToString() => Text;
}

/// <summary>An array of instances of one template module.</summary>
public sealed class LaneArray<TModule> where TModule : Module
{
    readonly Child child;
    readonly TModule template;
    internal LaneArray(Child child, TModule template) => (this.child, this.template) = (child, template);

    public int Count => child.Lanes;

    /// <summary>Connects every lane, written once: inside, the lane's ports are one lane's and its Index is symbolic.</summary>
    public void Each(Action<TModule> connect)
    {
        var body = Body.Current;
        body.Each = child;
        try { connect(template); }
        finally { body.Each = null; }
    }

    /// <summary>An output of all lanes side by side, lane 0 in the lowest bits.</summary>
    public Signal All(Func<TModule, Out> port) => child.Output(port(template));
}
