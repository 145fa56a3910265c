namespace Hw.Sim;

public enum PortDirection { Input, Output }

/// <summary>A port of the top module: a packed vector of <paramref name="Width"/> bits.</summary>
public readonly record struct SimPort(string Name, int Width, PortDirection Direction)
{
    public static SimPort In(string name, int width = 1) => new(name, width, PortDirection.Input);
    public static SimPort Out(string name, int width = 1) => new(name, width, PortDirection.Output);

    /// <summary>32-bit words that hold one value, little end first.</summary>
    public int Words => (Width + 31) / 32;
}

/// <summary>
/// What a simulator needs to know about a design: SystemVerilog files, the top module, its ports, and what to record.
/// The input named <c>clock</c> is the one clock; <c>reset</c> is synchronous and active high. Either may be absent.
/// Verilog headers (<c>.vh</c>, <c>.svh</c>) belong in <see cref="Files"/> too: what is not listed is not part of the design.
/// </summary>
public sealed record SimDesign(string Top, IReadOnlyList<string> Files, IReadOnlyList<SimPort> Ports, IReadOnlyList<RecordChannel> Channels)
{
    public const string Clock = "clock", Reset = "reset";

    public SimDesign(string top, IReadOnlyList<string> files, IReadOnlyList<SimPort> ports) : this(top, files, ports, []) { }

    /// <summary>Values for parameters of the top module, as Verilog writes them: <c>["DEPTH"] = "16"</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public bool HasClock => Ports.Any(p => p is { Name: Clock, Direction: PortDirection.Input });
    public bool HasReset => Ports.Any(p => p is { Name: Reset, Direction: PortDirection.Input });

    /// <exception cref="SimException">The port does not exist; the message names the nearest one that does.</exception>
    public SimPort Port(string name)
    {
        foreach (var port in Ports) if (port.Name == name) return port;
        throw new SimException($"{Top} has no port `{name}`{Names.Nearest(name, Ports.Select(p => p.Name))}");
    }

    /// <summary>Refuses a design that cannot be simulated as described: doubled ports, channels that watch what is not there.</summary>
    public void Check()
    {
        foreach (var port in Ports)
        {
            if (port.Width < 1) throw new SimException($"port `{port.Name}` of {Top} has width {port.Width}; a port has at least one bit");
            if (Ports.Count(p => p.Name == port.Name) > 1) throw new SimException($"{Top} lists port `{port.Name}` twice");
            if (port.Name is Clock or Reset && port is { Direction: PortDirection.Input, Width: > 1 })
                throw new SimException($"`{port.Name}` of {Top} is {port.Width} bits; the clock and the reset are one bit");
        }
        foreach (var channel in Channels) channel.Check(this);
    }
}
