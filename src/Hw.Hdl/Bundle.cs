namespace Hw.Hdl;

/// <summary>
/// A group of ports that travel together, each with a direction relative to the bundle: Forward goes with it, Backward against
/// it. A module declares it as a Source or, mirrored, as a Sink; <see cref="Connect"/> joins a source to a sink.
/// </summary>
public abstract class Bundle
{
    [ThreadStatic] static (string Prefix, bool Flipped, Origin Origin)? open;
    readonly List<(string Name, Port Port)> members = [];

    protected Port Forward(Shape shape, string name) => Member(shape, name, backward: false);
    protected Port Backward(Shape shape, string name) => Member(shape, name, backward: true);

    Port Member(Shape shape, string name, bool backward)
    {
        var (prefix, flipped, origin) = open ?? throw new BitsException("a bundle is declared in a module: Source(() => new …) or Sink(() => new …)");
        Port port = backward == flipped ? new Out($"{prefix}_{name}", shape, origin) : new In($"{prefix}_{name}", shape, origin);
        members.Add((name, port));
        return port;
    }

    internal static TBundle Declare<TBundle>(Func<TBundle> make, string prefix, bool flipped, Origin origin) where TBundle : Bundle
    {
        open = (prefix, flipped, origin);
        try { return make(); }
        finally { open = null; }
    }

    /// <summary>Wires the members of two bundles of one kind, every port from the end that produces it to the end that takes it.</summary>
    public static void Connect(Bundle a, Bundle b, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        foreach (var (name, x) in a.members)
        {
            var y = b.members.Find(m => m.Name == name).Port ?? throw new BitsException($"`{b.GetType().Name}` has no member `{name}` to connect `{x.Name}` with");
            if (IsDrivenHere(x)) x.Drive(y, file, line);
            else y.Drive(x, file, line);
        }
    }

    static bool IsDrivenHere(Port p) => p.Owner == Body.Current == (p.Direction == Direction.Out);
}

/// <summary>
/// Ready/valid: a transfer happens at an edge where both are 1. Once valid, valid and payload hold until the transfer; valid
/// never waits for ready.
/// </summary>
public abstract class Stream : Bundle
{
    protected Stream()
    {
        Valid = Forward(Interval.Bit, "valid");
        Ready = Backward(Interval.Bit, "ready");
    }

    public Port Valid { get; }
    public Port Ready { get; }

    /// <summary>Both are 1: the payload moves at this edge.</summary>
    public Signal Fires => Valid.Value & Ready.Value;
}
