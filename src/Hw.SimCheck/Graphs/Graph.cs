namespace Hw.SimCheck.Graphs;

/// <summary>A random design by its number. Kinds take turns, so that any run of numbers has all of them.</summary>
public sealed record Graph(ulong Number, string Kind, Func<Twist, Design> Elaborate)
{
    public Design Design => Elaborate(Twist.None);

    public static Graph Of(ulong number) => (number % 4) switch
    {
        0 => new(number, "logic", twist => Design.Elaborate(() => new RandomModule(number, 0, twist))),
        1 or 2 => new(number, "lanes", twist => Design.Elaborate(() => new RandomLanes(number, twist))),
        _ => new(number, "wide", twist => Design.Elaborate(() => new RandomWide(number, twist))),
    };

    public override string ToString() => $"graph {Number} ({Kind})";
}
