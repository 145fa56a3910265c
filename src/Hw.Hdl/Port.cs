namespace Hw.Hdl;

public enum Direction { In, Out }

/// <summary>A port. Seen from inside, inputs are read and outputs driven; seen from the parent, the other way round.</summary>
public abstract class Port : Wire
{
    protected Port(string name, Shape shape, Direction direction, Origin origin) : base(name, shape, origin)
    {
        Direction = direction;
        Owner.Add(this);
    }

    public Direction Direction { get; }

    /// <summary>What its line in the Verilog says; null for the doc comment of the member that declares it.</summary>
    internal string? Note { get; init; }

    /// <summary>Gives the port its value. Once, unconditionally; a choice is a <c>Mux</c>.</summary>
    /// <param name="value">Within the port's declared range; anything wider is an error, not a truncation.</param>
    public void Drive(Signal value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Body.Current.Drive(this, value, new(file, line));

    public override Signal Value => Body.Current.Read(this);
}

public sealed class In(string name, Shape shape, Origin origin) : Port(name, shape, Direction.In, origin);
public sealed class Out(string name, Shape shape, Origin origin) : Port(name, shape, Direction.Out, origin);
