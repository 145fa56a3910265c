namespace Hw.Hdl;

/// <summary>
/// A group of ports that travel together, each with a direction relative to the bundle: Forward goes with it, Backward against
/// it. A module declares it as a Source or, mirrored, as a Sink; <see cref="Connect"/> joins a source to a sink. Declared as a
/// Monitor it only listens: every member is an input. Bundles nest: <c>Forward(() => new …, "ar")</c>.
/// </summary>
public abstract class Bundle
{
    internal enum Role { Source, Sink, Monitor }

    [ThreadStatic] static (string Prefix, Role Role, Origin Origin)? open;
    readonly List<(string Name, Port Port)> members = [];

    protected Port Forward(Shape shape, string name) => Member(shape, name, backward: false);
    protected Port Backward(Shape shape, string name) => Member(shape, name, backward: true);

    protected TBundle Forward<TBundle>(Func<TBundle> make, string name) where TBundle : Bundle => Nested(make, name, backward: false);
    protected TBundle Backward<TBundle>(Func<TBundle> make, string name) where TBundle : Bundle => Nested(make, name, backward: true);

    Port Member(Shape shape, string name, bool backward)
    {
        var (prefix, role, origin) = Open;
        Port port = role == (backward ? Role.Sink : Role.Source) ? new Out($"{prefix}_{name}", shape, origin) : new In($"{prefix}_{name}", shape, origin);
        members.Add((name, port));
        return port;
    }

    TBundle Nested<TBundle>(Func<TBundle> make, string name, bool backward) where TBundle : Bundle
    {
        var (prefix, role, origin) = Open;
        var inner = Declare(make, $"{prefix}_{name}", !backward || role == Role.Monitor ? role : role == Role.Source ? Role.Sink : Role.Source, origin);
        members.AddRange(inner.members.Select(m => ($"{name}_{m.Name}", m.Port)));
        return inner;
    }

    static (string Prefix, Role Role, Origin Origin) Open =>
        open ?? throw new BitsException("a bundle is declared in a module: Source(() => new …), Sink(() => new …) or Monitor(() => new …)");

    internal static TBundle Declare<TBundle>(Func<TBundle> make, string prefix, Role role, Origin origin) where TBundle : Bundle
    {
        var outer = open;
        open = (prefix, role, origin);
        try { return make(); }
        finally { open = outer; }
    }

    /// <summary>Wires the members of two bundles of one kind, every port from the end that produces it to the end that takes it.
    /// A monitor is connected after the link it listens to, to either end of it.</summary>
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
